"""Every change to what an indicator is, its targets and how it is judged."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance.api import kept, refuse_ended_owner, refuse_to_come
from samsyn.initiatives import searchable_indicators as searchable
from samsyn.initiatives.actions.protecting import protect
from samsyn.initiatives.models import Indicator, Light, Measurement, Target, Value
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError

_TEXTS = frozenset({"method_note"})
_LINES = frozenset(
    {"name", "population", "numerator", "denominator", "unit", "source", "focus_areas"}
)


class MeasureStaysError(RuleBrokenError):
    pass


def add_indicator(told: Mapping[str, Any], *, actor: Actor) -> Indicator:
    """Declare it once; its values are written after."""
    about = kept(told, _TEXTS, _LINES)
    refuse_ended_owner(about, actor)
    with one_change():
        indicator = Indicator.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Indicator, actor.municipality_id, about["name"]),
            **about,
        )
        searchable.show_indicators([indicator.pk], actor=actor)
    return indicator


def describe_indicator(indicator: Indicator, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write what it is; what it measures stays as long as there are values.

    How it is protected may change, and then every period is looked at anew.
    """
    changed = {name: value for name, value in told.items() if getattr(indicator, name) != value}
    if "measure" in changed and _has_values(indicator, actor):
        raise MeasureStaysError(
            _("Indikatorn har värden. Gör en ny indikator för ett annat slag av mått.")
        )
    refuse_ended_owner(changed, actor)
    said = kept(changed, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(indicator, field, value)
        indicator.save(update_fields=list(said))
        if "disclosure" in said:
            protect_all(indicator, actor=actor)
        searchable.show_indicators([indicator.pk], actor=actor)


def protect_all(indicator: Indicator, *, actor: Actor) -> None:
    rows = within(Measurement, actor).filter(indicator=indicator)
    protect(list(rows.values_list("pk", flat=True)), actor=actor)


def _has_values(indicator: Indicator, actor: Actor) -> bool:
    return within(Value, actor).filter(measurement__indicator=indicator).exists()


def set_target(indicator: Indicator, told: Mapping[str, Any], *, actor: Actor) -> Target:
    """Set what it is to come to; a target of the same time is refused and not replaced."""
    said = kept(told, (), {"decided"})
    with one_change():
        return Target.objects.create(
            municipality_id=actor.municipality_id, indicator=indicator, **said
        )


def change_target(target: Target, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write it anew, or let it end before its time; what it was stays in the trail."""
    del actor
    said = kept(told, (), {"decided"})
    with one_change():
        for field, value in said.items():
            setattr(target, field, value)
        target.save(update_fields=list(said))


def judge_indicator(indicator: Indicator, told: Mapping[str, Any], *, actor: Actor) -> Light:
    """Set its light, with why; what was held before stays, but today's can be mended today."""
    refuse_to_come(told["judged_on"], actor)
    said = {"colour": told["colour"], "why": guarded(told["why"]), "by_id": told.get("by_id")}
    at: dict[str, Any] = {"municipality_id": actor.municipality_id, "indicator": indicator}
    with one_change():
        if told["judged_on"] < actor.today:
            return Light.objects.create(**at, judged_on=told["judged_on"], **said)
        light, _made = Light.objects.update_or_create(
            **at, judged_on=told["judged_on"], defaults=said
        )
    return light
