"""A series is drawn with its breaks and gaps, and without what may not be shown."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.initiatives.web.chart import HEIGHT, WIDTH, Drawn, chart

# A machine may be busy with other tests.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

VALUES = st.none() | st.floats(-1000, 100_000, allow_nan=False).map(lambda value: round(value, 1))


def drawn(value: float | None, year: int, *, is_broken: bool = False) -> Drawn:
    return Drawn(date(year, 1, 1), str(year), f"{value}", value, is_broken=is_broken)


@given(st.lists(st.tuples(VALUES, st.booleans()), max_size=20))
def test_every_mark_is_inside_the_picture(values: list[tuple[float | None, bool]]) -> None:
    points = [drawn(value, 2000 + n, is_broken=at) for n, (value, at) in enumerate(values)]

    made = chart(points)

    shown = [each for each in points if each.value is not None]
    if made is None:
        assert len(shown) < 2
        return
    assert len(made.marks) == len(shown)
    assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= HEIGHT for mark in made.marks)
    joined = [
        a.value is not None and b.value is not None and not b.is_broken for a, b in pairwise(points)
    ]
    assert len(made.lines) == sum(joined)


def test_a_higher_value_stands_higher() -> None:
    made = chart([drawn(10, 2024), drawn(20, 2025)])

    assert made is not None
    assert made.marks[1].y < made.marks[0].y


def test_the_line_breaks_where_the_definition_does() -> None:
    made = chart([drawn(10, 2023), drawn(20, 2024, is_broken=True), drawn(21, 2025)])

    assert made is not None
    assert (len(made.lines), len(made.breaks)) == (1, 1)
    assert made.marks[0].x < made.breaks[0] < made.marks[1].x
