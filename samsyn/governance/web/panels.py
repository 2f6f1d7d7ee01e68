"""What a function owns and a body is party to, on their own pages and in what is handed over."""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Action, Actor, visible
from samsyn.governance.queries.matters import matters_to_sign
from samsyn.governance.queries.unagreed import is_unagreed
from samsyn.governance.rules.agreements import READ_AGREEMENT
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.governance.rules.duties import READ_DUTY
from samsyn.governance.rules.priorities import READ_ASSIGNMENT
from samsyn.governance.rules.risks import READ_RISK
from samsyn.organisation.api import Body, Part, Position, add_panel
from samsyn.organisation.api import queries as organisation

_MOST = 12
Rows = list[tuple[str, str]]  # what each is called, and where it is


def register() -> None:
    add_panel(Body, _of_body)
    add_panel(Position, _of_position)


def _of_body(actor: Actor, body: Any) -> Part:
    rows = visible(actor, READ_AGREEMENT).filter(parties__body=body.pk)
    agreed = _rows(rows.filter(organisation.on(actor.today)), "agreement")
    lacks = _("Inget avtal gäller i dag.") if is_unagreed(actor, body) else ""
    shown = {"title": _("Avtal"), "groups": [("", agreed)], "lacks": lacks}
    return Part("governance/_owned.html", shown)


def _of_position(actor: Actor, position: Any) -> Part:
    groups = [(label, rows) for label, rows in _owned(actor, position.pk) if rows]
    return Part("governance/_owned.html", {"title": _("Äger och svarar för"), "groups": groups})


def _owned(actor: Actor, owner_id: UUID) -> Iterator[tuple[str, Rows]]:
    now = organisation.on(actor.today)

    def of(action: Action[Any]) -> QuerySet[Any]:
        return visible(actor, action).filter(owner=owner_id)

    yield _("Avtal"), _rows(of(READ_AGREEMENT).filter(now), "agreement")
    yield _("Styrdokument"), _rows(of(READ_DOCUMENT).filter(now), "document")
    yield _("I årshjulet"), _rows(of(READ_DUTY).filter(now), "duty")
    yield _("Politiska uppdrag"), _rows(of(READ_ASSIGNMENT).filter(ended_as=""), "assignment")
    yield _("Risker och hinder"), _rows(of(READ_RISK).filter(closed_on=None), "risk")
    yield _("Att skriva under"), _rows(matters_to_sign(actor, owner_id), "matter")


def _rows(rows: QuerySet[Any], name: str) -> Rows:
    found: Iterator[Model] = islice(rows.order_by("title_key", "pk"), _MOST)
    return [(str(row), reverse(f"governance:{name}", args=[row.pk])) for row in found]
