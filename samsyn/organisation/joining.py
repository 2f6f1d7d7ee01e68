"""Which areas the rows of a file with boundaries are of: told by code, otherwise by name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samsyn.organisation.models import Area, AreaKind

Said = Mapping[str, str]

_CODES = re.compile(r"deso|regso|kod|code|\bid\b|nyckel", re.IGNORECASE)
_NAMES = re.compile(r"namn|name|omr[åa]de|ben[äa]mning", re.IGNORECASE)
# What SCB's codes look like: the municipality, and a letter that tells the kind.
_KINDS = (
    (re.compile(r"\d{4}[ABC]\d{4}"), AreaKind.DESO),
    (re.compile(r"\d{4}R\d{3}"), AreaKind.REGSO),
)


@dataclass(frozen=True, slots=True)
class Columns:
    """What the file calls the code and the name; empty when it has none."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The rows of the file that are of one area, which may be missing here."""

    area: Area | None
    code: str
    name: str
    rows: tuple[int, ...]


def columns_of(rows: Sequence[Said]) -> list[str]:
    """Every word that the rows say something under, as the file has them in order."""
    return list(dict.fromkeys(word for row in rows for word in row))


def guessed(rows: Sequence[Said], areas: Sequence[Area]) -> Columns:
    """The columns that name most of our areas; where none does, those that sound like it.

    What all rows lie in is no name of theirs.
    """
    parts = [each for each in areas if each.kind != AreaKind.MUNICIPALITY or not rows[1:]]
    codes = {_folded(each.code) for each in parts if each.code}
    names = {_folded(each.name) for each in parts}
    said = {
        word: {_folded(row[word]) for row in rows if row.get(word)} for word in columns_of(rows)
    }
    return Columns(_best(said, codes, _CODES), _best(said, names, _NAMES))


def _best(said: Mapping[str, set[str]], known: set[str], sounds: re.Pattern[str]) -> str:
    hits = {word: len(values & known) for word, values in said.items()}
    best = max(hits, key=lambda word: hits[word], default="")
    if best and hits[best]:
        return best
    like = [word for word in said if sounds.search(word)]
    return max(like, key=lambda word: len(said[word]), default="")


def kind_of(found: Iterable[Joined]) -> AreaKind:
    """The kind of area that most of the rows are of, or look like."""
    kinds = Counter(
        AreaKind(each.area.kind) if each.area else _kind_by_code(each.code) for each in found
    )
    kinds.pop(None, None)
    return max(kinds, key=lambda kind: kinds[kind], default=None) or AreaKind.DISTRICT


def _kind_by_code(code: str) -> AreaKind | None:
    return next((kind for form, kind in _KINDS if form.fullmatch(code)), None)


def joined(
    rows: Sequence[Said], columns: Columns, areas: Sequence[Area], kind: str = ""
) -> list[Joined]:
    """Put the rows together by area; two areas alike are told apart by kind, or not at all."""
    by_code = _by(areas, "code", kind)
    by_name = _by(areas, "name", kind)
    found: dict[object, Joined] = {}
    for number, row in enumerate(rows):
        code, name = row.get(columns.code, ""), row.get(columns.name, "")
        area = by_code.get(_folded(code)) or by_name.get(_folded(name))
        known_by: object = area or _folded(code) or _folded(name) or number
        before = found.get(known_by, Joined(area, code, name, ()))
        found[known_by] = Joined(area, before.code, before.name, (*before.rows, number))
    return list(found.values())


def _by(areas: Sequence[Area], field: str, kind: str) -> dict[str, Area]:
    """What each is called, where it is called so alone, or alone of its kind."""
    called: dict[str, list[Area]] = {}
    for each in areas:
        if said := _folded(getattr(each, field)):
            called.setdefault(said, []).append(each)
    of_kind = {
        said: [each for each in alike if each.kind == kind] or alike
        for said, alike in called.items()
    }
    return {said: alike[0] for said, alike in of_kind.items() if not alike[1:]}


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
