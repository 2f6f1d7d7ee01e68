"""Agreements, what the boards have decided of them, governing documents, and the laws they cite."""

from samsyn.governance.models.agreements import (
    Agreement,
    AgreementKind,
    Block,
    Clause,
    Limit,
    LimitUnit,
    Party,
    Renewal,
    Settlement,
)
from samsyn.governance.models.documents import (
    Concern,
    DocumentKind,
    Edition,
    GoverningDocument,
    Publication,
    Remark,
    Training,
)
from samsyn.governance.models.duties import Duty, DutyDone, DutyKind, Recurs
from samsyn.governance.models.laws import CitedLaw, Law, LawKind, Provision
from samsyn.governance.models.matters import (
    Attachment,
    Expedition,
    Matter,
    Outcome,
    Step,
    StepKind,
)

__all__ = [
    "Agreement",
    "AgreementKind",
    "Attachment",
    "Block",
    "CitedLaw",
    "Clause",
    "Concern",
    "DocumentKind",
    "Duty",
    "DutyDone",
    "DutyKind",
    "Edition",
    "Expedition",
    "GoverningDocument",
    "Law",
    "LawKind",
    "Limit",
    "LimitUnit",
    "Matter",
    "Outcome",
    "Party",
    "Provision",
    "Publication",
    "Recurs",
    "Remark",
    "Renewal",
    "Settlement",
    "Step",
    "StepKind",
    "Training",
]
