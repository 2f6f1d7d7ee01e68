"""Summoning to a meeting by letter, and telling those who were summoned that it is off."""

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.forums import queries
from samsyn.forums.actions.refusals import refuse_when_off
from samsyn.forums.addressees import addressees_of, by_address
from samsyn.forums.letters.summons import Receiver, cancellation, summons
from samsyn.forums.models import Meeting, MeetingState
from samsyn.kernel.errors import RuleBrokenError
from samsyn.post.api import write


class MeetingIsOverError(RuleBrokenError):
    pass


class NobodyReachedError(RuleBrokenError):
    pass


class AlreadySummonedError(RuleBrokenError):
    pass


def summon(meeting: Meeting, *, actor: Actor) -> int:
    """Write to all who are asked and do not know of the meeting as it is now; how many.

    Those who were summoned before, and are no longer asked, are told so.
    """
    refuse_over(meeting, actor)
    asked = by_address(addressees_of(actor, meeting))
    if not asked:
        raise NobodyReachedError(_("Ingen som är kallad har någon adress."))
    before = queries.summonses(actor, meeting)
    current = {to for to, letter in before.items() if queries.is_of_now(letter, meeting)}
    new = [Receiver(to, those) for to, those in asked.items() if to not in current]
    let_go = before.keys() - asked.keys()
    if not new and not let_go:
        raise AlreadySummonedError(_("Alla som nås har redan fått kallelsen."))
    with one_change():
        for to in new:
            write(summons(meeting, to, actor, is_changed=to.email in before), actor=actor)
        for address in sorted(let_go):
            write(cancellation(meeting, address, actor), actor=actor)
    return len(new)


def call_off(meeting: Meeting, actor: Actor) -> None:
    """Tell all who were summoned that they need not come."""
    if meeting.state == MeetingState.CANCELLED:
        for address in sorted(queries.summonses(actor, meeting)):
            write(cancellation(meeting, address, actor), actor=actor)


def refuse_over(meeting: Meeting, actor: Actor) -> None:
    refuse_when_off(meeting)
    if meeting.state == MeetingState.HELD or meeting.meets_on < actor.today:
        raise MeetingIsOverError(_("Mötet har redan varit."))
