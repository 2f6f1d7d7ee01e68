"""Questions about initiatives: which there are, how far they have come, and what they rest on."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)

from samsyn.access.api import Actor, visible, within
from samsyn.governance.api import is_owned
from samsyn.initiatives.models import (
    Activity,
    Belonging,
    Commission,
    Course,
    Evaluation,
    EvaluationKind,
    Funding,
    Initiative,
    InitiativeArea,
    InitiativeDecision,
    InitiativeKind,
    Partner,
    Responsibility,
    Shift,
    Staffing,
    VisitPlan,
)
from samsyn.initiatives.rules.grounds import works_in
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE
from samsyn.organisation.api import queries as organisation

SOON = timedelta(days=90)
_A_YEAR = timedelta(days=365)
UNDONE = Q(done_on=None, done_year=None)
_NOTE = Q(kind=EvaluationKind.AFTER_ACTION)


def initiatives(actor: Actor) -> QuerySet[Any]:
    """The portfolio: each with its owner, its kind today, and when it is followed up next."""
    next_up = within(Evaluation, actor).filter(UNDONE, initiative=OuterRef("pk"))
    rows: QuerySet[Any] = visible(actor, READ_INITIATIVE).annotate(
        owner_title=F("owner__title"),
        owner_forum_name=F("owner_forum__name"),
        kind_now=_kind_now(actor),
        is_succeeded=Case(When(succeeded(actor), then=True), default=False),
        followed_up_on=Subquery(next_up.order_by("due_on").values("due_on")[:1]),
    )
    return rows.order_by("title_key", "pk")


def _kind_now(actor: Actor) -> Any:
    """The kind as it was told, until the day when it by a decision became regular operations."""
    begun = Q(from_on__lte=actor.today) | Q(from_on=None) & (
        Q(decided_on__isnull=False) | Q(decided_year__lte=actor.today.year)
    )
    regular = within(InitiativeDecision, actor).filter(
        begun, initiative=OuterRef("pk"), course=Course.REGULAR
    )
    return Case(
        When(Exists(regular), then=Value(InitiativeKind.OPERATION.value)),
        default=F("kind"),
        output_field=TextField(),
    )


def kind_today(actor: Actor, initiative_id: UUID) -> str:
    return str(initiatives(actor).values_list("kind_now", flat=True).get(pk=initiative_id))


def running(actor: Actor) -> Q:
    """What goes on today as far as it is known; not what another has taken over from."""
    return organisation.on(actor.today) & ~succeeded(actor)


def over(actor: Actor) -> Q:
    """What has ended, or been taken over from."""
    return Q(ends_on__lte=actor.today) | succeeded(actor)


def succeeded(actor: Actor) -> Q:
    """What another initiative has taken over from, and that one has begun."""
    begun = Q(starts_on=None) | Q(starts_on__lte=actor.today)
    in_time = Q(begun_year=None) | Q(begun_year__lte=actor.today.year)
    later = within(Initiative, actor).filter(begun, in_time, predecessor=OuterRef("pk"))
    return Q(Exists(later))


def ends_undecided(actor: Actor) -> Q:
    """What ends within ninety days without anyone having said what comes then.

    That it stops or becomes regular says it, if that was decided this last year. That it goes on
    says it only with a day beyond the ninety, or if it was decided in the half-year before the end.
    """
    soon = Q(ends_on__gt=actor.today, ends_on__lte=actor.today + SOON)
    a_year_ago = actor.today - _A_YEAR
    recent = (
        Q(decided_on__gte=a_year_ago)
        | Q(from_on__gte=a_year_ago)
        | Q(decided_year__gte=actor.today.year)
    )
    said = within(InitiativeDecision, actor).filter(
        Q(recent, course__in=(Course.REGULAR, Course.STOP))
        | Q(until_on__gt=actor.today + SOON)
        | Q(until_on=None, decided_on__gt=OuterRef("ends_on") - 2 * SOON),
        initiative=OuterRef("pk"),
    )
    return soon & ~Q(Exists(said))


def overdue(actor: Actor) -> Q:
    late = within(Evaluation, actor).filter(UNDONE, due_on__lt=actor.today)
    return Q(Exists(late.filter(initiative=OuterRef("pk"))))


def never_followed_up(actor: Actor) -> Q:
    """What nobody has followed up or means to; three questions after a meeting are not that."""
    rows = within(Evaluation, actor).filter(~_NOTE, initiative=OuterRef("pk"))
    return ~Q(Exists(rows))


def has_been_followed_up(actor: Actor) -> Q:
    rows = within(Evaluation, actor).filter(~_NOTE, ~UNDONE, initiative=OuterRef("pk"))
    return Q(Exists(rows))


def nobody_answers(actor: Actor) -> Q:
    """What no board answers for today."""
    held = within(Responsibility, actor).filter(organisation.on(actor.today))
    return ~Q(Exists(held.filter(initiative=OuterRef("pk"))))


def answered_by(actor: Actor, body_id: UUID) -> QuerySet[Any]:
    """The ids of what a board answers for today."""
    held = within(Responsibility, actor).filter(organisation.on(actor.today), body=body_id)
    return held.order_by().values("initiative_id")


def partnered_by(actor: Actor, body_id: UUID) -> QuerySet[Any]:
    """The ids of what a body takes part in today."""
    held = within(Partner, actor).filter(organisation.on(actor.today), body=body_id)
    return held.order_by().values("initiative_id")


def belonging_to(actor: Actor, field: str, pk: UUID) -> QuerySet[Any]:
    """The ids of what belongs to the row, of the kind that the field names."""
    rows = within(Belonging, actor).filter(**{field: pk})
    return rows.order_by().values("initiative_id")


def answering(actor: Actor, ids: Collection[UUID] | None = None) -> QuerySet[Any]:
    """The boards that answer for initiatives today, with what each is called."""
    rows: QuerySet[Any] = within(Responsibility, actor).filter(organisation.on(actor.today))
    if ids is not None:
        rows = rows.filter(initiative__in=ids)
    named: QuerySet[Any] = rows.annotate(
        body_name=organisation.name_on(actor.today, "body_id"),
        body_key=organisation.name_on(actor.today, "body_id", column="name_key"),
    )
    return named.order_by("initiative_id", "body_key", "pk")


def responsibilities(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    """Who has answered for it and does, with what each was called; what is now comes first."""
    rows: QuerySet[Any] = within(Responsibility, actor).filter(initiative=initiative_id)
    named: QuerySet[Any] = rows.annotate(
        body_name=organisation.name_on(actor.today, "body_id"),
        body_key=organisation.name_on(actor.today, "body_id", column="name_key"),
    )
    order = (F("ends_on").desc(nulls_first=True), F("starts_on").desc(nulls_last=True))
    return named.order_by(*order, "body_key", "pk")


def funding(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    rows = within(Funding, actor).filter(initiative=initiative_id).select_related("matter")
    named: QuerySet[Any] = rows.annotate(body_name=organisation.name_on(actor.today, "body_id"))
    return named.order_by(F("year").desc(nulls_last=True), "origin", "pk")


def staffing(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    rows = within(Staffing, actor).filter(initiative=initiative_id).select_related("position")
    named: QuerySet[Any] = rows.annotate(body_name=organisation.name_on(actor.today, "body_id"))
    return named.order_by(F("ends_on").desc(nulls_first=True), "profession", "pk")


def partners(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(Partner, actor).filter(initiative=initiative_id)
    named: QuerySet[Any] = rows.annotate(
        body_name=organisation.name_on(actor.today, "body_id"),
        body_key=organisation.name_on(actor.today, "body_id", column="name_key"),
    )
    return named.order_by(F("ends_on").desc(nulls_first=True), "body_key", "pk")


def areas_of(actor: Actor, initiative_id: UUID) -> QuerySet[InitiativeArea]:
    rows = within(InitiativeArea, actor).filter(initiative=initiative_id)
    return rows.select_related("area").order_by("area__name_key", "pk")


def belongings(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    rows: QuerySet[Any] = within(Belonging, actor).filter(initiative=initiative_id)
    told = rows.select_related("agreement", "document", "forum", "assignment")
    return told.order_by("pk")


def successors(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    return initiatives(actor).filter(predecessor=initiative_id)


def initiatives_by_id(actor: Actor, ids: Collection[UUID]) -> QuerySet[Initiative]:
    return visible(actor, READ_INITIATIVE).filter(pk__in=ids).order_by("pk")


def initiative_choices(actor: Actor, but: UUID | None = None) -> list[tuple[str, str]]:
    rows = visible(actor, READ_INITIATIVE).order_by("title_key", "pk")
    return [(str(pk), title) for pk, title in rows.values_list("pk", "title") if pk != but]


def initiative_and_parts(actor: Actor, initiative_id: UUID) -> QuerySet[Any]:
    """The ids of an initiative and of its parts that can have sources."""
    whole: QuerySet[Any] = visible(actor, READ_INITIATIVE).filter(pk=initiative_id).order_by()
    parts: tuple[Any, ...] = (Responsibility, Funding, Staffing, Partner, Evaluation)
    own = [
        within(part, actor).filter(initiative=initiative_id).order_by().values("pk")
        for part in (*parts, InitiativeDecision, Commission, VisitPlan, Shift)
    ]
    return whole.values("pk").union(*own, all=True)


def parts_by_id(actor: Actor, model: Any, ids: Collection[UUID]) -> QuerySet[Any]:
    """Parts of initiatives that may be seen, with their initiatives."""
    seen: QuerySet[Any] = within(model, actor).filter(
        pk__in=ids, initiative__in=visible(actor, READ_INITIATIVE)
    )
    return seen.select_related("initiative")


def areas_in_use(actor: Actor) -> list[str]:
    """Every focus area that some initiative has, so that all write it alike."""
    used = visible(actor, READ_INITIATIVE).values_list("focus_areas", flat=True)
    return sorted({area for areas in used for area in areas})


def my_evaluations(actor: Actor) -> QuerySet[Any]:
    """What is to be followed up by a function of hers, or of what she owns; first due first."""
    held = organisation.functions_of_account(actor).order_by().values("pk")
    own = visible(actor, READ_INITIATIVE).filter(is_owned(actor)).order_by().values("pk")
    rows = within(Evaluation, actor).filter(
        UNDONE, Q(owner__in=held) | Q(owner=None, initiative__in=own)
    )
    return rows.select_related("initiative").order_by("due_on", "pk")


def mine_ending_undecided(actor: Actor) -> QuerySet[Any]:
    rows = visible(actor, READ_INITIATIVE).filter(is_owned(actor)).filter(ends_undecided(actor))
    return rows.order_by("ends_on", "pk")


def mine_with_an_end(actor: Actor) -> QuerySet[Any]:
    rows = visible(actor, READ_INITIATIVE).filter(is_owned(actor), ends_on__gt=actor.today)
    return rows.order_by("ends_on", "pk")


def worked_in(actor: Actor) -> QuerySet[Any]:
    """What bodies of hers answer for or take part in today, that last done first."""
    last = within(Activity, actor).filter(initiative=OuterRef("pk")).order_by("-held_on")
    rows = visible(actor, READ_INITIATIVE).filter(works_in("pk").condition(actor))
    told: QuerySet[Any] = rows.exclude(over(actor)).annotate(
        last_on=Subquery(last.values("held_on")[:1])
    )
    return told.order_by(F("last_on").desc(nulls_last=True), "title_key", "pk")
