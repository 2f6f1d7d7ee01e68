"""Sending approved minutes to those who are to have them, each list recorded."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.forums import queries
from samsyn.forums.addressees import Addressee, addressees_of, by_address, managers_who_read, reads
from samsyn.forums.letters.minutes import minutes_letter
from samsyn.forums.models import Dispatch, DispatchList, Meeting, Minutes
from samsyn.kernel.errors import RuleBrokenError
from samsyn.post.api import Enclosed, write


class NothingToDispatchError(RuleBrokenError):
    pass


class NobodyToDispatchToError(RuleBrokenError):
    pass


class _To(NamedTuple):
    """One address: why it gets the letter, and whether the minutes come along."""

    email: str
    why: str
    is_enclosed: bool = False


def dispatch_minutes(
    meeting: Meeting,
    lists: Collection[DispatchList],
    own: Collection[str],
    enclose: Callable[[Minutes], Enclosed],
    *,
    actor: Actor,
) -> Minutes:
    """Send the minutes that hold to the lists, once to each address; returns which they are.

    Those who were asked get what `enclose` prints; all others a link to the page, which asks for
    their rights.
    """
    minutes = queries.approved_version(actor, meeting.pk)
    if minutes is None:
        raise NothingToDispatchError(_("Anteckningarna är inte justerade än."))
    paper = enclose(minutes)
    with one_change():
        had = queries.had_minutes(actor, minutes)
        counts = [
            _send(minutes, each, own, paper, had, actor) for each in DispatchList if each in lists
        ]
        if not any(counts):
            raise NobodyToDispatchToError(
                _("Alla som nås på listorna har redan fått anteckningarna.")
            )
    return minutes


def _send(
    minutes: Minutes,
    to: DispatchList,
    own: Collection[str],
    paper: Enclosed,
    had: set[str],
    actor: Actor,
) -> int:
    """Write to those on the list who have not had the minutes; `had` learns of them."""
    new = [each for each in _receivers(minutes.meeting, to, own, actor) if each.email not in had]
    for each in new:
        letter = minutes_letter(
            minutes, each.email, each.why, paper if each.is_enclosed else None, actor
        )
        write(letter, actor=actor)
        had.add(each.email)
    if new:
        Dispatch.objects.create(
            municipality_id=minutes.municipality_id,
            minutes=minutes,
            reach=to,
            sent_at=actor.now,
            sent_by_id=actor.account_id,
            count=len(new),
        )
    return len(new)


def _receivers(
    meeting: Meeting, to: DispatchList, own: Collection[str], actor: Actor
) -> Iterator[_To]:
    match to:
        case DispatchList.PARTICIPANTS:
            for email, asked in by_address(addressees_of(actor, meeting)).items():
                why = _("Du får brevet för att du var kallad till mötet.")
                yield _To(email, why, _all_read(asked, meeting, actor))
        case DispatchList.MANAGERS:
            for email in managers_who_read(meeting, actor):
                yield _To(
                    email,
                    _("Du får brevet för att chefer och förtroendevalda får läsa anteckningarna."),
                )
        case DispatchList.OWN:
            for email in dict.fromkeys(each.lower() for each in own):
                yield _To(
                    email, _("Du får brevet för att forumet har skickat det till din adress.")
                )


def _all_read(asked: list[Addressee], meeting: Meeting, actor: Actor) -> bool:
    """Without an account she was there; with one, what it may read decides."""
    accounts = {each.account_id for each in asked if each.account_id}
    return all(reads(account_id, meeting, actor) for account_id in accounts)
