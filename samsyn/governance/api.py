"""What other contexts may use of governance."""

from samsyn.governance.actions.library import bring_library
from samsyn.governance.models import (
    Agreement,
    AgreementKind,
    Block,
    CitedLaw,
    Clause,
    Concern,
    DocumentKind,
    Expedition,
    GoverningDocument,
    Law,
    LawKind,
    Limit,
    LimitUnit,
    Matter,
    Outcome,
    Party,
    Provision,
    Publication,
    Remark,
    Renewal,
    Settlement,
    Step,
    StepKind,
    Training,
)
from samsyn.governance.models.documents import REGISTRY_NUMBER
from samsyn.governance.rules.agreements import READ_AGREEMENTS
from samsyn.governance.rules.documents import READ_DOCUMENTS
from samsyn.governance.rules.laws import READ_LAWS
from samsyn.governance.rules.matters import READ_MATTERS

__all__ = [
    "READ_AGREEMENTS",
    "READ_DOCUMENTS",
    "READ_LAWS",
    "READ_MATTERS",
    "REGISTRY_NUMBER",
    "Agreement",
    "AgreementKind",
    "Block",
    "CitedLaw",
    "Clause",
    "Concern",
    "DocumentKind",
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
    "Remark",
    "Renewal",
    "Settlement",
    "Step",
    "StepKind",
    "Training",
    "bring_library",
]
