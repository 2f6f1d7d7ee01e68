"""The smallest valid indicators with their values, made by the real actions."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.initiatives.actions import indicators, logic, values
from samsyn.initiatives.actions.headings import remember_headings
from samsyn.initiatives.actions.values import Slice, Told
from samsyn.initiatives.domain.spans import read_span
from samsyn.initiatives.models import (
    ClaimLevel,
    Colour,
    Disclosure,
    Heading,
    HeadingOf,
    Indicator,
    Initiative,
    LogicKind,
    Measure,
    Measurement,
    Use,
    Value,
)
from samsyn.organisation.api import Position
from tests.people import TODAY, operator
from tests.surroundings import ALINGSAS

ALL = ["sex", "area", "school_form"]


def indicator(
    name: str = "Orosanmälningar på grund av frånvaro",
    measure: Measure = Measure.COUNT,
    disclosure: Disclosure = Disclosure.COUNT,
    *,
    municipality_id: UUID = ALINGSAS,
    **told: Any,
) -> Indicator:
    said = {"name": name, "measure": measure, "disclosure": disclosure, "breakdowns": ALL}
    return indicators.add_indicator(said | told, actor=operator(municipality_id))


def told(period: str, number: Any = None, series: Slice | None = None, **more: Any) -> Told:
    figure = None if number is None else Decimal(str(number))
    return Told(read_span(period), series or Slice(), number=figure, **more)


def enter(of: Indicator, *rows: Told) -> None:
    values.enter_values(of, rows, actor=operator(of.municipality_id))


def by_sex(of: Indicator, girls: int, boys: int, period: str = "2025") -> None:
    """A count in total and for each sex."""
    enter(
        of,
        told(period, girls + boys),
        told(period, girls, Slice("girls")),
        told(period, boys, Slice("boys")),
    )


def whole_indicator(owner: Position, initiative: Initiative) -> list[Model]:
    """A row of each kind, owned by the function, measuring the initiative."""
    municipality_id: Any = owner.municipality_id
    of = indicator(municipality_id=municipality_id, owner_id=owner.pk)
    by_sex(of, 30, 25)
    giver = operator(municipality_id)
    aimed = {"number": Decimal(40), "starts_on": TODAY, "ends_on": date(2027, 1, 1)}
    judged = {"colour": Colour.YELLOW, "why": "Fler gör det, inte alla.", "judged_on": TODAY}
    remember_headings(HeadingOf.VALUES, {"Läsår": "period"}, actor=giver)
    claim = {"level": ClaimLevel.OUTPUT, "text": "Den är välbesökt.", "said_by": "Rektor"}
    step = logic.add_step(
        initiative, {"kind": LogicKind.PROBLEM, "text": "Hög frånvaro."}, actor=giver
    )
    return [
        of,
        Measurement.objects.get(indicator=of),
        Value.objects.filter(measurement__indicator=of).order_by("pk")[0],
        indicators.set_target(of, aimed, actor=giver),
        indicators.judge_indicator(of, judged, actor=giver),
        Heading.objects.get(municipality_id=municipality_id),
        step,
        logic.add_measure(initiative, of.pk, Use.OUTCOME, step.pk, actor=giver),
        logic.make_claim(initiative, claim, actor=giver),
    ]
