"""The tables of initiatives."""

from samsyn.initiatives.models.course import Evaluation, InitiativeDecision, PhaseMove
from samsyn.initiatives.models.indicator_words import (
    Breakdown,
    Colour,
    Direction,
    Disclosure,
    Frequency,
    Level,
    Measure,
    State,
    StepKind,
    Use,
)
from samsyn.initiatives.models.indicators import (
    Indicator,
    Light,
    Measurement,
    Target,
    Value,
    ValueHeading,
)
from samsyn.initiatives.models.logic import Claim, InitiativeMeasure, LogicStep
from samsyn.initiatives.models.methods import Method
from samsyn.initiatives.models.parts import (
    Belonging,
    Funding,
    InitiativeArea,
    Partner,
    Responsibility,
    Staffing,
)
from samsyn.initiatives.models.portfolio import Initiative
from samsyn.initiatives.models.venues import Service, Venue
from samsyn.initiatives.models.words import (
    Course,
    EvaluationKind,
    Evidence,
    Grade,
    InitiativeKind,
    Phase,
    Prevention,
    Scope,
    Sex,
)

__all__ = [
    "Belonging",
    "Breakdown",
    "Claim",
    "Colour",
    "Course",
    "Direction",
    "Disclosure",
    "Evaluation",
    "EvaluationKind",
    "Evidence",
    "Frequency",
    "Funding",
    "Grade",
    "Indicator",
    "Initiative",
    "InitiativeArea",
    "InitiativeDecision",
    "InitiativeKind",
    "InitiativeMeasure",
    "Level",
    "Light",
    "LogicStep",
    "Measure",
    "Measurement",
    "Method",
    "Partner",
    "Phase",
    "PhaseMove",
    "Prevention",
    "Responsibility",
    "Scope",
    "Service",
    "Sex",
    "Staffing",
    "State",
    "StepKind",
    "Target",
    "Use",
    "Value",
    "ValueHeading",
    "Venue",
]
