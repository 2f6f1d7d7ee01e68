"""Planning meetings, moving them, and saying what became of them."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from samsyn.access.api import STOCKHOLM, Actor, free_key, one_change
from samsyn.forums.actions.asking import ask_seats
from samsyn.forums.actions.carrying import carry_on, put_off, set_agenda
from samsyn.forums.actions.refusals import (
    refuse_before,
    refuse_when_off,
    refuse_when_recorded,
    written,
)
from samsyn.forums.actions.summoning import call_off
from samsyn.forums.models import Forum, Meeting, MeetingState, Mode
from samsyn.forums.searchable_meetings import show_meeting
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError


class DeadlineRefusedError(RuleBrokenError):
    pass


class NoForumThatDayError(RuleBrokenError):
    pass


class MeetingAlreadyHeldError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """When and where one meets, and until when one may prepare."""

    meets_on: date
    starts: time | None = None
    ends: time | None = None
    title: str = ""
    audience: str = ""
    place: str = ""
    mode: str = Mode.ROOM
    url: str = ""
    items_by_at: datetime | None = None
    contributions_by_at: datetime | None = None


_LINES = ("title", "audience", "place")


def plan_meeting(forum: Forum, plan: MeetingPlan, *, actor: Actor) -> Meeting:
    """Plan a meeting; the standing items, what was put off and those who have seats come along."""
    _refuse_without_forum(forum, plan.meets_on)
    refuse_deadlines(plan, None, actor)
    with one_change():
        # One at a time, or two meetings would take up the same items.
        Forum.objects.select_for_update(no_key=True).get(pk=forum.pk)
        meeting = Meeting.objects.create(
            municipality_id=actor.municipality_id,
            forum=forum,
            key=free_key(Meeting, actor.municipality_id, f"{forum.key} {plan.meets_on}"),
            changed_at=actor.now,
            **_kept(plan),
        )
        set_agenda(meeting, actor)
        ask_seats(meeting, actor)
        show_meeting(meeting)
    return meeting


def change_meeting(meeting: Meeting, plan: MeetingPlan, *, actor: Actor) -> None:
    """Move or describe a meeting anew; whoever was asked stays asked, with what she answered."""
    refuse_when_recorded(meeting)
    _refuse_without_forum(meeting.forum, plan.meets_on)
    refuse_deadlines(plan, meeting, actor)
    kept = _kept(plan)
    if all(getattr(meeting, name) == value for name, value in kept.items()):
        return
    with one_change():
        for name, value in kept.items():
            setattr(meeting, name, value)
        meeting.sequence += 1
        meeting.changed_at = actor.now
        meeting.save(update_fields=[*kept, "sequence", "changed_at"])
        if not meeting.is_over:
            ask_seats(meeting, actor)
        show_meeting(meeting)


def cancel_meeting(meeting: Meeting, why: str, *, actor: Actor) -> None:
    """Call a meeting off; what was to be taken up waits for the next."""
    _end(meeting, MeetingState.CANCELLED, why, actor)


def miss_meeting(meeting: Meeting, why: str, *, actor: Actor) -> None:
    """Note that a planned meeting never took place."""
    refuse_before(meeting, actor)
    _end(meeting, MeetingState.MISSED, why, actor)


def _end(meeting: Meeting, state: MeetingState, why: str, actor: Actor) -> None:
    _refuse_when_held(meeting)
    reason = written(guarded(why), _("Skriv varför mötet inte blir av."))
    with one_change():
        meeting.state, meeting.why_not = state, reason
        meeting.sequence += 1
        meeting.changed_at = actor.now
        meeting.save(update_fields=["state", "why_not", "sequence", "changed_at"])
        call_off(meeting, actor)
        put_off(meeting)
        carry_on(meeting, actor)


def hold_meeting(meeting: Meeting, *, actor: Actor) -> None:
    """Say that the meeting was held."""
    _refuse_when_held(meeting)
    refuse_before(meeting, actor)
    with one_change():
        meeting.state, meeting.changed_at = MeetingState.HELD, actor.now
        meeting.save(update_fields=["state", "changed_at"])


def _refuse_when_held(meeting: Meeting) -> None:
    refuse_when_off(meeting)
    if meeting.state == MeetingState.HELD:
        raise MeetingAlreadyHeldError(_("Mötet är redan hållet."))


def reflect(
    meeting: Meeting, went_well: str, went_badly: str, do_differently: str, *, actor: Actor
) -> None:
    """Write down how the meeting went, for the next one to be better."""
    refuse_when_off(meeting)
    refuse_before(meeting, actor)
    with one_change():
        meeting.went_well = guarded(went_well)
        meeting.went_badly = guarded(went_badly)
        meeting.do_differently = guarded(do_differently)
        meeting.save(update_fields=["went_well", "went_badly", "do_differently"])


def _kept(plan: MeetingPlan) -> dict[str, object]:
    kept = asdict(plan)
    return kept | {name: guarded_line(kept[name]) for name in _LINES} | {"url": plan.url.strip()}


def _refuse_without_forum(forum: Forum, day: date) -> None:
    if day not in forum.period:
        raise NoForumThatDayError(_("Forumet finns inte den dagen."))


def refuse_deadlines(plan: MeetingPlan, before: Meeting | None, actor: Actor) -> None:
    """Refuse a day that nobody can keep to; one that was set before may have passed since."""
    begins = beginning(plan.meets_on, plan.starts)
    for name in ("items_by_at", "contributions_by_at"):
        deadline: datetime | None = getattr(plan, name)
        if deadline is None:
            continue
        if deadline > begins:
            raise DeadlineRefusedError(_("Tiden går ut efter mötet. Välj en tidigare."))
        if deadline < actor.now and deadline != getattr(before, name, None):
            raise DeadlineRefusedError(_("Tiden har redan gått ut. Välj en som inte har passerat."))


def beginning(day: date, starts: time | None) -> datetime:
    """When the meeting begins; without an hour, when its day ends."""
    if starts is None:
        return datetime.combine(day + timedelta(1), time(), STOCKHOLM)
    return datetime.combine(day, starts, STOCKHOLM)
