"""Every change to a matter: its memo, its files and the bodies that are to take it up."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance import searchable
from samsyn.governance.actions.owners import refuse_ended_owner
from samsyn.governance.actions.saying import kept
from samsyn.governance.models import (
    Agreement,
    Attachment,
    Edition,
    Matter,
    Party,
    Step,
    StepKind,
)
from samsyn.intake.api import guarded_line
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import queries as organisation

_TEXTS = frozenset({"statement", "proposal", "alternatives"})
_LINES = frozenset({"title", "registry_number", "category"})


class NoPartiesError(RuleBrokenError):
    pass


class DecidedBeforeError(RuleBrokenError):
    """A decision would be earlier than the memo that prepares it."""


class NotItsFileError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Memo:
    """The official memo (tjänsteskrivelse) that prepares a decision."""

    written_by_id: UUID | None = None
    written_on: date | None = None
    statement: str = ""
    proposal: str = ""
    alternatives: str = ""


@dataclass(frozen=True, slots=True)
class NewStep:
    """Which body is to do what with a matter, and what the memo calls it."""

    body_id: UUID
    kind: StepKind = StepKind.DECIDES
    named_as: str = ""
    prepared_on: date | None = None
    is_to_sign: bool = False
    to_sign_id: UUID | None = None


def create_matter(
    title: str, memo: Memo, told: Mapping[str, Any] | None = None, *, actor: Actor
) -> Matter:
    """Add a matter; `told` is its number, its category and what it is about."""
    said = kept({"title": title, **asdict(memo), **(told or {})}, _TEXTS, _LINES)
    with one_change():
        matter = Matter.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Matter, actor.municipality_id, said["title"]),
            **said,
        )
        searchable.show_matters([matter.pk], actor=actor)
    return matter


def prepare_decision(
    agreement: Agreement, title: str, memo: Memo, registry_number: str = "", *, actor: Actor
) -> Matter:
    """Make one matter for all parties: authorities decide and sign, the others only sign."""
    parties = list(
        within(Party, actor)
        .filter(agreement=agreement)
        .select_related("body")
        .order_by("body__key", "pk")
    )
    if not parties:
        raise NoPartiesError(_("Avtalet har inga parter. Lägg till dem först."))
    with one_change():
        told = {"agreement": agreement, "registry_number": registry_number}
        matter = create_matter(title, memo, told, actor=actor)
        _add_steps(matter, _steps_of(parties, memo, actor), actor)
        newest = within(Edition, actor).filter(agreement=agreement).order_by("-number")[:1]
        _attach(matter, newest.values_list("pk", flat=True), actor)
    return matter


def describe_matter(matter: Matter, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write the memo; what has been decided cannot have been before it."""
    said = kept(told, _TEXTS, _LINES)
    written_on = said.get("written_on", matter.written_on)
    if written_on is not None and _waited_for(matter, written_on, actor).exists():
        raise DecidedBeforeError(_("Tjänsteskrivelsen kan inte vara efter ett beslut i ärendet."))
    with one_change():
        for field, value in said.items():
            setattr(matter, field, value)
        matter.save(update_fields=list(said))
        searchable.show_matters([matter.pk], actor=actor)


def _waited_for(matter: Matter, written_on: date, actor: Actor) -> QuerySet[Any]:
    """The steps that a memo of that day would be too late for.

    A board that prepared the matter before there was a memo did so without it.
    """
    decided: QuerySet[Any] = within(Step, actor).filter(matter=matter, decided_on__lt=written_on)
    return decided.exclude(prepared_on__lt=min(matter.written_on or written_on, written_on))


def add_step(matter: Matter, new: NewStep, *, actor: Actor) -> Step:
    refuse_ended_owner({"to_sign_id": new.to_sign_id}, actor)
    with one_change():
        return _add_steps(matter, [new], actor)[0]


def attach(matter: Matter, edition_id: UUID, *, actor: Actor) -> Attachment:
    """Pin the very file that is to be decided on."""
    edition = within(Edition, actor).filter(pk=edition_id).first()
    if edition is None or not _is_of(edition, matter):
        raise NotItsFileError(_("Filen hör inte till det som ärendet gäller."))
    with one_change():
        return _attach(matter, [edition_id], actor)[0]


def _is_of(edition: Edition, matter: Matter) -> bool:
    about = (matter.agreement_id, matter.document_id)
    return any(about) and (edition.agreement_id, edition.document_id) == about


def _steps_of(parties: Iterable[Party], memo: Memo, actor: Actor) -> list[NewStep]:
    """A step for each, called what it is called today."""
    found = list(parties)
    names = organisation.names_of_some_bodies(actor, [each.body_id for each in found])
    return [
        NewStep(
            party.body_id,
            StepKind.DECIDES if party.body.is_own_authority else StepKind.SIGNS,
            names.get(party.body_id, ""),
            memo.written_on if party.body.is_own_authority else None,
            is_to_sign=True,
        )
        for party in found
    ]


def _add_steps(matter: Matter, new: Collection[NewStep], actor: Actor) -> list[Step]:
    rows = within(Step, actor).filter(matter=matter)
    last = rows.aggregate(last=Max("ordinal"))["last"] or 0
    return [
        Step.objects.create(
            municipality_id=actor.municipality_id,
            matter=matter,
            ordinal=ordinal,
            body_id=each.body_id,
            kind=each.kind,
            named_as=guarded_line(each.named_as),
            prepared_on=each.prepared_on,
            is_to_sign=each.is_to_sign,
            to_sign_id=each.to_sign_id,
        )
        for ordinal, each in enumerate(new, last + 1)
    ]


def _attach(matter: Matter, editions: Iterable[UUID], actor: Actor) -> list[Attachment]:
    return [
        Attachment.objects.create(
            municipality_id=actor.municipality_id, matter=matter, edition_id=pk
        )
        for pk in editions
    ]
