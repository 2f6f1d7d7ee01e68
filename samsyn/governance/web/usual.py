"""What most have in their annual cycle and this municipality lacks: a form begun for each.

What has been declined is told of with its reason, and is not offered.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from samsyn.access.api import Actor
from samsyn.governance.library.duties import KnownDuty, unmet
from samsyn.governance.models import DeclinedDuty
from samsyn.governance.queries.duties import declined, not_ended
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
    """Something usual that is missing: when it recurs, where that comes from, and its forms.

    `earlier` is when it was declined before, and taken back.
    """

    known: KnownDuty
    when: str
    url: str
    decline_url: str
    earlier: Sequence[DeclinedDuty]


@dataclass(frozen=True, slots=True)
class Declined:
    """Something usual that is not for this municipality."""

    known: KnownDuty
    said: DeclinedDuty


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual and missing: some of it is offered, and the rest has been declined."""

    missing: Sequence[KnownDuty]
    said: Mapping[str, Sequence[DeclinedDuty]]

    @property
    def declined(self) -> list[Declined]:
        found = ((known, self._now(known)) for known in self.missing)
        return [Declined(known, said) for known, said in found if said is not None]

    @property
    def offered(self) -> list[KnownDuty]:
        return [known for known in self.missing if self._now(known) is None]

    def _now(self, known: KnownDuty) -> DeclinedDuty | None:
        said = self.said.get(known.key, ())
        return next((each for each in said if each.taken_back_on is None), None)


def usual(actor: Actor) -> Usual:
    said: defaultdict[str, list[DeclinedDuty]] = defaultdict(list)
    for each in declined(actor):
        said[each.usual].append(each)
    return Usual(unmet(not_ended(actor)), said)


def suggested(found: Usual, actor: Actor) -> list[Suggested]:
    laws = ids_by_number(actor, {known.law for known in found.offered if known.law})
    decline = reverse("governance:decline-duty")
    return [
        Suggested(
            known,
            in_words(known),
            _begun(known, laws, actor),
            f"{decline}?{urlencode({'plikt': known.key})}",
            found.said.get(known.key, ()),
        )
        for known in found.offered
    ]


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
