"""Every change to what can be found; called in the transaction that changes the object."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from uuid import UUID

from psycopg.sql import SQL, Identifier

from samsyn.access.api import array, write
from samsyn.search.compounds import Analysis, swedish
from samsyn.search.kinds import has_personal_names, is_prose
from samsyn.search.models import Entry
from samsyn.search.words import fold, words

_ROWS_AT_A_TIME = 1000
_LONGEST_TEXT = 100_000
_LONGEST_LETTERS = 200
_TEXTS_REMEMBERED, _LONGEST_REMEMBERED = 10_000, 100
_WORDS_REMEMBERED = 20_000

_COLUMNS = (
    *("municipality_id", "kind", "object_id", "title", "detail", "text", "letters"),
    *("title_words", "folded_title", "detail_words", "folded_detail"),
    *("text_words", "folded_text", "parts", "folded_parts", "whose"),
)
_IDENTIFIERS = {"municipality_id", "object_id"}

_UPSERT = SQL("""
insert into search_entry
    (id, municipality_id, kind, object_id, title, detail, text, letters, lexemes)
select gen_random_uuid(), municipality_id, kind, object_id, title, detail, text, letters,
    setweight(to_tsvector('pg_catalog.swedish', title_words), 'A')
    || setweight(to_tsvector('pg_catalog.simple', folded_title), 'A')
    || setweight(to_tsvector('pg_catalog.swedish', detail_words), 'B')
    || setweight(to_tsvector('pg_catalog.simple', folded_detail), 'B')
    || setweight(to_tsvector('pg_catalog.swedish', text_words), 'C')
    || setweight(to_tsvector('pg_catalog.simple', folded_text), 'C')
    || setweight(to_tsvector('pg_catalog.swedish', parts), 'D')
    || setweight(to_tsvector('pg_catalog.simple', folded_parts), 'D')
    || array_to_tsvector(array[whose])
from unnest({arrays}) as draft ({columns})
on conflict (municipality_id, kind, object_id) do update set
    title = excluded.title, detail = excluded.detail, text = excluded.text,
    letters = excluded.letters, lexemes = excluded.lexemes
""").format(
    arrays=SQL(", ").join(
        SQL("%s::uuid[]") if name in _IDENTIFIERS else SQL("%s::text[]") for name in _COLUMNS
    ),
    columns=SQL(", ").join(map(Identifier, _COLUMNS)),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What the search is to know of one object."""

    kind: str
    object_id: UUID
    municipality_id: UUID
    title: str
    detail: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A text as its words, those in another form than the base followed by it; and the parts."""

    stemmed: str
    folded: str
    parts: tuple[str, ...] = ()


def index(
    kind: str,
    object_id: UUID,
    municipality_id: UUID,
    *,
    title: str,
    detail: str = "",
    text: str = "",
) -> None:
    """Make one object findable, or tell the search that it has changed."""
    index_many([Draft(kind, object_id, municipality_id, title, detail, text)])


def index_many(drafts: Iterable[Draft]) -> None:
    """Make many objects findable, thousands in a second; the last draft of an object counts.

    The next drafts are taken first: who asks the database for them waits for all that it writes.
    """
    each = iter(drafts)
    batch = list(islice(each, _ROWS_AT_A_TIME))
    while batch:
        latest = {(d.municipality_id, d.kind, d.object_id): d for d in batch}
        rows = list(map(array, zip(*map(_row, latest.values()), strict=True)))
        batch = list(islice(each, _ROWS_AT_A_TIME))
        write(_UPSERT, rows)


def forget(kind: str, object_id: UUID, municipality_id: UUID) -> None:
    """Make an object impossible to find."""
    Entry.objects.filter(municipality_id=municipality_id, kind=kind, object_id=object_id).delete()


def _row(draft: Draft) -> tuple[UUID | str, ...]:
    title = _read(draft.title, names=has_personal_names(draft.kind))
    detail, text = _read(draft.detail), _read(draft.text)
    parts = " ".join((*title.parts, *detail.parts, *text.parts))
    rest = f"{detail.folded} {text.folded}".strip()
    letters = f"{title.folded}\n{rest}"[:_LONGEST_LETTERS]
    return (
        *(draft.municipality_id, draft.kind, draft.object_id),
        *(_storable(draft.title), _storable(draft.detail), _storable(draft.text), letters),
        *(column for read in (title, detail, text) for column in (read.stemmed, read.folded)),
        *(parts, fold(parts), _whose(draft)),
    )


def _whose(draft: Draft) -> str:
    """The lexeme by which the index is kept apart; no word holds such signs."""
    return f"~{'prose' if is_prose(draft.kind) else 'named'} {draft.municipality_id}"


def _read(text: str, *, names: bool = False) -> _Read:
    is_short = len(text) <= _LONGEST_REMEMBERED
    return _remembered(text, names) if is_short else _read_anew(text, names=names)


@lru_cache(maxsize=_TEXTS_REMEMBERED)
def _remembered(text: str, names: bool) -> _Read:  # noqa: FBT001 - a cache knows places
    """Titles and names come again and again, above all where thousands are brought in at once."""
    return _read_anew(text, names=names)


def _read_anew(text: str, *, names: bool) -> _Read:
    found = tuple(dict.fromkeys(words(text[:_LONGEST_TEXT])))
    if names:
        return _Read(" ".join(found), fold(" ".join(found)))
    split = [(word, _analysed(word)) for word in found]
    bases = tuple(result.base for word, result in split if result.base != word.lower())
    parts = tuple(part for _, result in split for part in result.parts)
    return _Read(" ".join((*found, *bases)), fold(" ".join(found)), parts)


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _analysed(word: str) -> Analysis:
    return swedish().analyse(word)


def _storable(text: str) -> str:
    """Leave out the sign that PostgreSQL cannot store."""
    return text.replace("\x00", "")
