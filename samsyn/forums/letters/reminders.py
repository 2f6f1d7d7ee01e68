"""The letters that remind: of a contribution, and of an answer."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.addressees import address_of_function
from samsyn.forums.domain.occasions import Kind
from samsyn.forums.letters.sheets import occasion_of, sheet, subject, time_and_place
from samsyn.forums.letters.summons import Receiver, answering
from samsyn.forums.models import Meeting
from samsyn.pages.api import formats
from samsyn.post.api import Draft


def reminder(kind: Kind, meeting: Meeting, to: Receiver, occasion: str, actor: Actor) -> Draft:
    """Remind of what is still waited for."""
    with translation.override(settings.LANGUAGE_CODE):
        told = occasion_of(actor, meeting)
        head, why = _of(kind)
        return Draft(
            to=to.email,
            subject=subject(head % told),
            text=sheet(_paragraphs(kind, meeting, to, actor), why % {"name": to.name}, actor),
            reply_to=address_of_function(actor, meeting.forum.convener_id),
            about=meeting,
            occasion=occasion,
        )


def _of(kind: Kind) -> tuple[str, str]:
    if kind is Kind.ASK_FOR_CONTRIBUTION:
        why = _("Du får brevet för att %(name)s är kallad och inte har skickat något bidrag.")
        return _("Bidra snart: %(forum)s %(day)s"), why
    why = _("Du får brevet för att %(name)s är kallad och inte har svarat.")
    return _("Kommer du? %(forum)s %(day)s"), why


def _paragraphs(kind: Kind, meeting: Meeting, to: Receiver, actor: Actor) -> Iterator[str]:
    told = occasion_of(actor, meeting)
    deadline = meeting.contributions_by_at
    if kind is Kind.ASK_FOR_CONTRIBUTION and deadline is not None:
        told["moment"] = formats.moment(deadline)
        yield _("Bidrag till mötet med %(forum)s skickas senast %(moment)s.") % told
    else:
        yield _("Mötet med %(forum)s är snart. Vi vet inte om du kommer.") % told
    yield time_and_place(meeting)
    for each in to.asked:
        yield answering(each, actor)
