"""The library of laws, and everything that cites one."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, visible, within
from samsyn.governance.domain.law_state import LawState
from samsyn.governance.models import CitedLaw, Edition, Law, Provision
from samsyn.governance.models.laws import with_number
from samsyn.governance.rules.laws import READ_LAW


def laws(actor: Actor) -> QuerySet[Any]:
    """Every law with how it stands today and how often it is cited, in Swedish order."""
    day = actor.today
    cited = within(CitedLaw, actor).filter(law=OuterRef("pk")).order_by().values("law")
    whens = [
        When(ends_on__lte=day, replaced_by__isnull=False, then=Value(LawState.REPLACED.value)),
        When(ends_on__lte=day, then=Value(LawState.REPEALED.value)),
        When(starts_on__gt=day, then=Value(LawState.COMING.value)),
    ]
    rows: QuerySet[Any] = visible(actor, READ_LAW).annotate(
        state=Case(*whens, default=Value(LawState.IN_FORCE.value), output_field=CharField()),
        cited_now=Coalesce(Subquery(cited.annotate(n=Count("pk")).values("n")), 0),
        after_number=F("replaced_by__number"),
        after_name=F("replaced_by__short_name"),
    )
    return rows.order_by("title_key", "number", "pk")


def provisions(actor: Actor, law_id: UUID) -> QuerySet[Provision]:
    return within(Provision, actor).filter(law=law_id).order_by("ordinal", "pk")


def before(actor: Actor, law_id: UUID) -> QuerySet[Law]:
    """The laws that this one came instead of."""
    return visible(actor, READ_LAW).filter(replaced_by=law_id).order_by("number", "pk")


def citing(actor: Actor, law_id: UUID) -> QuerySet[CitedLaw]:
    """Every agreement and document that rests on the law."""
    rows = within(CitedLaw, actor).filter(law=law_id).select_related("agreement", "document")
    return rows.order_by("document__title_key", "agreement__title_key", "place", "pk")


def mentioning(actor: Actor, law: Law) -> QuerySet[Edition]:
    """The newest files that mention the law, by its number or by one that is printed wrong."""
    numbers = [each for each in (law.number, *law.misprints) if each]
    rows = newest_editions(actor).filter(numbers__overlap=numbers)
    return rows.select_related("agreement", "document").order_by("file_name", "pk")


def newest_editions(actor: Actor) -> QuerySet[Edition]:
    """The newest file of each agreement and document, without what is in them."""
    rows = within(Edition, actor)
    newest = rows.filter(
        Q(document=OuterRef("document")) | Q(agreement=OuterRef("agreement"))
    ).order_by("-number")
    return rows.filter(pk=Subquery(newest.values("pk")[:1])).defer("content", "text")


def laws_of(actor: Actor, owner_id: UUID) -> QuerySet[Any]:
    """The laws that an agreement or a document rests on, with how each stands today."""
    rows: QuerySet[Any] = within(CitedLaw, actor).filter(
        Q(agreement=owner_id) | Q(document=owner_id)
    )
    told = rows.select_related("law", "law__replaced_by")
    return told.order_by("law__title_key", "law__number", "place", "pk")


def law_choices(actor: Actor, but: UUID | None = None) -> list[tuple[str, str]]:
    """Value and name of every law, as a form offers them."""
    rows = visible(actor, READ_LAW).order_by("title_key", "number", "pk")
    told = rows.values_list("pk", "title", "number")
    return [(str(pk), with_number(title, number)) for pk, title, number in told if pk != but]


def ids_by_number(actor: Actor, numbers: Collection[str]) -> Mapping[str, UUID]:
    rows = visible(actor, READ_LAW).filter(number__in=numbers)
    return dict(rows.order_by("pk").values_list("number", "pk"))


def citable(actor: Actor) -> list[Law]:
    """Every law as a text may cite it, the oldest first."""
    rows = visible(actor, READ_LAW).select_related("replaced_by")
    newest_last = (F("ends_on").asc(nulls_last=True), F("starts_on").asc(nulls_first=True), "pk")
    return list(rows.order_by(*newest_last))


def holding(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Those that have all the words in what they are called, numbers printed wrong too."""
    for word in words.split():
        said = Q(title__icontains=word) | Q(short_name__icontains=word)
        rows = rows.filter(said | Q(number__icontains=word) | Q(misprints__icontains=word))
    return rows
