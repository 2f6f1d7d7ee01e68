"""Indicators with ten years of values, of a municipality that does not exist."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import product
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up import themes
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry
from samsyn.forums.api import SchoolForm
from samsyn.initiatives.api import (
    ClaimLevel,
    Colour,
    Disclosure,
    LogicKind,
    Measure,
    Sex,
    Use,
)
from samsyn.kernel.period import Period

# In all, however many years are told of.
INDICATORS = 40
_HUNDRED = 100
_SHARED = (Measure.COUNT, Measure.SHARE)
_FORMS = (SchoolForm.PRESCHOOL.value, SchoolForm.COMPULSORY.value, SchoolForm.UPPER_SECONDARY.value)

Slice = tuple[str, str]  # of which sex and which form of school; of all when it is empty


class Indicators:
    """Made as it is written: counts and shares, in total and for girls and boys."""

    def __init__(
        self,
        random: Random,
        staff: Staff,
        initiatives: Sequence[str],
        history: History,
        count: int,
    ) -> None:
        self._random, self._staff, self._initiatives = random, staff, initiatives
        self._count = count
        self._years = range(NOW.year - history.years, NOW.year)

    def sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        yield "indicators", (self._indicator(number) for number in range(self._count))
        yield "measurements", self._measurements()
        yield "logic_steps", (step for key in self._initiatives for step in _by_key(_chain(key)))
        yield "initiative_measures", self._measured()
        yield "claims", (self._claim(number, key) for number, key in enumerate(self._initiatives))

    def _indicator(self, number: int) -> Entry:
        random, measure = self._random, _SHARED[number % 2]
        theme = random.choice(themes.THEMES).name
        judged = part(
            "indicators",
            "lights",
            judged_on=date(NOW.year, 1, 15),
            colour=random.choice(Colour.values),
            why="Så ser siffrorna ut.",
        )
        return entry(
            "indicators",
            _key(number),
            name=f"Indikator {number}: {theme}",
            measure=measure.value,
            disclosure=Disclosure.SHARE.value if number % 2 else Disclosure.COUNT.value,
            breakdowns=("sex", "school_form"),
            focus_areas=(theme,),
            owner=random.choice(self._staff.employed)[1],
            lights=in_order([judged]),
            invented=True,
        )

    def _measurements(self) -> Iterator[Entry]:
        for number in range(self._count):
            for year in self._years:
                period = Period(date(year, 1, 1), date(year + 1, 1, 1))
                values = [self._value(number, counts) for counts in self._counts()]
                yield entry(
                    "measurements",
                    "",
                    indicator=_key(number),
                    period=period,
                    values=in_order(values),
                )

    def _measured(self) -> Iterator[Entry]:
        """Every second initiative can be evaluated."""
        for number, key in enumerate(self._initiatives):
            for use in Use.values[number % 2 :]:
                yield entry(
                    "initiative_measures",
                    "",
                    initiative=key,
                    indicator=_key((2 * number + Use.values.index(use)) % self._count),
                    use=use,
                    step=f"{key}-{LogicKind.PROBLEM.value}",
                )

    def _counts(self) -> Iterator[tuple[Slice, int, int]]:
        """Of girls, of boys and of both, in each form and in all: how many, and of how many."""
        random = self._random
        counted: Counter[Slice] = Counter()
        asked: Counter[Slice] = Counter()
        for sex, form in product(Sex.values, _FORMS):
            some, others = random.randint(0, 60), random.randint(5, 200)
            for told in product((sex, ""), (form, "")):
                counted[told] += some
                asked[told] += some + others
        for told in counted:
            yield told, counted[told], asked[told]

    def _value(self, number: int, counts: tuple[Slice, int, int]) -> Values:
        (sex, form), some, of_all = counts
        told: dict[str, Any] = {"number": _decimal(Decimal(some))}
        if number % 2:
            share = Decimal(_HUNDRED * some) / of_all
            told = {"number": _decimal(share), "numerator": some, "denominator": of_all}
        return part("measurements", "values", sex=sex, school_form=form, **told)

    def _claim(self, number: int, initiative: str) -> Entry:
        """Every third is measured; the others are what somebody says."""
        said: dict[str, Any] = {"said_by": "Rektor"}
        if number % 3 == 0:
            said = {"indicator": _key(number % self._count)}
        level = ClaimLevel.values[number % len(ClaimLevel.values)]
        text = "Det har blivit bättre."
        return entry("claims", "", initiative=initiative, level=level, text=text, **said)


def _key(number: int) -> str:
    return f"indikator-{number:03}"


def _chain(initiative: str) -> Iterator[Entry]:
    """From problem to effect, each link after the one before."""
    after = ""
    for kind in LogicKind:
        key = f"{initiative}-{kind.value}"
        text = f"{kind.label.capitalize()} som insatsen utgår från."
        yield entry(
            "logic_steps", key, initiative=initiative, kind=kind.value, text=text, after=after
        )
        after = key


def _by_key(steps: Iterator[Entry]) -> list[Entry]:
    """In the order in which a file has them."""
    return sorted(steps, key=lambda each: each.key)


def _decimal(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.0001"))
