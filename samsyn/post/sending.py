"""Sends what is due: each letter at least once, and by one sender at a time.

A letter is first claimed, which counts the attempt and is committed, and then sent and marked while
its row is locked. A sender that dies in between leaves it to be sent again when the claim has
lapsed, with the same identity (docs/decisions/0018-letters-and-duties.md).
"""

import logging
import smtplib
from datetime import timedelta
from uuid import UUID

from django.core.mail import get_connection

from samsyn.access.api import Actor, acting_in, trace, without_tokens
from samsyn.post.messages import message
from samsyn.post.models import Letter
from samsyn.post.queries import due_letters

_CLAIMED_FOR = timedelta(minutes=10)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=2), timedelta(hours=12)
_MOST_ATTEMPTS = 12
_LONGEST_ERROR = 200
_PERMANENT = range(500, 600)

logger = logging.getLogger(__name__)


class MailServerError(Exception):
    """The server does not take any letters now; nothing is counted against those that wait."""


class MailServer:
    """The connection to the server, opened when the first letter needs it."""

    def __init__(self) -> None:
        self._connection = get_connection()
        self._is_open = False

    def open(self) -> None:
        if self._is_open:
            return
        try:
            self._connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise MailServerError(_told(error)) from error
        self._is_open = True

    def send(self, letter: Letter) -> None:
        self._connection.send_messages([message(letter)])

    def close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._connection.close()


def send_letters(municipality_id: UUID, server: MailServer) -> int:
    """Send every letter of a municipality that is due, and return how many went."""
    sent = 0
    while (claimed := _claim(municipality_id, server)) is not None:
        sent += _deliver(claimed, server)
    return sent


def _claim(municipality_id: UUID, server: MailServer) -> Letter | None:
    """Take the next letter, so that it is not due for a while; raises MailServerError before."""
    with acting_in(municipality_id) as actor:
        letter = due_letters(actor).first()
        if letter is None:
            return None
        server.open()
        letter.attempts += 1
        letter.due_at = actor.now + _CLAIMED_FOR
        letter.save(update_fields=["attempts", "due_at"])
        return letter


def _deliver(claimed: Letter, server: MailServer) -> bool:
    with acting_in(claimed.municipality_id) as actor:
        rows = Letter.objects.select_for_update(skip_locked=True, no_key=True, of=("self",))
        still = {"pk": claimed.pk, "attempts": claimed.attempts, "sent_at": None}
        letter = rows.select_related("municipality").filter(**still).first()
        if letter is None:
            return False
        try:
            server.open()
            server.send(letter)
        except (OSError, smtplib.SMTPException, MailServerError, ValueError) as error:
            server.close()
            _put_off(letter, error, actor)
            return False
        _mark_sent(letter, actor)
    return True


def _mark_sent(letter: Letter, actor: Actor) -> None:
    """A secret that has been sent is in the letter alone: what is kept here cannot be used."""
    letter.sent_at, letter.last_error = actor.now, ""
    letter.text, letter.html = without_tokens(letter.text), without_tokens(letter.html)
    letter.save(update_fields=["sent_at", "last_error", "text", "html"])
    trace(actor, "post.send_letter", concerning=letter)


def _put_off(letter: Letter, error: Exception, actor: Actor) -> None:
    letter.last_error = _told(error)
    letter.due_at = actor.now + wait(letter.attempts)
    if _is_permanent(error) or letter.attempts >= _MOST_ATTEMPTS:
        letter.given_up_at = actor.now
        trace(actor, "post.give_up_letter", concerning=letter)
    letter.save(update_fields=["last_error", "due_at", "given_up_at"])
    logger.warning("A letter was not sent (attempt %d): %s", letter.attempts, _kind(error))


def wait(attempts: int) -> timedelta:
    """Twice as long each time: twelve attempts are spread over two days."""
    doubled: int = 2 ** (attempts - 1)
    return min(_FIRST_WAIT * doubled, _LONGEST_WAIT)


def _is_permanent(error: Exception) -> bool:
    """Whether the server has said that this very letter will never be taken, or it is no e-mail."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code in _PERMANENT for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code in _PERMANENT
    return isinstance(error, ValueError)


def _told(error: Exception) -> str:
    """What went wrong in one line, without anything secret."""
    line = " ".join(_answer(error).split())
    return without_tokens(line)[:_LONGEST_ERROR].strip() or _kind(error)


def _answer(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(f"{code} {_text(said)}" for code, said in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    return str(error)


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said


def _kind(error: Exception) -> str:
    return type(error).__name__
