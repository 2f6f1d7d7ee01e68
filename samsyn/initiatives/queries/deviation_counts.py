"""Counts of reports, which everyone in the municipality may know: no child is counted."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Max, QuerySet
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, within
from samsyn.initiatives.domain.answering import Answers, Reported, answers
from samsyn.initiatives.models import Deviation, DeviationParty
from samsyn.initiatives.queries.deviations import COUNTED, USUAL_CATEGORIES, deviations
from samsyn.organisation.api import queries as organisation

_FEWEST_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """How many reports are of something; `key` is what the register is filtered by."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Again:
    """What has been reported several times; `key` is what the register is filtered by."""

    key: str
    name: str
    count: int
    latest_on: date


@dataclass(frozen=True, slots=True)
class Pattern:
    """The same kind of thing between the same party and in the same forum, several times."""

    category: str
    body_id: UUID
    body_name: str
    forum_id: UUID | None
    forum_name: str
    count: int
    latest_on: date


def of_year(actor: Actor, year: int) -> QuerySet[Deviation]:
    return within(Deviation, actor).filter(reported_on__year=year)


def by_category(actor: Actor, year: int) -> list[Counted]:
    """A word is the same in whatever letters it is written.

    A word that only one has used may be of that one alone, and is counted among the others.
    """
    rows: QuerySet[Any] = of_year(actor, year).annotate(word=Lower("category")).order_by()
    counted = rows.values("word").annotate(said=Max("category"), count=Count("pk"))
    told = list(counted.order_by("-count", "word").values_list("word", "said", "count"))
    common = [
        Counted(said, said, count)
        for word, said, count in told
        if not word or count >= _FEWEST_ALIKE or word in USUAL_CATEGORIES
    ]
    others = sum(count for *_words, count in told) - sum(each.count for each in common)
    return [*common, Counted("", _("andra ämnen"), others)] if others else common


def by_party(actor: Actor, year: int) -> list[Counted]:
    """One report counts for each of its parties."""
    rows = within(DeviationParty, actor).filter(deviation__reported_on__year=year)
    counted: QuerySet[Any] = (
        rows.order_by()
        .values("body_id")
        .annotate(count=Count("pk"), name=organisation.name_on(actor.today, "body_id"))
    )
    told = counted.order_by("-count", "name").values_list("body_id", "name", "count")
    return [Counted(str(pk), name, count) for pk, name, count in told]


def by_forum(actor: Actor, year: int) -> list[Counted]:
    rows = (
        of_year(actor, year)
        .order_by()
        .values("forum_id")
        .annotate(count=Count("pk"), name=F("forum__name"))
    )
    told: Any = rows.order_by("-count", "name").values_list("forum_id", "name", "count")
    return [Counted(str(pk or ""), name or "", count) for pk, name, count in told]


def answers_of_year(actor: Actor, year: int) -> Answers:
    rows = of_year(actor, year).values_list("reported_on", "answer_by", "answered_on")
    return answers([Reported(*days) for days in rows], actor.today)


def not_counted(actor: Actor, year: int) -> int:
    """How many were the same as another, taken back or no deviation."""
    return of_year(actor, year).exclude(COUNTED).count()


def closed_in_year(actor: Actor, year: int) -> QuerySet[Any]:
    """What was changed: only of those that the actor may read, unlike the counts."""
    rows = deviations(actor).filter(COUNTED, closed_on__year=year)
    return rows.order_by("closed_on", "pk")


def same_word(actor: Actor, first: date) -> list[Again]:
    """Words that have been written at least twice since the day, in whatever letters."""
    rows = _since(actor, first).exclude(category="").annotate(word=Lower("category"))
    return _again(rows, "word", Max("category"), key="name")


def same_party(actor: Actor, first: date) -> list[Again]:
    rows = _parties_since(actor, first)
    named = organisation.name_on(actor.today, "body_id")
    return _again(rows, "body_id", named, day="deviation__reported_on")


def same_forum(actor: Actor, first: date) -> list[Again]:
    rows = _since(actor, first).filter(forum__isnull=False)
    return _again(rows, "forum_id", F("forum__name"))


def _since(actor: Actor, first: date) -> QuerySet[Deviation]:
    return within(Deviation, actor).filter(COUNTED, reported_on__gte=first)


def _parties_since(actor: Actor, first: date) -> QuerySet[DeviationParty]:
    rows = within(DeviationParty, actor).filter(deviation__reported_on__gte=first)
    return rows.filter(deviation__ending="")


def _again(
    rows: QuerySet[Any], by: str, name: Any, *, key: str = "", day: str = "reported_on"
) -> list[Again]:
    counted: QuerySet[Any] = rows.order_by().values(by)
    found = counted.annotate(name=name, count=Count("pk"), latest_on=Max(day))
    told = found.filter(count__gte=_FEWEST_ALIKE).order_by("-count", "-latest_on", "name", by)
    values = told.values_list(key or by, "name", "count", "latest_on")
    return [Again(str(pk), name, count, latest) for pk, name, count, latest in values]


def patterns(actor: Actor, first: date) -> list[Pattern]:
    """What has been reported at least twice since the day with the same word, party and forum."""
    rows = _parties_since(actor, first)
    alike = ("word", "body_id", "deviation__forum_id", "deviation__forum__name")
    found: QuerySet[Any] = (
        rows.exclude(deviation__category="")
        .annotate(word=Lower("deviation__category"))
        .order_by()
        .values(*alike)
        .annotate(
            said=Max("deviation__category"),
            count=Count("pk"),
            latest_on=Max("deviation__reported_on"),
            name=organisation.name_on(actor.today, "body_id"),
        )
        .filter(count__gte=_FEWEST_ALIKE)
        .order_by("-count", "-latest_on", *alike[:3])
    )
    told = found.values_list("said", "body_id", "name", *alike[2:], "count", "latest_on")
    return [
        Pattern(word, body, name, forum, forum_name or "", count, latest)
        for word, body, name, forum, forum_name, count, latest in told
    ]
