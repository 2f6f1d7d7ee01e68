"""What a file with boundaries would change: shown before anything is stored."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from samsyn.geography.shapes import Boundary, Note, from_geojson, joined
from samsyn.organisation import joining
from samsyn.organisation.joining import Columns, Joined
from samsyn.organisation.models import Area, AreaBoundary, AreaKind, BoundaryFile


class State(StrEnum):
    """What would be done with some rows of the file."""

    NEW = "new"
    REPLACES = "replaces"
    SAME = "same"
    UNKNOWN = "unknown"
    NAMELESS = "nameless"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Proposed:
    """An area, or what could become one, and the boundary that the file gives it."""

    area: Area | None
    code: str
    name: str
    boundary: Boundary | None
    notes: frozenset[Note]
    state: State


@dataclass(frozen=True, slots=True)
class Proposal:
    columns: Columns
    kind: AreaKind
    rows: Sequence[Proposed]

    @property
    def digest(self) -> str:
        """Tell this proposal from one that would change something else."""
        digest = hashlib.sha256(f"{self.columns} {self.kind}".encode())
        for each in self.rows:
            told = (each.area and each.area.pk, each.code, each.name, each.state)
            digest.update(repr(told).encode())
        return digest.hexdigest()


def proposed(
    file: BoundaryFile,
    areas: Sequence[Area],
    stored: Mapping[UUID, AreaBoundary],
    asked: Mapping[str, str],
) -> Proposal:
    """Join the file to the areas as is asked, and as is usual where nothing is."""
    said = [each["properties"] for each in file.features]
    usual = joining.guessed(said, areas)
    words = {"", *joining.columns_of(said)}
    columns = Columns(*(_meant(asked, *each, words) for each in _asked(usual)))
    kind = _kind(asked.get("slag", ""))
    found = joining.joined(said, columns, areas, kind or "")
    rows = [_proposed(file, each, stored) for each in found]
    return Proposal(columns, kind or joining.kind_of(found), rows)


def _asked(usual: Columns) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("kod", usual.code), ("namn", usual.name)


def _meant(asked: Mapping[str, str], key: str, usual: str, words: set[str]) -> str:
    word = asked.get(key, usual)
    return word if word in words else usual


def _kind(said: str) -> AreaKind | None:
    return AreaKind(said) if said in AreaKind.values else None


def _proposed(file: BoundaryFile, found: Joined, stored: Mapping[UUID, AreaBoundary]) -> Proposed:
    rows = [file.features[number] for number in found.rows]
    parts = [from_geojson(row["geometry"]) for row in rows if row["geometry"]]
    notes = {Note(note) for row in rows for note in row["notes"]}
    whole = joined(parts) if parts else None
    notes |= whole.notes if whole else set()
    state = _state(file, found, whole, stored)
    return Proposed(found.area, found.code, found.name, whole, frozenset(notes), state)


def _state(
    file: BoundaryFile, found: Joined, whole: Boundary | None, stored: Mapping[UUID, AreaBoundary]
) -> State:
    if whole is None:
        return State.NOTHING
    if found.area is None:
        return State.UNKNOWN if found.code or found.name else State.NAMELESS
    before = stored.get(found.area.pk)
    if before is None:
        return State.NEW
    now: tuple[Any, ...] = (whole.geojson, file.origin, file.stated_on)
    is_same = now == (before.geometry, before.origin, before.stated_on)
    return State.SAME if is_same else State.REPLACES
