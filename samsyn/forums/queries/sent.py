"""Questions about what has been sent to those who are asked to a meeting."""

from django.db.models import QuerySet

from samsyn.access.api import Actor, within
from samsyn.forums.domain.occasions import Kind
from samsyn.forums.models import Dispatch, Meeting, Minutes
from samsyn.post.api import Letter, letters_about


def summonses(actor: Actor, meeting: Meeting) -> dict[str, Letter]:
    """The last summons to each address that counts on the meeting: it has not been called off."""
    last = {
        letter.to.lower(): letter
        for letter in letters_about(actor, meeting)
        if Kind.SUMMONS.has(letter.occasion) or Kind.CANCELLATION.has(letter.occasion)
    }
    return {to: letter for to, letter in last.items() if Kind.SUMMONS.has(letter.occasion)}


def had_minutes(actor: Actor, minutes: Minutes) -> set[str]:
    """The addresses that this version of the minutes has gone to."""
    return {letter.to.lower() for letter in letters_about(actor, minutes)}


def dispatches_of(actor: Actor, minutes: Minutes) -> QuerySet[Dispatch]:
    """Each time that a list was sent this version, the newest first."""
    rows = within(Dispatch, actor).filter(minutes=minutes)
    return rows.order_by("-sent_at", "reach", "pk")


def is_of_now(letter: Letter, meeting: Meeting) -> bool:
    """Whether the summons tells of the meeting as it is, and not as it was before a change."""
    return letter.occasion == Kind.SUMMONS.occasion(meeting.pk, meeting.sequence, letter.to.lower())
