"""Every change to letters but their sending."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Model
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change, trace, within
from samsyn.kernel.errors import RuleBrokenError
from samsyn.post.models import LARGEST_ENCLOSURE, Enclosure, Letter

CHANNEL = "samsyn_post"
_LARGEST_IN_ALL = LARGEST_ENCLOSURE


class TooMuchEnclosedError(RuleBrokenError):
    pass


class LetterNotGivenUpError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a letter.

    One whose media type is `text/calendar; method=REQUEST` (or CANCEL, REPLY) is shown by mail
    programs as an invitation, and enclosed as a file too.
    """

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be sent to one address, and from when it may go.

    A letter with an `occasion` is written once for it in the municipality.
    """

    to: str
    subject: str
    text: str
    html: str = ""
    reply_to: str = ""
    enclosed: Sequence[Enclosed] = ()
    about: Model | None = None
    occasion: str | None = None
    not_before: datetime | None = None


def write(draft: Draft, *, actor: Actor) -> Letter:
    """Queue a letter in the caller's transaction; it is sent when that is committed.

    Returns the letter that was written before, if there is one for the same occasion.
    """
    _refuse_too_much(draft)
    letter = _letter(draft, actor)
    with one_change():
        Letter.objects.bulk_create([letter], ignore_conflicts=True)
        if draft.occasion is not None:
            written = within(Letter, actor).get(occasion=draft.occasion)
            if written.pk != letter.pk:
                return written
        _enclose(letter, draft.enclosed)
        trace(actor, "post.write_letter", concerning=letter)
        _wake(actor)
    return letter


def resend_letter(letter: Letter, *, actor: Actor) -> None:
    """Try a letter anew that was given up."""
    if letter.given_up_at is None:
        raise LetterNotGivenUpError(_("Brevet är redan skickat eller väntar på att skickas."))
    with one_change():
        letter.given_up_at, letter.attempts, letter.due_at = None, 0, actor.now
        letter.save(update_fields=["given_up_at", "attempts", "due_at"])
        _wake(actor)


def _letter(draft: Draft, actor: Actor) -> Letter:
    about = draft.about
    return Letter(
        municipality_id=actor.municipality_id,
        to=draft.to,
        reply_to=draft.reply_to,
        subject=draft.subject,
        text=draft.text,
        html=draft.html,
        object_type=about._meta.label_lower if about else "",
        object_id=about.pk if about else None,
        occasion=draft.occasion,
        created_at=actor.now,
        created_by=actor.account_id,
        due_at=draft.not_before or actor.now,
    )


def _enclose(letter: Letter, enclosed: Sequence[Enclosed]) -> None:
    Enclosure.objects.bulk_create(
        Enclosure(
            municipality_id=letter.municipality_id,
            letter=letter,
            ordinal=ordinal,
            name=each.name,
            media_type=each.media_type,
            content=each.content,
        )
        for ordinal, each in enumerate(enclosed, 1)
    )


def _refuse_too_much(draft: Draft) -> None:
    if sum(len(each.content) for each in draft.enclosed) > _LARGEST_IN_ALL:
        raise TooMuchEnclosedError(_("Bilagorna får vara högst 3 MB tillsammans."))


def _wake(actor: Actor) -> None:
    """Tell whoever sends letters, once this is committed."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_notify(%s, %s)", [CHANNEL, str(actor.municipality_id)])
