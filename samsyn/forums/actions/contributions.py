"""What a party tells before the meeting: written as a draft, and sent when it is ready.

Called for those who have an account and for those who come by a link.
"""

from django.db.models import F
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.forums.actions.meetings import beginning
from samsyn.forums.actions.refusals import refuse_when_off, written
from samsyn.forums.models import Attendance, Draft, Meeting, MeetingState
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import formats


class TooLateToContributeError(RuleBrokenError):
    pass


class DraftChangedError(RuleBrokenError):
    """Someone saved another text meanwhile: `theirs` under `version`."""

    def __init__(self, theirs: str, version: int) -> None:
        super().__init__(_("Texten har ändrats i ett annat fönster. Se båda och spara en av dem."))
        self.theirs, self.version = theirs, version


def save_draft(attendance: Attendance, text: str, version: int, *, actor: Actor) -> int:
    """Keep what has been written so far, and return its version; nothing is told to the others.

    `version` is that of the text it was written from, 0 for none; raises DraftChangedError.
    """
    refuse_late(attendance.meeting, actor)
    kept = guarded(text)
    with one_change():
        if _changed(attendance, kept, version, actor) or _begun(attendance, kept, version, actor):
            return version + 1
    raise _changed_meanwhile(attendance)


def _changed(attendance: Attendance, text: str, version: int, actor: Actor) -> bool:
    drafts = Draft.objects.filter(attendance=attendance, version=version)
    return bool(drafts.update(text=text, version=F("version") + 1, saved_at=actor.now))


def _begun(attendance: Attendance, text: str, version: int, actor: Actor) -> bool:
    if version:
        return False
    _draft, is_new = Draft.objects.get_or_create(
        attendance=attendance,
        defaults={
            "municipality_id": attendance.municipality_id,
            "text": text,
            "saved_at": actor.now,
        },
    )
    return is_new


def _changed_meanwhile(attendance: Attendance) -> DraftChangedError:
    draft = Draft.objects.filter(attendance=attendance).first()
    if draft is None:
        return DraftChangedError(attendance.contribution, 0)
    return DraftChangedError(draft.text, draft.version)


def contribute(attendance: Attendance, text: str, *, actor: Actor) -> None:
    """Send what one has to tell; it may be sent anew until the time is out."""
    refuse_late(attendance.meeting, actor)
    told = written(guarded(text), _("Skriv något, innan du skickar."))
    with one_change():
        attendance.contribution, attendance.contributed_at = told, actor.now
        attendance.save(update_fields=["contribution", "contributed_at"])
        Draft.objects.filter(attendance=attendance).delete()


def refuse_late(meeting: Meeting, actor: Actor) -> None:
    refuse_when_off(meeting)
    deadline = meeting.contributions_by_at
    if deadline is not None and deadline < actor.now:
        told = {"moment": formats.moment(deadline)}
        raise TooLateToContributeError(_("Tiden för att bidra gick ut %(moment)s.") % told)
    ends = beginning(meeting.meets_on, None)
    if meeting.state == MeetingState.HELD or ends < actor.now:
        raise TooLateToContributeError(_("Mötet har redan varit."))
