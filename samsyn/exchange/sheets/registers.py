"""The registers that people keep in spreadsheets: what their sheets and columns are called."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from samsyn.exchange.fields import Choice, Flag, Number
from samsyn.exchange.kinds import Kind, kind_of
from samsyn.exchange.sheets.cells import alike
from samsyn.exchange.sheets.columns import (
    Chosen,
    Column,
    Edge,
    Named,
    Percent,
    Reached,
    Ticked,
    Told,
    spellings,
)
from samsyn.organisation.api import ContactKind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, eq=False)
class Register:
    """A sheet; a history (`of`) holds what a record of another register was over time."""

    name: str
    title: "_StrPromise"
    about: "_StrPromise"
    columns: tuple[Column, ...]
    like: tuple[str, ...] = ()
    of: str = ""

    @cached_property
    def known_as(self) -> frozenset[str]:
        return frozenset({self.name, *map(alike, spellings(self.title)), *self.like})

    @property
    def own(self) -> list[Column]:
        """The columns that our own sheets have."""
        return [column for column in self.columns if not column.is_foreign]

    @cached_property
    def by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def kind(self) -> Kind:
        return kind_of(self.of or self.name)

    def knows(self, heading: str) -> Column | None:
        said = alike(heading)
        return next((column for column in self.columns if said in column.known_as), None)


def _told(section: str, name: str, heading: "_StrPromise", **more: object) -> Column:
    """A column that says what a field of the section says, and so is read as it is."""
    kind = kind_of(section)
    field = kind.fields[kind.places[name]]
    common = {"name": name, "heading": heading, "about": field.label, "field": field}
    shapes = {Choice: Chosen, Flag: Ticked, Number: Percent}
    shape = next((shapes[each] for each in shapes if isinstance(field, each)), Told)
    if shape is Percent:
        common["shape"] = "0"
    made: Column = shape(**{"is_required": field.is_required, **common, **more})
    return made


_STARTS = Edge(
    "starts",
    _("Från och med"),
    _("första dagen; tom när den är öppen eller okänd"),
    date(2023, 1, 1),
    14,
    ("from", "från", "fr.o.m.", "start", "startdatum", "tillträde", "vald från", "börjar"),
)
_ENDS = Edge(
    "ends",
    _("Till och med"),
    _("sista dagen, som räknas in; tom när den är öppen eller okänd"),
    date(2026, 12, 31),
    14,
    ("to", "till", "t.o.m.", "slut", "slutdatum", "vald till", "upphör", "slutar"),
    is_last=True,
)
_LIKE_BODY = ("nämnd", "förvaltning", "förvaltning/nämnd", "enhet", "organisation", "styrelse")
_LIKE_TITLE = ("befattning", "roll", "tjänst", "uppdrag", "funktion", "titel")
_BODY = Named(
    "body",
    _("Organ"),
    _("organets namn eller nyckel"),
    "Barn- och ungdomsnämnden",
    32,
    _LIKE_BODY,
    is_required=True,
    section="bodies",
)


def _key(example: str) -> Column:
    told = _("postens namn i filer, a–z, 0–9 och bindestreck; lämna tom för en ny")
    return Column("key", _("Nyckel"), told, example, 30, ("id",))


_REACHED = (
    Reached(
        "email",
        _("E-post"),
        _("adressen; flera skiljs åt med semikolon, och vart den går står inom parentes"),
        "namn@example.se (registrator)",
        30,
        ("mejl", "mail", "epost", "e-postadress", "email"),
        way=ContactKind.EMAIL.value,
    ),
    Reached(
        "phone",
        _("Telefon"),
        _("numret, i en cell som är formaterad som text"),
        "0322-61 60 00",
        18,
        ("tel", "telefonnummer", "mobil", "mobilnummer"),
        way=ContactKind.PHONE.value,
        loses_noughts=True,
    ),
    Reached(
        "address",
        _("Adress"),
        _("postadress eller besöksadress"),
        "",
        30,
        ("postadress", "besöksadress"),
        way=ContactKind.ADDRESS.value,
    ),
    Reached(
        "web",
        _("Webbplats"),
        _("adressen på webben"),
        "",
        30,
        ("webb", "hemsida", "webbadress", "url"),
        way=ContactKind.WEB.value,
    ),
)

BODIES = Register(
    "bodies",
    _("Organ"),
    _("Nämnder, förvaltningar, enheter och andra som samverkar. En rad för varje."),
    (
        _key("barn-och-ungdomsnamnden"),
        _told(
            "bodies",
            "name",
            _("Namn"),
            about=_("namnet som det har nu; äldre namn står på bladet Namn"),
            example="Barn- och ungdomsnämnden",
            width=36,
            like=("benämning", *_LIKE_BODY),
            is_required=True,
        ),
        _told(
            "bodies", "short_name", _("Kortform"), example="BUN", width=12, like=("förkortning",)
        ),
        _told("bodies", "kind", _("Slag"), example="nämnd", width=20, like=("typ", "kategori")),
        Named(
            "under",
            _("Överordnat organ"),
            _("namnet eller nyckeln på det organ som det ligger under nu"),
            "Kommunstyrelsen",
            32,
            ("tillhör", "överordnad", "ligger under", "förvaltning"),
            section="bodies",
        ),
        _STARTS,
        _ENDS,
        _told("bodies", "own_authority", _("Egen myndighet"), example="ja", width=16),
        _told(
            "bodies",
            "organisation_number",
            _("Organisationsnummer"),
            example="212000-1553",
            width=20,
            like=("orgnr", "org.nr"),
        ),
        Named(
            "area",
            _("Område"),
            _("områdets namn eller nyckel; områden läggs upp i Samsyn"),
            section="areas",
            like=("ort", "kommundel"),
        ),
        _told("bodies", "shared", _("Flera kommuner"), example="nej", width=16),
        *_REACHED,
    ),
    ("enheter", "nämnder", "organisation", "nämnder och förvaltningar"),
)
NAMES = Register(
    "names",
    _("Namn"),
    _("Alla namn för organ som har bytt namn, även det som gäller nu."),
    (
        _BODY,
        replace(BODIES.by_name["name"], about=_("namnet under perioden"), like=()),
        BODIES.by_name["short_name"],
        replace(_STARTS, example=""),
        replace(_ENDS, example=""),
    ),
    of="bodies",
)
PLACEMENTS = Register(
    "placements",
    _("Placeringar"),
    _("Alla överordnade organ för organ som har flyttats, även det som gäller nu."),
    (
        _BODY,
        replace(BODIES.by_name["under"], about=_("det överordnade organet"), is_required=True),
        replace(_STARTS, example=""),
        replace(_ENDS, example=""),
    ),
    of="bodies",
)
POSITIONS = Register(
    "positions",
    _("Funktioner"),
    _("Roller och befattningar i ett organ, vem som än innehar dem. En rad för varje."),
    (
        _key("barn-och-ungdomsnamnden-ordforande"),
        _BODY,
        _told(
            "positions",
            "title",
            _("Titel"),
            example="Ordförande",
            width=32,
            like=_LIKE_TITLE,
        ),
        _told("positions", "office", _("Förtroendeuppdrag"), example="ordförande", width=24),
        _told("positions", "several", _("Flera samtidigt"), example="nej", width=16),
        _STARTS,
        _ENDS,
        *_REACHED,
    ),
    ("befattningar", "roller", "tjänster"),
)
PERSONS = Register(
    "persons",
    _("Personer"),
    _("De som innehar funktioner. En rad för varje; inga personnummer."),
    (
        _key("karin-sandberg"),
        _told("persons", "given_name", _("Förnamn"), example="Karin", like=("tilltalsnamn",)),
        _told("persons", "family_name", _("Efternamn"), example="Sandberg"),
        Column(
            "full_name",
            _("Förnamn och efternamn"),
            _("hela namnet, som Karin Sandberg eller Sandberg, Karin"),
            like=("namn", "person", "innehavare"),
            is_foreign=True,
        ),
        _told("persons", "invented", _("Påhittad"), example="nej", width=12),
        *_REACHED,
    ),
    ("medarbetare", "kontaktpersoner", "förtroendevalda"),
)
APPOINTMENTS = Register(
    "appointments",
    _("Uppdrag"),
    _("Vem som innehar vilken funktion, och när. En rad för varje."),
    (
        replace(_BODY, is_required=False, about=_("organet som funktionen finns i")),
        Named(
            "position",
            _("Funktion"),
            _("funktionens titel i organet, eller dess nyckel"),
            "Ordförande",
            32,
            _LIKE_TITLE,
            is_required=True,
            section="positions",
        ),
        Named(
            "person",
            _("Person"),
            _("personens namn eller nyckel"),
            "Karin Sandberg",
            28,
            ("namn", "innehavare", "ledamot", "medarbetare", "förtroendevald"),
            is_required=True,
            section="persons",
        ),
        _STARTS,
        _ENDS,
        _told("appointments", "kind", _("Slag"), example="ordinarie", width=18, like=("typ",)),
        _told(
            "appointments",
            "share",
            _("Andel"),
            example=100,
            width=10,
            like=("procent", "tjänstgöringsgrad", "omfattning", "sysselsättningsgrad"),
        ),
        Named(
            "term",
            _("Mandatperiod"),
            _("mandatperiodens namn, som 2023–2026; de läggs upp i Samsyn"),
            "2023–2026",
            16,
            ("period", "mandat"),
            section="terms",
        ),
    ),
    ("förtroendeuppdrag", "förtroendemannaregister", "förordnanden"),
)
_REGISTERS = (BODIES, NAMES, PLACEMENTS, POSITIONS, PERSONS, APPOINTMENTS)
GUIDE, CHOICES = _("Läs mig"), _("Val")


def registers() -> Iterator[Register]:
    yield from _REGISTERS


def register(name: str) -> Register | None:
    """Find a register by what its sheet is called."""
    said = alike(name)
    return next((each for each in _REGISTERS if said in each.known_as), None)


def is_ours_to_pass_over(sheet: str) -> bool:
    return alike(sheet) in {alike(said) for each in (GUIDE, CHOICES) for said in spellings(each)}
