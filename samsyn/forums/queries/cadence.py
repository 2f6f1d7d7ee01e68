"""What the forums have promised to meet, and what became of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from samsyn.access.api import Actor, within
from samsyn.forums.domain import rhythm as domain
from samsyn.forums.domain.cadence import Expected, expected
from samsyn.forums.domain.compliance import Met, Outcome, State, compliance
from samsyn.forums.domain.workdays import SchoolTerm as DomainTerm
from samsyn.forums.domain.workdays import WorkingDays
from samsyn.forums.models import Forum, Meeting, Rhythm, SchoolBreak, SchoolTerm
from samsyn.forums.rhythms import rhythm_of, why_never
from samsyn.kernel.period import Period

_BACK, _AHEAD = timedelta(days=365), timedelta(days=183)
_KEPT = 256


def school_terms(actor: Actor) -> QuerySet[SchoolTerm]:
    rows = within(SchoolTerm, actor).prefetch_related("breaks")
    return rows.order_by("-starts_on", "pk")


def working_days(actor: Actor) -> WorkingDays:
    """The days to meet on, by the school terms that the municipality has entered."""
    return WorkingDays(tuple(_term(row) for row in school_terms(actor)))


def _term(row: SchoolTerm) -> DomainTerm:
    breaks = tuple(_period(each) for each in row.breaks.all())
    return DomainTerm(row.name, _period(row), _is_spring(row.starts_on), breaks)


def _is_spring(day: date) -> bool:
    return day < date(day.year, 7, 1)


def _period(row: SchoolTerm | SchoolBreak) -> Period:
    return Period(row.starts_on, row.ends_on)


def a_year_and_a_half(actor: Actor) -> Period:
    """The time that the pages tell of: a year back and half a year ahead."""
    return Period(actor.today - _BACK, actor.today + _AHEAD)


def promises(
    actor: Actor, forums: Collection[Forum], during: Period
) -> Mapping[UUID, list[Outcome]]:
    """What became of the meetings that each forum has promised, in three questions."""
    ids = [forum.pk for forum in forums]
    rhythms: dict[UUID, list[Rhythm]] = defaultdict(list)
    for row in within(Rhythm, actor).filter(forum__in=ids).order_by("pk"):
        rhythms[row.forum_id].append(row)
    met = _met(actor, ids, during)
    when = (during, working_days(actor), actor.today)
    return {forum.pk: _outcomes(forum, rhythms[forum.pk], met[forum.pk], when) for forum in forums}


def _met(actor: Actor, ids: list[UUID], during: Period) -> Mapping[UUID, list[Met]]:
    rows = within(Meeting, actor).filter(
        forum__in=ids, meets_on__gte=during.starts_on, meets_on__lt=during.ends_on
    )
    told = rows.order_by("meets_on", "pk").values_list("forum_id", "meets_on", "state", "audience")
    found: dict[UUID, list[Met]] = defaultdict(list)
    for forum_id, day, state, audience in told:
        found[forum_id].append(Met(day, State(state), audience))
    return found


def _outcomes(
    forum: Forum,
    rhythms: list[Rhythm],
    met: list[Met],
    when: tuple[Period, WorkingDays, date],
) -> list[Outcome]:
    during, days, today = when
    lives = _common(during, forum.period)
    if lives is None:
        return []
    occurring = [rhythm_of(row) for row in rhythms if not why_never(row)]
    promised = [one for rhythm in occurring for one in _promised(rhythm, lives, days)]
    promised.sort(key=lambda one: (one.suggested_on, one.per, one.number))
    return compliance(promised, met, today)


@lru_cache(maxsize=_KEPT)
def _promised(rhythm: domain.Rhythm, during: Period, days: WorkingDays) -> Sequence[Expected]:
    """Kept from page to page: it follows from these three alone, and takes long to work out."""
    return tuple(expected(rhythm, during, days))


def _common(one: Period, other: Period) -> Period | None:
    if not one.overlaps(other):
        return None
    starts = [day for day in (one.starts_on, other.starts_on) if day]
    ends = [day for day in (one.ends_on, other.ends_on) if day]
    return Period(max(starts, default=None), min(ends, default=None))
