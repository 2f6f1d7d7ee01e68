"""The register of what is left to do, and the page of one with its history."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.access.api import Actor, Municipality, Request, allowed, page, register_page, visible
from samsyn.forums import queries, rules
from samsyn.forums.models import Closing, FollowUp, Meeting
from samsyn.forums.web.meeting_addresses import (
    follow_up_url,
    follow_ups_crumb,
    meeting_url,
)
from samsyn.organisation import api as organisation
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Happening, Listing, Tag
from samsyn.pages.api import formats as formats_of

_CLOSED, _OVERDUE, _TWICE, _OWNERLESS, _ALL = "avslutade", "forsenade", "tva", "utan", "alla"


def state_tags(follow_up: Any, today: date) -> tuple[Tag, ...]:
    """How it is with a follow-up, in words."""
    if not follow_up.is_open:
        return (Tag(Closing(follow_up.closed_as).label, "neutral"),)
    days = (today - follow_up.due_on).days
    if days <= 0:
        return (Tag(_("öppen"), "info"),)
    late = ngettext("försenad %(days)s dag", "försenad %(days)s dagar", days)
    told = Tag(late % {"days": formats_of.number(days)}, "danger")
    return (told, Tag(_("andra gången"), "danger")) if follow_up.overruns else (told,)


def _owner(follow_up: Any) -> Cell:
    vacant = () if follow_up.owner.held else (Tag(_("vakant"), "danger"),)
    return Cell(follow_up.owner.title, tags=vacant, note=follow_up.body_name or "")


def _columns(actor: Actor) -> tuple[Column[Any], ...]:
    return (
        Column(
            "vad",
            gettext_lazy("Vad"),
            lambda row: Cell(row.what, url=follow_up_url(row.pk)),
            ("what",),
            width=50,
        ),
        Column(
            "laget",
            gettext_lazy("Läget"),
            lambda row: Cell(tags=state_tags(row, actor.today)),
            ("closed_on",),
        ),
        Column("dag", gettext_lazy("Klar senast"), lambda row: Cell(row.due_on), ("due_on",)),
        Column("agare", gettext_lazy("Ägare"), _owner, ("owner_key",), width=36),
        Column(
            "innehavare",
            gettext_lazy("Innehavare"),
            lambda row: Cell(queries.holder_of(row)),
        ),
        Column(
            "forum",
            gettext_lazy("Forum"),
            lambda row: Cell(row.forum.name, url=reverse("forums:forum", args=[row.forum_id])),
            ("forum_key",),
            width=36,
        ),
    )


def _shown(actor: Actor) -> Any:
    def narrow(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        match answer:
            case "forsenade":
                return rows.filter(queries.overdue(actor.today))
            case "tva":
                return rows.filter(queries.overdue_twice(actor.today))
            case "utan":
                return queries.without_owner(rows, actor)
            case "avslutade":
                return rows.exclude(queries.OPEN)
            case _:
                return rows

    return narrow


def _filters(request: Request) -> tuple[Filter[Any], ...]:
    actor = request.actor
    return (
        Filter(
            "vad",
            gettext_lazy("Vad innehåller"),
            lambda rows, words: rows.filter(what__icontains=words),
        ),
        Filter(
            "min",
            gettext_lazy("Vems"),
            lambda rows, _answer: queries.of_my_functions(rows, actor),
            (("ja", gettext_lazy("bara mina")),),
        ),
        Filter(
            "forum",
            gettext_lazy("Forum"),
            lambda rows, pk: rows.filter(forum_id=pk),
            _names(visible(actor, rules.READ_FORUM).order_by("name_key", "pk")),
        ),
        Filter(
            "organ",
            gettext_lazy("Ägarens organ"),
            lambda rows, pk: rows.filter(owner__body_id=pk),
            _bodies(actor),
        ),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            _shown(actor),
            (
                (_OVERDUE, gettext_lazy("bara försenade")),
                (_TWICE, gettext_lazy("försenade två gånger")),
                (_OWNERLESS, gettext_lazy("utan ägare i dag")),
                (_CLOSED, gettext_lazy("bara avslutade")),
                (_ALL, gettext_lazy("också avslutade")),
            ),
        ),
    )


def _names(rows: QuerySet[Any]) -> tuple[tuple[str, str], ...]:
    return tuple((str(pk), name) for pk, name in rows.values_list("pk", "name"))


def _bodies(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The bodies whose functions own something."""
    owners = visible(actor, rules.READ_FOLLOW_UP).order_by().values("owner__body_id")
    return _names(organisation.queries.bodies(actor).filter(pk__in=owners))


