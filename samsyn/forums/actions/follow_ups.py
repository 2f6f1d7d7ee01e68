"""Leaving something to be done, giving it more time or another owner, and closing it in writing."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.forums.actions.notes import refuse_unknown_item
from samsyn.forums.actions.refusals import refuse_when_recorded, written
from samsyn.forums.models import Closing, FollowUp, Forum, Meeting, NewDay
from samsyn.forums.searchable_meetings import show_follow_up
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Position


class DayHasPassedError(RuleBrokenError):
    pass


class OwnerHasEndedError(RuleBrokenError):
    pass


class AlreadyClosedError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class NewTask:
    """What is to be done, by which function and when."""

    what: str
    owner: Position
    due_on: date
    why: str = ""
    carried_by: Forum | None = None


def follow_up(
    forum: Forum,
    task: NewTask,
    *,
    meeting: Meeting | None = None,
    at_item: int | None = None,
    actor: Actor,
) -> FollowUp:
    """Leave something to be done; it comes back at each meeting until it is closed."""
    if meeting is not None:
        refuse_when_recorded(meeting)
        refuse_unknown_item(meeting, at_item)
    _refuse_passed(task.due_on, actor)
    _refuse_ended(task.owner, task.due_on)
    what = guarded_line(task.what)
    with one_change():
        made = FollowUp.objects.create(
            municipality_id=actor.municipality_id,
            forum=forum,
            meeting=meeting,
            at_item=at_item,
            key=free_key(FollowUp, actor.municipality_id, f"{forum.key} {what}"),
            what=what,
            why=guarded(task.why),
            owner=task.owner,
            carried_by=task.carried_by,
            due_on=task.due_on,
        )
        show_follow_up(made)
    return made


def close_follow_up(follow_up: FollowUp, closed_as: Closing, result: str, *, actor: Actor) -> None:
    """Close in writing: how it went is what the next meeting reads."""
    _refuse_closed(follow_up)
    told = written(guarded(result), _("Skriv hur det gick, innan du avslutar."))
    with one_change():
        follow_up.closed_on, follow_up.closed_as = actor.today, closed_as
        follow_up.result = told
        follow_up.save(update_fields=["closed_on", "closed_as", "result"])
        show_follow_up(follow_up)


def give_new_day(follow_up: FollowUp, due_on: date, why: str, *, actor: Actor) -> None:
    """Give more time, and say why; after the day has passed it counts as an overrun."""
    _refuse_closed(follow_up)
    _refuse_passed(due_on, actor)
    _refuse_ended(follow_up.owner, due_on)
    if due_on == follow_up.due_on:
        raise DayHasPassedError(_("Det är samma dag som förut. Välj en annan."))
    reason = written(guarded(why), _("Skriv varför den behöver mer tid."))
    with one_change():
        NewDay.objects.create(
            municipality_id=follow_up.municipality_id,
            follow_up=follow_up,
            was_due_on=follow_up.due_on,
            due_on=due_on,
            why=reason,
            given_at=actor.now,
        )
        follow_up.overruns += follow_up.is_overdue(actor.today)
        follow_up.due_on = due_on
        follow_up.save(update_fields=["overruns", "due_on"])


def give_new_owner(follow_up: FollowUp, owner: Position, *, actor: Actor) -> None:
    _refuse_closed(follow_up)
    _refuse_ended(owner, max(follow_up.due_on, actor.today))
    with one_change():
        follow_up.owner = owner
        follow_up.save(update_fields=["owner"])
        show_follow_up(follow_up)


def _refuse_closed(follow_up: FollowUp) -> None:
    if not follow_up.is_open:
        raise AlreadyClosedError(_("Uppföljningen är redan avslutad."))


def _refuse_passed(day: date, actor: Actor) -> None:
    if day < actor.today:
        raise DayHasPassedError(_("Dagen har redan passerat. Välj en som kommer."))


def _refuse_ended(owner: Position, day: date) -> None:
    """Refuse a function that will not be there when it is time."""
    if day not in owner.period:
        told = {"function": owner.title}
        raise OwnerHasEndedError(
            _("Funktionen %(function)s finns inte då. Välj den som tar över.") % told
        )
