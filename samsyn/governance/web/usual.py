"""What most have in their annual cycle and this municipality lacks: a form begun for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from samsyn.access.api import Actor
from samsyn.governance.library.duties import KnownDuty, unmet
from samsyn.governance.queries.duties import not_ended
from samsyn.governance.queries.laws import ids_by_number
from samsyn.governance.web.duty_words import in_words

# Which fields of the form the address fills, and what they are called in it.
PREFILL = (
    *(("title", "rubrik"), ("kind", "slag"), ("what", "vad"), ("agenda", "dagordning")),
    *(("recurs", "nar"), ("every", "vart"), ("by_month", "manad"), ("by_day", "dag")),
    *(("week", "vecka"), ("counts_from", "fran")),
    *(("law", "lag"), ("place", "stalle"), ("basis", "vilar")),
)


@dataclass(frozen=True, slots=True)
class Suggested:
    """Something usual that is missing: when it recurs, where that comes from, and its form."""

    known: KnownDuty
    when: str
    url: str


def suggested(actor: Actor) -> list[Suggested]:
    missing = unmet(not_ended(actor))
    laws = ids_by_number(actor, {known.law for known in missing if known.law})
    return [Suggested(known, in_words(known), _begun(known, laws, actor)) for known in missing]


def _begun(known: KnownDuty, laws: Mapping[str, UUID], actor: Actor) -> str:
    said = _said(known, laws, actor)
    asked = {key: said[name] for name, key in PREFILL if said[name]}
    return f"{reverse('governance:add-duty')}?{urlencode(asked)}"


def _said(known: KnownDuty, laws: Mapping[str, UUID], actor: Actor) -> dict[str, Any]:
    counts = known.every > 1 or known.recurs == "months"
    law = laws.get(known.law)
    own = {name: getattr(known, name) for name, _key in PREFILL if hasattr(known, name)}
    return own | {
        "agenda": "\n".join(known.agenda),
        "counts_from": (known.counts_from or actor.today) if counts else None,
        "law": law,
        "place": known.place if law else "",
        "basis": f"Lag ({known.law}) {known.place}" if known.law and not law else "",
    }
