"""The register of what audits have recommended, and the page of one."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from samsyn.access.api import Actor, Button, Municipality, Request, allowed, page, register_page
from samsyn.governance.domain.recommending import Standing, is_overdue
from samsyn.governance.models import Recommendation
from samsyn.governance.queries import recommendations as queries
from samsyn.governance.rules import risks as rules
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, Tag, formats
from samsyn.sources.api import sources_of

_LONGEST, _LONGEST_IN_LIST = 160, 90
_OVERDUE = "forsenade"
_BY_DAY = ("given_on", "number", "body_key")
STANDINGS: Mapping[Standing, tuple[Promise, str]] = {
    Standing.UNANSWERED: (pgettext_lazy("rekommendation", "obesvarad"), "danger"),
    Standing.ANSWERED: (pgettext_lazy("rekommendation", "besvarad"), "info"),
    Standing.UNDER_WAY: (pgettext_lazy("rekommendation", "pågår"), "warning"),
    Standing.DONE: (pgettext_lazy("rekommendation", "genomförd"), "success"),
    Standing.REJECTED: (pgettext_lazy("rekommendation", "avvisad"), "neutral"),
}
_ACTIONS = (
    rules.CHANGE_RECOMMENDATION,
    rules.ANSWER_RECOMMENDATION,
    rules.ACT_ON_RECOMMENDATION,
    rules.CLOSE_RECOMMENDATION,
    rules.CITE_RECOMMENDATION,
)


def recommendation_url(row: Any) -> str:
    return reverse("governance:recommendation", args=[row.pk])


def recommendations_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Rekommendationer"), reverse("governance:recommendations"))]


def recommendation_crumbs(actor: Actor, row: Recommendation) -> list[Crumb]:
    return [*recommendations_crumbs(actor, row), Crumb(name_of(row), recommendation_url(row))]


def name_of(row: Recommendation) -> str:
    """Its number and how it begins: some are as long as a page."""
    return Truncator(str(row)).chars(_LONGEST)


def _short(row: Recommendation) -> str:
    return Truncator(str(row)).chars(_LONGEST_IN_LIST)


def audit_of(row: Any) -> str:
    return str(row.audit or row.record)


def tags_of(row: Any, actor: Actor) -> tuple[Tag, ...]:
    word, color = STANDINGS[queries.standing_of(row)]
    told = Tag(word, color)
    is_late = is_overdue(row.due_on, row.closed_on, actor.today)
    return (told, Tag(_("försenad"), "danger")) if is_late else (told,)


def _columns(actor: Actor) -> tuple[Column[Any], ...]:
    return (
        Column(
            "vad",
            gettext_lazy("Rekommendation"),
            lambda row: Cell(_short(row), url=recommendation_url(row)),
            ("number", "text", "body_key"),
            width=60,
        ),
        Column("laget", gettext_lazy("Läget"), lambda row: Cell(tags=tags_of(row, actor))),
        Column("till", gettext_lazy("Till"), lambda row: Cell(row.body_name), ("body_key",)),
        Column("given", gettext_lazy("Gavs"), lambda row: Cell(row.given_on), _BY_DAY),
        Column("dag", gettext_lazy("Klar senast"), lambda row: Cell(row.due_on), ("due_on",)),
        Column(
            "agare",
            gettext_lazy("Ägare"),
            lambda row: Cell(row.owner.title if row.owner else ""),
            ("owner__title_key",),
        ),
        Column("granskning", gettext_lazy("Granskning"), lambda row: Cell(audit_of(row)), width=40),
    )


def _shown(actor: Actor) -> Any:
    def narrow(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        if answer == _OVERDUE:
            return rows.filter(queries.overdue(actor.today))
        return rows.filter(queries.that_are(Standing(answer)))

    return narrow


def _filters(actor: Actor) -> tuple[Filter[Any], ...]:
    asked = queries.recommendations(actor).order_by().values("body_id")
    bodies = organisation.bodies(actor).filter(pk__in=asked).values_list("pk", "name")
    return (
        Filter(
            "ord",
            gettext_lazy("Innehåller"),
            lambda rows, said: rows.filter(text__icontains=said),
        ),
        Filter(
            "organ",
            gettext_lazy("Till"),
            lambda rows, pk: rows.filter(body_id=pk),
            tuple((str(pk), name) for pk, name in bodies),
        ),
        Filter(
            "laget",
            gettext_lazy("Läget"),
            _shown(actor),
            (
                (_OVERDUE, gettext_lazy("försenad")),
                *((state.value, word) for state, (word, _color) in STANDINGS.items()),
            ),
        ),
    )


@page(rules.READ_RECOMMENDATIONS)
def recommendations(request: Request, _municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    may_add = rules.ADD_RECOMMENDATION.name in request.permitted_here
    new = reverse("governance:add-recommendation")
    listing = Listing(
        request.GET,
        queries.recommendations(actor),
        _columns(actor),
        _("Rekommendationer"),
        default_sort="given",
        filters=_filters(actor),
        file_name="rekommendationer",
        empty=Empty(
            _("Här står vad granskningar har rekommenderat, och vad det blev av det."),
            _("Till exempel: säkerställ att samverkan följs upp."),
            _("Lägg till den första") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _("Vad granskningar har rekommenderat, vad varje nämnd svarade och vad som är gjort.")
    buttons = [Button(_("Lägg till"), new)] if may_add else []
    return register_page(request, listing, _("Rekommendationer"), lead=lead, buttons=buttons)


@page(rules.READ_RECOMMENDATION)
def recommendation(request: Request, found: Recommendation, /) -> HttpResponse:
    actor = request.actor
    row = queries.recommendations(actor).get(pk=found.pk)
    may = allowed(actor, found, _ACTIONS)
    cite = reverse("governance:cite-recommendation", args=[row.pk])
    context = {
        "row": row,
        "title": name_of(row),
        "states": tags_of(row, actor),
        "facts": _facts(row),
        "done": _done(row),
        "may": may if row.closed_on is None else may & {"cite_recommendation"},
        "sources": sources_of(actor, [row.pk], lambda _citation: ""),
        "cite_url": cite if "cite_recommendation" in may else "",
        "may_remove": rules.ADD_RECOMMENDATION.name in request.permitted_here,
        "breadcrumbs": [*recommendations_crumbs(actor, row), Crumb(name_of(row))],
    }
    return render(request, "governance/recommendation.html", context)


def _facts(row: Any) -> list[Fact]:
    record = row.record
    record_url = reverse("sources:document", args=[record.pk]) if record else ""
    return [
        Fact(_("Granskning"), audit_of(row), record_url),
        Fact(_("Nummer"), row.number),
        Fact(_("Till"), row.body_name, reverse("organisation:body", args=[row.body_id])),
        Fact(_("Gavs"), formats.long_day(row.given_on)),
    ]


def _done(row: Any) -> list[Fact]:
    owner_url = reverse("organisation:position", args=[row.owner_id]) if row.owner_id else ""
    facts = [
        Fact(_("Ägare"), row.owner.title if row.owner else _("utan ägare"), owner_url),
        Fact(_("Klar senast"), formats.long_day(row.due_on) if row.due_on else ""),
    ]
    if row.closed_on:
        facts += [
            Fact(_("Avslutad"), formats.long_day(row.closed_on)),
            Fact(_("Avslutad av"), row.closed_by.title),
        ]
    return facts
