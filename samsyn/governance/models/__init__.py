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
from samsyn.governance.models.consultations import Consultation, Regard, Statement
from samsyn.governance.models.declined import DeclinedDuty
from samsyn.governance.models.dialogues import Dialogue
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
from samsyn.governance.models.priorities import (
    AreaBasis,
    Assignment,
    Ending,
    FocusArea,
    Proposal,
    ProposalAnswer,
    Reply,
)
from samsyn.governance.models.recommendations import Fulfilment, Recommendation
from samsyn.governance.models.risks import (
    Consequence,
    Judgement,
    Likelihood,
    Risk,
    RiskKind,
)

__all__ = [
    "Agreement",
    "AgreementKind",
    "AreaBasis",
    "Assignment",
    "Attachment",
    "Block",
    "CitedLaw",
    "Clause",
    "Concern",
    "Consequence",
    "Consultation",
    "DeclinedDuty",
    "Dialogue",
    "DocumentKind",
    "Duty",
    "DutyDone",
    "DutyKind",
    "Edition",
    "Ending",
    "Expedition",
    "FocusArea",
    "Fulfilment",
    "GoverningDocument",
    "Judgement",
    "Law",
    "LawKind",
    "Likelihood",
    "Limit",
    "LimitUnit",
    "Matter",
    "Outcome",
    "Party",
    "Proposal",
    "ProposalAnswer",
    "Provision",
    "Publication",
    "Recommendation",
    "Recurs",
    "Regard",
    "Remark",
    "Renewal",
    "Reply",
    "Risk",
    "RiskKind",
    "Settlement",
    "Statement",
    "Step",
    "StepKind",
    "Training",
]
