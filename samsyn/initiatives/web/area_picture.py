"""The areas as a picture: the more initiatives, the darker, and the number is written in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from django.utils.translation import ngettext

from samsyn.geography.drawing import Outline, drawn
from samsyn.geography.shapes import from_geojson
from samsyn.organisation.api import AreaBoundary
from samsyn.pages.api import formats

_MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Surface:
    """An area of the picture, with its measures written already; one without any has no way on."""

    path: str
    x: str
    y: str
    step: str
    number: str
    told: str
    url: str


@dataclass(frozen=True, slots=True)
class Picture:
    width: str
    height: str
    surfaces: Sequence[Surface]
    legend: Sequence[tuple[str, str]]


def picture(
    boundaries: Sequence[AreaBoundary], counts: Mapping[UUID, int], urls: Mapping[UUID, str]
) -> Picture:
    """Draw the areas, each with how many initiatives it has."""
    found = drawn({each.area_id: from_geojson(each.geometry) for each in boundaries})
    steps = Steps(max((counts.get(each.area_id, 0) for each in boundaries), default=0))
    surfaces = [
        _surface(
            found.outlines[each.area_id],
            each.area.name,
            counts.get(each.area_id, 0),
            steps,
            urls[each.area_id],
        )
        for each in boundaries
    ]
    return Picture(f"{found.width:d}", f"{found.height:d}", surfaces, steps.legend)


def _surface(outline: Outline, name: str, count: int, steps: "Steps", url: str) -> Surface:
    return Surface(
        outline.path,
        f"{outline.x:d}",
        f"{outline.y:d}",
        f"{steps.of(count):d}",
        formats.number(count) if count else "",
        f"{name}: {_initiatives(count)}",
        url if count else "",
    )


@dataclass(frozen=True, slots=True)
class Steps:
    """A few even steps from one to the greatest number, and one for none."""

    most: int

    @property
    def _count(self) -> int:
        return min(_MOST_STEPS, self.most)

    def of(self, count: int) -> int:
        return -(-count * self._count // self.most) if count else 0

    @property
    def legend(self) -> list[tuple[str, str]]:
        """Each step with the numbers that it stands for."""
        lasts = [step * self.most // self._count for step in range(1, self._count + 1)]
        pairs = pairwise([0, *lasts])
        spans = [(str(n), _span(low + 1, high)) for n, (low, high) in enumerate(pairs, 1)]
        return [("0", _initiatives(0)), *spans]


def _span(low: int, high: int) -> str:
    first = f"{formats.number(low)}–" if low < high else ""
    return f"{first}{_initiatives(high)}"


def _initiatives(count: int) -> str:
    told = ngettext("%(n)s insats", "%(n)s insatser", count)
    return told % {"n": formats.number(count)}
