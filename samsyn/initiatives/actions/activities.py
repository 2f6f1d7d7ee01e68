"""Every change to activities, series, visit plans and shifts."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance.api import kept, refuse_to_come
from samsyn.initiatives import searchable_activities as searchable
from samsyn.initiatives.models import Activity, Evaluation, Initiative, Series, Shift, VisitPlan
from samsyn.kernel.errors import RuleBrokenError
from samsyn.sources.api import uncite

_TEXTS = frozenset({"note", "said"})
_LINES = frozenset({"what", "place", "title", "led_by", "measure", "by"})


class SeriesOfAnotherError(RuleBrokenError):
    pass


class HasSessionsError(RuleBrokenError):
    pass


def log_activity(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Activity:
    """Write what was done; what is to come belongs in a plan."""
    refuse_to_come(told.get("held_on"), actor)
    _refuse_foreign_series(initiative, told, actor)
    with one_change():
        made = Activity.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            key=key_of(told["held_on"]),
            **kept(told, _TEXTS, _LINES),
        )
        searchable.show_activities([made.pk], actor=actor)
    return made


def key_of(held_on: date) -> str:
    """A key that no other activity has, though a file may hold thousands of one day."""
    return f"{held_on}-{uuid4().hex[:12]}"


def change_activity(activity: Activity, told: Mapping[str, Any], *, actor: Actor) -> None:
    refuse_to_come(told.get("held_on"), actor)
    _refuse_foreign_series(activity.initiative, told, actor)
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(activity, field, value)
        activity.save(update_fields=list(said))
        searchable.show_activities([activity.pk], actor=actor)


def remove_activity(activity: Activity, *, actor: Actor) -> None:
    """Take back what was logged by mistake, or twice; what was learnt then stays."""
    with one_change():
        uncite([activity.pk], actor=actor)
        searchable.forget_activity(activity.pk, actor=actor)
        within(Evaluation, actor).filter(activity=activity).update(activity=None)
        activity.delete()


def _refuse_foreign_series(initiative: Initiative, told: Mapping[str, Any], actor: Actor) -> None:
    series = told.get("series_id")
    if series and not within(Series, actor).filter(pk=series, initiative=initiative).exists():
        raise SeriesOfAnotherError(_("Serien hör till en annan insats."))


def add_series(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Series:
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        return Series.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            key=free_key(Series, actor.municipality_id, said["title"]),
            **said,
        )


def change_series(series: Series, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write it anew, also how it was before and after."""
    del actor
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(series, field, value)
        series.save(update_fields=list(said))


def remove_series(series: Series, *, actor: Actor) -> None:
    if within(Activity, actor).filter(series=series).exists():
        raise HasSessionsError(_("Serien har träffar som är loggade, och står kvar."))
    with one_change():
        series.delete()


def plan_visits(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> VisitPlan:
    """Say how many classes are to be visited, in a term or in every one."""
    with one_change():
        return VisitPlan.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            **kept(told, _TEXTS, _LINES),
        )


def change_visit_plan(plan: VisitPlan, told: Mapping[str, Any], *, actor: Actor) -> None:
    del actor
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(plan, field, value)
        plan.save(update_fields=list(said))


def remove_visit_plan(plan: VisitPlan, *, actor: Actor) -> None:
    del actor
    with one_change():
        plan.delete()


def plan_shift(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Shift:
    with one_change():
        return Shift.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            **kept(told, _TEXTS, _LINES),
        )


def end_shift(shift: Shift, ends_on: date, *, actor: Actor) -> None:
    """Let nobody be there any more from a day; that they were there stays."""
    del actor
    with one_change():
        shift.ends_on = ends_on
        shift.save(update_fields=["ends_on"])
