"""Which functions have been taught the documents about them, since those read as they do now."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncDate

from samsyn.access.api import Actor, visible, within
from samsyn.governance.domain.status import LIVING
from samsyn.governance.domain.teaching import Taught
from samsyn.governance.models import Concern, Edition, GoverningDocument, Training
from samsyn.governance.queries.document_status import with_decision, with_status
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.organisation.api import queries as organisation

# What is taught of a document without a day of its own is never too old.
_LONG_AGO = date(1900, 1, 1)
_SINCE = Q(given_on__gte=OuterRef("counts_from"))


def training(actor: Actor) -> QuerySet[Any]:
    """Each function that a living document is about: when it was last taught, and how it stands.

    `since` is when the document came to read as it does; what was taught before says less.
    """
    given = within(Training, actor).filter(document=OuterRef("document_id"))
    own = given.filter(position=OuterRef("position_id"))
    told: QuerySet[Any] = _concerned(actor).annotate(
        given_on=_of(own.filter(_SINCE), Max("given_on"), DateField()),
        taught=_of(own.filter(_SINCE), Sum("count"), IntegerField()),
        given_before=_of(own, Max("given_on"), DateField()),
        others_on=_of(given.filter(_SINCE, position__isnull=True), Max("given_on"), DateField()),
        state=_STATE,
    )
    return told.order_by("document__title_key", "position__title_key", "pk")


_STATE = Case(
    When(given_on__isnull=False, then=Value(Taught.GIVEN.value)),
    When(others_on__isnull=False, then=Value(Taught.UNCLEAR.value)),
    When(given_before__isnull=False, then=Value(Taught.BEFORE.value)),
    default=Value(Taught.NONE.value),
    output_field=CharField(),
)


def _concerned(actor: Actor) -> QuerySet[Any]:
    """The functions of today that living documents are about, with since when these hold."""
    now = organisation.on(actor.today, "position__")
    rows = within(Concern, actor).filter(now, position__isnull=False)
    this = with_decision(within(GoverningDocument, actor)).filter(pk=OuterRef("document_id"))
    held = this.annotate(held_from=Coalesce(F("decided"), F("starts_on")))
    dated: QuerySet[Any] = rows.filter(document__in=_living(actor, rows)).annotate(
        since=Coalesce(_changed(actor), Subquery(held.values("held_from")[:1])),
        counts_from=Coalesce(F("since"), Value(_LONG_AGO)),
        body_name=organisation.name_on(actor.today, "position__body_id"),
    )
    return dated.select_related("document", "position")


def _living(actor: Actor, rows: QuerySet[Concern]) -> list[UUID]:
    """Which of the documents someone works by: asked for apart, as one question took too long."""
    seen = visible(actor, READ_DOCUMENT).filter(pk__in=rows.values("document"))
    living = with_status(seen, actor).filter(status__in=LIVING)
    return list(living.order_by("pk").values_list("pk", flat=True))


def _changed(actor: Actor) -> Subquery:
    """When a later file than the first said something new; a signed copy says nothing new."""
    files = within(Edition, actor).filter(
        Q(paragraphs__isnull=True) | Q(unchanged__lt=F("paragraphs")),
        document=OuterRef("document_id"),
        number__gt=1,
        is_signed=False,
    )
    return Subquery(files.order_by("-number").values(day=TruncDate("added_at"))[:1])


def _of(rows: QuerySet[Training], sum_up: Any, kind: Any) -> Subquery:
    """One figure of the trainings, or nothing when there are none."""
    told = rows.order_by().values("document").annotate(told=sum_up).values("told")
    return Subquery(told, output_field=kind)


def learners(actor: Actor, document_id: UUID) -> list[tuple[str, str]]:
    """Value and title of the functions that the document is about, as a form offers them."""
    rows = within(Concern, actor).filter(document=document_id, position__isnull=False)
    told = rows.order_by("position__title_key", "pk").values_list("position_id", "position__title")
    return [(str(pk), title) for pk, title in told]
