"""The page of one initiative: what it is, for whom, on what it rests, and how it has gone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import PAPER_ENDINGS, Actor, Request, allowed, page
from samsyn.initiatives.models import EvaluationKind, Initiative, InitiativeKind, Phase
from samsyn.initiatives.queries import course
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web import demands, words
from samsyn.initiatives.web.addresses import (
    body_url,
    initiative_url,
    initiatives_crumbs,
    method_url,
    position_url,
    venue_url,
)
from samsyn.organisation.api import panels_of
from samsyn.pages.api import Crumb, Fact, formats, page_url
from samsyn.sources import api as sources

_ACTIONS = (
    *(rules.DESCRIBE_INITIATIVE, rules.MOVE_INITIATIVE, rules.ADD_RESPONSIBLE, rules.SPLIT_COST),
    *(rules.ADD_FUNDING, rules.ADD_STAFFING, rules.ADD_PARTNER, rules.CHOOSE_AREAS),
    *(rules.ADD_BELONGING, rules.PLAN_EVALUATION, rules.DECIDE_COURSE, rules.CITE_INITIATIVE),
    rules.NOTE_AFTERWARDS,
)
_A_DAY = timedelta(days=1)
_BELONGS_TO = (
    ("agreement", "governance:agreement"),
    ("document", "governance:document"),
    ("forum", "forums:forum"),
    ("assignment", "governance:assignment"),
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One of the five, and whether the initiative is there, has been, or is not yet."""

    label: str
    state: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What the initiative is a part of: its name, where it is, and in what way."""

    row: Any
    name: str
    url: str


@page(rules.READ_INITIATIVE)
def initiative(request: Request, found: Initiative, /) -> HttpResponse:
    actor = request.actor
    may = allowed(actor, found, _ACTIONS)
    row = (
        queries.initiatives(actor).select_related("method", "venue", "predecessor").get(pk=found.pk)
    )
    context = {
        "row": row,
        "lead": _lead(row),
        "phase": words.phase_tag(row, actor),
        "verbs": _verbs(row),
        "may": may,
        "about": list(_about(row)),
        "whom": [Fact(term, text) for term, text in words.whom(row) if text],
        "duties": list(_duties(actor, row)),
        "breadcrumbs": [*initiatives_crumbs(actor, row), Crumb(row.title)],
        **_rests_on(actor, row),
        **_course(actor, row),
        "papers": [
            (ending, reverse(f"initiatives:print-initiative-{ending}", args=[row.pk]))
            for ending in PAPER_ENDINGS
        ],
        "gaps": demands.gaps_of(actor, row),
        "panels": panels_of(actor, found),
    }
    return render(request, "initiatives/initiative.html", context)


def _lead(row: Any) -> str:
    said = [str(InitiativeKind(row.kind_now).label), words.lasts(row), ", ".join(row.focus_areas)]
    return " · ".join(part for part in said if part)


def _verbs(row: Initiative) -> list[Verb]:
    order = Phase.values
    here = order.index(row.phase) if row.phase else -1
    return [
        Verb(
            str(Phase(value).label),
            "here" if place == here else "passed" if place < here else "ahead",
        )
        for place, value in enumerate(order)
    ]


def _about(row: Any) -> Iterator[Fact]:
    yield Fact(_("Vad görs"), row.what)
    yield Fact(_("Syfte"), row.purpose)
    yield Fact(_("Fokusområden"), ", ".join(row.focus_areas))
    if row.method is not None:
        evidence = str(row.method.get_evidence_display())
        yield Fact(_("Metod"), row.method.name, method_url(row.method_id), evidence)
    if row.venue is not None:
        yield Fact(_("Plats"), row.venue.name, venue_url(row.venue_id))


def _duties(actor: Actor, row: Any) -> Iterator[Fact]:
    if row.owner_forum_id is not None:
        url = reverse("forums:forum", args=[row.owner_forum_id])
        yield Fact(_("Ägs av gruppen"), row.owner_forum_name, url)
    if row.owner_id or row.owner_forum_id is None:
        title = row.owner_title or ""
        url = position_url(row.owner_id) if row.owner_id else ""
        yield Fact(_("Ägs av"), title, url)
    yield Fact(_("Tid"), words.lasts(row))
    if row.predecessor is not None:
        yield Fact(_("Efterträder"), row.predecessor.title, initiative_url(row.predecessor_id))
    for later in queries.successors(actor, row.pk):
        yield Fact(_("Efterträds av"), later.title, initiative_url(later.pk))


def _rests_on(actor: Actor, row: Initiative) -> dict[str, Any]:
    """The boards, the money, the posts, and who takes part."""
    boards = list(queries.responsibilities(actor, row.pk))
    for each in boards:
        each.share, each.url = words.percent(each.share_percent), body_url(each.body_id)
        each.may_end = each.ends_on is None or each.ends_on > actor.today
    funding = list(queries.funding(actor, row.pk))
    for each in funding:
        each.told = words.amount(each.amount)
        each.matter_url = (
            reverse("governance:matter", args=[each.matter_id]) if each.matter_id else ""
        )
    staffing = list(queries.staffing(actor, row.pk))
    for each in staffing:
        each.told, each.about = words.amount(each.posts), _employed(each)
    partners = list(queries.partners(actor, row.pk))
    for each in partners:
        each.url, each.is_now = body_url(each.body_id), actor.today in each.period
    return {
        "boards": boards,
        "funding": funding,
        "staffing": staffing,
        "partners": partners,
        "areas": [each.area.name for each in queries.areas_of(actor, row.pk)],
        "belongings": [_linked(each) for each in queries.belongings(actor, row.pk)],
    }


def _employed(each: Any) -> str:
    """Who employs, in which function and for how long, as far as it is told."""
    lasts = formats.period(each) if each.starts_on or each.ends_on else ""
    title = each.position.title if each.position else ""
    return " · ".join(part for part in (each.body_name, title, lasts) if part)


def _matter_url(each: Any) -> str:
    return page_url("governance:matter", each.matter_id) if each.matter_id else ""


def _linked(each: Any) -> Linked:
    name, route = next((name, route) for name, route in _BELONGS_TO if getattr(each, f"{name}_id"))
    there = getattr(each, name)
    return Linked(each, str(there), reverse(route, args=[there.pk]))


def _course(actor: Actor, row: Initiative) -> dict[str, Any]:
    evaluations = list(course.evaluations(actor, row.pk))
    mine = set(course.evaluable(actor, row.pk))
    for each in evaluations:
        each.may_evaluate = each.pk in mine
        each.is_late = not each.is_done and each.due_on < actor.today
        each.done = formats.short_day(each.done_on) if each.done_on else str(each.done_year or "")
        each.is_three = each.kind == EvaluationKind.AFTER_ACTION
        each.answers = _answers(each)
    decisions = list(course.decisions(actor, row.pk))
    for each in decisions:
        each.facts = list(facts_of_decision(each))
    payers = [_payer(each) for each in decisions if each.budget_owner_id]
    ids = queries.initiative_and_parts(actor, row.pk)
    moves = list(course.moves(actor, row.pk))
    for each in moves:
        each.lacking = demands.named(each.lacked)
    return {
        "moves": moves,
        "evaluations": evaluations,
        "decisions": decisions,
        "payers": payers[:1],
        "sources": sources.sources_of(actor, ids, lambda _citation: ""),
        "cite_url": reverse("initiatives:cite-initiative", args=[row.pk]),
    }


def _payer(each: Any) -> Fact:
    """Who pays by the latest decision that says so, and from when."""
    since = formats.long_day(each.from_on) if each.from_on else ""
    told = _("från %(day)s") % {"day": since} if since else ""
    return Fact(
        _("Betalar enligt beslut"), each.budget_owner_name, body_url(each.budget_owner_id), told
    )


def _answers(each: Any) -> list[Fact]:
    """The three answers right after, those that were given."""
    told = (
        Fact(_("Vad var tänkt"), each.meant),
        Fact(_("Vad hände"), each.happened),
        Fact(_("Nästa gång"), each.next_time),
    )
    return [fact for fact in told if fact.text]


def facts_of_decision(each: Any) -> Iterator[Fact]:
    by = each.body_name or (each.forum.name if each.forum else "")
    day = formats.long_day(each.decided_on) if each.decided_on else str(each.decided_year or "")
    yield Fact(_("Bestämt"), day, _matter_url(each), by)
    if each.from_on:
        yield Fact(_("Gäller från"), formats.long_day(each.from_on))
    if each.until_on:
        yield Fact(_("Till och med"), formats.long_day(each.until_on - _A_DAY))
    yield Fact(_("Varför"), each.why)
    if each.budget_owner_name:
        yield Fact(_("Betalar därefter"), each.budget_owner_name)
    yield Fact(_("Följs upp därefter"), each.then)
