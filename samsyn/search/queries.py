"""Finds, among what the actor may see, what matches best."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.urls import reverse

from samsyn.access.api import Actor
from samsyn.search import matches
from samsyn.search.asked import Asked, asked
from samsyn.search.kinds import Kind, registered
from samsyn.search.matches import Sql, Why, joined
from samsyn.search.seen import seen_of

_FEW = 3
_MOST_MISSPELT = 5
_NEARLY_AS_ALIKE = 0.8


class _Row(NamedTuple):
    pk: UUID
    kind: str
    object_id: UUID
    title: str
    detail: str
    why: int
    of_kind: int


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str
    object_id: UUID
    title: str
    detail: str
    url: str
    why: Why


@dataclass(frozen=True, slots=True)
class Findings:
    """The best hits, best first, and how many there are of each kind in all."""

    hits: tuple[Hit, ...]
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def find(
    actor: Actor, text: str, *, kinds: Iterable[str] | None = None, limit: int = 20
) -> list[Hit]:
    """Find what the actor may see, best first; what holds no word finds nothing."""
    return list(findings(actor, text, kinds=kinds, limit=limit).hits[:limit])


def findings(
    actor: Actor, text: str, *, kinds: Iterable[str] | None = None, limit: int = 20
) -> Findings:
    """Find up to `limit` of each kind, in two questions to the database at most."""
    question = asked(text)
    wanted = _kinds(kinds)
    if not question.words or not wanted:
        return Findings((), {})
    rows = _matching(actor, wanted, question, limit)
    if len(rows) < _FEW and not any(row.why <= Why.BEGINS for row in rows):
        rows += _alike(actor, wanted, question, [row.pk for row in rows])
    return Findings(tuple(_hits(rows, wanted)), _counts(rows))


def _kinds(names: Iterable[str] | None) -> list[Kind]:
    allowed = None if names is None else set(names)
    return [kind for kind in registered() if allowed is None or kind.name in allowed]


def _matching(actor: Actor, kinds: list[Kind], question: Asked, limit: int) -> list[_Row]:
    named = _named(actor, kinds, matches.found(question), matches.rank(question))
    found = joined(" union all ", [named, _told(actor, kinds, question)])
    seen = seen_of(found, kinds, actor)
    statement = f"""
        with {seen.text}, counted as (
            select kind, count(*) as of_kind from seen group by kind
        )
        select id, kind, object_id, title, detail, measure, of_kind
        from counted join lateral (
            select * from seen where seen.kind = counted.kind
            order by measure, length(title), title, id limit %s
        ) as best using (kind) order by measure, length(title), title, id
    """  # noqa: S608 the pieces are written in this context; what people type is bound
    return _rows(statement, (*seen.bound, limit))


def _alike(actor: Actor, kinds: list[Kind], question: Asked, known: list[UUID]) -> list[_Row]:
    """Find what may have been meant; what is much less alike than the best is left out."""
    names = [kind for kind in kinds if not kind.is_prose]
    others = joined(" and ", [matches.alike(question), Sql("not id = any (%s)", (known,))])
    found = _named(actor, names, others, matches.likeness(question))
    seen = seen_of(found, names, actor)
    statement = f"""
        with {seen.text}, placed as (
            select *, row_number() over (
                partition by kind order by measure desc, length(title), title, id
            ) as place from seen where measure >= %s * (select max(measure) from seen)
        )
        select id, kind, object_id, title, detail, %s, count(*) over (partition by kind)
        from placed where place <= %s order by measure desc, length(title), title, id
    """  # noqa: S608 the pieces are written in this context; what people type is bound
    limits = (_NEARLY_AS_ALIKE, int(Why.MISSPELT), _MOST_MISSPELT)
    return _rows(statement, (*seen.bound, *limits))


def _named(actor: Actor, kinds: list[Kind], condition: Sql, measure: Sql) -> Sql:
    """Look through the names, in the index that holds their letters; fetch those that match."""
    entries = _entries(actor, [kind for kind in kinds if not kind.is_prose])
    return Sql(
        f"""select id, kind, object_id, title, detail, {measure.text} as measure
        from search_entry where id = any (array(
            select id from search_entry where {entries.text} and {condition.text}
        ))""",  # noqa: S608
        (*measure.bound, *entries.bound, *condition.bound),
    )


def _told(actor: Actor, kinds: list[Kind], question: Asked) -> Sql:
    """Fetch the sentences that the words are in."""
    rank, condition = matches.rank_of_prose(question), matches.found_in_prose(question)
    entries = _entries(actor, [kind for kind in kinds if kind.is_prose])
    return Sql(
        f"""select id, kind, object_id, title, detail, {rank.text} as measure
        from search_entry where {condition.text} and {entries.text}""",  # noqa: S608
        (*rank.bound, *condition.bound, *entries.bound),
    )


def _entries(actor: Actor, kinds: list[Kind]) -> Sql:
    """Those of the kinds in the municipality, whoever may see them."""
    names = [kind.name for kind in kinds]
    return Sql("municipality_id = %s and kind = any (%s)", (actor.municipality_id, names))


def _rows(statement: str, bound: tuple[Any, ...]) -> list[_Row]:
    with connection.cursor() as cursor:
        cursor.execute(statement, bound)
        return [_Row(*row) for row in cursor.fetchall()]


def _counts(rows: list[_Row]) -> dict[str, int]:
    """Count each kind once for what was found, and once for what is only alike."""
    groups = {(row.kind, row.why == Why.MISSPELT): row.of_kind for row in rows}
    counts: Counter[str] = Counter()
    for (kind, _), of_kind in groups.items():
        counts[kind] += of_kind
    return dict(counts)


def _hits(rows: list[_Row], kinds: list[Kind]) -> Iterator[Hit]:
    url_names = {kind.name: kind.url_name for kind in kinds}
    for row in rows:
        url = reverse(url_names[row.kind], args=[row.object_id])
        yield Hit(row.kind, row.object_id, row.title, row.detail, url, Why(row.why))
