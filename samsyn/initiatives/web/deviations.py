"""The register of deviations and obstacles, and the page of one."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.access.api import Actor, Button, Municipality, Request, allowed, page, register_page
from samsyn.initiatives.actions.deviation_routines import open_receipts
from samsyn.initiatives.models import Deviation, DeviationKind, DeviationRoutine, DeviationState
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.rules import deviations as rules
from samsyn.initiatives.web.addresses import body_url, initiative_url, position_url
from samsyn.initiatives.web.deviation_addresses import (
    MONTHS_BACK,
    deviation_url,
    deviations_crumbs,
    first_day,
)
from samsyn.initiatives.web.deviation_words import between, reported_by, tags_of
from samsyn.initiatives.web.deviations_lift import lack_above
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, formats, page_url

NOTHING = (("", ""),)  # a filter without choices would take any words
_CLOSED, _ALL, _OVERDUE, _TO_LIFT = "avslutade", "alla", "forsenade", "dags-att-lyfta"
COUNTED = "raknade"
_WITH_CLOSED = frozenset({_CLOSED, _ALL, COUNTED})
_NONE = "ingen"
_ACTIONS = (
    *(rules.SORT_DEVIATION, rules.NAME_HANDLER, rules.NOTE_ON_DEVIATION),
    *(rules.ANSWER_DEVIATION, rules.LIFT_DEVIATION, rules.CLOSE_DEVIATION),
    *(rules.MASK_DEVIATION, rules.REVOKE_RECEIPT),
)
# A name is taken out of what is closed too, and a receipt that went astray is taken back.
_ALWAYS = frozenset({"mask_deviation", "revoke_receipt"})


def _columns(actor: Actor) -> tuple[Column[Any], ...]:
    return (
        Column(
            "rubrik",
            gettext_lazy("Vad"),
            lambda row: Cell(row.title, url=deviation_url(row)),
            ("title_key",),
            width=44,
        ),
        Column(
            "laget",
            gettext_lazy("Läget"),
            lambda row: Cell(tags=tags_of(row, actor)),
            ("state",),
            width=28,
        ),
        Column("amne", gettext_lazy("Ämne"), lambda row: Cell(row.category), ("category",)),
        Column("parter", gettext_lazy("Mellan"), lambda row: Cell(between(row)), width=36),
        Column(
            "forum",
            gettext_lazy("Forum"),
            lambda row: Cell(row.forum.name if row.forum else ""),
            ("forum__name_key",),
        ),
        Column(
            "handlaggare",
            gettext_lazy("Handläggs av"),
            lambda row: Cell(handled_by(row)),
            ("handler__title_key",),
        ),
        Column(
            "kom", gettext_lazy("Rapporterad"), lambda row: Cell(row.reported_on), ("reported_on",)
        ),
        Column(
            "svar-senast",
            gettext_lazy("Svar senast"),
            lambda row: Cell(row.answer_by),
            ("answer_by",),
        ),
        Column(
            "svar", gettext_lazy("Besvarad"), lambda row: Cell(row.answered_on), ("answered_on",)
        ),
    )


def handled_by(row: Any) -> str:
    """The function, or the group that it has been lifted to."""
    if row.handler is not None:
        return str(row.handler.title)
    return str(row.lifted_to) if row.lifted_to is not None else ""


def _shown(actor: Actor) -> Any:
    def narrow(rows: QuerySet[Any], answer: str) -> QuerySet[Any]:
        if answer == _OVERDUE:
            return rows.filter(queries.overdue(actor.today))
        if answer == _TO_LIFT:
            return rows.filter(queries.to_lift(actor.today))
        if answer == COUNTED:
            return rows.filter(queries.COUNTED)
        return rows.exclude(queries.OPEN) if answer == _CLOSED else rows

    return narrow


def _filters(actor: Actor) -> tuple[Filter[Any], ...]:
    return (*_by_what(actor), *_by_whom(actor), *_by_when(actor))


def _by_what(actor: Actor) -> tuple[Filter[Any], ...]:
    words = queries.categories(actor)
    return (
        Filter(
            "rubrik",
            gettext_lazy("Vad innehåller"),
            lambda rows, said: rows.filter(title__icontains=said),
        ),
        Filter(
            "laget",
            gettext_lazy("Läget"),
            lambda rows, state: rows.filter(state=state),
            tuple(DeviationState.choices),
        ),
        Filter(
            "slag",
            gettext_lazy("Slag"),
            lambda rows, kind: rows.filter(kind=kind),
            tuple(DeviationKind.choices),
        ),
        Filter(
            "amne",
            gettext_lazy("Ämne"),
            lambda rows, word: rows.filter(category__iexact=word),
            tuple((word, word) for word in words) or NOTHING,
        ),
    )


def _by_whom(actor: Actor) -> tuple[Filter[Any], ...]:
    def between_them(rows: QuerySet[Any], pk: str) -> QuerySet[Any]:
        return rows.filter(pk__in=queries.of_party(actor, UUID(pk)))

    def in_forum(rows: QuerySet[Any], pk: str) -> QuerySet[Any]:
        return rows.filter(forum=None) if pk == _NONE else rows.filter(forum=pk)

    nowhere = (_NONE, gettext_lazy("inget forum"))
    return (
        Filter(
            "part",
            gettext_lazy("Part"),
            between_them,
            tuple(queries.parties_in_use(actor)) or NOTHING,
        ),
        Filter("forum", gettext_lazy("Forum"), in_forum, (*queries.forums_in_use(actor), nowhere)),
    )


def _by_when(actor: Actor) -> tuple[Filter[Any], ...]:
    return (
        Filter(
            "ar",
            gettext_lazy("År"),
            lambda rows, year: rows.filter(reported_on__year=int(year)),
            tuple((str(year), str(year)) for year in queries.years(actor)),
        ),
        Filter(
            "manader",
            gettext_lazy("Hur långt tillbaka"),
            lambda rows, months: rows.filter(reported_on__gte=first_day(actor, int(months))),
            tuple((str(each), _months(each)) for each in MONTHS_BACK),
        ),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            _shown(actor),
            (
                (_OVERDUE, gettext_lazy("bara försenade")),
                (_TO_LIFT, gettext_lazy("bara de som är dags att lyfta")),
                (_CLOSED, gettext_lazy("bara avslutade")),
                (_ALL, gettext_lazy("också avslutade")),
                (COUNTED, gettext_lazy("de som räknas i mönster")),
            ),
        ),
    )


def _months(count: int) -> str:
    return ngettext("%(count)d månad", "%(count)d månader", count) % {"count": count}


@page(rules.READ_DEVIATIONS)
def deviations(request: Request, _municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    rows = queries.deviations(actor)
    asked = request.GET
    if asked.get("visa") not in _WITH_CLOSED and asked.get("laget") != DeviationState.CLOSED:
        rows = rows.filter(queries.OPEN)
    new = reverse("initiatives:report-deviation")
    listing = Listing(
        asked,
        rows,
        _columns(actor),
        _("Avvikelser och hinder"),
        default_sort="-kom",
        filters=_filters(actor),
        file_name="avvikelser",
        empty=Empty(
            _("Här står det som inte fungerade mellan er, tills det är besvarat och avslutat."),
            _("Till exempel: skolan fick inte veta att planen var ändrad."),
            _("Rapportera"),
            new,
        ),
    )
    lead = _(
        "Du ser det som du har rapporterat eller har del i. Det handlar aldrig om rätt och fel, "
        "utan om vad som kan bli bättre."
    )
    return register_page(
        request, listing, _("Avvikelser och hinder"), lead=lead, buttons=_buttons(new)
    )


def _buttons(new: str) -> list[Button]:
    more = (
        (_("Mönster"), "patterns"),
        (_("Sammanställning"), "compilation"),
        (_("Rutiner"), "routines"),
    )
    return [
        Button(_("Rapportera"), new),
        *(
            Button(label, reverse(f"initiatives:deviation-{name}"), "secondary")
            for label, name in more
        ),
    ]


@page(rules.READ_DEVIATION)
def deviation(request: Request, found: Deviation, /) -> HttpResponse:
    actor = request.actor
    row = queries.deviations(actor).get(pk=found.pk)
    may = allowed(actor, found, _ACTIONS)
    may = may if row.is_open else may & _ALWAYS
    context = {
        "row": row,
        "tags": tags_of(row, actor),
        "told": list(_told(row)),
        "handling": list(_handling(row, queries.routine_of(actor, row.agreement_id))),
        "same": queries.same_as(actor, row),
        "steps": list(queries.steps(actor, row.pk)),
        "may": may,
        "is_followed": "revoke_receipt" in may and bool(open_receipts(row, actor)),
        "lack": lack_above(actor, row) if "lift_deviation" in may else None,
        "breadcrumbs": [*deviations_crumbs(actor, row), Crumb(row.title)],
    }
    return render(request, "initiatives/deviation.html", context)


def _told(row: Any) -> Iterator[Fact]:
    yield Fact(_("Ämne"), row.category)
    for each in row.between:
        yield Fact(_("Part"), each.body_name, body_url(each.body_id))
    if row.forum is not None:
        yield Fact(_("Forum"), row.forum.name, page_url("forums:forum", row.forum_id))
    if row.agreement is not None:
        url = page_url("governance:agreement", row.agreement_id)
        yield Fact(_("Avtal"), str(row.agreement), url)
    if row.initiative is not None:
        yield Fact(_("Insats"), row.initiative.title, initiative_url(row.initiative_id))
    yield Fact(_("Hände"), _day(row.happened_on))
    yield Fact(_("Rapporterad"), _day(row.reported_on), "", reported_by(row))


def _handling(row: Any, routine: DeviationRoutine | None) -> Iterator[Fact]:
    url = position_url(row.handler_id) if row.handler_id else ""
    yield Fact(_("Handläggs av"), row.handler.title if row.handler else "", url)
    if row.lifted_to is not None:
        there = page_url("forums:forum", row.lifted_to_id)
        yield Fact(_("Lyft till"), row.lifted_to.name, there)
    yield Fact(_("Svar senast"), _day(row.answer_by))
    if row.lift_by is not None and row.answered_on is None:
        yield Fact(_("Lyfts om svar saknas"), _day(row.lift_by))
    yield Fact(_("Besvarad"), _day(row.answered_on))
    if row.closed_on is not None:
        yield Fact(_("Avslutad"), _day(row.closed_on), "", str(row.get_ending_display()))
    if routine is not None and routine.how:
        yield Fact(_("Så går det till enligt rutinen"), routine.how)


def _day(day: Any) -> str:
    return formats.long_day(day) if day else ""
