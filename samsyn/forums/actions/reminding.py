"""Reminding those who have not contributed or answered, without anyone having to think of it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from samsyn.access.api import STOCKHOLM, Actor, within
from samsyn.forums import queries
from samsyn.forums.addressees import Addressee, addressees_of, by_address
from samsyn.forums.domain.occasions import Kind
from samsyn.forums.domain.workdays import WorkingDays
from samsyn.forums.letters.reminders import reminder
from samsyn.forums.letters.summons import Receiver
from samsyn.forums.models import Answer, Meeting, MeetingState
from samsyn.post.api import letters_about, write

_FROM_HOUR = 7
_WORKING_DAYS_BEFORE = 2
# Two working days are never further off, not even over Christmas.
_FARTHEST = timedelta(days=14)
_A_DAY = timedelta(days=1)


def remind(actor: Actor) -> None:
    """Write to whoever is waited for; each is reminded once of each day to keep to."""
    if actor.now.astimezone(STOCKHOLM).hour < _FROM_HOUR:
        return
    planned = within(Meeting, actor).filter(state=MeetingState.PLANNED).select_related("forum")
    closing = planned.filter(
        contributions_by_at__gt=actor.now, contributions_by_at__lt=actor.now + _FARTHEST
    )
    days = queries.working_days(actor)
    for meeting in closing.order_by("contributions_by_at", "pk"):
        if _is_time(meeting, days, actor.today):
            _ask_for_contributions(meeting, actor)
    for meeting in planned.filter(meets_on=actor.today + _A_DAY).order_by("starts", "pk"):
        _ask_for_answers(meeting, actor)


def _is_time(meeting: Meeting, days: WorkingDays, today: date) -> bool:
    if meeting.contributions_by_at is None:
        return False
    closes_on = meeting.contributions_by_at.astimezone(STOCKHOLM).date()
    return today >= before(closes_on, _WORKING_DAYS_BEFORE, days)


def before(day: date, count: int, days: WorkingDays) -> date:
    """The day that is so many working days before.

    >>> before(date(2026, 11, 23), 2, WorkingDays())
    datetime.date(2026, 11, 19)
    """
    while count:
        day -= _A_DAY
        count -= days.hold(day)
    return day


def _ask_for_contributions(meeting: Meeting, actor: Actor) -> None:
    closes_at = meeting.contributions_by_at

    def occasion(to: str) -> str:
        return Kind.ASK_FOR_CONTRIBUTION.occasion(meeting.pk, closes_at, to)

    silent = [
        each
        for each in addressees_of(actor, meeting)
        if each.attendance.contributed_at is None and each.attendance.answer != Answer.NO
    ]
    _write(Kind.ASK_FOR_CONTRIBUTION, meeting, silent, occasion, actor)


def _ask_for_answers(meeting: Meeting, actor: Actor) -> None:
    """Only of those who were asked by letter: nobody else knows that an answer is waited for."""
    summoned = queries.summonses(actor, meeting)

    def occasion(to: str) -> str:
        return Kind.ASK_FOR_ANSWER.occasion(meeting.pk, meeting.meets_on, to)

    silent = [
        each
        for each in addressees_of(actor, meeting)
        if not each.attendance.answer and each.email.lower() in summoned
    ]
    _write(Kind.ASK_FOR_ANSWER, meeting, silent, occasion, actor)


def _write(
    kind: Kind,
    meeting: Meeting,
    silent: list[Addressee],
    occasion: Callable[[str], str],
    actor: Actor,
) -> None:
    had = set(letters_about(actor, meeting).values_list("occasion", flat=True))
    for to in _new(silent, had, occasion):
        write(reminder(kind, meeting, to, occasion(to.email), actor), actor=actor)


def _new(
    silent: list[Addressee], had: set[str | None], occasion: Callable[[str], str]
) -> Iterator[Receiver]:
    """Left out are those who had the letter: their links would be made in vain."""
    for to, asked in by_address(silent).items():
        if occasion(to) not in had:
            yield Receiver(to, asked)
