"""What is said in a form, as it is kept: texts are guarded, and days have been."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError


class NotYetError(RuleBrokenError):
    """A day that has not been."""


def kept(
    told: Mapping[str, Any], texts: Collection[str], lines: Collection[str] = ()
) -> dict[str, Any]:
    """The same with its texts rid of what came along, and without what points at a person."""
    return {name: _kept(name, value, texts, lines) for name, value in told.items()}


def _kept(name: str, value: Any, texts: Collection[str], lines: Collection[str]) -> Any:
    if name in texts:
        return guarded(value)
    return guarded_line(value) if name in lines else value


def refuse_later_than_today(day: date | None, actor: Actor) -> None:
    if day is not None and day > actor.today:
        raise NotYetError(_("Dagen har inte varit än."))
