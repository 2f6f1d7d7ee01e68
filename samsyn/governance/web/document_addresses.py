"""Where the pages of documents and laws are, and the way to them."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.governance.models import Agreement, GoverningDocument, Law
from samsyn.governance.web.agreement_addresses import agreement_crumbs, agreement_url
from samsyn.pages.api import Crumb, page_url


def document_url(pk: UUID) -> str:
    return page_url("governance:document", pk)


def law_url(pk: UUID) -> str:
    return page_url("governance:law", pk)


def forum_url(pk: UUID) -> str:
    return page_url("forums:forum", pk)


def address_of(row: Any) -> str:
    """The page of an agreement, a document or a law, or the one where a part of it stands."""
    if isinstance(row, Law):
        return law_url(row.pk)
    if isinstance(row, GoverningDocument):
        return document_url(row.pk)
    if isinstance(row, Agreement):
        return agreement_url(row.pk)
    is_of_agreement = getattr(row, "agreement_id", None)
    return agreement_url(is_of_agreement) if is_of_agreement else document_url(row.document_id)


def documents_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Styrdokument"), reverse("governance:documents"))]


def coverage_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    return [*documents_crumbs(actor, row), Crumb(_("Täckning"), reverse("governance:coverage"))]


def document_crumbs(actor: Actor, document: GoverningDocument) -> list[Crumb]:
    here = Crumb(document.title, document_url(document.pk))
    return [*documents_crumbs(actor, document), here]


def owner_crumbs(actor: Actor, owner: Any) -> list[Crumb]:
    """The way to an agreement or a document, or to the one that a part hangs on."""
    found = owner if isinstance(owner, Agreement | GoverningDocument) else _owner(owner)
    if isinstance(found, GoverningDocument):
        return document_crumbs(actor, found)
    return agreement_crumbs(actor, found)


def _owner(part: Any) -> Any:
    return part.agreement or part.document


def laws_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Lagar"), reverse("governance:laws"))]


def law_crumbs(actor: Actor, law: Law) -> list[Crumb]:
    return [*laws_crumbs(actor, law), Crumb(law.short_name, law_url(law.pk))]
