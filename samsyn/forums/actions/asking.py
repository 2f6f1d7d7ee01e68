"""Asking people to a meeting, what they answer, and who came."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.forums import queries
from samsyn.forums.actions.refusals import (
    refuse_before,
    refuse_when_off,
    refuse_when_recorded,
    written,
)
from samsyn.forums.models import Answer, Attendance, Meeting, MeetingState, Presence
from samsyn.intake.api import guarded_line
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Position


class TooLateToAnswerError(RuleBrokenError):
    pass


_Who = tuple[UUID | None, UUID | None, UUID | None]


def ask_seats(meeting: Meeting, actor: Actor) -> None:
    """Ask all who have a seat that day; no one twice, and no one who has answered is let go."""
    wanted = {_who(each): each for each in _asked_by_seat(meeting, actor)}
    _find_seats(meeting, list(wanted.values()))
    there = {_who(each): each for each in Attendance.objects.filter(meeting=meeting)}
    Attendance.objects.bulk_create([each for who, each in wanted.items() if who not in there])
    gone = [each.pk for who, each in there.items() if who not in wanted and each.seat_id]
    untouched = Attendance.objects.filter(
        pk__in=gone, answer="", status="", contributed_at__isnull=True, draft__isnull=True
    )
    untouched.delete()


def _find_seats(meeting: Meeting, wanted: Iterable[Attendance]) -> None:
    """Let those who were asked in a file, which knows no seats, have the seat that is theirs."""
    by_function: dict[tuple[UUID | None, UUID | None], Attendance] = {
        (each.position_id, each.person_id): each for each in wanted if each.position_id
    }
    by_body = {each.body_id: each for each in wanted if not each.position_id}
    for asked in Attendance.objects.filter(meeting=meeting, seat__isnull=True):
        same = by_function.get((asked.position_id, asked.person_id)) or _first_holder(asked, wanted)
        if same is None and not asked.position_id:
            same = by_body.get(asked.body_id)
        if same is not None:
            asked.seat_id, asked.person_id = same.seat_id, same.person_id
            asked.save(update_fields=["seat_id", "person_id"])


def _first_holder(asked: Attendance, wanted: Iterable[Attendance]) -> Attendance | None:
    """Whoever holds the function, where only the function was told of."""
    if asked.position_id is None or asked.person_id is not None:
        return None
    return next((each for each in wanted if each.position_id == asked.position_id), None)


def _who(attendance: Attendance) -> _Who:
    return attendance.seat_id, attendance.position_id, attendance.person_id


def _asked_by_seat(meeting: Meeting, actor: Actor) -> Iterator[Attendance]:
    for seat in queries.seats_on(actor, meeting.forum_id, meeting.meets_on):
        holders = [held.person_id for held in seat.position.held] if seat.position else []
        for person_id in holders or [None]:
            yield Attendance(
                municipality_id=meeting.municipality_id,
                meeting=meeting,
                seat=seat,
                body_id=seat.body_id,
                position_id=seat.position_id,
                person_id=person_id,
                wording=seat.wording,
            )


def ask_by_seats(meeting: Meeting, *, actor: Actor) -> None:
    """Ask all who have a seat, for a meeting that came without or whose seats have changed."""
    refuse_when_off(meeting)
    with one_change():
        ask_seats(meeting, actor)


def ask_guest(
    meeting: Meeting, wording: str, *, position: Position | None = None, actor: Actor
) -> Attendance:
    """Ask someone for this one meeting, in her own words or by her function."""
    refuse_when_recorded(meeting)
    told = guarded_line(wording)
    if position is None:
        written(told, _("Skriv vem som bjuds in, eller välj en funktion."))
    with one_change():
        return Attendance.objects.create(
            municipality_id=meeting.municipality_id,
            meeting=meeting,
            body_id=position.body_id if position else None,
            position=position,
            wording=told,
        )


def note_attendance(attendance: Attendance, presence: Presence | None, *, actor: Actor) -> None:
    """Write down whether someone was there; None takes it back."""
    refuse_when_recorded(attendance.meeting)
    refuse_before(attendance.meeting, actor)
    with one_change():
        attendance.status = presence or ""
        attendance.save(update_fields=["status"])


def answer(attendance: Attendance, answer: Answer, *, actor: Actor) -> None:
    """Say whether one comes; the last word before the meeting holds."""
    meeting = attendance.meeting
    if meeting.state != MeetingState.PLANNED or meeting.meets_on < actor.today:
        raise TooLateToAnswerError(_("Mötet tar inte emot svar längre."))
    with one_change():
        attendance.answer, attendance.answered_at = answer, actor.now
        attendance.save(update_fields=["answer", "answered_at"])
