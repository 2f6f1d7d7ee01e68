"""Finds, among what the actor may see, what matches best."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.urls import reverse

from samsyn.access.api import Actor, prepared, visible
from samsyn.search import matches
from samsyn.search.asked import Asked, asked
from samsyn.search.kinds import Kind, registered
from samsyn.search.matches import Sql, Why

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
    named = _within(actor, [kind for kind in wanted if not kind.is_prose])
    prose = _within(actor, [kind for kind in wanted if kind.is_prose])
    rows = _matching(named, prose, question, limit)
    if len(rows) < _FEW and not any(row.why <= Why.BEGINS for row in rows):
        rows += _alike(named, question, [row.pk for row in rows])
    return Findings(tuple(_hits(rows, wanted)), _counts(rows))


def _kinds(names: Iterable[str] | None) -> list[Kind]:
    allowed = None if names is None else set(names)
    return [kind for kind in registered() if allowed is None or kind.name in allowed]


def _within(actor: Actor, kinds: list[Kind]) -> Sql:
    """Permit the entries of the municipality whose object the actor may see, kind by kind."""
    permitted = [_permitted(actor, kind) for kind in kinds]
    text = " or ".join(piece.text for piece in permitted) or "false"
    bound = (value for piece in permitted for value in piece.bound)
    names = [kind.name for kind in kinds]
    return Sql(
        f"municipality_id = %s and kind = any (%s) and ({text})",
        (actor.municipality_id, names, *bound),
    )


def _permitted(actor: Actor, kind: Kind) -> Sql:
    """Look at the object of each entry: most questions find few, and some kinds are many."""
    action = kind.action
    text, values = prepared.written(
        ("seen by", action.model, action.permitted, action.never),
        lambda: visible(prepared.SOMEONE, action).order_by().values("pk"),
    )
    seen = f"select true from ({text}) as seen (id) where seen.id = object_id limit 1"  # noqa: S608
    return Sql(f"(kind = %s and ({seen}))", (kind.name, *prepared.bound(values, actor)))


def _matching(named: Sql, prose: Sql, question: Asked, limit: int) -> list[_Row]:
    among_names, in_prose = matches.found(question), matches.found_in_prose(question)
    rank, rank_of_prose = matches.rank(question), matches.rank_of_prose(question)
    statement = f"""
        with matching as (
            select id, kind, object_id, title, detail, {rank.text} as why
            from search_entry where {among_names.text} and {named.text}
            union all
            select id, kind, object_id, title, detail, {rank_of_prose.text}
            from search_entry where {in_prose.text} and {prose.text}
        ), counted as (
            select kind, count(*) as of_kind from matching group by kind
        )
        select id, kind, object_id, title, detail, why, of_kind
        from counted join lateral (
            select * from matching where matching.kind = counted.kind
            order by why, length(title), title, id limit %s
        ) as best using (kind) order by why, length(title), title, id
    """  # noqa: S608 the pieces are written in this context; what people type is bound
    bound = (
        *(*rank.bound, *among_names.bound, *named.bound),
        *(*rank_of_prose.bound, *in_prose.bound, *prose.bound),
    )
    return _rows(statement, (*bound, limit))


def _alike(within: Sql, question: Asked, known: list[UUID]) -> list[_Row]:
    """Find what may have been meant; what is much less alike than the best is left out."""
    alike, likeness = matches.alike(question), matches.likeness(question)
    statement = f"""
        with alike as (
            select id, kind, object_id, title, detail, {likeness.text} as likeness
            from search_entry where {alike.text} and not id = any (%s) and {within.text}
        ), placed as (
            select *, row_number() over (
                partition by kind order by likeness desc, length(title), title, id
            ) as place from alike where likeness >= %s * (select max(likeness) from alike)
        )
        select id, kind, object_id, title, detail, %s, count(*) over (partition by kind)
        from placed where place <= %s order by likeness desc, length(title), title, id
    """  # noqa: S608 the pieces are written in this context; what people type is bound
    limits = (_NEARLY_AS_ALIKE, int(Why.MISSPELT), _MOST_MISSPELT)
    return _rows(statement, (*likeness.bound, *alike.bound, known, *within.bound, *limits))


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
