"""Every question about the sources."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, SwedishKey, visible, within
from samsyn.sources.models import Citation, SourceDocument
from samsyn.sources.rules import READ_DOCUMENT


def documents(actor: Actor) -> QuerySet[Any]:
    """Every record with the number of places where it is cited, in Swedish order."""
    counted = (
        within(Citation, actor)
        .filter(document_id=OuterRef("pk"))
        .order_by()
        .values("document")
        .annotate(n=Count("pk"))
        .values("n")
    )
    rows: QuerySet[Any] = visible(actor, READ_DOCUMENT).annotate(
        title_key=SwedishKey("title"), citations_now=Coalesce(Subquery(counted), 0)
    )
    return rows.order_by("title_key", "pk")


def document_choices(actor: Actor) -> list[tuple[str, str]]:
    """Value and title of every record, as a form offers them."""
    rows = documents(actor).values_list("pk", "title", "number")
    return [(str(pk), f"{title} ({number})" if number else title) for pk, title, number in rows]


def citations_of(actor: Actor, object_ids: Iterable[UUID]) -> Mapping[UUID, list[Citation]]:
    """The sources of each object, in order and with their records; in one question."""
    rows = (
        within(Citation, actor)
        .filter(object_id__in=list(object_ids), document__in=visible(actor, READ_DOCUMENT))
        .select_related("document")
        .order_by("object_id", "ordinal")
    )
    found: dict[UUID, list[Citation]] = {}
    for citation in rows:
        found.setdefault(citation.object_id, []).append(citation)
    return found


def cited_in(actor: Actor, document: SourceDocument) -> QuerySet[Citation]:
    """Every place where the record is cited."""
    rows = within(Citation, actor).filter(document=document)
    return rows.order_by("object_type", "place", "object_id", "ordinal")
