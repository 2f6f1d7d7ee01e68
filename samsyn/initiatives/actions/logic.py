"""Every change to how an initiative is thought to work, how it is measured, and what is said."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance.api import kept, refuse_to_come
from samsyn.initiatives.models import Claim, Initiative, InitiativeMeasure, LogicKind, LogicStep
from samsyn.kernel.errors import RuleBrokenError

_ORDER = LogicKind.values
_LONGEST_KEY = 40


class BackwardLogicError(RuleBrokenError):
    pass


class RestsOnItError(RuleBrokenError):
    pass


def add_step(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> LogicStep:
    """Add a link of the chain, after what it follows from."""
    made = LogicStep(municipality_id=actor.municipality_id, initiative=initiative)
    with one_change():
        _write(made, told)
        made.key = free_key(LogicStep, actor.municipality_id, made.text[:_LONGEST_KEY])
        made.save(force_insert=True)
    return made


def change_step(step: LogicStep, told: Mapping[str, Any], *, actor: Actor) -> None:
    with one_change():
        _write(step, told)
        step.save(update_fields=list(told))


def remove_step(step: LogicStep, *, actor: Actor) -> None:
    """Take back a step that was written by mistake, on which nothing rests."""
    follows = within(LogicStep, actor).filter(after=step)
    if follows.exists() or within(InitiativeMeasure, actor).filter(step=step).exists():
        raise RestsOnItError(_("Ett annat steg eller ett mått bygger på steget. Ändra det först."))
    with one_change():
        step.delete()


def _write(step: LogicStep, told: Mapping[str, Any]) -> None:
    for field, value in kept(told, {"text"}).items():
        setattr(step, field, value)
    after = step.after
    if after is None:
        return
    if after.initiative_id != step.initiative_id:
        raise BackwardLogicError(_("Steget måste följa på ett steg i samma insats."))
    if _ORDER.index(after.kind) >= _ORDER.index(step.kind):
        told_of = {"kind": step.get_kind_display(), "after": after.get_kind_display()}
        raise BackwardLogicError(_("%(kind)s kan inte följa på %(after)s.") % told_of)


def add_measure(
    initiative: Initiative,
    indicator_id: UUID,
    use: str,
    step_id: UUID | None = None,
    *,
    actor: Actor,
) -> InitiativeMeasure:
    """Follow the initiative by an indicator: that it is done as meant, or what comes of it."""
    with one_change():
        return InitiativeMeasure.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            indicator_id=indicator_id,
            use=use,
            step_id=step_id,
        )


def remove_measure(measure: InitiativeMeasure, *, actor: Actor) -> None:
    """Follow it no longer by the indicator; the indicator and its values stay."""
    with one_change():
        measure.delete()


def make_claim(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Claim:
    """Write what is said to have come of it; without a measure it is somebody's perception."""
    refuse_to_come(told.get("said_on"), actor)
    with one_change():
        return Claim.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            **kept(told, {"text"}, {"said_by"}),
        )


def change_claim(claim: Claim, told: Mapping[str, Any], *, actor: Actor) -> None:
    refuse_to_come(told.get("said_on"), actor)
    with one_change():
        for field, value in kept(told, {"text"}, {"said_by"}).items():
            setattr(claim, field, value)
        claim.save(update_fields=list(told))


def remove_claim(claim: Claim, *, actor: Actor) -> None:
    """Take back what was written by mistake."""
    del actor
    with one_change():
        claim.delete()
