"""The letters that remind of an answer: to whoever handles the deviation, and when it is late.

A letter can be read by others: it tells neither what was reported nor what it is called.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from samsyn.access.api import STOCKHOLM, Actor
from samsyn.forums.api import addresses_of_functions, sheet
from samsyn.initiatives.models import Deviation
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.web.deviation_addresses import deviation_url
from samsyn.pages.api import formats
from samsyn.post.api import Draft, duty, letters_about_many, write

_AN_HOUR, _A_WEEK = timedelta(hours=1), timedelta(days=7)
_FROM_HOUR = 7


def register() -> None:
    duty("initiatives.remind_of_deviations", remind, every=_AN_HOUR)


def remind(actor: Actor) -> None:
    """Write the week before the answer is due and when it is late; once for each day."""
    if actor.now.astimezone(STOCKHOLM).hour < _FROM_HOUR:
        return
    rows = list(queries.due_until(actor, actor.today + _A_WEEK))
    written = letters_about_many(actor, [row.pk for row in rows])
    had = set(written.values_list("occasion", flat=True))
    reached = addresses_of_functions(actor, list({pk for row in rows for pk in _functions(row)}))
    keepers = queries.addresses_of_keepers(actor)
    for row in rows:
        for to in _addresses(row, reached, keepers, actor):
            occasion = _occasion(row, to, actor)
            if occasion not in had:
                write(_draft(row, to, occasion, actor), actor=actor)


def _is_late(row: Deviation, actor: Actor) -> bool:
    return row.answer_by is not None and row.answer_by < actor.today


def _functions(row: Any) -> Iterator[UUID]:
    """Who handles it, and who leads the group that it is with."""
    group = row.lifted_to or row.forum
    leading = (group.convener_id, group.chair_id, group.secretary_id) if group else ()
    return (pk for pk in (row.handler_id, *leading) if pk)


def _addresses(
    row: Any, reached: dict[UUID, str], keepers: Iterable[str], actor: Actor
) -> Iterator[str]:
    """Those who see it on their day: the handler, and others when it is late or nobody handles it.

    Where no group leads it, those who keep the routines do.
    """
    told: list[str] = []
    if row.handler_id is None or _is_late(row, actor):
        told = [reached[pk] for pk in _functions(row)] if row.lifted_to or row.forum else [*keepers]
    handler = reached[row.handler_id] if row.handler_id else ""
    return (to for to in dict.fromkeys([handler, *told]) if to)


def _occasion(row: Deviation, to: str, actor: Actor) -> str:
    kind = "avvikelse-sen" if _is_late(row, actor) else "avvikelse-snart"
    return f"{kind}:{row.pk}:{row.answer_by}:{to}"


def _draft(row: Any, to: str, occasion: str, actor: Actor) -> Draft:
    with translation.override(settings.LANGUAGE_CODE):
        told = {"day": formats.long_day(row.answer_by), "came": formats.long_day(row.reported_on)}
        head, body = _words(row, actor)
        paragraphs = [
            body % told,
            _("Läs den och svara här:"),
            f"{settings.SAMSYN_ADDRESS}{deviation_url(row)}",
        ]
        why = _("Du får brevet för att du tar hand om avvikelser, eller leder gruppen som gör det.")
        text = sheet(paragraphs, why, actor)
        return Draft(to=to, subject=head, text=text, about=row, occasion=occasion)


def _words(row: Deviation, actor: Actor) -> tuple[str, str]:
    if _is_late(row, actor):
        return _("En avvikelse väntar på svar"), _(
            "En avvikelse som rapporterades %(came)s skulle ha besvarats senast %(day)s."
        )
    return _("Svara snart på en avvikelse"), _(
        "En avvikelse som rapporterades %(came)s ska besvaras senast %(day)s."
    )
