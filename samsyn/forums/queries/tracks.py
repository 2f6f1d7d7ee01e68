"""Which forums may be parallel tracks, and how forums and parties hang together."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import TextField
from django.db.models.functions import Cast

from samsyn.access.api import Actor, Among, within
from samsyn.forums.domain.overlap import Likeness, Traits, likely_parallel
from samsyn.forums.models import Apart, Forum, Seat
from samsyn.forums.queries.charter import forums
from samsyn.organisation.api import BodyKind, Placement
from samsyn.organisation.api import queries as organisation

WEAK = 0.2
_KEPT = 8

# The words of a charter by their Swedish stems, each with how often it stands there.
_STEMS = """
select forum.id, word.lexeme, cardinality(word.positions)
from forums_forum forum,
    unnest(to_tsvector('pg_catalog.swedish',
        forum.name || ' ' || forum.purpose || ' ' || forum.goals || ' ' || forum.target_group
    )) as word
where forum.municipality_id = %s and forum.id = any (%s) and word.lexeme ~ '^[[:alpha:]]{3}'
"""


def living(actor: Actor) -> list[Forum]:
    """The forums that exist today, from the county down to the child."""
    return list(forums(actor).filter(organisation.on(actor.today)))


def parallel_tracks(actor: Actor, among: Sequence[Forum]) -> Sequence[Likeness]:
    """Pairs of forums that look alike, but for those that somebody has found to be apart.

    Also the weaker ones: charters that say little give little to compare.
    """
    return _likely(tuple(_traits(actor, among)), frozenset(_related(actor, among)))


@lru_cache(maxsize=_KEPT)
def _likely(
    traits: tuple[Traits, ...], related: frozenset[tuple[UUID, UUID]]
) -> tuple[Likeness, ...]:
    """Kept from page to page: it follows from these two alone, and takes long to work out."""
    return tuple(likely_parallel(traits, related=related, least=WEAK))


def _traits(actor: Actor, among: Sequence[Forum]) -> list[Traits]:
    ids = [forum.pk for forum in among]
    words = _words(actor, ids)
    above = _administrations(actor)
    bodies: dict[UUID, set[UUID]] = defaultdict(set)
    functions: dict[UUID, set[UUID]] = defaultdict(set)
    seats = within(Seat, actor).filter(organisation.on(actor.today), Among("forum_id", ids))
    told = seats.values_list("forum_id", "body_id", "position_id")
    for forum_id, body_id, position_id in told.order_by("pk"):
        bodies[forum_id] |= {body_id, above.get(body_id, body_id)}
        if position_id is not None:
            functions[forum_id].add(position_id)
    return [
        Traits(
            forum.pk,
            tuple(words[forum.pk].items()),
            ages=_ages(forum),
            school_forms=frozenset(forum.school_forms),
            focus_areas=frozenset(forum.focus_areas),
            bodies=frozenset(bodies[forum.pk]),
            functions=frozenset(functions[forum.pk]),
            level=forum.level,
            period=forum.period,
        )
        for forum in among
    ]


def _administrations(actor: Actor) -> Mapping[UUID, UUID]:
    """The administration that each unit lies under: two units of one are the same party."""
    rows = within(Placement, actor).filter(
        organisation.on(actor.today), parent__kind=BodyKind.ADMINISTRATION
    )
    return dict(rows.values_list("body_id", "parent_id"))


def _words(actor: Actor, ids: list[UUID]) -> dict[UUID, Counter[str]]:
    found: dict[UUID, Counter[str]] = defaultdict(Counter)
    with connection.cursor() as cursor:
        cursor.execute(_STEMS, [actor.municipality_id, ids])
        for forum_id, stem, count in cursor.fetchall():
            found[forum_id][stem] = count
    return found


_OLDEST = 100


def _ages(forum: Forum) -> range | None:
    if forum.age_from is None and forum.age_to is None:
        return None
    last = _OLDEST if forum.age_to is None else forum.age_to
    return range(forum.age_from or 0, last + 1)


def _related(actor: Actor, among: Sequence[Forum]) -> list[tuple[UUID, UUID]]:
    """One above the other, one after the other, side by side, or found to be apart."""
    looked_at = list(within(Apart, actor).values_list("forum_id", "other_id"))
    ways = ((forum.pk, other) for forum in among for other in (forum.above_id, forum.successor_id))
    return [*looked_at, *_side_by_side(among), *((one, other) for one, other in ways if other)]


def _side_by_side(among: Sequence[Forum]) -> Iterator[tuple[UUID, UUID]]:
    """Those under one forum and on different levels, as its steering and its working group."""
    below: dict[UUID, list[Forum]] = defaultdict(list)
    for forum in among:
        if forum.above_id:
            below[forum.above_id].append(forum)
    for group in below.values():
        pairs = combinations(group, 2)
        yield from ((one.pk, other.pk) for one, other in pairs if one.level != other.level)


def aparts(actor: Actor) -> Any:
    """Pairs that have been looked at and are not the same, with why."""
    rows = within(Apart, actor).select_related("forum", "other")
    return rows.order_by("-looked_on", "pk")


@dataclass(frozen=True, slots=True)
class Cover:
    """Which forums have which columns: bodies, focus areas or school forms."""

    forums: list[Forum]
    columns: list[tuple[str, str]]
    marks: Mapping[UUID, Collection[str]]


def by_bodies(actor: Actor, among: list[Forum]) -> Cover:
    """Forums and the bodies that sit in them, the busiest bodies first."""
    here = Among("forum_id", [forum.pk for forum in among])
    seats = within(Seat, actor).filter(organisation.on(actor.today), here).order_by()
    # As texts: to compare thousands of identifiers takes longer than all the rest.
    pairs = list(seats.values_list("forum_id", Cast("body_id", TextField())).distinct())
    count = Counter(body for _forum, body in pairs)
    marks: dict[UUID, set[str]] = defaultdict(set)
    for forum_id, body in pairs:
        marks[forum_id].add(body)
    named = organisation.names_of_some_bodies(actor, [UUID(body) for body in count])
    names = {str(pk): name for pk, name in named.items()}
    ordered = sorted(count, key=lambda body: (-count[body], names[body]))
    return Cover(among, [(body, names[body]) for body in ordered], marks)


def by_words(among: list[Forum], field: str, labels: Mapping[str, Any]) -> Cover:
    """Forums and the words of a field: focus areas or school forms."""
    marks = {forum.pk: frozenset(getattr(forum, field)) for forum in among}
    found = sorted(frozenset[str]().union(*marks.values()))
    return Cover(among, [(word, str(labels.get(word, word))) for word in found], marks)


def absent_parties(actor: Actor) -> list[tuple[str, UUID]]:
    """Bodies that exist today and sit in no forum."""
    seated = within(Seat, actor).filter(organisation.on(actor.today)).values("body_id")
    rows = organisation.bodies(actor).filter(organisation.on(actor.today)).exclude(pk__in=seated)
    return [(row.name, row.pk) for row in rows]
