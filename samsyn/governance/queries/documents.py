"""The register of governing documents, and what each of them is made of."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, prepared, visible, within
from samsyn.forums.api import queries as forums
from samsyn.governance.domain.status import LIVING
from samsyn.governance.models import (
    Concern,
    Dialogue,
    GoverningDocument,
    Matter,
    Remark,
    Step,
    Training,
)
from samsyn.governance.queries.document_status import with_status
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.governance.rules.grounds import is_owned
from samsyn.organisation.api import Appointment, Position
from samsyn.organisation.api import queries as organisation


def documents(actor: Actor) -> QuerySet[Any]:
    """Every document with how it stands today, who decided and who owns it, in Swedish order."""
    rows = with_status(visible(actor, READ_DOCUMENT), actor)
    day = actor.today
    named: QuerySet[Any] = rows.annotate(
        named_on=Coalesce(F("decided"), Value(day)),
        decided_by=Coalesce(
            organisation.name_on(F("named_on"), "deciding_body_id"),
            forums.forum_name_on(actor, "named_on", "deciding_forum"),
        ),
        kept_by=organisation.name_on(day, "responsible_id"),
        owner_title=F("owner__title"),
        owner_body=organisation.name_on(day, "owner__body_id"),
        owner_ends_on=F("owner__ends_on"),
        owner_is_vacant=is_vacant(actor, "owner_id"),
        owner_forum_name=F("owner_forum__name"),
        owner_forum_ends_on=F("owner_forum__ends_on"),
    )
    return named.order_by("title_key", "pk")


def is_vacant(actor: Actor, path: str) -> Any:
    """Whether nobody holds the function at `path` today."""
    held = within(Appointment, actor).filter(
        organisation.on(actor.today), position=OuterRef(path), kind__in=organisation.HOLDS
    )
    return ~Exists(held)


def ownerless(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    """Those of the register that nobody looks after today."""
    day = actor.today
    gone = Q(owner_ends_on__lte=day) | Q(owner_is_vacant=True)
    function = Q(owner__isnull=True) | gone
    group = Q(owner_forum__isnull=True) | Q(owner_forum_ends_on__lte=day)
    return rows.filter(function & group)


def holding(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Those that have all the words in what the register says of them."""
    for word in words.split():
        said = Q(title__icontains=word) | Q(registry_number__icontains=word)
        said |= Q(applies_to__icontains=word) | Q(focus_areas__icontains=word)
        rows = rows.filter(said)
    return rows


def of_body(rows: QuerySet[Any], body_id: str) -> QuerySet[Any]:
    """Those that the body answers for or has decided."""
    return rows.filter(Q(responsible=body_id) | Q(deciding_body=body_id))


def about_forum(rows: QuerySet[Any], actor: Actor, forum_id: Any) -> QuerySet[Any]:
    """Those that the forum owns or has approved, or that concern it."""
    concerned = within(Concern, actor).filter(forum=forum_id).values("document")
    own = Q(owner_forum=forum_id) | Q(deciding_forum=forum_id)
    return rows.filter(own | Q(pk__in=concerned))


def document(actor: Actor, document_id: UUID) -> Any:
    """The same of one; None if she may not see it."""
    question = prepared.written("a document", lambda: _some(pk=prepared.SOMETHING))
    return prepared.first(GoverningDocument, question, actor, document_id)


def replacing(actor: Actor, document_id: UUID) -> list[Any]:
    """What has come after the document, or is to."""
    question = prepared.written("what replaces it", lambda: _some(replaces=prepared.SOMETHING))
    return list(prepared.rows(GoverningDocument, question, actor, document_id))


def _some(**which: UUID) -> QuerySet[Any]:
    return documents(prepared.SOMEONE).filter(**which)


def concerns(actor: Actor, document_id: UUID) -> QuerySet[Any]:
    """The forums and the functions that the document is about, with their bodies."""
    rows: QuerySet[Any] = within(Concern, actor).filter(document=document_id)
    named: QuerySet[Any] = rows.select_related("forum", "position").annotate(
        body_name=organisation.name_on(actor.today, "position__body_id")
    )
    return named.order_by("forum__name_key", "position__title_key", "pk")


