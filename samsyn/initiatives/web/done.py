"""What has been done and is to be, as panels on the page of an initiative and of an agreement."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.access.api import Actor, allowed
from samsyn.governance.api import Agreement
from samsyn.initiatives.models import ActivityKind, Initiative
from samsyn.initiatives.queries import activities as queries
from samsyn.initiatives.rules import activities as rules
from samsyn.initiatives.web import words
from samsyn.initiatives.web.activities import came, few, task_tag, where
from samsyn.organisation.api import Part, add_panel
from samsyn.pages.api import formats

_ACTIONS = (
    *(rules.LOG_ACTIVITY, rules.ADD_SERIES, rules.PLAN_VISITS, rules.PLAN_SHIFT),
    *(rules.ADD_TASK, rules.ORDER),
)
_MOST, _MOST_TASKS, _MOST_DELIVERIES = 6, 40, 8


@dataclass(frozen=True, slots=True)
class Total:
    """What has been done of a kind, in words."""

    kind: str
    told: str


def register() -> None:
    add_panel(Initiative, _of_initiative)
    add_panel(Agreement, _of_agreement)


def _of_initiative(actor: Actor, found: Any) -> Part:
    may = allowed(actor, found, _ACTIONS)
    shown = {
        "row": found,
        "may": may,
        **_logged(actor, found.pk),
        **_planned(actor, found.pk),
        "tasks": _tasks(actor, found.pk),
        "orders": _orders(actor, initiative=found.pk),
    }
    return Part("initiatives/_done.html", shown)


def _logged(actor: Actor, pk: UUID) -> dict[str, Any]:
    rows = list(queries.activities(actor).filter(initiative=pk)[:_MOST])
    for each in rows:
        told = (where(each), words.grades(each.grades), _classes(each.classes), _people(each))
        each.told = " · ".join(part for part in told if part)
    address = f"{reverse('initiatives:activities')}?{urlencode({'insats': str(pk)})}"
    totals = [
        Total(str(ActivityKind(each.kind).label), _total(each))
        for each in queries.done_by_kind(actor, pk)
    ]
    return {"activities": rows, "totals": totals, "log_url": address}


def _classes(number: int | None) -> str:
    if not number:
        return ""
    told = ngettext("%(number)s klass", "%(number)s klasser", number)
    return told % {"number": formats.number(number)}


def _people(row: Any) -> str:
    told = came(row)
    return _("%(number)s deltog") % {"number": told} if told else ""


def _total(done: queries.Done) -> str:
    """How often, for how many classes and people; what is protected makes it "at least"."""
    times = ngettext("%(times)s gång", "%(times)s gånger", done.times)
    parts = [times % {"times": formats.number(done.times)}]
    if done.classes:
        parts.append(_classes(done.classes))
    if done.came:
        number = {"number": formats.number(done.came)}
        at_least, exact = _("minst %(number)s deltog"), _("%(number)s deltog")
        parts.append((at_least if done.is_at_least else exact) % number)
    return ", ".join(parts)


def _planned(actor: Actor, pk: UUID) -> dict[str, Any]:
    series = list(queries.series(actor, pk))
    for each in series:
        each.change = _change(each)
    shifts = list(queries.shifts(actor, pk))
    for each in shifts:
        each.day = formats.weekday_name(each.weekday)
        each.is_now = actor.today in each.period
    visits = [(each, _visited(each)) for each in queries.visits(actor, pk)]
    return {"series": series, "shifts": shifts, "visits": visits}


def _change(row: Any) -> str:
    """What the measure was before and after; too few answers are said to be."""
    if row.is_small:
        return _("%(measure)s: %(few)s svar") % {"measure": row.measure, "few": few()}
    if row.mean_before is None and row.mean_after is None:
        return ""
    told = {
        "measure": row.measure,
        "before": formats.short(row.mean_before) if row.mean_before is not None else "–",
        "after": formats.short(row.mean_after) if row.mean_after is not None else "–",
    }
    return _("%(measure)s: %(before)s före, %(after)s efter") % told


def _visited(each: queries.Visited) -> dict[str, str]:
    plan = each.plan
    number = formats.number(plan.classes)
    wanted = _("cirka %(number)s") % {"number": number} if plan.is_about else number
    names = (plan.unit_name or "", words.grades(plan.grades), plan.by)
    return {
        "what": " · ".join(name for name in names if name) or _("Alla skolor"),
        "wanted": f"{wanted} {_('per termin')}" if not plan.year else wanted,
        "term": f"{each.term.label} {each.year}",
        "visited": formats.number(each.visited),
    }


def _tasks(actor: Actor, pk: UUID) -> list[Any]:
    rows = list(queries.tasks(actor).filter(initiative=pk)[:_MOST_TASKS])
    changeable = set(queries.changeable_tasks(actor, pk))
    for each in rows:
        each.tag = task_tag(each, actor)
        each.may_change = each.ended_on is None and each.pk in changeable
    return rows


def _orders(actor: Actor, **of: Any) -> list[Any]:
    rows = list(queries.commissions(actor).filter(**of))
    came_of: defaultdict[UUID, list[Any]] = defaultdict(list)
    for each in queries.deliveries(actor, [row.pk for row in rows]):
        came_of[each.commission_id].append(each)
    ids = [row.pk for row in rows]
    deliverable = set(queries.deliverable(actor, ids))
    removable = set(queries.removable(actor, ids))
    for row in rows:
        row.may_remove = not came_of[row.pk]
        row.recent = came_of[row.pk][:_MOST_DELIVERIES]
        row.removable = [each for each in row.recent if each.pk in removable]
        row.may_deliver = row.pk in deliverable
        row.each = formats.short(row.amount_each) if row.amount_each is not None else ""
    return rows


def _of_agreement(actor: Actor, found: Any) -> Part:
    """What is ordered under it, with what came."""
    register = f"{reverse('initiatives:commissions')}?{urlencode({'avtal': str(found.pk)})}"
    shown = {"orders": _orders(actor, agreement=found.pk), "register_url": register}
    return Part("initiatives/_ordered.html", shown)
