"""Questions about what has been done; small numbers of children are protected here."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    BooleanField,
    Case,
    Count,
    DecimalField,
    ExpressionWrapper,
    F,
    Max,
    Min,
    Q,
    QuerySet,
    Sum,
    When,
)

from samsyn.access.api import Actor, visible, within
from samsyn.initiatives.models import (
    Activity,
    Commission,
    Delivery,
    HalfYear,
    Series,
    Shift,
    TaskState,
    VisitPlan,
    Whom,
)
from samsyn.initiatives.rules.activities import (
    CHANGE_TASK,
    DELIVER,
    READ_ACTIVITY,
    READ_TASK,
    REMOVE_DELIVERY,
)
from samsyn.organisation.api import queries as organisation

# Fewer children than this could be known by those who know the place.
FEWEST = 5
_FIRST_OF_AUTUMN = 7  # July: what is held in the summer belongs to the term to come
_SMALL = Q(whom=Whom.CHILDREN, participants__gte=1, participants__lt=FEWEST)
_FEW_ANSWERS = Q(answered__lt=FEWEST)
_TOTALS: Mapping[str, Any] = {
    "times": Count("pk"),
    "all_classes": Sum("classes"),
    "came": Sum("participants", filter=~_SMALL),
    "small": Count("pk", filter=_SMALL),
}
OPEN = Q(state__in=[TaskState.TO_DO, TaskState.BEGUN])


def activities(actor: Actor) -> QuerySet[Any]:
    """The log, newest first: `came` is how many came, `is_small` that they are too few to tell.

    The numbers themselves are not fetched, so that no page or file can tell them.
    """
    rows: QuerySet[Any] = visible(actor, READ_ACTIVITY).select_related("initiative", "venue")
    told: QuerySet[Any] = rows.annotate(
        came=Case(When(_SMALL, then=None), default=F("participants")),
        is_small=_whether(_SMALL),
        mean=Case(When(_FEW_ANSWERS, then=None), default=F("rating")),
        body_name=organisation.name_on(F("held_on"), "body_id"),
        unit_name=organisation.name_on(F("held_on"), "unit_id"),
    )
    return told.defer("participants", "rating", "answered").order_by("-held_on", "pk")


def _whether(condition: Q) -> Any:
    return Case(When(condition, then=True), default=False, output_field=BooleanField())


@dataclass(frozen=True, slots=True)
class Done:
    """What has been done of a kind: how often, for how many classes, and at least for how many."""

    kind: str
    times: int
    classes: int
    came: int
    is_at_least: bool


def done_by_kind(actor: Actor, initiative_id: UUID, since: date | None = None) -> list[Done]:
    """Totals that give no small number back: of each of those, no more than one is counted."""
    rows = visible(actor, READ_ACTIVITY).filter(initiative=initiative_id).order_by()
    if since is not None:
        rows = rows.filter(held_on__gte=since)
    told: Any = rows.values("kind").annotate(**_TOTALS)
    return [_done(each) for each in told.order_by("-times", "kind")]


def done_by_year(actor: Actor, initiative_id: UUID) -> list[tuple[int, Done]]:
    """The same totals year by year; together they make those of all years, and give no more."""
    rows = visible(actor, READ_ACTIVITY).filter(initiative=initiative_id).order_by()
    told: Any = rows.values("held_on__year", "kind").annotate(**_TOTALS)
    ordered = told.order_by("held_on__year", "-times", "kind")
    return [(each["held_on__year"], _done(each)) for each in ordered]


def _done(each: Mapping[str, Any]) -> Done:
    return Done(
        each["kind"],
        each["times"],
        each["all_classes"] or 0,
        (each["came"] or 0) + each["small"],
        is_at_least=bool(each["small"]),
    )


def activities_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Activity]:
    return visible(actor, READ_ACTIVITY).filter(pk__in=ids).order_by("pk")


def series(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    """The groups that meet, with how many sessions have been held; few answers give no means."""
    rows: QuerySet[Any] = within(Series, actor).filter(initiative=initiative_id)
    few = Q(measured__lt=FEWEST)
    told: QuerySet[Any] = rows.annotate(
        held=Count("activities"),
        mean_before=Case(When(few, then=None), default=F("before")),
        mean_after=Case(When(few, then=None), default=F("after")),
        is_small=_whether(few & Q(before__isnull=False)),
    )
    hidden = told.defer("before", "after", "measured", "invited")
    return hidden.order_by(F("starts_on").desc(nulls_last=True), "title", "pk")


def series_choices(actor: Actor, initiative_id: UUID) -> list[tuple[str, str]]:
    rows = within(Series, actor).filter(initiative=initiative_id).order_by("title", "pk")
    return [(str(pk), title) for pk, title in rows.values_list("pk", "title")]


@dataclass(frozen=True, slots=True)
class Visited:
    """What was planned for a term, and how many classes were visited in it."""

    plan: Any
    year: int
    term: HalfYear
    visited: int


def visits(actor: Actor, initiative_id: UUID) -> list[Visited]:
    """The plans beside what was done; one that is for every term is held to this one."""
    plans: QuerySet[Any] = within(VisitPlan, actor).filter(initiative=initiative_id)
    named = plans.annotate(unit_name=organisation.name_on(actor.today, "unit_id"))
    rows = list(named.order_by(F("year").desc(nulls_first=True), "-term", "unit_name", "pk"))
    if not rows:
        return []
    done = _visited(actor, initiative_id)
    now = term_of(actor.today)
    found = []
    for plan in rows:
        year, term = (plan.year, HalfYear(plan.term)) if plan.year else now
        found.append(Visited(plan, year, term, _count(done[year, term], plan)))
    return found


def _visited(
    actor: Actor, initiative_id: UUID
) -> Mapping[tuple[int, HalfYear], list[tuple[UUID | None, list[str], int]]]:
    rows = visible(actor, READ_ACTIVITY).filter(initiative=initiative_id, classes__gt=0)
    found: defaultdict[tuple[int, HalfYear], list[tuple[UUID | None, list[str], int]]]
    found = defaultdict(list)
    for held_on, unit, grades, classes in rows.order_by().values_list(
        "held_on", "unit_id", "grades", "classes"
    ):
        found[term_of(held_on)].append((unit, grades, classes or 0))
    return found


def _count(rows: list[tuple[UUID | None, list[str], int]], plan: VisitPlan) -> int:
    return sum(
        classes
        for unit, grades, classes in rows
        if plan.unit_id in {None, unit} and (not plan.grades or set(grades) & set(plan.grades))
    )


def term_of(day: date) -> tuple[int, HalfYear]:
    is_autumn = day.month >= _FIRST_OF_AUTUMN
    return day.year, HalfYear.AUTUMN if is_autumn else HalfYear.SPRING


def shifts(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    """Who is present where each week, now and before; now first."""
    rows: QuerySet[Any] = within(Shift, actor).filter(initiative=initiative_id)
    named: QuerySet[Any] = rows.annotate(body_name=organisation.name_on(actor.today, "body_id"))
    order = (F("ends_on").desc(nulls_first=True), "weekday", F("from_at").asc(nulls_last=True))
    return named.order_by(*order, "place", "pk")


def tasks(actor: Actor) -> QuerySet[Any]:
    """What is to be done in projects: what is open first, then by day."""
    rows: QuerySet[Any] = visible(actor, READ_TASK).select_related("initiative", "owner")
    order = (F("ended_on").asc(nulls_first=True), F("due_on").asc(nulls_last=True))
    return rows.order_by(*order, "what_key", "pk")


def my_tasks(actor: Actor) -> QuerySet[Any]:
    held = organisation.functions_of_account(actor).order_by().values("pk")
    return tasks(actor).filter(OPEN, owner__in=held)


def changeable_tasks(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    """The ids of those that the actor may change."""
    rows = visible(actor, CHANGE_TASK).filter(initiative=initiative_id)
    return rows.order_by().values_list("pk", flat=True)


def deliverable(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    """The ids of what the actor may write deliveries of."""
    rows = visible(actor, DELIVER).filter(pk__in=ids)
    return rows.order_by().values_list("pk", flat=True)


def commissions(actor: Actor) -> QuerySet[Any]:
    """What is ordered, with how much of it came and how much did not."""
    rows: QuerySet[Any] = within(Commission, actor).select_related("agreement", "initiative")
    told: QuerySet[Any] = rows.annotate(
        body_name=organisation.name_on(actor.today, "body_id"),
        came=Count("deliveries", filter=Q(deliveries__is_missed=False)),
        missed=Count("deliveries", filter=Q(deliveries__is_missed=True)),
    )
    return told.order_by(F("year").desc(nulls_first=True), "what", "pk")


def commissions_in_money(actor: Actor) -> QuerySet[Any]:
    """The same, with the first and the last time that it came and what the times cost together."""
    came = Q(deliveries__is_missed=False)
    rows: QuerySet[Any] = commissions(actor).annotate(
        first_on=Min("deliveries__on", filter=came),
        last_on=Max("deliveries__on", filter=came),
        total=ExpressionWrapper(F("came") * F("amount_each"), output_field=DecimalField()),
    )
    return rows


def commissioned_bodies(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of every body that something is ordered of."""
    used = within(Commission, actor).order_by().values("body_id")
    rows = organisation.bodies(actor).filter(pk__in=used)
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]


def commissioned_years(actor: Actor) -> list[int]:
    rows = within(Commission, actor).filter(year__isnull=False).order_by("-year")
    return [year for year in rows.values_list("year", flat=True).distinct() if year]


def removable(actor: Actor, ids: Collection[UUID]) -> QuerySet[Any]:
    """The ids of the deliveries, of these commissions, that the actor may take away."""
    rows = visible(actor, REMOVE_DELIVERY).filter(commission__in=ids)
    return rows.order_by().values_list("pk", flat=True)


def deliveries(actor: Actor, ids: Collection[UUID]) -> QuerySet[Delivery]:
    rows = within(Delivery, actor).filter(commission__in=ids)
    return rows.order_by("-on", "pk")
