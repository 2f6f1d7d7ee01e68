"""The parties outside the municipality with which no agreement is in force."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from samsyn.access.api import Actor
from samsyn.governance.domain.agreeing import Have, what_there_is
from samsyn.governance.domain.standing import State
from samsyn.governance.queries.agreements import agreements, partners, standings
from samsyn.organisation.api import OWN_KINDS
from samsyn.organisation.api import queries as organisation

Held = Mapping[UUID, Sequence[tuple[Any, State]]]


@dataclass(frozen=True, slots=True)
class Found:
    """What there is with a body, with the agreements that it is of or has been."""

    have: Have
    agreements: Sequence[Any]


_NOTHING = Found(Have.NOTHING, ())


@dataclass(frozen=True, slots=True)
class Unagreed:
    """The bodies, and what there is with each of those that have something."""

    rows: QuerySet[Any]
    found: Mapping[UUID, Found]

    def of(self, body_id: UUID) -> Found:
        return self.found.get(body_id, _NOTHING)

    def having(self, have: Have) -> Q:
        """Names those of the bodies that have just that."""
        if have == Have.NOTHING:
            return ~Q(pk__in=self.found)
        return Q(pk__in=[pk for pk, each in self.found.items() if each.have == have])


def unagreed(actor: Actor) -> Unagreed:
    """Every body of today outside the municipality that is party of nothing in force."""
    held = _held(actor, list(agreements(actor)))
    agreed = {pk for pk, found in held.items() if _is_in_force(found)}
    outside = organisation.bodies(actor).exclude(kind__in=OWN_KINDS)
    rows = outside.filter(organisation.on(actor.today)).exclude(pk__in=agreed)
    above = organisation.above_each(actor)
    return Unagreed(rows, dict(_found(held, agreed, above)))


def _is_in_force(found: Sequence[tuple[Any, State]]) -> bool:
    return any(state == State.IN_FORCE for _row, state in found)


def _held(actor: Actor, rows: Collection[Any]) -> Held:
    """Those of the agreements that each body is party of, with how each stands today."""
    parties = partners(actor, [row.pk for row in rows])
    stands = standings(actor, rows, parties)
    held: defaultdict[UUID, list[tuple[Any, State]]] = defaultdict(list)
    for row in rows:
        for party in parties.get(row.pk, ()):
            held[party.body].append((row, stands[row.pk].state))
    return held


def _found(
    held: Held, agreed: Collection[UUID], above: Mapping[UUID, UUID]
) -> Iterator[tuple[UUID, Found]]:
    for body in {*held, *above}.difference(agreed):
        own = held.get(body, ())
        is_above = any(each in agreed for each in _way_up(body, above))
        have = what_there_is([state for _row, state in own], is_agreed_above=is_above)
        if have != Have.NOTHING:
            yield body, Found(have, [row for row, _state in own])


def _way_up(body: UUID, above: Mapping[UUID, UUID]) -> Iterator[UUID]:
    while body in above:
        body = above[body]
        yield body


def is_unagreed(actor: Actor, body: Any) -> bool:
    """Whether the body is one of them."""
    if body.kind in OWN_KINDS or actor.today not in body.period:
        return False
    own = list(agreements(actor).filter(parties__body=body.pk))
    return not _is_in_force(_held(actor, own).get(body.pk, ()))
