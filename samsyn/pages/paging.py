"""The pages of a list: which one is shown, and the ways to the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

_NEIGHBOURS = 1
_LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page to go to; without an address it is a gap between pages."""

    number: int
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class Pages:
    """One page of a list of `total` rows."""

    total: int
    size: int
    current: int
    address: Callable[[int], str]

    @classmethod
    def of(cls, total: int, size: int, asked: str, address: Callable[[int], str]) -> Pages:
        """Take any nonsense for the first page, and a page beyond the last for the last."""
        is_number = asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_NUMBER
        number = int(asked) if is_number else 1
        return cls(total, size, max(1, min(number, _last(total, size))), address)

    @property
    def last(self) -> int:
        return _last(self.total, self.size)

    @property
    def first_row(self) -> int:
        return (self.current - 1) * self.size

    @property
    def end_row(self) -> int:
        return min(self.first_row + self.size, self.total)

    @property
    def first_shown(self) -> int:
        return self.first_row + 1 if self.total else 0

    @property
    def previous_url(self) -> str:
        return self.address(self.current - 1) if self.current > 1 else ""

    @property
    def next_url(self) -> str:
        return self.address(self.current + 1) if self.current < self.last else ""

    @cached_property
    def near(self) -> list[PageLink]:
        """The first, the last and the nearest pages, with gaps between."""
        shown = {1, self.last, *range(self.current - _NEIGHBOURS, self.current + _NEIGHBOURS + 1)}
        links: list[PageLink] = []
        for number in sorted(n for n in shown if 1 <= n <= self.last):
            if links and number - links[-1].number > 1:
                links.append(PageLink(number - 1, ""))
            links.append(PageLink(number, self.address(number), number == self.current))
        return links


def _last(total: int, size: int) -> int:
    return max(1, -(-total // size))
