"""What every text passes before it is kept: nothing about an identified child belongs here."""

from django.utils.translation import gettext as _

from samsyn.forums.domain.texts import tidy
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.identity import holds_personal_number


class PersonInTextError(RuleBrokenError):
    pass


def refuse_person(*texts: str) -> None:
    """Refuse a text with a personal number in it."""
    if holds_personal_number("\n".join(texts)):
        raise PersonInTextError(_("Skriv inget personnummer här. Det behövs inte."))


def guarded(text: str) -> str:
    """Return the text as it is kept, rid of what came along when it was pasted."""
    kept = tidy(text)
    refuse_person(kept)
    return kept


def guarded_line(text: str) -> str:
    """Return the text as one line."""
    return " ".join(guarded(text).split())
