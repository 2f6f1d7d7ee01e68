"""What every text passes before it is kept: nothing about an identified child belongs here."""

from django.utils.translation import gettext as _

from samsyn.access.api import has_confirmed
from samsyn.intake.domain.texts import tidy
from samsyn.kernel.errors import ConfirmationNeededError, RuleBrokenError
from samsyn.kernel.persons import Kind, signs_of_a_person

_MOST_TOLD = 3


class PersonInTextError(RuleBrokenError):
    pass


class LooksLikeAPersonError(ConfirmationNeededError):
    """The words stand in the sentence, for the one who wrote them and for no log."""


def refuse_person(*texts: str) -> None:
    """Refuse a personal number, and ask about all else that points at a single person."""
    signs = signs_of_a_person("\n".join(texts))
    if any(sign.kind == Kind.PERSONAL_NUMBER for sign in signs):
        raise PersonInTextError(_("Skriv inget personnummer här. Det behövs inte."))
    if signs and not has_confirmed():
        told = ", ".join(f"”{sign.words}”" for sign in signs[:_MOST_TOLD])
        asked = _("Det här ser ut att peka ut en enskild person: %(words)s. Pekar det ut ett barn?")
        raise LooksLikeAPersonError(asked % {"words": told})


def guarded(text: str) -> str:
    """Return the text as it is kept, rid of what came along when it was pasted."""
    kept = tidy(text)
    refuse_person(kept)
    return kept


def guarded_line(text: str) -> str:
    """Return the text as one line."""
    return " ".join(guarded(text).split())
