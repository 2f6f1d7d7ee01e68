"""What is told in the form of each command of governance, and the rows that it is tried on."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model

from samsyn.governance.actions import editions, matters
from samsyn.governance.models import Agreement, AgreementKind, Attachment, Party, Step
from tests import factories as make
from tests import governance_rows as rows
from tests.access.test_knock_at_every_door import Door
from tests.forums.sending import posted
from tests.people import TODAY

LATER = (TODAY + timedelta(days=365)).isoformat()
DAY = TODAY.isoformat()

# What is told is the same at each address of an action; a form leaves what it does not ask for.
WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "governance.create_agreement": {"kind": "boards", "renewal": "fixed"},
    "governance.describe_agreement": {"kind": "boards", "renewal": "fixed"},
    "governance.activate_agreement": {"activated_on": DAY},
    "governance.end_agreement": {"ends_on": LATER},
    "governance.add_clause": {"block": "goals", "text": "Fler i skolan."},
    "governance.change_clause": {"block": "goals", "text": "Fler i skolan."},
    "governance.review_clause": {"reviewed_on": DAY},
    "governance.add_limit": {"what": "rapport", "by_day": "1", "by_month": "3"},
    "governance.change_settlement": {"amount": "1300"},
    "governance.record_decision": {"decided_on": DAY, "outcome": "approved"},
    "governance.record_signature": {"signed_on": DAY, "signed_by": "Kim Ek"},
    "governance.send_decision": {"sent_on": DAY, "to_whom": "Regionen"},
    "governance.record_receipt": {"received_on": DAY},
}
CHOSEN: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "governance.add_party": lambda _row: {"body": make.body("Väktarna").pk},
    "governance.settle": lambda row: {"body": party_of(row), "year": "2024", "amount": "900"},
    "governance.add_agreement_file": lambda _row: {"sent": posted("ny.txt", b"Det nya.")},
    "governance.add_step": lambda _row: {"body": make.body("Väktarna").pk, "kind": "decides"},
    "governance.attach": lambda row: {"edition": another_file(row.agreement)},
}


def told(action: str, row: Model) -> dict[str, Any]:
    """What is answered in the form, beside what most forms have in common."""
    chosen = CHOSEN.get(action, lambda _row: {})
    return {**WRITTEN.get(action, {}), **chosen(row)}


def party_of(agreement: Agreement) -> Any:
    make.operator()
    return Party.objects.get(agreement=agreement).body_id


def another_file(agreement: Agreement) -> Any:
    return editions.add_edition(agreement, rows.sent("två.txt"), actor=make.operator()).pk


def ready() -> Agreement:
    """One that lacks nothing."""
    return rows.followed_up(rows.agreement(kind=AgreementKind.INFORMAL))


def undecided() -> Party:
    return rows.party(rows.agreement())


def attached() -> Attachment:
    """A file of a matter that nobody has decided in."""
    of = rows.agreement()
    rows.party(of)
    another_file(of)
    return Attachment.objects.get(matter=rows.matter(of))


def spare() -> Step:
    new = matters.NewStep(make.body("Väktarna").pk)
    return matters.add_step(rows.matter(), new, actor=make.operator())


# Where the usual row of the model does not do: by action, or by one of its addresses.
OTHERWISE: Mapping[str, Callable[[], Model]] = {
    "governance.activate_agreement": ready,
    "parter/<uuid:pk>/ta-bort/": undecided,
    "governance.detach": attached,
    "governance.remove_step": spare,
}


def built(door: Door) -> Model | None:
    """A row that the command can be carried through on, if the usual one does not do."""
    keys = (door.address, door.action)
    build = next((OTHERWISE[key] for key in keys if key in OTHERWISE), None)
    return build() if build else None
