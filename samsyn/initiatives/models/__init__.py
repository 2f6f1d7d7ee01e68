"""The tables of initiatives."""

from samsyn.initiatives.models.activities import (
    Activity,
    ActivityKind,
    HalfYear,
    Series,
    Shift,
    VisitPlan,
    Whom,
)
from samsyn.initiatives.models.course import Evaluation, InitiativeDecision, PhaseMove
from samsyn.initiatives.models.deviations import (
    Deviation,
    DeviationKind,
    DeviationParty,
    DeviationRoutine,
    DeviationState,
    DeviationStep,
    StepTaken,
)
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
from samsyn.initiatives.models.projects import Commission, Delivery, Task, TaskState
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
    "Activity",
    "ActivityKind",
    "Belonging",
    "Commission",
    "Course",
    "Delivery",
    "Deviation",
    "DeviationKind",
    "DeviationParty",
    "DeviationRoutine",
    "DeviationState",
    "DeviationStep",
    "Evaluation",
    "EvaluationKind",
    "Evidence",
    "Funding",
    "Grade",
    "HalfYear",
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
    "Series",
    "Service",
    "Sex",
    "Shift",
    "Staffing",
    "StepTaken",
    "Task",
    "TaskState",
    "Venue",
    "VisitPlan",
    "Whom",
]
