"""What of initiatives, methods and venues the search finds."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, within
from samsyn.initiatives.models import (
    Evaluation,
    Initiative,
    InitiativeDecision,
    Method,
    Service,
    Venue,
)
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE, READ_METHOD, READ_VENUE
from samsyn.search import api as search

INITIATIVE, METHOD = "initiatives.initiative", "initiatives.method"
VENUE = "initiatives.venue"


def register() -> None:
    search.register(INITIATIVE, _("Insats"), READ_INITIATIVE, "initiatives:initiative")
    search.register(METHOD, _("Metod"), READ_METHOD, "initiatives:method")
    search.register(VENUE, _("Plats"), READ_VENUE, "initiatives:venue")


def show_initiatives(ids: Collection[UUID], *, actor: Actor) -> None:
    """Let them be found, also by what following them up taught and why something was decided."""
    learnt: defaultdict[UUID, list[str]] = defaultdict(list)
    for of, *texts in (
        within(Evaluation, actor)
        .filter(initiative__in=ids)
        .values_list(*("initiative_id", "result", "lessons", "meant", "happened", "next_time"))
    ):
        learnt[of] += texts
    for of, *texts in (
        within(InitiativeDecision, actor)
        .filter(initiative__in=ids)
        .values_list("initiative_id", "why", "then")
    ):
        learnt[of] += texts
    rows = within(Initiative, actor).filter(pk__in=ids)
    search.index_many(_initiative(each, learnt[each.pk]) for each in rows)


def show_methods(ids: Collection[UUID], *, actor: Actor) -> None:
    rows = within(Method, actor).filter(pk__in=ids)
    search.index_many(
        search.Draft(
            METHOD, each.pk, each.municipality_id, each.name, "", _words((each.what, each.licence))
        )
        for each in rows
    )


def show_venues(ids: Collection[UUID], *, actor: Actor) -> None:
    offered: defaultdict[UUID, list[str]] = defaultdict(list)
    rows = within(Service, actor).filter(venue__in=ids).values_list("venue_id", "what")
    for venue, what in rows:
        offered[venue].append(what)
    search.index_many(
        search.Draft(
            VENUE,
            each.pk,
            each.municipality_id,
            each.name,
            each.address,
            _words((each.what, *offered[each.pk])),
        )
        for each in within(Venue, actor).filter(pk__in=ids)
    )


def _initiative(row: Initiative, learnt: Iterable[str]) -> search.Draft:
    words = _words((row.what, row.purpose, row.target_group, *row.focus_areas, *learnt))
    kind = str(row.get_kind_display())
    return search.Draft(INITIATIVE, row.pk, row.municipality_id, row.title, kind, words)


def _words(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