@page(rules.READ_FORUMS)
def follow_ups(request: Request, _municipality: Municipality, /) -> HttpResponse:
    rows = queries.follow_ups(request.actor)
    if request.GET.get("visa") not in {_CLOSED, _ALL}:
        rows = rows.filter(queries.OPEN)
    listing = Listing(
        request.GET,
        rows,
        _columns(request.actor),
        _("Uppföljningar"),
        default_sort="dag",
        filters=_filters(request),
        file_name="uppfoljningar",
        empty=Empty(
            _("Här står det som möten har lämnat att göra, tills det är avslutat i skrift."),
            _("Till exempel Rektor: ta fram en rutin för frånvaro, klart senast 1 mars."),
        ),
    )
    lead = _("Det som möten har lämnat att göra. Det äldsta först.")
    return register_page(request, listing, _("Uppföljningar"), lead=lead)


@page(rules.READ_FOLLOW_UP)
def follow_up(request: Request, found: FollowUp, /) -> HttpResponse:
    actor = request.actor
    row = queries.follow_ups(actor).get(pk=found.pk)
    context = {
        "row": row,
        "states": state_tags(row, actor.today),
        "is_ownerless": queries.without_owner(queries.follow_ups(actor), actor)
        .filter(pk=found.pk)
        .exists(),
        "is_raised": row.forum.above_id and row.is_overdue(actor.today) and row.overruns,
        "facts": _facts(actor, row),
        "happenings": _happenings(actor, row),
        "may": allowed(actor, found, _ACTIONS),
        "breadcrumbs": [follow_ups_crumb(), Crumb(found.what)],
    }
    return render(request, "forums/follow_up.html", context)


_ACTIONS = (rules.CLOSE_FOLLOW_UP, rules.GIVE_NEW_DAY, rules.GIVE_NEW_OWNER)


def _facts(actor: Actor, row: Any) -> list[Fact]:
    holders = queries.holder_of(row)
    owner = f"{row.owner.title}, {row.body_name}" if row.body_name else row.owner.title
    facts = [
        Fact(_("Forum"), row.forum.name, reverse("forums:forum", args=[row.forum_id])),
        Fact(_("Ägare"), owner, reverse("organisation:position", args=[row.owner_id])),
        Fact(_("Innehavare i dag"), holders or _("vakant")),
        Fact(_("Klar senast"), formats_of.long_day(row.due_on)),
        Fact(_("Varför"), row.why),
    ]
    if row.carried_by:
        facts.append(Fact(_("Görs av undergruppen"), row.carried_by.name))
    meeting = _meeting(actor, row)
    if meeting is not None:
        day = formats_of.long_day(meeting.meets_on)
        facts.append(Fact(_("Från mötet"), day, meeting_url(meeting.pk, row.at_item)))
    return facts


def _meeting(actor: Actor, row: FollowUp) -> Meeting | None:
    """The meeting that left it, if the one who looks may read it."""
    if row.meeting_id is None:
        return None
    return visible(actor, rules.READ_MEETING).filter(pk=row.meeting_id).first()


def _happenings(actor: Actor, row: Any) -> list[Happening]:
    """What has happened to it, the latest first."""
    told = [
        Happening(
            formats_of.local_moment(each.given_at).date(),
            _("Ny dag: %(day)s i stället för %(before)s")
            % {
                "day": formats_of.long_day(each.due_on),
                "before": formats_of.long_day(each.was_due_on),
            },
            each.why,
        )
        for each in queries.new_days_of(actor, row.pk)
    ]
    if row.meeting is not None:
        told.insert(0, Happening(row.meeting.meets_on, _("Mötet lämnade den att göra")))
    if row.closed_on:
        told.append(Happening(row.closed_on, Closing(row.closed_as).label.capitalize(), row.result))
    return told[::-1]
