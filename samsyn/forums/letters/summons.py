"""The letters that ask someone to a meeting, and that call it off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from samsyn.access import api as access
from samsyn.access.api import STOCKHOLM, Actor
from samsyn.calendars.api import Event, Method, Party, enclosed
from samsyn.forums import queries
from samsyn.forums.addressees import Addressee, address_of_function, reads
from samsyn.forums.domain.occasions import Kind
from samsyn.forums.events import event_of
from samsyn.forums.letters.sheets import (
    address_of,
    listed,
    occasion_of,
    sheet,
    subject,
    time_and_place,
)
from samsyn.forums.links import TAKE_PART
from samsyn.forums.models import Meeting
from samsyn.pages.api import formats
from samsyn.post.api import Draft


@dataclass(frozen=True, slots=True)
class Receiver:
    """One address, and everyone who is asked by it."""

    email: str
    asked: Sequence[Addressee]

    @property
    def name(self) -> str:
        return " / ".join(dict.fromkeys(each.name for each in self.asked))


def summons(meeting: Meeting, to: Receiver, actor: Actor, *, is_changed: bool) -> Draft:
    """Ask to the meeting; what is to be taken up only for those who may read it."""
    with translation.override(settings.LANGUAGE_CODE):
        told = occasion_of(actor, meeting)
        head, opening = _changed() if is_changed else _asked()
        paragraphs = [
            opening % told,
            time_and_place(meeting),
            *_for_readers(meeting, to, actor),
            *_how_to_answer(meeting, to, actor),
        ]
        why = _("Du får brevet för att du är kallad till mötet som %(name)s.") % {"name": to.name}
        return Draft(
            to=to.email,
            subject=subject(head % told),
            text=sheet(paragraphs, why, actor),
            reply_to=address_of_function(actor, meeting.forum.convener_id),
            enclosed=[enclosed(_event(meeting, to, actor))],
            about=meeting,
            occasion=Kind.SUMMONS.occasion(meeting.pk, meeting.sequence, to.email),
        )


def _asked() -> tuple[str, str]:
    return _("Kallelse: %(forum)s %(day)s"), _("Du är kallad till ett möte med %(forum)s.")


def _changed() -> tuple[str, str]:
    head = _("Ändrad kallelse: %(forum)s %(day)s")
    return head, _("Mötet med %(forum)s är ändrat. Det här gäller nu.")


def _off() -> tuple[str, str]:
    return _("Inställt: %(forum)s %(day)s"), _("Mötet med %(forum)s är inställt.")


def _let_go() -> tuple[str, str]:
    head = _("Inte längre kallad: %(forum)s %(day)s")
    return head, _("Du är inte längre kallad till mötet med %(forum)s.")


def cancellation(meeting: Meeting, to: str, actor: Actor) -> Draft:
    """Tell that the meeting is not to be counted on: it is off, or one is no longer asked."""
    with translation.override(settings.LANGUAGE_CODE):
        told = occasion_of(actor, meeting)
        head, opening = _off() if meeting.is_off else _let_go()
        why = _("Du får brevet för att du tidigare har fått en kallelse till mötet.")
        return Draft(
            to=to,
            subject=subject(head % told),
            text=sheet([opening % told, time_and_place(meeting)], why, actor),
            reply_to=address_of_function(actor, meeting.forum.convener_id),
            enclosed=[enclosed(_event(meeting, Receiver(to, ()), actor), Method.CANCEL)],
            about=meeting,
            occasion=Kind.CANCELLATION.occasion(meeting.pk, meeting.sequence, to),
        )


def _event(meeting: Meeting, to: Receiver, actor: Actor) -> Event:
    forum = occasion_of(actor, meeting)["forum"]
    organizer = Party(forum, settings.DEFAULT_FROM_EMAIL)
    attendee = Party(to.name or to.email, to.email)
    return event_of(meeting, forum, actor.now, organizer=organizer, attendee=attendee)


def _for_readers(meeting: Meeting, to: Receiver, actor: Actor) -> Iterator[str]:
    """The agenda: those who take part without an account read it here, others by their rights."""
    if not may_be_told(meeting, to, actor):
        return
    items = queries.items_of(actor, meeting.pk)
    yield listed(_("Dagordning"), (f"{item.ordinal}. {item.title}" for item in items))


def may_be_told(meeting: Meeting, to: Receiver, actor: Actor) -> bool:
    accounts = {each.account_id for each in to.asked if each.account_id}
    return all(reads(account_id, meeting, actor) for account_id in accounts)


def _how_to_answer(meeting: Meeting, to: Receiver, actor: Actor) -> Iterator[str]:
    deadline = meeting.contributions_by_at
    if deadline is not None:
        moment = formats.moment(deadline)
        yield _("Skriv ditt bidrag senast %(moment)s.") % {"moment": moment}
    for each in to.asked:
        yield answering(each, actor)


def answering(each: Addressee, actor: Actor) -> str:
    """Where one who is asked answers and contributes; without an account by her own link."""
    if each.account_id is None:
        return _own_address(each, actor) or _("Svara på brevet och skriv om du kommer.")
    if each.attendance.position_id is None:
        return _("Svara på brevet och skriv om du kommer.")
    address = address_of("contribution", each.attendance.pk)
    return "\n".join([_("Svara om du kommer, och bidra, här:"), address])


def _own_address(each: Addressee, actor: Actor) -> str:
    """A link of her own for this meeting, which ends with it; only a seat can have one."""
    seat, meeting = each.attendance.seat, each.attendance.meeting
    if seat is None or meeting.meets_on < actor.today:
        return ""
    receiver = access.Receiver(seat.contact_name or each.name, each.email, seat.body_id)
    day_after = datetime.combine(meeting.meets_on + timedelta(days=1), time(), STOCKHOLM)
    ends = min(day_after, actor.now + TAKE_PART.lasts)
    made = access.make_link(TAKE_PART, seat, receiver, expires_at=ends, actor=actor)
    told = _("Svara om du kommer, och bidra, med din egen länk. Skicka den inte vidare:")
    return f"{told}\n{made.address}"
