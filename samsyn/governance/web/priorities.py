"""From analysis to outcome: each area with what led to it and came of it, and the registers."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Actor,
    Button,
    Municipality,
    Request,
    allowed,
    page,
    permitted,
    register_page,
)
from samsyn.governance.models import Assignment, FocusArea, Proposal
from samsyn.governance.queries import priorities as queries
from samsyn.governance.rules import priorities as rules
from samsyn.organisation.api import panels_of
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, Tag, formats
from samsyn.sources import api as sources

_OPEN, _ENDED = "oppna", "avslutade"
_MOST_OF_EACH = 5


def area_url(area: FocusArea) -> str:
    return reverse("governance:area", args=[area.pk])


def proposal_url(proposal: Proposal) -> str:
    return reverse("governance:proposal", args=[proposal.pk])


def assignment_url(assignment: Assignment) -> str:
    return reverse("governance:assignment", args=[assignment.pk])


def priority_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Prioriteringar"), reverse("governance:priorities"))]


def proposals_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    return [
        *priority_crumbs(actor, row),
        Crumb(_("Förslag till nämnderna"), reverse("governance:proposals")),
    ]


def assignments_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    return [
        *priority_crumbs(actor, row),
        Crumb(_("Politiska uppdrag"), reverse("governance:assignments")),
    ]


def area_crumbs(actor: Actor, area: FocusArea) -> list[Crumb]:
    return [*priority_crumbs(actor, area), Crumb(area.name, area_url(area))]


def proposal_crumbs(actor: Actor, proposal: Proposal) -> list[Crumb]:
    return [*proposals_crumbs(actor, proposal), Crumb(proposal.title, proposal_url(proposal))]


def answer_crumbs(actor: Actor, answer: Any) -> list[Crumb]:
    return proposal_crumbs(actor, answer.proposal)


def assignment_crumbs(actor: Actor, assignment: Assignment) -> list[Crumb]:
    here = Crumb(assignment.title, assignment_url(assignment))
    return [*assignments_crumbs(actor, assignment), here]


@page(rules.READ_PRIORITIES)
def priorities(request: Request, municipality: Municipality, /) -> HttpResponse:
    """Every area with its chain, and which of them nothing carries."""
    chains = queries.chains(request.actor)
    for chain in chains:
        chain.shorten(_MOST_OF_EACH)
    context = {
        "chains": chains,
        "lead": _(
            "Från analys till utfall: vad %(place)s arbetar med tillsammans, "
            "vem som valde det och vad det blev av."
        )
        % {"place": municipality},
        "may_choose": rules.CHOOSE_AREA.name in request.permitted_here,
    }
    return render(request, "governance/priorities.html", context)


@page(rules.READ_AREA)
def area(request: Request, found: FocusArea, /) -> HttpResponse:
    chain = queries.chain_of(request.actor, found.pk)
    context = {
        "chain": chain,
        "chosen": chosen_in_words(chain.area),
        "sources": _sources(request.actor, {found.pk: ""}),
        "may_change": bool(permitted(request.actor, found, [rules.CHANGE_AREA])),
        "breadcrumbs": [*priority_crumbs(request.actor, found), Crumb(found.name)],
    }
    return render(request, "governance/area.html", context)


def chosen_in_words(area: FocusArea) -> str:
    """Who chose the area and when, as far as it is known."""
    when = formats.long_day(area.chosen_on) if area.chosen_on else str(area.chosen_year or "")
    if area.chosen_by and when:
        return _("Valt %(when)s av %(who)s.") % {"when": when, "who": area.chosen_by.name}
    if area.chosen_by:
        return _("Valt av %(who)s.") % {"who": area.chosen_by.name}
    return _("Valt %(when)s.") % {"when": when} if when else _("Det står inte vem som valde det.")


def _replies(proposal: Any) -> Cell:
    told = (
        f"{each.body_name}: {each.reply_in_words or _('inget svar')}" for each in proposal.asked
    )
    return Cell("; ".join(told))


PROPOSAL_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "forslag",
        gettext_lazy("Förslag"),
        lambda row: Cell(row.title, url=proposal_url(row)),
        ("title_key",),
        width=44,
    ),
    Column("ar", gettext_lazy("För år"), lambda row: Cell(str(row.year)), ("year",)),
    Column(
        "av",
        gettext_lazy("Från"),
        lambda row: Cell(row.made_by.name if row.made_by else ""),
        width=30,
    ),
    Column("omrade", gettext_lazy("Område"), lambda row: Cell(row.area.name if row.area else "")),
    Column("svar", gettext_lazy("Nämndernas svar"), _replies, width=60),
)


def _year(rows: QuerySet[Any], said: str) -> QuerySet[Any]:
    return rows.filter(year=int(said)) if said.isascii() and said.isdigit() else rows


def _words(rows: QuerySet[Any], said: str) -> QuerySet[Any]:
    return rows.filter(title__icontains=said)


def _unanswered(rows: QuerySet[Any], _answer: str) -> QuerySet[Any]:
    return rows.filter(answers__reply="").distinct()


@page(rules.READ_PRIORITIES)
def proposals(request: Request, municipality: Municipality, /) -> HttpResponse:
    may = rules.MAKE_PROPOSAL.name in request.permitted_here
    new = reverse("governance:make-proposal")
    listing = Listing(
        request.GET,
        queries.proposals(request.actor),
        PROPOSAL_COLUMNS,
        _("Förslag till nämnderna"),
        default_sort="-ar",
        filters=(
            Filter("forslag", gettext_lazy("Förslaget innehåller"), _words),
            Filter("ar", gettext_lazy("För år"), _year),
            Filter(
                "svar",
                gettext_lazy("Svar"),
                _unanswered,
                (("saknas", gettext_lazy("någon nämnd har inte svarat")),),
            ),
        ),
        file_name="forslag",
        empty=Empty(
            _("Här står vad grupperna har föreslagit nämnderna, och vad varje nämnd svarade."),
            _("Till exempel gemensamma prioriteringar för nästa år."),
            _("Lägg till det första förslaget") if may else "",
            new if may else "",
        ),
    )
    buttons = [Button(_("Lägg till förslag"), new)] if may else []
    return register_page(
        request,
        listing,
        _("Förslag till nämnderna"),
        lead=_("En grupp kan bara föreslå: nämnderna beslutar om inriktning (6 kap. 38 § KL)."),
        buttons=buttons,
        above=priority_crumbs(request.actor, municipality),
    )


@page(rules.READ_PROPOSAL)
def proposal(request: Request, found: Proposal, /) -> HttpResponse:
    actor = request.actor
    told = queries.proposals(actor).get(pk=found.pk)
    context = {
        "proposal": told,
        "facts": _facts_of_proposal(told),
        "mandate": _mandate(queries.group_of(actor, told)),
        "given": list(queries.assignments(actor).filter(proposal=found)),
        "sources": _sources(
            actor, {found.pk: "", **{each.pk: each.body_name for each in told.asked}}
        ),
        "may_change": bool(permitted(actor, found, [rules.CHANGE_PROPOSAL])),
        "may_answer": {
            each.pk for each in told.asked if permitted(actor, each, [rules.ANSWER_PROPOSAL])
        },
        "may_give": rules.GIVE_ASSIGNMENT.name in request.permitted_here,
        "breadcrumbs": [*proposals_crumbs(actor, found), Crumb(found.title)],
    }
    return render(request, "governance/proposal.html", context)


def _sources(actor: Actor, about: Mapping[UUID, str]) -> list[Any]:
    return sources.sources_of(actor, list(about), lambda each: about[each.object_id])


def _facts_of_proposal(told: Any) -> list[Fact]:
    by, of = told.made_by, told.area
    made_on = formats.long_day(told.made_on) if told.made_on else ""
    return [
        Fact(_("För år"), str(told.year)),
        Fact(_("Från"), by.name if by else "", reverse("forums:forum", args=[by.pk]) if by else ""),
        Fact(_("Lämnat"), made_on),
        Fact(_("Område"), of.name if of else "", area_url(of) if of else ""),
    ]


def _mandate(group: Any) -> list[Fact]:
    """What the group may decide itself, and what it has to leave to others."""
    if group is None:
        return []
    unwritten = _("Det står inte.")
    return [
        Fact(_("Får besluta själv"), group.decides or unwritten),
        Fact(_("För vidare"), group.refers or unwritten),
    ]


def _owner(row: Assignment) -> str:
    if row.owner is not None:
        return row.owner.title
    return row.owner_forum.name if row.owner_forum else ""


def _state(row: Assignment) -> Cell:
    if row.is_open:
        return Cell(tags=(Tag(_("pågår"), "info"),))
    return Cell(row.get_ended_as_display())


ASSIGNMENT_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "uppdrag",
        gettext_lazy("Uppdraget"),
        lambda row: Cell(row.title, url=assignment_url(row)),
        ("title_key",),
        width=44,
    ),
    Column("ar", gettext_lazy("Från år"), lambda row: Cell(str(row.year)), ("year",)),
    Column("fran", gettext_lazy("Gett av"), lambda row: Cell(row.giver or ""), width=30),
    Column("vem", gettext_lazy("Ansvarar"), lambda row: Cell(_owner(row)), width=30),
    Column(
        "rapport", gettext_lazy("Rapport senast"), lambda row: Cell(row.report_on), ("report_on",)
    ),
    Column("lage", gettext_lazy("Läge"), _state, ("ended_as",)),
)


def _ended(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
    return rows.filter(ended_as="") if answer == _OPEN else rows.exclude(ended_as="")


@page(rules.READ_PRIORITIES)
def assignments(request: Request, municipality: Municipality, /) -> HttpResponse:
    may = rules.GIVE_ASSIGNMENT.name in request.permitted_here
    new = reverse("governance:give-assignment")
    listing = Listing(
        request.GET,
        queries.assignments(request.actor),
        ASSIGNMENT_COLUMNS,
        _("Politiska uppdrag"),
        default_sort="-ar",
        filters=(
            Filter("uppdrag", gettext_lazy("Uppdraget innehåller"), _words),
            Filter("ar", gettext_lazy("Från år"), _year),
            Filter(
                "lage",
                gettext_lazy("Läge"),
                _ended,
                ((_OPEN, gettext_lazy("pågår")), (_ENDED, gettext_lazy("avslutade"))),
            ),
        ),
        file_name="uppdrag",
        empty=Empty(
            _("Här står de uppdrag som har getts, från vilket år, och hur de slutade."),
            _("Till exempel att arbeta för ökad närvaro i skolan."),
            _("Lägg till det första uppdraget") if may else "",
            new if may else "",
        ),
    )
    buttons = [Button(_("Lägg till uppdrag"), new)] if may else []
    above = priority_crumbs(request.actor, municipality)
    return register_page(request, listing, _("Politiska uppdrag"), buttons=buttons, above=above)


@page(rules.READ_ASSIGNMENT)
def assignment(request: Request, found: Assignment, /) -> HttpResponse:
    actor = request.actor
    told = queries.assignments(actor).get(pk=found.pk)
    may = allowed(actor, found, [rules.CHANGE_ASSIGNMENT, rules.END_ASSIGNMENT])
    context = {
        "assignment": told,
        "facts": _facts_of_assignment(told),
        "sources": _sources(actor, {found.pk: ""}),
        "is_late": told.is_open and told.report_on is not None and told.report_on < actor.today,
        "may": may,
        "panels": panels_of(actor, found),
        "breadcrumbs": [*assignments_crumbs(actor, found), Crumb(found.title)],
    }
    return render(request, "governance/assignment.html", context)


def _facts_of_assignment(told: Any) -> list[Fact]:
    of, came_of = told.area, told.proposal
    owner_url = reverse("organisation:position", args=[told.owner_id]) if told.owner_id else ""
    report = formats.long_day(told.report_on) if told.report_on else ""
    return [
        Fact(_("Från år"), str(told.year)),
        Fact(_("Gett av"), told.giver or ""),
        Fact(_("Ansvarar"), _owner(told), owner_url),
        Fact(_("Område"), of.name if of else "", area_url(of) if of else ""),
        Fact(
            _("Kom av förslaget"),
            came_of.title if came_of else "",
            proposal_url(came_of) if came_of else "",
        ),
        Fact(_("Rapport senast"), report),
        Fact(_("Gäller"), formats.period(told)),
    ]
