"""The page of a meeting: before, at and after it; the register of meetings; and the pack."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Municipality, Request, allowed, page, register_page, visible
from samsyn.forums import queries, rules
from samsyn.forums.models import Answer, ItemState, Meeting, MeetingState, Mode, Presence
from samsyn.forums.web.attendance import name_of, own_parts
from samsyn.forums.web.meeting_addresses import meeting_crumbs, meeting_url
from samsyn.forums.web.meeting_states import state_of
from samsyn.forums.web.parts import part
from samsyn.forums.web.summoning import summonses_of
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, Tag, formats

_COLORS = {
    MeetingState.PLANNED: "info",
    MeetingState.HELD: "success",
    MeetingState.CANCELLED: "neutral",
    MeetingState.MISSED: "warning",
}
_ITEM_COLORS = {
    ItemState.OPEN: "neutral",
    ItemState.TREATED: "success",
    ItemState.POSTPONED: "warning",
    ItemState.MOVED: "warning",
}


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A point on the agenda with what came of it, as the page shows it."""

    item: Any
    color: str
    decisions: list[Any]
    left: list[Any]
    is_first: bool
    is_last: bool


@page(rules.READ_MEETING)
def meeting(request: Request, found: Meeting, /) -> HttpResponse:
    actor = request.actor
    asked = list(queries.attendances_of(actor, found))
    may = _may(request, found)
    state = state_of(actor, found)
    writes = "change_meeting" in may and not found.is_off and not state.minutes
    context = {
        "meeting": found,
        "title": _title(actor, found),
        "state": state,
        "is_under_way": _is_under_way(actor, found),
        "may": may,
        "leads": "change_meeting" in may,
        "writes": writes,
        "is_due": found.meets_on <= actor.today,
        "notes_presence": writes and found.meets_on <= actor.today,
        "debt": _debt(actor, found),
        "raised": list(queries.raised_to(actor, found.forum_id)) if not found.is_over else [],
        "parts": own_parts(actor, found),
        "answers": Answer.choices,
        "presences": Presence.choices,
        "asked": [(each, name_of(each)) for each in asked],
        "told": [(each, name_of(each)) for each in asked if each.contributed_at],
        "awaited": [name_of(each) for each in asked if not each.contributed_at],
        "summonses": summonses_of(actor, found) if "summon" in may else None,
        "facts": _facts(found),
        "reflections": _reflections(found),
        "survey": queries.survey_of_meeting(actor, found.pk),
        "today": actor.today,
        "breadcrumbs": meeting_crumbs(actor, found),
        **agenda_of(actor, found),
    }
    return render(request, "forums/meeting.html", context)


def _title(actor: Actor, found: Meeting) -> str:
    forum = queries.name_of_forum_on(actor, found.forum, found.meets_on)
    return f"{found.title or forum} {formats.long_day(found.meets_on)}"


def agenda_of(actor: Actor, found: Meeting) -> dict[str, Any]:
    """What those who watch see change."""
    items = list(queries.items_of(actor, found.pk))
    decisions = list(queries.decisions_of(actor, found.pk))
    left = list(queries.left_by(actor, found.pk))
    shown = [
        ShownItem(
            item,
            _ITEM_COLORS[ItemState(item.state)],
            [each for each in decisions if each.at_item == item.ordinal],
            [each for each in left if each.at_item == item.ordinal],
            item is items[0],
            item is items[-1],
        )
        for item in items
    ]
    places = {item.ordinal for item in items}
    return {
        "items": shown,
        "other_decisions": [each for each in decisions if each.at_item not in places],
        "other_left": [each for each in left if each.at_item not in places],
        "standing": queries.standing_of(found),
    }


def _is_under_way(actor: Actor, found: Meeting) -> bool:
    return found.state == MeetingState.PLANNED and found.meets_on == actor.today


def _debt(actor: Actor, found: Meeting) -> list[Any]:
    """What was open before: shown until the meeting is held, since it has its own then."""
    if found.is_over:
        return []
    return list(queries.debt_of(actor, found.forum_id).exclude(meeting=found))


_ACTIONS = (
    rules.CHANGE_MEETING,
    rules.CANCEL_MEETING,
    rules.HOLD_MEETING,
    rules.SUMMON,
    rules.ADD_ITEM,
    rules.PROPOSE_ITEM,
    rules.ASK_SOMEONE,
    rules.DECIDE,
    rules.FOLLOW_UP,
    rules.REFLECT,
    rules.MAKE_MINUTES,
)


def _may(request: Request, found: Meeting) -> frozenset[str]:
    return allowed(request.actor, found, _ACTIONS)


