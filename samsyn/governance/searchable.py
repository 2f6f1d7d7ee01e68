"""What of governance the search finds."""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, within
from samsyn.governance.models import (
    Agreement,
    Assignment,
    Duty,
    Edition,
    FocusArea,
    GoverningDocument,
    Law,
    Matter,
    Proposal,
)
from samsyn.governance.rules.agreements import READ_AGREEMENT
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.governance.rules.duties import READ_DUTY
from samsyn.governance.rules.laws import READ_LAW
from samsyn.governance.rules.matters import READ_MATTER
from samsyn.governance.rules.priorities import READ_AREA, READ_ASSIGNMENT, READ_PROPOSAL
from samsyn.search import api as search

AGREEMENT, DOCUMENT = "governance.agreement", "governance.governingdocument"
AREA, PROPOSAL = "governance.focusarea", "governance.proposal"
ASSIGNMENT = "governance.assignment"
MATTER, LAW, DUTY = "governance.matter", "governance.law", "governance.duty"


def register() -> None:
    search.register(AGREEMENT, _("Avtal"), READ_AGREEMENT, "governance:agreement")
    search.register(DOCUMENT, _("Styrdokument"), READ_DOCUMENT, "governance:document")
    search.register(MATTER, _("Ärende"), READ_MATTER, "governance:matter")
    search.register(DUTY, _("I årshjulet"), READ_DUTY, "governance:duty")
    search.register(AREA, _("Prioriterat område"), READ_AREA, "governance:area")
    search.register(PROPOSAL, _("Förslag"), READ_PROPOSAL, "governance:proposal")
    search.register(
        ASSIGNMENT, _("Uppdrag från politiken"), READ_ASSIGNMENT, "governance:assignment"
    )
    search.register(LAW, _("Lag"), READ_LAW, "governance:law")


def show(thing: Agreement | GoverningDocument) -> None:
    """Find an agreement or a document by what it says of itself and by its newest file."""
    if isinstance(thing, Agreement):
        search.index_many(_agreements([thing]))
    else:
        search.index_many(_documents([thing]))


def show_agreements(ids: Collection[UUID], *, actor: Actor) -> None:
    search.index_many(_agreements(within(Agreement, actor).filter(pk__in=ids)))


def show_documents(ids: Collection[UUID], *, actor: Actor) -> None:
    search.index_many(_documents(within(GoverningDocument, actor).filter(pk__in=ids)))


def show_matters(ids: Collection[UUID], *, actor: Actor) -> None:
    search.index_many(matter(each) for each in within(Matter, actor).filter(pk__in=ids))


def show_laws(ids: Collection[UUID], *, actor: Actor) -> None:
    search.index_many(law(each) for each in within(Law, actor).filter(pk__in=ids))


def show_duties(ids: Collection[UUID], *, actor: Actor) -> None:
    search.index_many(_duty(each) for each in within(Duty, actor).filter(pk__in=ids))


def _duty(row: Duty) -> search.Draft:
    words = "\n".join(part for part in (row.what, row.agenda) if part)
    return search.Draft(DUTY, row.pk, row.municipality_id, row.title, row.basis, words)


def show_areas(ids: Collection[UUID], *, actor: Actor) -> None:
    rows = within(FocusArea, actor).filter(pk__in=ids)
    search.index_many(_draft(AREA, row, row.name, row.what, row.why) for row in rows)


def show_proposals(ids: Collection[UUID], *, actor: Actor) -> None:
    rows = within(Proposal, actor).filter(pk__in=ids)
    search.index_many(_draft(PROPOSAL, row, row.title, row.text) for row in rows)


def show_assignments(ids: Collection[UUID], *, actor: Actor) -> None:
    rows = within(Assignment, actor).filter(pk__in=ids)
    search.index_many(_draft(ASSIGNMENT, row, row.title, row.text, row.result) for row in rows)


def _draft(kind: str, row: Any, title: str, *said: str) -> search.Draft:
    detail = str(getattr(row, "year", "") or "")
    words = "\n".join(part for part in said if part)
    return search.Draft(kind, row.pk, row.municipality_id, title, detail, words)


def show_nothing(ids: Collection[UUID], *, actor: Actor) -> None:
    """What a body did with a matter is found by the matter."""
    del ids, actor


def matter(row: Matter) -> search.Draft:
    words = "\n".join(part for part in (row.statement, row.alternatives, row.proposal) if part)
    detail = ", ".join(part for part in (row.registry_number, row.category) if part)
    return search.Draft(MATTER, row.pk, row.municipality_id, row.title, detail, words)


def law(row: Law) -> search.Draft:
    words = " ".join([row.short_name, *row.misprints])
    return search.Draft(LAW, row.pk, row.municipality_id, row.title, row.number, words)


def _agreements(rows: Iterable[Agreement]) -> Iterable[search.Draft]:
    found = {row.pk: row for row in rows}
    texts = _texts("agreement", found)
    for row in found.values():
        said = (row.purpose, row.responsibilities, row.cost_sharing, row.follow_up)
        words = "\n".join(part for part in (*said, texts.get(row.pk)) if part)
        detail = ", ".join(part for part in (row.registry_number, *row.areas) if part)
        yield search.Draft(AGREEMENT, row.pk, row.municipality_id, row.title, detail, words)


def _documents(rows: Iterable[GoverningDocument]) -> Iterable[search.Draft]:
    found = {row.pk: row for row in rows}
    texts = _texts("document", found)
    for row in found.values():
        said = (row.required_by, row.distribution, *row.focus_areas)
        words = "\n".join(part for part in (*said, texts.get(row.pk)) if part)
        detail = ", ".join(part for part in (row.registry_number, row.applies_to) if part)
        yield search.Draft(DOCUMENT, row.pk, row.municipality_id, row.title, detail, words)


def _texts(owner: str, ids: Iterable[UUID]) -> dict[UUID, str | None]:
    """The text of the newest file of each."""
    rows = Edition.objects.filter(**{f"{owner}__in": list(ids)}).order_by("number")
    return dict(rows.values_list(f"{owner}_id", "text"))
