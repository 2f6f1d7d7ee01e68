"""Sending the pack to those who are asked, before the meeting."""

from collections.abc import Callable, Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.forums.actions.summoning import NobodyReachedError, refuse_over
from samsyn.forums.addressees import addressees_of, by_address, reads
from samsyn.forums.domain.occasions import Kind
from samsyn.forums.letters.packs import pack_letter
from samsyn.forums.letters.summons import Receiver
from samsyn.forums.models import Meeting
from samsyn.post.api import Enclosed, letters_about, write


def send_pack(meeting: Meeting, enclose: Callable[[Meeting], Enclosed], *, actor: Actor) -> int:
    """Write to all who are asked, once a day; how many.

    Those who have an account get a link, if they may read the meeting. Those who have none take
    part all the same, and get what `enclose` prints.
    """
    refuse_over(meeting, actor)
    receivers = list(_receivers(meeting, actor))
    if not receivers:
        raise NobodyReachedError(_("Alla som nås har redan fått underlaget i dag."))
    guests = [to for to in receivers if not _accounts(to)]
    paper = enclose(meeting) if guests else None
    with one_change():
        for to in receivers:
            own = paper if to in guests else None
            write(pack_letter(meeting, to, own, _occasion(meeting, to, actor), actor), actor=actor)
    return len(receivers)


def _receivers(meeting: Meeting, actor: Actor) -> Iterator[Receiver]:
    had = set(letters_about(actor, meeting).values_list("occasion", flat=True))
    for email, asked in by_address(addressees_of(actor, meeting)).items():
        to = Receiver(email, asked)
        may_read = all(reads(account_id, meeting, actor) for account_id in _accounts(to))
        if may_read and _occasion(meeting, to, actor) not in had:
            yield to


def _accounts(to: Receiver) -> set[UUID]:
    return {each.account_id for each in to.asked if each.account_id}


def _occasion(meeting: Meeting, to: Receiver, actor: Actor) -> str:
    return Kind.PACK.occasion(meeting.pk, actor.today, to.email)
