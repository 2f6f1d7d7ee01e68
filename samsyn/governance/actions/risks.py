"""Every change to risks, obstacles and proposals."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.governance import searchable_risks as searchable
from samsyn.governance.actions.owners import refuse_ended_owner
from samsyn.governance.actions.saying import kept, refuse_to_come
from samsyn.governance.models import Judgement, Risk, RiskKind
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError

_TEXTS = frozenset({"text", "action"})
_LINES = frozenset({"title", "category"})


class NotARiskError(RuleBrokenError):
    pass


class RiskIsClosedError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Judged:
    """How likely and how serious, from one to four, and why."""

    likelihood: int
    consequence: int
    why: str


def add_risk(told: Mapping[str, Any], judged: Judged | None = None, *, actor: Actor) -> Risk:
    """Note what someone has found; a risk may be judged at once."""
    risk = Risk(municipality_id=actor.municipality_id)
    _refuse_unfit(risk, told, actor)
    _write(risk, told)
    with one_change():
        risk.key = free_key(Risk, actor.municipality_id, risk.title)
        risk.save(force_insert=True)
        if judged is not None:
            judge_risk(risk, judged, risk.found_on, actor=actor)
        searchable.show_risks([risk.pk], actor=actor)
    return risk


def change_risk(risk: Risk, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write it anew; how it has been judged stays."""
    _refuse_unfit(risk, told, actor)
    _write(risk, told)
    if risk.kind != RiskKind.RISK and Judgement.objects.filter(risk=risk).exists():
        raise NotARiskError(_("Den är bedömd som risk, och förblir en risk."))
    with one_change():
        risk.save(update_fields=list(told))
        searchable.show_risks([risk.pk], actor=actor)


def judge_risk(risk: Risk, judged: Judged, on: date, *, actor: Actor) -> Judgement:
    """Judge it anew; what was held before stays as it was."""
    if risk.kind != RiskKind.RISK:
        raise NotARiskError(_("Bara en risk har sannolikhet och konsekvens."))
    _refuse_closed(risk)
    refuse_to_come(on, actor)
    with one_change():
        return Judgement.objects.create(
            municipality_id=actor.municipality_id,
            risk=risk,
            judged_on=on,
            likelihood=judged.likelihood,
            consequence=judged.consequence,
            why=guarded(judged.why),
        )


def close_risk(risk: Risk, on: date, outcome: str, *, actor: Actor) -> None:
    """Close it with what came of it; refuses silence."""
    _refuse_closed(risk)
    refuse_to_come(on, actor)
    risk.closed_on, risk.outcome = on, guarded(outcome)
    with one_change():
        risk.save(update_fields=["closed_on", "outcome"])
        searchable.show_risks([risk.pk], actor=actor)


def _refuse_unfit(risk: Risk, told: Mapping[str, Any], actor: Actor) -> None:
    _refuse_closed(risk)
    refuse_to_come(told.get("found_on"), actor)
    refuse_ended_owner(told, actor, of=risk)


def _write(risk: Risk, told: Mapping[str, Any]) -> None:
    for field, value in kept(told, _TEXTS, _LINES).items():
        setattr(risk, field, value)


def _refuse_closed(risk: Risk) -> None:
    if risk.closed_on is not None:
        raise RiskIsClosedError(_("Den är avslutad och ändras inte mer."))
