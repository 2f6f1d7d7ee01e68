"""The tables of initiatives."""

from samsyn.initiatives.models.course import Evaluation, InitiativeDecision, PhaseMove
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
    "Course",
    "Evaluation",
    "EvaluationKind",
    "Evidence",
    "Funding",
    "Grade",
    "Initiative",
    "InitiativeArea",
    "InitiativeDecision",
    "InitiativeKind",
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
    "Venue",
]
