"""Every change to governing documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance import searchable
from samsyn.governance.actions.owners import living_owners, refuse_ended_owner
from samsyn.governance.actions.saying import kept, refuse_to_come
from samsyn.governance.domain.renewing import months_on
from samsyn.governance.models import (
    CitedLaw,
    Concern,
    DocumentKind,
    GoverningDocument,
    Training,
)
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError

# What a document that replaces another takes over, so that nothing is typed twice.
_TAKEN_OVER = (
    *("kind", "level", "deciding_body_id", "deciding_forum_id", "applies_to"),
    *("owner_id", "owner_forum_id", "responsible_id", "review_months", "required_by"),
    *("publication", "distribution", "focus_areas"),
)
_TEXTS = frozenset({"distribution"})
_LINES = frozenset(
    {"title", "paragraph", "registry_number", "applies_to", "required_by", "url", "focus_areas"}
)
_FURTHEST_MONTHS = 120


class NeverReviewedError(RuleBrokenError):
    """A rule of review by which the document would never be looked over."""


class DocumentEndedError(RuleBrokenError):
    pass


def create_document(
    title: str, kind: DocumentKind, told: Mapping[str, Any] | None = None, *, actor: Actor
) -> GoverningDocument:
    """Add a document; what is not told yet is shown as missing."""
    said = kept({"title": title, "kind": kind, **(told or {})}, _TEXTS, _LINES)
    document = GoverningDocument(municipality_id=actor.municipality_id, **said)
    refuse_ended_owner(said, actor)
    _say_when_reviewed(document, said, actor)
    with one_change():
        document.key = free_key(GoverningDocument, actor.municipality_id, document.title[:80])
        document.save(force_insert=True)
        searchable.show(document)
    return document


def describe_document(
    document: GoverningDocument, told: Mapping[str, Any], *, actor: Actor
) -> None:
    """Write what is said of it, field by field; the others stay as they are."""
    refuse_ended_owner(told, actor, of=document)
    said = kept(told, _TEXTS, _LINES)
    if "ends_on" in said and said["ends_on"] != document.ends_on:
        said["has_ended_for_good"] = False
    for field, value in said.items():
        setattr(document, field, value)
    _say_when_reviewed(document, said, actor)
    with one_change():
        document.save(update_fields=list({*said, "review_on"}))
        searchable.show(document)


def replace_document(
    document: GoverningDocument, title: str, told: Mapping[str, Any], *, actor: Actor
) -> GoverningDocument:
    """Add the document that comes after this one, with all that it takes over.

    The old one is said to be replaced once the new one is in force, and not before.
    """
    taken = living_owners({field: getattr(document, field) for field in _TAKEN_OVER}, actor)
    own = {"title": title, "replaces_id": document.pk}
    with one_change():
        new = create_document(
            title, DocumentKind(document.kind), {**taken, **told, **own}, actor=actor
        )
        _take_over_parts(document, new, actor)
    return new


def _take_over_parts(old: GoverningDocument, new: GoverningDocument, actor: Actor) -> None:
    """What forums and functions it concerns, and the laws that are still in force."""
    own: dict[str, Any] = {"municipality_id": actor.municipality_id, "document": new}
    for concern in within(Concern, actor).filter(document=old):
        Concern.objects.create(**own, forum_id=concern.forum_id, position_id=concern.position_id)
    cited = within(CitedLaw, actor).filter(document=old).select_related("law")
    for each in cited:
        law_id = each.law.replaced_by_id or each.law_id
        place = "" if each.law.replaced_by_id else each.place
        CitedLaw.objects.get_or_create(**own, law_id=law_id, place=place)


def end_document(document: GoverningDocument, *, ends_on: date, actor: Actor) -> None:
    """Let it no longer apply, for good: nobody is asked what comes after it."""
    del actor
    if document.ends_on is not None and document.ends_on < ends_on:
        raise DocumentEndedError(_("Dokumentet har redan slutat gälla."))
    with one_change():
        document.ends_on, document.has_ended_for_good = ends_on, True
        document.save(update_fields=["ends_on", "has_ended_for_good"])


def review_document(document: GoverningDocument, *, actor: Actor) -> None:
    """Say that it has been looked over today and stays as it is, until the next time."""
    if document.review_months is None:
        told = _("Skriv först hur många månader det ska gå mellan översynerna.")
        raise NeverReviewedError(told)
    with one_change():
        document.review_on = months_on(actor.today, document.review_months)
        document.save(update_fields=["review_on"])


def say_what_it_concerns(
    document: GoverningDocument,
    forum_id: UUID | None = None,
    position_id: UUID | None = None,
    *,
    actor: Actor,
) -> Concern:
    """Say that the document is about a forum or about what a function is to do."""
    refuse_ended_owner({"owner_id": position_id}, actor)
    with one_change():
        return Concern.objects.create(
            municipality_id=actor.municipality_id,
            document=document,
            forum_id=forum_id,
            position_id=position_id,
        )


def take_back_concern(concern: Concern, *, actor: Actor) -> None:
    del actor
    with one_change():
        concern.delete()


@dataclass(frozen=True, slots=True)
class Lesson:
    """A training as it was given; `position_id` is the function that it was for, if for one."""

    given_on: date
    to_whom: str
    count: int | None = None
    what: str = ""
    position_id: UUID | None = None


def record_training(document: GoverningDocument, told: Lesson, *, actor: Actor) -> Training:
    """Write down that it has been made known: when, to whom and to how many."""
    refuse_to_come(told.given_on, actor)
    with one_change():
        return Training.objects.create(
            municipality_id=actor.municipality_id,
            document=document,
            given_on=told.given_on,
            position_id=told.position_id,
            to_whom=guarded_line(told.to_whom),
            count=told.count,
            what=guarded(told.what),
        )


def _say_when_reviewed(document: GoverningDocument, said: Mapping[str, Any], actor: Actor) -> None:
    if said.keys() & {"review_months", "review_on", "ends_on", "starts_on", "decided_on"}:
        _set_review(document, actor)


def _set_review(document: GoverningDocument, actor: Actor) -> None:
    """Reckon the first review from the rule; refuse a rule that never falls due."""
    begun = document.decided_on or document.starts_on
    if document.review_months and not document.review_on:
        if begun is None:
            told = _("Skriv när dokumentet ska ses över nästa gång, annars infaller det aldrig.")
            raise NeverReviewedError(told)
        if document.review_months <= _FURTHEST_MONTHS:
            document.review_on = months_on(begun, document.review_months)
    if document.review_on is None:
        return
    if document.review_on > months_on(actor.today, _FURTHEST_MONTHS):
        raise NeverReviewedError(_("Översynen ska vara inom tio år."))
    if document.ends_on is not None and document.review_on >= document.ends_on > actor.today:
        told = _("Översynen infaller först när dokumentet har slutat gälla.")
        raise NeverReviewedError(told)
