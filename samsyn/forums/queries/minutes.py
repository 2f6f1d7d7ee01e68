"""Questions about minutes: their versions, who approves them, and the book that they make."""

from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from samsyn.access.api import Actor, visible, within
from samsyn.forums.models import Approval, Forum, Minutes, Seat
from samsyn.forums.rules import READ_MINUTES
from samsyn.organisation import api as organisation


def versions_of(actor: Actor, meeting_id: UUID) -> QuerySet[Minutes]:
    """Every version, the newest first."""
    return within(Minutes, actor).filter(meeting_id=meeting_id).order_by("-version")


def newest_version(actor: Actor, meeting_id: UUID) -> Minutes | None:
    return versions_of(actor, meeting_id).first()


def approved_version(actor: Actor, meeting_id: UUID) -> Minutes | None:
    """The version that holds: the newest that all have approved."""
    approved = versions_of(actor, meeting_id).filter(approved_at__isnull=False)
    return approved.select_related("meeting__forum").first()


def version_before(actor: Actor, minutes: Minutes) -> Minutes | None:
    older = versions_of(actor, minutes.meeting_id).filter(version__lt=minutes.version)
    return older.first()


def approvals_of(actor: Actor, minutes: Minutes) -> QuerySet[Any]:
    """Who is to approve, with what each body is called, and who has."""
    rows: QuerySet[Any] = within(Approval, actor).filter(minutes=minutes)
    named: QuerySet[Any] = rows.select_related("position", "person").annotate(
        body_name=organisation.queries.name_on(actor.today, "position__body_id")
    )
    return named.order_by("position__title_key", "pk")


def awaiting_my_approval(actor: Actor) -> QuerySet[Any]:
    held = organisation.queries.functions_of_account(actor).order_by().values("pk")
    newest = _newest(actor)
    rows = within(Approval, actor).filter(position__in=held, approved_at__isnull=True)
    waiting = rows.filter(minutes__pk=Subquery(newest.values("pk")[:1]))
    return waiting.select_related("minutes__meeting__forum").order_by("minutes__made_at", "pk")


def _newest(actor: Actor) -> QuerySet[Minutes]:
    rows = within(Minutes, actor).filter(meeting=OuterRef("minutes__meeting"))
    return rows.order_by("-version")


def minute_book(actor: Actor, forum_id: UUID) -> QuerySet[Any]:
    """The newest approved minutes of each of the forum's meetings."""
    approved = within(Minutes, actor).filter(approved_at__isnull=False)
    newest = approved.filter(meeting=OuterRef("meeting")).order_by("-version").values("pk")
    rows: QuerySet[Any] = visible(actor, READ_MINUTES).filter(
        meeting__forum_id=forum_id, pk=Subquery(newest[:1])
    )
    told: QuerySet[Any] = rows.select_related("meeting__forum").annotate(
        met_on=F("meeting__meets_on")
    )
    return told.order_by("-met_on", "pk")


def holding_words(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Those in which every word stands somewhere: in an item, its notes, a decision or a name."""
    found: QuerySet[Any] = rows.annotate(written=Cast("content", TextField()))
    for word in words.split():
        found = found.filter(written__icontains=_as_in_json(word))
    return found


def _as_in_json(word: str) -> str:
    return word.replace("\\", "\\\\").replace('"', '\\"')


def years_of(rows: QuerySet[Any]) -> list[int]:
    """The years that there are minutes from, the latest first."""
    found = rows.order_by().values_list("meeting__meets_on__year", flat=True).distinct()
    return sorted(found, reverse=True)


def possible_approvers(actor: Actor, forum: Forum) -> list[Any]:
    """Those who lead the forum, and the functions that have a seat in it."""
    leading = {forum.chair_id, forum.convener_id, forum.secretary_id}
    seated = within(Seat, actor).filter(organisation.queries.on(actor.today), forum=forum)
    wanted = Q(pk__in=leading) | Q(pk__in=seated.order_by().values("position_id"))
    rows = organisation.queries.positions_with_bodies(actor).filter(wanted)
    return list(rows.order_by("body_key", "rank", "title_key", "pk"))


def usual_approver(forum: Forum, positions: list[Any]) -> Any | None:
    """The chair, or else the convener, if somebody holds the function."""
    held = {each.pk: each for each in positions if each.held}
    return held.get(forum.chair_id) or held.get(forum.convener_id)
