"""Refusals that several changes to meetings share."""

from django.db import OperationalError
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.models import Meeting, MeetingState, Minutes
from samsyn.kernel.errors import RuleBrokenError


class MeetingIsOffError(RuleBrokenError):
    pass


class MeetingIsRecordedError(RuleBrokenError):
    pass


class TooEarlyError(RuleBrokenError):
    pass


class SomeoneElseFirstError(RuleBrokenError):
    pass


class NothingWrittenError(RuleBrokenError):
    pass


def refuse_when_off(meeting: Meeting) -> None:
    if meeting.state == MeetingState.CANCELLED:
        raise MeetingIsOffError(_("Mötet är inställt."))
    if meeting.state == MeetingState.MISSED:
        raise MeetingIsOffError(_("Mötet blev inte av."))


def refuse_when_recorded(meeting: Meeting) -> None:
    """Refuse to change what the minutes already tell of."""
    refuse_when_off(meeting)
    if Minutes.objects.filter(meeting=meeting).exists():
        raise MeetingIsRecordedError(
            _("Anteckningarna är färdigställda. Ta tillbaka eller rätta dem för att ändra.")
        )


def refuse_before(meeting: Meeting, actor: Actor) -> None:
    if meeting.meets_on > actor.today:
        raise TooEarlyError(_("Mötet har inte varit än."))


def lock(meeting: Meeting) -> None:
    """Let no one else change the agenda until this change is made."""
    Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)


def lock_at_once(meeting: Meeting) -> None:
    """The same for one who holds an item already: two of them would wait for each other."""
    try:
        Meeting.objects.select_for_update(no_key=True, nowait=True).get(pk=meeting.pk)
    except OperationalError as error:
        raise SomeoneElseFirstError(
            _("Någon annan ändrar dagordningen just nu. Försök igen.")
        ) from error


def written(text: str, sentence: str) -> str:
    if not text:
        raise NothingWrittenError(sentence)
    return text
