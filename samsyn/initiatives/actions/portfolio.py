"""Every change to what an initiative is and for whom."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance.api import kept, refuse_ended_owner, refuse_to_come
from samsyn.initiatives import searchable
from samsyn.initiatives.models import (
    Initiative,
    InitiativeArea,
    InitiativeKind,
    Phase,
    PhaseMove,
)
from samsyn.initiatives.queries import demands
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError

_TEXTS = frozenset({"what", "purpose", "target_group", "comparison"})
_LINES = frozenset({"title", "focus_areas"})


class SamePhaseError(RuleBrokenError):
    pass


class EarlierMoveError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Move:
    """To which phase, on which day, by which function, and why."""

    phase: Phase
    on: date
    why: str = ""
    by_id: UUID | None = None


def add_initiative(
    title: str,
    kind: InitiativeKind,
    told: Mapping[str, Any] | None = None,
    *,
    phase: Phase | None = None,
    actor: Actor,
) -> Initiative:
    """Add one; what is not told yet is shown as missing, and its phase may be left open."""
    about = kept({"title": title, "kind": kind, **(told or {})}, _TEXTS, _LINES)
    refuse_ended_owner(about, actor)
    with one_change():
        initiative = Initiative.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Initiative, actor.municipality_id, about["title"]),
            **about,
        )
        if phase is not None:
            _place(initiative, Move(phase, actor.today), 1, [], actor)
        searchable.show_initiatives([initiative.pk], actor=actor)
    return initiative


def describe_initiative(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write what it is, field by field; the others stay as they are."""
    changed = {name: value for name, value in told.items() if getattr(initiative, name) != value}
    refuse_ended_owner(changed, actor)
    said = kept(changed, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(initiative, field, value)
        initiative.save(update_fields=list(said))
        searchable.show_initiatives([initiative.pk], actor=actor)


def move_initiative(initiative: Initiative, move: Move, *, actor: Actor) -> PhaseMove:
    """Take it to another phase; how it came where it was stays, and moves come in order.

    What the phase demands may be lacking, and is kept with the move.
    """
    refuse_to_come(move.on, actor)
    if initiative.phase == move.phase:
        told = {"phase": initiative.get_phase_display()}
        raise SamePhaseError(_("Insatsen är redan i fasen %(phase)s.") % told)
    last = within(PhaseMove, actor).filter(initiative=initiative).order_by("-ordinal").first()
    if last is not None and last.moved_on > move.on:
        raise EarlierMoveError(_("Insatsen har flyttats efter den dagen. Välj en senare dag."))
    lacked = demands.lacks(actor, initiative.pk, move.phase)
    with one_change():
        return _place(initiative, move, last.ordinal + 1 if last else 1, lacked, actor)


def _place(
    initiative: Initiative, move: Move, ordinal: int, lacked: Collection[str], actor: Actor
) -> PhaseMove:
    made = PhaseMove.objects.create(
        municipality_id=actor.municipality_id,
        initiative=initiative,
        ordinal=ordinal,
        phase=move.phase,
        moved_on=move.on,
        by_id=move.by_id,
        why=guarded(move.why),
        lacked=list(lacked),
    )
    initiative.phase = move.phase
    initiative.save(update_fields=["phase"])
    return made


def choose_areas(initiative: Initiative, ids: Collection[UUID], *, actor: Actor) -> None:
    """Say in which parts of the municipality it is; those that are no longer told of go."""
    rows = within(InitiativeArea, actor).filter(initiative=initiative)
    with one_change():
        rows.exclude(area__in=ids).delete()
        had = set(rows.values_list("area_id", flat=True))
        InitiativeArea.objects.bulk_create(
            InitiativeArea(municipality_id=actor.municipality_id, initiative=initiative, area_id=pk)
            for pk in dict.fromkeys(ids)
            if pk not in had
        )
