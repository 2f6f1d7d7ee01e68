"""Logs the activities of a whole file at once."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, insert_many, one_change
from samsyn.governance.api import refuse_to_come
from samsyn.initiatives import searchable_activities as searchable
from samsyn.initiatives.actions.activities import key_of
from samsyn.initiatives.models import Activity
from samsyn.initiatives.models.activities import MOST
from samsyn.intake.api import LONGEST_TEXT, guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError

_COLUMNS = (
    *("initiative_id", "series_id", "kind", "what", "held_on", "body_id", "unit_id", "venue_id"),
    *("place", "grades", "classes", "participants", "whom", "answered", "rating", "note"),
)
_COUNTS = ("classes", "participants", "answered")
_LONGEST_LINE = 200
_LOWEST, _HIGHEST = 1, 5


class UnfitActivityError(RuleBrokenError):
    """What cannot be logged; the sentence says why."""


class Settling:
    """Looks through the rows of one file, so that each can be refused by itself.

    The same words are guarded once: a file says them again and again.
    """

    def __init__(self, actor: Actor) -> None:
        self._actor = actor
        self._line, self._text = cache(guarded_line), cache(guarded)

    def settle(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Refuse what cannot be, and give the row as it is stored."""
        refuse_to_come(told["held_on"], self._actor)
        lines = {name: self._line(told[name]) for name in ("what", "place")}
        settled = {**told, **lines, "note": self._text(told["note"])}
        _refuse_unfit(settled)
        return settled


def _refuse_unfit(told: Mapping[str, Any]) -> None:
    if not told["what"]:
        raise UnfitActivityError(_("Skriv vad som gjordes."))
    if max(len(told["what"]), len(told["place"])) > _LONGEST_LINE:
        raise UnfitActivityError(_("Skriv vad som gjordes, och var, med högst 200 tecken."))
    if len(told["note"]) > LONGEST_TEXT:
        raise UnfitActivityError(_("Skriv högst 20 000 tecken i ett fält."))
    if any(told[name] is not None and not 0 <= told[name] <= MOST for name in _COUNTS):
        raise UnfitActivityError(_("Skriv ett antal från 0 till en miljon."))
    rating = told["rating"]
    if rating is not None and not (_LOWEST <= rating <= _HIGHEST and told["answered"]):
        raise UnfitActivityError(
            _("Betyget är från 1 till 5, och det ska stå hur många som svarade.")
        )


def log_activities(settled: Sequence[Mapping[str, Any]], *, actor: Actor) -> None:
    """Write what was done, of rows that have been settled."""
    rows: list[tuple[Any, ...]] = []
    ids: list[UUID] = []
    for each in settled:
        ids.append(uuid4())
        rows.append((ids[-1], key_of(each["held_on"]), *(each[name] for name in _COLUMNS)))
    with one_change():
        insert_many(Activity, ("id", "key", *_COLUMNS), rows, municipality_id=actor.municipality_id)
        searchable.show_activities(ids, actor=actor)