def _facts(found: Meeting) -> list[Fact]:
    facts = [
        Fact(_("Dag"), formats.weekday_and_day(found.meets_on), note=formats.week(found.meets_on)),
        Fact(_("Tid"), hours_of(found)),
        Fact(_("Plats"), found.place, note=Mode(found.mode).label),
    ]
    if found.url:
        facts.append(Fact(_("Länk"), found.url, found.url))
    if found.audience:
        facts.append(Fact(_("För vilka"), found.audience))
    for label, deadline in (
        (_("Punkter föreslås senast"), found.items_by_at),
        (_("Bidrag skickas senast"), found.contributions_by_at),
    ):
        if deadline:
            facts.append(Fact(label, formats.moment(deadline)))
    return facts


def hours_of(found: Any) -> str:
    ends = f"–{found.ends:%H.%M}" if found.ends else ""
    return f"{found.starts:%H.%M}{ends}" if found.starts else ""


def _reflections(found: Meeting) -> list[tuple[str, str]]:
    told = (
        (_("Vad gick bra?"), found.went_well),
        (_("Vad gick mindre bra?"), found.went_badly),
        (_("Vad gör ni annorlunda nästa gång?"), found.do_differently),
    )
    return [(question, text) for question, text in told if text]


@page(rules.READ_MEETING)
def watch(request: Request, found: Meeting, /) -> HttpResponse:
    """What has come since the page was made; nothing at all (204) when nothing has."""
    if request.GET.get("stand") == queries.standing_of(found):
        return HttpResponse(status=204)
    context = {
        "meeting": found,
        "is_under_way": _is_under_way(request.actor, found),
        "today": request.actor.today,
        **agenda_of(request.actor, found),
    }
    return part("forums/_watched.html", context)


@page(rules.READ_MEETING)
def pack(request: Request, found: Meeting, /) -> HttpResponse:
    crumbs = [*meeting_crumbs(request.actor, found), Crumb(_("Underlag"))]
    context = {
        "pack": queries.pack_of(request.actor, found),
        "meeting": found,
        "hours": hours_of(found),
        "mode": Mode(found.mode).label,
        "may_send": not found.is_over and "summon" in _may(request, found),
        "breadcrumbs": crumbs,
    }
    return render(request, "forums/pack.html", context)


def _state(found: Any) -> Cell:
    state = MeetingState(found.state)
    return Cell(tags=(Tag(state.label, _COLORS[state]),))


MEETING_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "dag",
        gettext_lazy("Dag"),
        lambda found: Cell(found.meets_on, url=meeting_url(found.pk)),
        ("meets_on",),
        width=14,
    ),
    Column(
        "forum",
        gettext_lazy("Forum"),
        lambda found: Cell(
            found.forum_name, url=reverse("forums:forum", args=[found.forum_id]), note=found.title
        ),
        ("forum_key",),
        width=40,
    ),
    Column("tid", gettext_lazy("Tid"), lambda found: Cell(hours_of(found)), width=14),
    Column("laget", gettext_lazy("Läget"), _state, ("state",)),
    Column(
        "beslut",
        gettext_lazy("Beslut"),
        lambda found: Cell(found.decided),
        ("decided",),
        is_number=True,
    ),
    Column(
        "uppfoljningar",
        gettext_lazy("Uppföljningar"),
        lambda found: Cell(found.left_to_do),
        ("left_to_do",),
        is_number=True,
    ),
)
_MINE, _COMING = "mina", "kommande"


def _filters(request: Request) -> tuple[Filter[Any], ...]:
    def chosen(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        if answer == _MINE:
            return rows.filter(pk__in=queries.my_meetings(request.actor).order_by().values("pk"))
        return rows.filter(meets_on__gte=request.actor.today)

    return (
        Filter(
            "forum",
            gettext_lazy("Forum"),
            lambda rows, pk: rows.filter(forum_id=pk),
            _forums(request.actor),
        ),
        Filter(
            "laget",
            gettext_lazy("Läget"),
            lambda rows, state: rows.filter(state=state),
            tuple(MeetingState.choices),
        ),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            chosen,
            ((_COMING, gettext_lazy("bara kommande")), (_MINE, gettext_lazy("mina kommande"))),
        ),
    )


def _forums(actor: Actor) -> tuple[tuple[str, str], ...]:
    rows = visible(actor, rules.READ_FORUM).order_by("name_key", "pk")
    return tuple((str(pk), name) for pk, name in rows.values_list("pk", "name"))


@page(rules.READ_FORUMS)
def meetings(request: Request, _municipality: Municipality, /) -> HttpResponse:
    listing = Listing(
        request.GET,
        queries.meetings_with_counts(request.actor),
        MEETING_COLUMNS,
        _("Möten"),
        default_sort="-dag",
        filters=_filters(request),
        file_name="moten",
        empty=Empty(
            _("Här står alla möten som du får läsa: de som kommer och de som har varit."),
            _("Till exempel styrgruppens möte i november."),
            _("Gå till forumen och planera ett möte"),
            reverse("forums:forums"),
        ),
    )
    return register_page(request, listing, _("Möten"))
