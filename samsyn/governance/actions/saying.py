"""What is said in a form, as it is kept: texts are guarded, and days have been."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.persons import Kind, signs_of_a_person


class NotYetError(RuleBrokenError):
    """A day that has not been."""


def kept(
    told: Mapping[str, Any], texts: Collection[str], lines: Collection[str] = ()
) -> dict[str, Any]:
    """The same with its texts rid of what came along, and without what points at a person."""
    return {name: _kept(name, value, texts, lines) for name, value in told.items()}


def _kept(name: str, value: Any, texts: Collection[str], lines: Collection[str]) -> Any:
    if name in lines:
        return [*map(guarded_line, value)] if isinstance(value, list) else guarded_line(value)
    return guarded(value) if name in texts else value


def name_kept(name: str) -> str:
    """Return the name of someone who signs: it is welcome here, and a personal number is not."""
    if any(sign.kind == Kind.PERSONAL_NUMBER for sign in signs_of_a_person(name)):
        raise RuleBrokenError(_("Skriv inget personnummer här. Det behövs inte."))
    return " ".join(name.split())


def refuse_to_come(day: date | None, actor: Actor) -> None:
    """Refuse to write down as done what has not been yet."""
    if day is not None and day > actor.today:
        raise NotYetError(_("Dagen har inte varit än."))
