"""Refusals that several changes of governance share."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, within
from samsyn.intake import api as intake
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.persons import Kind, signs_of_a_person
from samsyn.organisation.api import Position


class FunctionEndedError(RuleBrokenError):
    pass


class NotYetError(RuleBrokenError):
    pass


def refuse_ended_functions(actor: Actor, *ids: Any) -> None:
    """Refuse a function that nobody can hold any longer."""
    for position in within(Position, actor).filter(pk__in=[pk for pk in ids if pk]):
        if position.ends_on is not None and position.ends_on <= actor.today:
            told = {"title": position.title}
            raise FunctionEndedError(_("Funktionen %(title)s har upphört.") % told)


def refuse_persons_in(told: Mapping[str, Any]) -> None:
    texts = [value for value in told.values() if isinstance(value, str)]
    lists = [each for value in told.values() if isinstance(value, list) for each in value]
    intake.refuse_person(*texts, *map(str, lists))


def refuse_number_in(name: str) -> None:
    """A name of someone who signs is welcome here, and a personal number is not."""
    if any(sign.kind == Kind.PERSONAL_NUMBER for sign in signs_of_a_person(name)):
        raise RuleBrokenError(_("Skriv inget personnummer här. Det behövs inte."))


def refuse_to_come(day: date | None, actor: Actor) -> None:
    """Refuse to write down as done what has not been yet."""
    if day is not None and day > actor.today:
        raise NotYetError(_("Den dagen har inte varit än."))
