"""What is told in the form of each command of deviations, and the rows that they need."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from tests import deviation_rows as rows
from tests import factories as make
from tests.access.test_knock_at_every_door import Door
from tests.governance_rows import agreement

_SENT = {"name": "Kim Ek", "email": "kim.ek@example.org"}

WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "initiatives.report_deviation": rows.SAID,
    "initiatives.sort_deviation": {"kind": "obstacle"},
    "initiatives.note_on_deviation": {"text": "Vi har ringt."},
    "initiatives.answer_deviation": {"text": "Skolan får en kopia."},
    "initiatives.lift_deviation": {"text": "Det kommer tillbaka."},
    "initiatives.close_deviation": {"changed": "Mallen har en ny ruta."},
    "initiatives.mask_deviation": {"words": "skolan", "why": "Ordet pekade ut ett barn."},
    "initiatives.keep_body_links": _SENT,
    "initiatives.keep_forum_links": _SENT,
}
CHOSEN: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "initiatives.add_deviation_routine": lambda _row: {"agreement": agreement().pk},
    "initiatives.keep_body_links": lambda row: {"link": rows.report_link(row).link.pk},
    "initiatives.keep_forum_links": lambda row: {"link": rows.report_link(row).link.pk},
    "initiatives.name_handler": lambda _row: {"handler": make.position().pk},
}
# Where an address is shown this once.
SHOWN = frozenset(f"avvikelser/lankar/{of}/<uuid:pk>/skicka/" for of in ("organ", "forum"))


def _below() -> Model:
    """One in a forum that answers to another."""
    above = make.forum("Styrgruppen")
    return rows.deviation(forum_id=make.forum("Närgruppen", {"above_id": above.pk}).pk)


# Where the usual row of the model does not do.
OTHERWISE: Mapping[str, Callable[[], Model]] = {"initiatives.lift_deviation": _below}


def built(door: Door) -> Model | None:
    build = OTHERWISE.get(door.action)
    return build() if build else None


def told(action: str, row: Model) -> dict[str, Any]:
    chosen = CHOSEN.get(action, lambda _row: {})
    return {**WRITTEN.get(action, {}), **chosen(row)}
