"""The register of risks, obstacles and proposals, and the page of one."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from samsyn.access.api import Actor, Button, Municipality, Request, allowed, page, register_page
from samsyn.governance.domain.judging import HIGHEST, Weight, weight
from samsyn.governance.domain.recommending import is_overdue
from samsyn.governance.models import Consequence, Likelihood, Risk, RiskKind
from samsyn.governance.queries import risks as queries
from samsyn.governance.rules import risks as rules
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, Tag, formats
from samsyn.sources.api import sources_of

_CLOSED, _ALL, _OVERDUE = "avslutade", "alla", "forsenade"
WEIGHTS: Mapping[Weight, tuple[Promise, str]] = {
    Weight.LOW: (pgettext_lazy("risk", "låg"), "neutral"),
    Weight.MODERATE: (pgettext_lazy("risk", "måttlig"), "info"),
    Weight.HIGH: (pgettext_lazy("risk", "hög"), "warning"),
    Weight.VERY_HIGH: (pgettext_lazy("risk", "mycket hög"), "danger"),
}
_ACTIONS = (rules.CHANGE_RISK, rules.JUDGE_RISK, rules.CLOSE_RISK, rules.CITE_RISK)


def risk_url(risk: Any) -> str:
    return reverse("governance:risk", args=[risk.pk])


def risks_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Risker och hinder"), reverse("governance:risks"))]


def risk_crumbs(actor: Actor, risk: Risk) -> list[Crumb]:
    return [*risks_crumbs(actor, risk), Crumb(risk.title, risk_url(risk))]


def weight_tag(likelihood: int, consequence: int) -> Tag:
    """The product and its word; the colour says nothing that they do not."""
    word, color = WEIGHTS[weight(likelihood, consequence)]
    told = {"product": likelihood * consequence, "highest": HIGHEST, "word": word}
    return Tag(_("%(product)d av %(highest)d, %(word)s") % told, color)


def state_tag(row: Any, actor: Actor) -> Tag:
    if row.closed_on:
        return Tag(_("avslutad"), "neutral")
    if is_overdue(row.due_on, row.closed_on, actor.today):
        return Tag(_("försenad"), "danger")
    return Tag(_("öppen"), "info")


def _judged(row: Any) -> Cell:
    if row.likelihood is None:
        return Cell()
    return Cell(tags=(weight_tag(row.likelihood, row.consequence),))


def _columns(actor: Actor) -> tuple[Column[Any], ...]:
    return (
        Column(
            "rubrik",
            gettext_lazy("Vad"),
            lambda row: Cell(row.title, url=risk_url(row)),
            ("title_key",),
            width=44,
        ),
        Column("laget", gettext_lazy("Läget"), lambda row: Cell(tags=(state_tag(row, actor),))),
        Column("slag", gettext_lazy("Slag"), lambda row: Cell(row.get_kind_display()), ("kind",)),
        Column("amne", gettext_lazy("Ämne"), lambda row: Cell(row.category), ("category",)),
        Column("bedomd", gettext_lazy("Bedömd risk"), _judged, ("product",)),
        Column("agare", gettext_lazy("Ägare"), _owner, ("owner__title_key",), width=30),
        Column("dag", gettext_lazy("Klar senast"), lambda row: Cell(row.due_on), ("due_on",)),
        Column("mot", gettext_lazy("Riktat till"), lambda row: Cell(towards(row)), width=36),
    )


def _owner(row: Any) -> Cell:
    return Cell(row.owner.title) if row.owner else Cell(tags=(Tag(_("utan ägare"), "danger"),))


def towards(row: Any) -> str:
    """Who is to do something about it, above the one who owns it."""
    if row.towards_agreement:
        return str(row.towards_agreement)
    return row.towards_name or ""


def _shown(actor: Actor) -> Any:
    def narrow(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        if answer == _OVERDUE:
            return rows.filter(queries.overdue(actor.today))
        return rows.exclude(queries.OPEN) if answer == _CLOSED else rows

    return narrow


def _filters(actor: Actor) -> tuple[Filter[Any], ...]:
    words = tuple((word, word) for word in queries.categories(actor))
    return (
        Filter(
            "rubrik",
            gettext_lazy("Vad innehåller"),
            lambda rows, said: rows.filter(title__icontains=said),
        ),
        Filter(
            "slag",
            gettext_lazy("Slag"),
            lambda rows, kind: rows.filter(kind=kind),
            tuple(RiskKind.choices),
        ),
        Filter("amne", gettext_lazy("Ämne"), lambda rows, word: rows.filter(category=word), words),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            _shown(actor),
            (
                (_OVERDUE, gettext_lazy("bara försenade")),
                (_CLOSED, gettext_lazy("bara avslutade")),
                (_ALL, gettext_lazy("också avslutade")),
            ),
        ),
    )


@page(rules.READ_RISKS)
def risks(request: Request, _municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    rows = queries.risks(actor)
    if request.GET.get("visa") not in {_CLOSED, _ALL}:
        rows = rows.filter(queries.OPEN)
    may_add = rules.ADD_RISK.name in request.permitted_here
    new = reverse("governance:add-risk")
    listing = Listing(
        request.GET,
        rows,
        _columns(actor),
        _("Risker och hinder"),
        default_sort="rubrik",
        filters=_filters(actor),
        file_name="risker",
        empty=Empty(
            _("Här står det som hotar eller hindrar samverkan, tills det är avslutat i skrift."),
            _("Till exempel: samverkan stannar av när någon slutar."),
            _("Lägg till det första") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _("Det som hotar eller hindrar samverkan, och förslag till nivån över.")
    buttons = [Button(_("Lägg till"), new)] if may_add else []
    return register_page(request, listing, _("Risker och hinder"), lead=lead, buttons=buttons)


@page(rules.READ_RISK)
def risk(request: Request, found: Risk, /) -> HttpResponse:
    actor = request.actor
    row = queries.risks(actor).get(pk=found.pk)
    may = allowed(actor, found, _ACTIONS)
    context = {
        "row": row,
        "is_risk": row.kind == RiskKind.RISK,
        "state": state_tag(row, actor),
        "weight": weight_tag(row.likelihood, row.consequence) if row.likelihood else None,
        "facts": _facts(row),
        "judgements": [
            (each, weight_tag(each.likelihood, each.consequence), *_words(each))
            for each in queries.judgements(actor, row.pk)
        ],
        "may": may if row.closed_on is None else may & {"cite_risk"},
        "sources": sources_of(actor, [row.pk], lambda _citation: ""),
        "cite_url": reverse("governance:cite-risk", args=[row.pk]) if "cite_risk" in may else "",
        "may_remove": rules.ADD_RISK.name in request.permitted_here,
        "breadcrumbs": [*risks_crumbs(actor, row), Crumb(row.title)],
    }
    return render(request, "governance/risk.html", context)


def _words(judged: Any) -> tuple[str, str]:
    likelihood, consequence = Likelihood(judged.likelihood), Consequence(judged.consequence)
    return (
        f"{likelihood.value} {likelihood.label}",
        f"{consequence.value} {consequence.label}",
    )


def _facts(row: Any) -> list[Fact]:
    owner = row.owner
    owner_url = reverse("organisation:position", args=[owner.pk]) if owner else ""
    body_id = row.towards_body_id
    towards_url = reverse("organisation:body", args=[body_id]) if body_id else ""
    facts = [
        Fact(_("Ämne"), row.category),
        Fact(_("Ägare"), owner.title if owner else _("utan ägare"), owner_url),
        Fact(_("Riktat till"), towards(row), towards_url),
        Fact(_("Upptäckt"), formats.long_day(row.found_on)),
        Fact(_("Klar senast"), formats.long_day(row.due_on) if row.due_on else ""),
    ]
    if row.closed_on:
        facts.append(Fact(_("Avslutad"), formats.long_day(row.closed_on)))
    return facts
