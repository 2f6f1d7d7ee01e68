"""Questions about matters, and what each body does with them."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import F, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, Role, visible, within
from samsyn.governance.models import (
    Attachment,
    Edition,
    Expedition,
    Matter,
    Outcome,
    Step,
    StepKind,
)
from samsyn.governance.rules.matters import READ_MATTER, RECORD_DECISION, RECORD_SIGNATURE
from samsyn.organisation.api import BodyName, holds
from samsyn.organisation.api import queries as organisation

AGAIN = (Outcome.REFERRED_BACK, Outcome.TABLED)
_SIGNED_HERE = Q(is_to_sign=True) | Q(kind=StepKind.SIGNS)
_AWAITS_NAME = Q(signed_on__isnull=True) & (
    Q(kind=StepKind.SIGNS) | Q(is_to_sign=True, outcome=Outcome.APPROVED)
)


def matters_by_step(actor: Actor) -> QuerySet[Any]:
    """The register: a row for what each body has done, and one for a matter that no body has."""
    rows: QuerySet[Any] = visible(actor, READ_MATTER).annotate(
        step_body=F("steps__body_id"),
        ordinal=F("steps__ordinal"),
        decided_on=F("steps__decided_on"),
        outcome=F("steps__outcome"),
        paragraph=F("steps__paragraph"),
        step_number=F("steps__registry_number"),
        day=Coalesce("steps__decided_on", actor.today),
        body_name=organisation.name_on(F("day"), "step_body"),
    )
    return rows


def boards_of_steps(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of every body that has done something with a matter."""
    used = within(Step, actor).order_by().values("body_id").distinct()
    rows = organisation.bodies(actor).filter(pk__in=used)
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def years_of_decisions(actor: Actor) -> list[int]:
    first = within(Step, actor).aggregate(first=Min("decided_on"))["first"]
    return list(range(actor.today.year, first.year - 1, -1)) if first else []


def matters_of_agreement(actor: Actor, agreement_id: UUID) -> QuerySet[Matter]:
    rows = visible(actor, READ_MATTER).filter(agreement_id=agreement_id)
    return rows.order_by(F("written_on").desc(nulls_first=True), "key", "pk")


def matters_of_document(actor: Actor, document_id: UUID) -> QuerySet[Matter]:
    rows = visible(actor, READ_MATTER).filter(document_id=document_id)
    return rows.order_by(F("written_on").desc(nulls_first=True), "key", "pk")


def matters_numbered(actor: Actor, number: str) -> QuerySet[Matter]:
    """Every matter with the registry number: real registers repeat them."""
    return visible(actor, READ_MATTER).filter(registry_number=number).order_by("key", "pk")


def steps(actor: Actor, matter_id: UUID) -> QuerySet[Any]:
    """What each body does with the matter, with what it was called on the day it decided."""
    rows: QuerySet[Any] = within(Step, actor).filter(matter_id=matter_id)
    named: QuerySet[Any] = rows.select_related("signer", "to_sign").annotate(
        day=Coalesce("decided_on", actor.today),
        body_name=organisation.name_on(F("day"), "body_id"),
    )
    return named.order_by("ordinal", "pk")


def name_of_body(actor: Actor, body_id: UUID | None) -> str:
    """What a body is called today."""
    return organisation.names_of_some_bodies(actor, [body_id]).get(body_id, "") if body_id else ""


def wrongly_named(actor: Actor, found: Iterable[Any]) -> Mapping[UUID, Any]:
    """The steps whose memo calls the body by a name that it did not have on the day."""
    called = {step.pk: step for step in found if step.named_as}
    if not called:
        return {}
    ids = {step.body_id for step in called.values()}
    names = list(within(BodyName, actor).filter(body__in=ids).order_by("pk"))
    return {pk: step for pk, step in called.items() if not _is_so_called(step, names)}


def _is_so_called(step: Any, names: Iterable[BodyName]) -> bool:
    said = step.named_as.casefold()
    valid = (each for each in names if each.body_id == step.body_id and step.day in each.period)
    return any(said in {each.name.casefold(), each.short_name.casefold()} for each in valid)


def attachments(actor: Actor, matter_id: UUID) -> QuerySet[Attachment]:
    """The files of the matter, without what is in them."""
    rows = within(Attachment, actor).filter(matter_id=matter_id).select_related("edition")
    light = rows.defer("edition__content", "edition__text")
    return light.order_by("edition__agreement_id", "edition__number", "pk")


def expeditions(actor: Actor, matter_id: UUID) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(Expedition, actor).filter(step__matter_id=matter_id)
    named: QuerySet[Any] = rows.annotate(
        to_name=organisation.name_on(actor.today, "to_body_id"),
    )
    return named.order_by("sent_on", "pk")


def editions_to_attach(actor: Actor, matter: Matter) -> list[tuple[str, str]]:
    """Value and name of the files of what the matter is about, the newest first."""
    rows = within(Edition, actor).filter(
        Q(agreement__isnull=False, agreement=matter.agreement_id)
        | Q(document__isnull=False, document=matter.document_id)
    )
    used = within(Attachment, actor).filter(matter=matter).values("edition_id")
    found = rows.exclude(pk__in=used).order_by("-number", "pk").values_list("pk", "file_name")
    return [(str(pk), name) for pk, name in found]


def position_choices(actor: Actor, body_id: UUID) -> list[tuple[str, str]]:
    """Value and title of every function, those of the body first."""
    rows = organisation.positions_with_bodies(actor).prefetch_related(None)
    told = rows.order_by("body_key", "rank", "title_key", "pk").values_list(
        "pk", "body_name", "title", "body_id"
    )
    ordered = sorted(told, key=lambda row: row[3] != body_id)
    return [(str(pk), f"{name}: {title}") for pk, name, title, _body in ordered]


def awaiting_me(actor: Actor) -> QuerySet[Any]:
    """Steps to decide or to sign of bodies that the actor herself keeps."""
    own = [held for held in actor.held if held.role == Role.COORDINATOR]
    bodies = [held.body_id for held in own if held.body_id]
    rows: QuerySet[Any] = visible(actor, RECORD_DECISION).filter(body__in=bodies)
    open_ones = rows.filter(
        Q(decided_on__isnull=True, kind=StepKind.DECIDES)
        | Q(_SIGNED_HERE, signed_on__isnull=True, outcome=Outcome.APPROVED)
        | Q(kind=StepKind.SIGNS, signed_on__isnull=True)
    )
    named: QuerySet[Any] = open_ones.select_related("matter").annotate(
        body_name=organisation.name_on(actor.today, "body_id")
    )
    return named.order_by("prepared_on", "matter__title_key", "pk")


def mine_to_sign(actor: Actor) -> QuerySet[Any]:
    """Steps that the actor's functions have been told to sign, and that wait for nothing else."""
    told = visible(actor, RECORD_SIGNATURE).filter(holds("to_sign_id").condition(actor))
    named: QuerySet[Any] = (
        told.filter(_AWAITS_NAME)
        .select_related("matter")
        .annotate(body_name=organisation.name_on(actor.today, "body_id"))
    )
    return named.order_by("decided_on", "matter__title_key", "pk")


def matters_to_sign(actor: Actor, position_id: UUID) -> QuerySet[Any]:
    """The matters that the function has been told to sign, and nobody has signed."""
    waiting = within(Step, actor).filter(_AWAITS_NAME, to_sign=position_id)
    return visible(actor, READ_MATTER).filter(pk__in=waiting.values("matter"))
