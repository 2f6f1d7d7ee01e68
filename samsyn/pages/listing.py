"""A list that can be filtered, sorted, paged and exported, all from one permitted query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic

from django.db.models import F, QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from samsyn.pages.cells import Cell, Words
from samsyn.pages.columns import Column, Empty, Filter, Row
from samsyn.pages.paging import Pages

SORT, PAGE, EXPORT = "ordna", "sida", "hamta"
PAGE_SIZE = 25
EXPORTS = ("csv", "xlsx")


@dataclass(frozen=True, slots=True)
class AskedFilter:
    """A filter as the page shows it."""

    key: str
    label: Words
    answer: str
    choices: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a column as the page shows it."""

    key: str
    label: Words
    url: str
    direction: str
    is_number: bool
    attributes: SafeString


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """Rows must already be permitted and bounded; what the address asks may be any nonsense."""

    asked: QueryDict
    rows: QuerySet[Row]
    columns: Sequence[Column[Row]]
    caption: Words
    default_sort: str
    empty: Empty
    filters: Sequence[Filter[Row]] = ()
    file_name: str = "lista"
    page_size: int = field(default=PAGE_SIZE, kw_only=True)
    # A list that grows for ever is counted and paged no further than this; a file holds it all.
    most: int | None = field(default=None, kw_only=True)

    @property
    def export(self) -> str:
        """The kind of file asked for, or nothing when a page is."""
        kind = self.asked.get(EXPORT, "")
        return kind if kind in EXPORTS else ""

    @cached_property
    def answers(self) -> dict[str, str]:
        found = {each.key: each.understood(self.asked.get(each.key, "")) for each in self.filters}
        return {key: answer for key, answer in found.items() if answer}

    @cached_property
    def sort(self) -> str:
        """The key of the column sorted by, with a minus for descending."""
        asked = self.asked.get(SORT, "")
        sortable = {column.key for column in self.columns if column.order_by}
        return asked if asked.removeprefix("-") in sortable else self.default_sort

    @cached_property
    def found(self) -> QuerySet[Row]:
        """Every row that the filters leave, in order."""
        rows = self.rows
        for each in self.filters:
            if each.key in self.answers:
                rows = each.narrow(rows, self.answers[each.key])
        return rows.order_by(*self._order())

    def _order(self) -> Iterator[Any]:
        key = self.sort.removeprefix("-")
        column = next((each for each in self.columns if each.key == key), None)
        for name in column.order_by if column else ():
            direction = F(name).desc if self.sort.startswith("-") else F(name).asc
            yield direction(nulls_last=self._may_be_empty(name) or None)
        yield "pk"

    def _may_be_empty(self, name: str) -> bool:
        """Where nothing can be missing, an index of the database may give the order."""
        nullable = {field.name: field.null for field in self.rows.model._meta.concrete_fields}
        return nullable.get(name, True)

    @cached_property
    def pages(self) -> Pages:
        total = min(self._counted, self.most or self._counted)
        return Pages.of(total, self.page_size, self.asked.get(PAGE, ""), self._page_address)

    @cached_property
    def _counted(self) -> int:
        return (self.found[: self.most + 1] if self.most else self.found).count()

    @property
    def has_more(self) -> bool:
        return self._counted > self.pages.total

    @cached_property
    def lines(self) -> list[list[tuple[Header, Cell]]]:
        """The page asked for: each cell with the head of its column."""
        return [list(zip(self.headers, line, strict=True)) for line in self._cells(self._page())]

    def _page(self) -> QuerySet[Row]:
        """Far in, ask first which rows they are: else all that is passed over is worked out too."""
        first, end = self.pages.first_row, self.pages.end_row
        if not first:
            return self.found[:end]
        return self.found.filter(pk__in=list(self.found.values_list("pk", flat=True)[first:end]))

    @property
    def rows_html(self) -> SafeString:
        """The page asked for as rows of a table; a template would take longer than all the rest."""
        lines = ("".join(_cell_html(head, cell) for head, cell in line) for line in self.lines)
        return mark_safe("".join(f'<tr role="row">{line}</tr>\n' for line in lines))  # noqa: S308

    def all_lines(self) -> Iterator[list[Cell]]:
        """The cells of every row, for an export."""
        return self._cells(self.found.iterator(chunk_size=2_000))

    def _cells(self, rows: Iterable[Row]) -> Iterator[list[Cell]]:
        return ([column.value(row) for column in self.columns] for row in rows)

    @cached_property
    def headers(self) -> list[Header]:
        return [self._header(column) for column in self.columns]

    def _header(self, column: Column[Row]) -> Header:
        direction = {column.key: "ascending", f"-{column.key}": "descending"}.get(self.sort, "none")
        turned = f"-{column.key}" if direction == "ascending" else column.key
        url = self._address(sort=turned) if column.order_by else ""
        attributes = format_html(
            'role="cell" data-label="{}" class="{}"',
            column.label,
            "num" if column.is_number else "",
        )
        return Header(column.key, column.label, url, direction, column.is_number, attributes)

    @property
    def asked_filters(self) -> list[AskedFilter]:
        return [
            AskedFilter(each.key, each.label, self.answers.get(each.key, ""), each.choices)
            for each in self.filters
        ]

    @property
    def export_urls(self) -> list[tuple[str, str]]:
        labels = {"csv": "CSV", "xlsx": "Excel"}
        return [(labels[kind], self._address(export=kind)) for kind in EXPORTS]

    @property
    def address(self) -> str:
        """The address of this very page, for the browser's history."""
        return self._address(page=self.pages.current)

    def _page_address(self, number: int) -> str:
        return self._address(page=number)

    def _address(self, *, sort: str = "", page: int = 1, export: str = "") -> str:
        """Write an address with what was understood and nothing else of what was asked."""
        query = QueryDict(mutable=True)
        query.update(self.answers)
        if (sort or self.sort) != self.default_sort:
            query[SORT] = sort or self.sort
        if page > 1:
            query[PAGE] = str(page)
        if export:
            query[EXPORT] = export
        return f"?{query.urlencode()}"


def _cell_html(head: Header, cell: Cell) -> str:
    return f"<td {head.attributes}>{cell.html}</td>"
