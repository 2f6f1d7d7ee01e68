"""What is told in the form of each command of documents and laws, and the rows to try it on."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model

from samsyn.governance.models import GoverningDocument
from tests import document_rows as rows
from tests import factories as make
from tests.access.test_knock_at_every_door import Door
from tests.forums.sending import posted
from tests.people import TODAY

LATER = (TODAY + timedelta(days=365)).isoformat()
_LAW = {"short_name": "Ny", "number": "2030:1", "kind": "act", "place": "1 §"}

# What is told is the same at each address of an action; a form leaves what it does not ask for.
WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "governance.create_document": {"kind": "plan"},
    "governance.describe_document": {"kind": "plan", "publication": "internal"},
    "governance.end_document": {"ends_on": LATER},
    "governance.record_training": {"given_on": TODAY.isoformat(), "to_whom": "Elevhälsan"},
    "governance.record_dialogue": {"with_whom": "Vårdnadshavare", "said": "Mer ljus."},
    "governance.remark_on_document": {"text": "Det står inte vem som följer upp."},
    "governance.remark_on_agreement": {"text": "Det står inte vem som följer upp."},
    "governance.mend_remark": {"how": "Det är skrivet."},
    "governance.keep_laws": _LAW,
    "governance.change_law": _LAW,
}
CHOSEN: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "governance.add_document_file": lambda _row: {"sent": posted("ny.txt", b"Det nya.")},
    "governance.say_what_it_concerns": lambda _row: {"forum": make.forum("Nätet").pk},
    "governance.cite_document": lambda _row: {"law": rows.law().pk},
    "governance.cite_agreement": lambda _row: {"law": rows.law().pk},
}


def told(action: str, row: Model) -> dict[str, Any]:
    """What is answered in the form, beside what most forms have in common."""
    chosen = CHOSEN.get(action, lambda _row: {})
    return {**WRITTEN.get(action, {}), **chosen(row)}


def reviewed_each_year() -> GoverningDocument:
    return rows.decided(review_months=12)


# Where the usual row of the model does not do.
OTHERWISE: Mapping[str, Callable[[], Model]] = {
    "governance.review_document": reviewed_each_year,
}


def built(door: Door) -> Model | None:
    """A row that the command can be carried through on, if the usual one does not do."""
    build = OTHERWISE.get(door.action)
    return build() if build else None
