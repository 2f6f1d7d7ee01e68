"""What the file holds of the organisation."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking, settling
from samsyn.exchange.fields import (
    Choice,
    Day,
    Days,
    Flag,
    Number,
    OrganisationNumber,
    Parts,
    Reference,
    Shape,
    Shared,
    ShortReference,
    ShortText,
    Text,
)
from samsyn.exchange.kinds import Kind, Name, Table, Values, declare
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.organisation import api as organisation

_LONGEST_DESCRIPTION = 10_000


def _names_of_a_body(values: Values) -> Iterable[str]:
    names = values[BODIES.places["names"]]
    return dict.fromkeys(name for name, *_rest in names)


def _name_now(said: Mapping[str, Any], _name: Name) -> str:
    return str(said["names"][-1][0])


def _title_and_body(said: Mapping[str, Any], name: Name) -> str:
    return f"{said['title']}, {name('bodies', said['body'])}"


def _whole_name(said: Mapping[str, Any], _name: Name) -> str:
    return f"{said['given_name']} {said['family_name']}"


def _own_name(said: Mapping[str, Any], _name: Name) -> str:
    return str(said["name"])


def _first_two(values: Values) -> Iterable[str]:
    """Given and family name, body and title, or kind and name: what tells one from another."""
    return ("\0".join(values[:2]),)


PERIOD = Days("period", _("första och sista dag; .. är öppet eller okänt"))
UNDER = Reference(
    "under", _("överordnat organ"), column="parent", section="bodies", is_required=True
)
CONTACTS = Parts(
    "contacts",
    _("kontaktuppgifter"),
    fields=(
        Choice("kind", _("slag"), is_required=True, choices=organisation.ContactKind),
        Text("value", _("adress, nummer eller webbplats"), is_required=True),
        Text("label", _("vart den går, som registrator")),
    ),
)

TERMS = Kind(
    section="terms",
    show=organisation.show_many,
    model=organisation.TermOfOffice,
    label=_("mandatperioder"),
    key="name",
    key_pattern=r"\S([^\n\r]{0,198}\S)?",
    fields=(
        Days("period", _("första och sista dag"), is_required=True, is_closed=True),
        SOURCE,
    ),
    check=checking.terms,
)
AREAS = Kind(
    section="areas",
    show=organisation.areas_came,
    model=organisation.Area,
    label=_("områden"),
    fields=(
        Choice("kind", _("slag av område"), is_required=True, choices=organisation.AreaKind),
        Text("name", _("områdets namn"), is_required=True),
        Text("code", _("SCB:s kod")),
        Reference("within", _("området som det ligger i"), column="parent", section="areas"),
        Text("description", _("beskrivning"), lines=True, longest=_LONGEST_DESCRIPTION),
        SOURCE,
    ),
    check=checking.areas,
    called=_first_two,
    title=_own_name,
)
BOUNDARIES = Kind(
    section="boundaries",
    show=organisation.show_many,
    model=organisation.AreaBoundary,
    label=_("gränser"),
    key="",
    known_by=("area",),
    order=("area__key",),
    fields=(
        Reference("area", _("området"), section="areas", is_required=True),
        Shape("geometry", _("ytan som WKT: longitud och latitud i WGS 84"), is_required=True),
        Text("origin", _("varifrån gränsen kommer"), is_required=True),
        Day("stated_on", _("dagen den gäller")),
    ),
)
BODIES = Kind(
    section="bodies",
    show=organisation.show_many,
    model=organisation.Body,
    label=_("organ"),
    fields=(
        Choice("kind", _("slag av organ"), is_required=True, choices=organisation.BodyKind),
        ShortText("name", _("namn, om det är ett och samma hela tiden")),
        ShortText("short_name", _("kortform av namnet")),
        Parts(
            "names",
            _("namn över tid: utan glapp"),
            fields=(
                Text("name", _("namn"), is_required=True),
                Text("short_name", _("kortform")),
                PERIOD,
                SOURCE,
            ),
        ),
        PERIOD,
        Flag("own_authority", _("är en egen myndighet"), column="is_own_authority"),
        OrganisationNumber("organisation_number", _("organisationsnummer")),
        Reference("area", _("område"), section="areas"),
        ShortReference("under", _("överordnat organ, hela tiden"), section="bodies"),
        Parts(
            "placements",
            _("överordnade organ över tid"),
            fields=(
                UNDER,
                PERIOD,
                SOURCE,
            ),
        ),
        Shared("shared", _("spänner över flera kommuner")),
        CONTACTS,
        SOURCE,
    ),
    settle=settling.bodies,
    check=checking.bodies,
    called=_names_of_a_body,
    title=_name_now,
    shorten=settling.short_body,
    participation=Table(organisation.Participation, "body"),
    tables={
        "names": Table(organisation.BodyName, "body", is_shared=True),
        "placements": Table(organisation.Placement, "body"),
        "contacts": Table(organisation.ContactPoint, "body"),
    },
)
POSITIONS = Kind(
    section="positions",
    show=organisation.show_many,
    model=organisation.Position,
    label=_("funktioner"),
    fields=(
        Reference("body", _("organet som den finns i"), section="bodies", is_required=True),
        Text("title", _("titel"), is_required=True),
        Choice("office", _("förtroendeuppdrag"), choices=organisation.Office),
        Flag("several", _("flera kan inneha den samtidigt"), column="is_single", is_inverted=True),
        PERIOD,
        CONTACTS,
        SOURCE,
    ),
    settle=settling.positions,
    check=checking.positions,
    called=_first_two,
    title=_title_and_body,
    tables={"contacts": Table(organisation.ContactPoint, "position")},
)
PERSONS = Kind(
    section="persons",
    show=organisation.show_many,
    model=organisation.Person,
    label=_("personer"),
    fields=(
        Text("given_name", _("förnamn"), is_required=True),
        Text("family_name", _("efternamn"), is_required=True),
        Flag("invented", _("är påhittad"), column="is_invented"),
        CONTACTS,
        SOURCE,
    ),
    called=_first_two,
    title=_whole_name,
    tables={"contacts": Table(organisation.ContactPoint, "person")},
)
APPOINTMENTS = Kind(
    section="appointments",
    show=organisation.show_many,
    model=organisation.Appointment,
    label=_("uppdrag"),
    key="",
    known_by=("position", "person"),
    order=("position__key", "person__key", "starts_on"),
    meet=settling.appointments,
    fields=(
        Reference(
            "position",
            _("funktionen"),
            section="positions",
            is_required=True,
            repeats=(("is_single", "several"),),
        ),
        Reference("person", _("personen"), section="persons", is_required=True),
        PERIOD,
        Choice(
            "kind",
            _("slag av uppdrag: ordinarie, tillförordnad eller ställföreträdare"),
            choices=organisation.AppointmentKind,
            empty=organisation.AppointmentKind.ORDINARY.value,
        ),
        Number("share", _("andel i procent"), column="share_percent", least=1),
        Reference("term", _("mandatperiod"), section="terms", by="name"),
        SOURCE,
    ),
    check=checking.appointments,
)

declare(TERMS, AREAS, BOUNDARIES, BODIES, POSITIONS, PERSONS, APPOINTMENTS)
