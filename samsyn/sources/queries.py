"""Every question about the sources."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Case, Count, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, SwedishKey, visible, within
from samsyn.sources.kinds import Thing, registered
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


def citations_of(
    actor: Actor, object_ids: Iterable[UUID] | QuerySet[Any]
) -> Mapping[UUID, list[Citation]]:
    """The sources of each object, in order and with their records; in one question."""
    wanted = object_ids if isinstance(object_ids, QuerySet) else list(object_ids)
    rows = (
        within(Citation, actor)
        .filter(object_id__in=wanted, document__in=visible(actor, READ_DOCUMENT))
        .select_related("document")
        .order_by("object_id", "ordinal")
    )
    found: defaultdict[UUID, list[Citation]] = defaultdict(list)
    for citation in rows:
        found[citation.object_id].append(citation)
    return dict(found)


def sources_of(
    actor: Actor,
    object_ids: Iterable[UUID] | QuerySet[Any],
    about: Callable[[Citation], str],
) -> list[tuple[str, Citation]]:
    """What a page says of its sources; `about` tells which part of it each is of."""
    cited = citations_of(actor, object_ids)
    found = [(about(each), each) for rows in cited.values() for each in rows]
    return sorted(found, key=lambda each: each[0])


def cited_in(actor: Actor, document: SourceDocument) -> QuerySet[Any]:
    """Every place where the record is cited, with how far down its kind is shown (`rank`)."""
    whens = [When(object_type=name, then=Value(n)) for n, name in enumerate(registered())]
    rank = Case(*whens, default=Value(len(whens)), output_field=IntegerField())
    rows: QuerySet[Any] = within(Citation, actor).filter(document=document).annotate(rank=rank)
    return rows.order_by("rank", "place", "pk")


def things_of(actor: Actor, citations: Iterable[Citation]) -> Mapping[UUID, Thing]:
    """What it is that rests on the records, as far as the actor may see it."""
    by_kind: defaultdict[str, set[UUID]] = defaultdict(set)
    for citation in citations:
        by_kind[citation.object_type].add(citation.object_id)
    kinds = registered()
    found: dict[UUID, Thing] = {}
    for name in by_kind.keys() & kinds.keys():
        found |= kinds[name].things(actor, by_kind[name])
    return found