def trainings(actor: Actor, document_id: UUID) -> QuerySet[Training]:
    rows = within(Training, actor).filter(document=document_id).select_related("position")
    return rows.order_by("-given_on", "pk")


def dialogues(actor: Actor, document_id: UUID) -> QuerySet[Dialogue]:
    rows = within(Dialogue, actor).filter(document=document_id)
    return rows.order_by(F("held_on").desc(nulls_last=True), "with_whom", "pk")


def remarks_on(actor: Actor, owner_id: UUID) -> QuerySet[Remark]:
    """What is found to be missing in an agreement or a document, the open ones first."""
    rows = within(Remark, actor).filter(Q(agreement=owner_id) | Q(document=owner_id))
    return rows.order_by(F("mended_on").desc(nulls_first=True), "noted_on", "pk")


def matters_of(actor: Actor, document_id: UUID) -> list[tuple[Matter, list[Any]]]:
    """The matters of the document, each with what the boards have done with it."""
    rows = within(Matter, actor).filter(document=document_id).order_by("-written_on", "pk")
    steps: QuerySet[Any] = within(Step, actor).annotate(
        named_on=Coalesce(F("decided_on"), Value(actor.today)),
        body_name=organisation.name_on(F("named_on"), "body_id"),
    )
    found = list(rows)
    of_each: dict[UUID, list[Any]] = {row.pk: [] for row in found}
    for step in steps.filter(matter__in=found).order_by("ordinal", "pk"):
        of_each[step.matter_id].append(step)
    return [(row, of_each[row.pk]) for row in found]


def functions_with_holders(actor: Actor, ids: list[UUID]) -> Mapping[UUID, Any]:
    """Functions with what each body is called today, and who holds them (`held`)."""
    rows = within(Position, actor).filter(pk__in=ids)
    named = rows.annotate(body_name=organisation.name_on(actor.today, "body_id"))
    return {row.pk: row for row in organisation.with_holders(named, actor, actor.today)}


def document_choices(actor: Actor, but: UUID | None = None) -> list[tuple[str, str]]:
    """Value and title of every document, as a form offers them."""
    rows = visible(actor, READ_DOCUMENT).order_by("title_key", "pk")
    told = rows.values_list("pk", "title")
    return [(str(pk), title) for pk, title in told if pk != but]


def responsible_choices(actor: Actor) -> list[tuple[str, str]]:
    """The bodies that answer for a document or have decided one."""
    kept = within(GoverningDocument, actor).order_by()
    ids = kept.values("responsible").union(kept.values("deciding_body"))
    rows = organisation.bodies(actor).filter(pk__in=ids).values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def body_choices(actor: Actor) -> list[tuple[str, str]]:
    """Every body that exists today."""
    rows = organisation.bodies(actor).filter(organisation.on(actor.today))
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def mine_with_days(actor: Actor) -> QuerySet[Any]:
    """Those that the actor's functions own, or a group that she leads, and that have a day."""
    rows = with_status(visible(actor, READ_DOCUMENT).filter(is_owned(actor)), actor)
    living = rows.filter(status__in=LIVING)
    return living.filter(Q(review_on__isnull=False) | Q(ends_on__isnull=False)).order_by("pk")


def parts_by_id(actor: Actor, model: Any, ids: Collection[UUID]) -> QuerySet[Any]:
    """Parts of documents that may be seen, with their documents."""
    seen: QuerySet[Any] = within(model, actor).filter(
        pk__in=ids, document__in=visible(actor, READ_DOCUMENT)
    )
    return seen.select_related("document")


def document_and_parts(actor: Actor, document_id: UUID) -> QuerySet[Any]:
    """The ids of a document and of its parts that can have sources."""
    whole: QuerySet[Any] = (
        visible(actor, READ_DOCUMENT).filter(pk=document_id).order_by().values("pk")
    )
    parts: tuple[Any, ...] = (Remark, Training, Dialogue)
    own = [
        within(part, actor).filter(document=document_id).order_by().values("pk") for part in parts
    ]
    return whole.union(*own, all=True)
