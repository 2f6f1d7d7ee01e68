"""Indicators with something of everything, and an initiative that is measured, for the browser."""

from decimal import Decimal
from typing import Any

from samsyn.access.api import Actor
from samsyn.initiatives.actions import indicators, logic, values
from samsyn.initiatives.models import (
    ClaimLevel,
    Colour,
    Disclosure,
    LogicKind,
    Measure,
    Measurement,
    Use,
)
from samsyn.organisation.models import Position
from tests import factories as make
from tests import indicator_rows as rows
from tests import initiative_rows


def ids_of_indicators(actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    owner = Position.objects.get(key="folkhalsoarbetet-folkhalsostrateg")
    shared: Any = {"measure": Measure.SHARE, "disclosure": Disclosure.SHARE}
    indicator = rows.indicator("Elever med hög frånvaro", owner_id=owner.pk, **shared)
    told = [
        rows.told(str(year), 30 - year % 7, answers=220, response_rate=Decimal(81))
        for year in range(2017, 2026)
    ]
    rows.enter(indicator, *told, rows.told("2016", state="withheld"))
    measurement = Measurement.objects.get(indicator=indicator, starts_on__year=2021)
    values.mark_break(measurement, "Gränsen är\nny.", "Rapport", actor=actor)
    aimed = {"number": Decimal(15), "starts_on": "2026-01-01", "ends_on": "2028-01-01"}
    baseline = {"baseline": Decimal(22), "baseline_on": "2025-12-31", "decided": "Plan 2026"}
    target = indicators.set_target(indicator, aimed | baseline, actor=actor)
    judged = {"colour": Colour.YELLOW, "why": "Det vänder\nsakta.", "judged_on": actor.today}
    indicators.judge_indicator(indicator, judged | {"by_id": owner.pk}, actor=actor)
    few = rows.indicator("Anmälningar på grund av frånvaro")
    rows.by_sex(few, 57, 3)
    make.citation(indicator)
    return {
        "initiatives.indicator": str(indicator.pk),
        "initiatives.measurement": str(measurement.pk),
        "initiatives.target": str(target.pk),
        "few": str(few.pk),
        **_measured(indicator, actor),
    }


def _measured(indicator: Any, actor: Actor) -> dict[str, str]:
    initiative = initiative_rows.initiative("Skolsocialt team som mäts")
    problem = logic.add_step(
        initiative, {"kind": LogicKind.PROBLEM, "text": "Många är\nborta."}, actor=actor
    )
    logic.add_step(
        initiative,
        {"kind": LogicKind.CAUSE, "text": "Otrygg väg.", "after_id": problem.pk},
        actor=actor,
    )
    measure = logic.add_measure(initiative, indicator.pk, Use.OUTCOME, problem.pk, actor=actor)
    said = {"level": ClaimLevel.EFFECT, "text": "Den är lyckad.", "said_by": "Rektor"}
    claim = logic.make_claim(initiative, said, actor=actor)
    return {
        "measured": str(initiative.pk),
        "initiatives.logicstep": str(problem.pk),
        "initiatives.initiativemeasure": str(measure.pk),
        "initiatives.claim": str(claim.pk),
    }
