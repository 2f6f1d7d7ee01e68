"""The portfolio: every initiative, how far it has come, and what it lacks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Button, Municipality, Request, page, register_page
from samsyn.initiatives.models import InitiativeKind
from samsyn.initiatives.queries import demands, logic
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web.addresses import initiative_url
from samsyn.initiatives.web.filters import AREA, NOTHING, of_itself
from samsyn.initiatives.web.indicator_words import lights_of
from samsyn.initiatives.web.tabs import tabs
from samsyn.initiatives.web.words import begun, phase_tag
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, Tag

_ENDED, _ALL = "avslutade", "alla"
_UNDECIDED, _OVERDUE, _NEVER, _NO_PHASE, _NOBODY = (
    *("slutar-utan-beslut", "forsenad-uppfoljning", "ingen-uppfoljning", "ingen-fas"),
    "ingen-ansvarig",
)
_DEMANDED = "det-fasen-kraver"
_UNMEASURED, _NO_OUTCOME = "matt", "utfallsmatt"

Names = Mapping[UUID, list[str]]


def _columns(actor: Actor, boards: Names) -> tuple[Column[Any], ...]:
    """What is asked for most comes first: narrow screens show no more than that at once."""

    def kind(row: Any) -> Cell:
        return Cell(InitiativeKind(row.kind_now).label)

    return (
        Column("titel", gettext_lazy("Insats"), _title, ("title_key",), width=46),
        Column(
            "fas",
            gettext_lazy("Fas"),
            lambda row: Cell(tags=(phase_tag(row, actor),)),
            ("phase",),
        ),
        Column("utfall", gettext_lazy("Utfall"), _judged),
        Column(
            "ansvar",
            gettext_lazy("Ansvarar"),
            lambda row: Cell(", ".join(boards.get(row.pk, ()))),
            width=36,
        ),
        Column("foljs-upp", gettext_lazy("Följs upp"), _followed_up(actor), ("followed_up_on",)),
        Column("till", gettext_lazy("Till och med"), _until, ("ends_on",)),
        Column("sedan", gettext_lazy("Sedan"), lambda row: Cell(begun(row)), ("starts_on",)),
        Column("slag", gettext_lazy("Slag"), kind, ("kind_now",)),
        Column(
            "omraden",
            gettext_lazy("Fokusområden"),
            lambda row: Cell(", ".join(row.focus_areas)),
            width=34,
        ),
    )


def _title(row: Any) -> Cell:
    tags = (Tag(_("påhittat")),) if row.is_invented else ()
    return Cell(row.title, url=initiative_url(row.pk), tags=tags)


def _judged(row: Any) -> Cell:
    """The lights of its outcome, and that it cannot be evaluated where a measure is lacking."""
    lacking = (Tag(_("kan inte utvärderas")),) if row.lacks_a_measure else ()
    return Cell(tags=(*lights_of(row), *lacking))


def _until(row: Any) -> Cell:
    return Cell(row.period.last_day)


def _followed_up(actor: Actor) -> Any:
    def cell(row: Any) -> Cell:
        if row.followed_up_on is None:
            return Cell()
        late = row.followed_up_on < actor.today
        return Cell(row.followed_up_on, tags=(Tag(_("försenad"), "danger"),) if late else ())

    return cell


def _lacking(actor: Actor) -> Mapping[str, Any]:
    return {
        _UNDECIDED: queries.ends_undecided(actor),
        _OVERDUE: queries.overdue(actor),
        _DEMANDED: demands.lacks_what_its_phase_demands(actor),
        _NEVER: queries.never_followed_up(actor),
        _NOBODY: queries.nobody_answers(actor),
        _UNMEASURED: logic.lacks_a_measure(actor),
        _NO_OUTCOME: logic.lacks_an_outcome_measure(actor),
    }


def _filters(actor: Actor, boards: Mapping[UUID, str]) -> tuple[Filter[Any], ...]:
    return (*of_itself(actor), *_of_others(actor, boards), *_of_its_state(actor))


def _of_others(actor: Actor, boards: Mapping[UUID, str]) -> Iterator[Filter[Any]]:
    yield Filter(
        "ansvar",
        gettext_lazy("Ansvarar"),
        lambda rows, pk: rows.filter(pk__in=queries.answered_by(actor, UUID(pk))),
        tuple((str(pk), name) for pk, name in boards.items()) or NOTHING,
    )
    yield Filter(
        AREA,
        gettext_lazy("Del av kommunen"),
        lambda rows, pk: rows.filter(areas__area=pk),
        tuple(organisation.area_choices(actor)) or NOTHING,
    )


def _of_its_state(actor: Actor) -> Iterator[Filter[Any]]:
    def lacking(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        if answer == _NO_PHASE:
            return rows.filter(phase="")
        return rows.filter(_lacking(actor)[answer])

    def shown(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        return rows.filter(queries.over(actor)) if answer == _ENDED else rows

    yield Filter(
        "saknar",
        gettext_lazy("Saknar"),
        lacking,
        (
            (_UNDECIDED, gettext_lazy("beslut, och slutar inom 90 dagar")),
            (_OVERDUE, gettext_lazy("uppföljning som skulle ha gjorts")),
            (_NEVER, gettext_lazy("planerad uppföljning")),
            (_NOBODY, gettext_lazy("ansvarig nämnd")),
            (_UNMEASURED, gettext_lazy("processmått eller utfallsmått")),
            (_NO_OUTCOME, gettext_lazy("utfallsmått")),
            (_DEMANDED, gettext_lazy("något som fasen kräver")),
            (_NO_PHASE, gettext_lazy("fas")),
        ),
    )
    yield Filter(
        "visa",
        gettext_lazy("Visa"),
        shown,
        (
            (_ALL, gettext_lazy("också avslutade och efterträdda")),
            (_ENDED, gettext_lazy("bara avslutade och efterträdda")),
        ),
    )


@page(rules.READ_INITIATIVES)
def initiatives(request: Request, municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    rows = logic.with_lights(actor, logic.with_measures(actor, queries.initiatives(actor)))
    if request.GET.get("visa") not in {_ENDED, _ALL}:
        rows = rows.exclude(queries.over(actor))
    answering = list(queries.answering(actor))
    names: defaultdict[UUID, list[str]] = defaultdict(list)
    for each in answering:
        names[each.initiative_id].append(each.body_name)
    boards = {each.body_id: each.body_name for each in sorted(answering, key=_by_name)}
    may_add = rules.ADD_INITIATIVE.name in request.permitted_here
    new = reverse("initiatives:add-initiative")
    listing = Listing(
        request.GET,
        rows,
        _columns(actor, names),
        _("Insatser"),
        default_sort="titel",
        filters=_filters(actor, boards),
        file_name="insatser",
        empty=Empty(
            _("Här står vad ni gör tillsammans för barn och unga, för vem, och om det hjälper."),
            _("Till exempel ett skolsocialt team, öppen förskola eller föräldrastöd."),
            _("Lägg till den första insatsen") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _("Allt som %(place)s gör tillsammans med andra för barn och unga.")
    buttons = [Button(_("Lägg till insats"), new)] if may_add else []
    return register_page(
        request,
        listing,
        _("Insatser"),
        lead=lead % {"place": municipality},
        buttons=buttons,
        tabs=tabs("initiatives"),
    )


def _by_name(row: Any) -> Any:
    return row.body_key
