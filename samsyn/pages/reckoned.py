"""Rows that no query holds, since they are reckoned, taken away as a file as other lists are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from samsyn.pages.cells import Cell
from samsyn.pages.columns import Column
from samsyn.pages.listing import EXPORT, EXPORTS


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The rows that are left by `answers`; `kind` is what the address asks for, any nonsense."""

    kind: str
    rows: Sequence[Any]
    columns: Sequence[Column[Any]]
    file_name: str
    answers: Mapping[str, str]

    @property
    def export(self) -> str:
        """The kind of file asked for, or nothing when a page is."""
        return self.kind if self.kind in EXPORTS else ""

    @property
    def export_urls(self) -> list[tuple[str, str]]:
        labels = {"csv": "CSV", "xlsx": "Excel"}
        return [(labels[kind], f"?{urlencode({**self.answers, EXPORT: kind})}") for kind in EXPORTS]

    def all_lines(self) -> Iterator[list[Cell]]:
        return ([column.value(row) for column in self.columns] for row in self.rows)
