"""The register of consultation rounds, and the page of one with its statements."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Button, Municipality, Request, allowed, page, register_page
from samsyn.governance.models import Consultation, Regard, Statement
from samsyn.governance.queries import consultations as queries
from samsyn.governance.rules import consultations as rules
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, Tag, formats
from samsyn.sources.api import sources_of

_COMPILED, _ALL = "sammanstallda", "alla"
_REGARDS = {Regard.MET: "success", Regard.PARTLY: "warning", Regard.NOT_MET: "danger"}
_MOST_BUTTONS = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement as the page tells of it, and what the reader may do with it."""

    row: Any
    tag: Tag
    may_make: bool
    may_meet: bool


def consultation_url(row: Any) -> str:
    return reverse("governance:consultation", args=[row.pk])


def consultations_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Remisser"), reverse("governance:consultations"))]


def consultation_crumbs(actor: Actor, row: Consultation) -> list[Crumb]:
    return [*consultations_crumbs(actor, row), Crumb(row.title, consultation_url(row))]


def statement_crumbs(actor: Actor, statement: Statement) -> list[Crumb]:
    return consultation_crumbs(actor, statement.consultation)


def state_tag(row: Consultation, actor: Actor) -> Tag:
    if row.compiled_on:
        return Tag(_("sammanställd"), "success")
    if row.answer_by < actor.today:
        return Tag(_("sista dagen har varit"), "warning")
    return Tag(_("ute på remiss"), "info")


def regard_tag(statement: Statement) -> Tag:
    if statement.stated_on is None:
        is_over = statement.consultation.compiled_on is not None
        return Tag(_("inget yttrande") if is_over else _("väntas"), "neutral")
    if not statement.regard:
        return Tag(_("har yttrat sig"), "info")
    regard = Regard(statement.regard)
    return Tag(regard.label, _REGARDS[regard])


def _columns(actor: Actor) -> tuple[Column[Any], ...]:
    return (
        Column(
            "rubrik",
            gettext_lazy("Remiss"),
            lambda row: Cell(row.title, url=consultation_url(row)),
            ("title_key",),
            width=44,
        ),
        Column("laget", gettext_lazy("Läget"), lambda row: Cell(tags=(state_tag(row, actor),))),
        Column("skickad", gettext_lazy("Skickad"), lambda row: Cell(row.sent_on), ("sent_on",)),
        Column("dag", gettext_lazy("Sista dag"), lambda row: Cell(row.answer_by), ("answer_by",)),
        Column(
            "organ", gettext_lazy("Organ"), lambda row: Cell(row.asked), ("asked",), is_number=True
        ),
        Column(
            "svar", gettext_lazy("Yttranden"), lambda row: Cell(row.made), ("made",), is_number=True
        ),
        Column(
            "forum",
            gettext_lazy("Forum"),
            lambda row: Cell(row.forum.name if row.forum else ""),
            width=36,
        ),
    )


def _filters() -> tuple[Filter[Any], ...]:
    return (
        Filter(
            "rubrik",
            gettext_lazy("Rubriken innehåller"),
            lambda rows, said: rows.filter(title__icontains=said),
        ),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            lambda rows, answer: rows.exclude(queries.OPEN) if answer == _COMPILED else rows,
            (
                (_COMPILED, gettext_lazy("bara sammanställda")),
                (_ALL, gettext_lazy("också sammanställda")),
            ),
        ),
    )


@page(rules.READ_CONSULTATIONS)
def consultations(request: Request, _municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    rows = queries.consultations(actor)
    if request.GET.get("visa") not in {_COMPILED, _ALL}:
        rows = rows.filter(queries.OPEN)
    buttons = _ways_to_send(request)
    listing = Listing(
        request.GET,
        rows,
        _columns(actor),
        _("Remisser"),
        default_sort="dag",
        filters=_filters(),
        file_name="remisser",
        empty=Empty(
            _("Här står det som organ har fått att yttra sig över."),
            _("Till exempel utkastet till en ny handlingsplan."),
            str(buttons[0].label) if buttons else "",
            buttons[0].url if buttons else "",
        ),
    )
    lead = _("Det som organ har fått att yttra sig över, och vad som ändrades.")
    return register_page(request, listing, _("Remisser"), lead=lead, buttons=buttons)


def _ways_to_send(request: Request) -> list[Button]:
    """A keeper sends to any body; who leads a forum sends from it."""
    if rules.SEND_CONSULTATION.name in request.permitted_here:
        return [Button(_("Skicka en remiss"), reverse("governance:send-consultation"))]
    led = queries.forums_to_ask_from(request.actor)[:_MOST_BUTTONS]
    return [
        Button(
            _("Skicka en remiss från %(forum)s") % {"forum": forum.name},
            reverse("governance:send-from-forum", args=[forum.pk]),
        )
        for forum in led
    ]


@page(rules.READ_CONSULTATION)
def consultation(request: Request, found: Consultation, /) -> HttpResponse:
    actor = request.actor
    row = queries.consultation(actor, found.pk)
    actions = (rules.CHANGE_CONSULTATION, rules.COMPILE_CONSULTATION, rules.CITE_CONSULTATION)
    may = allowed(actor, found, actions)
    cite_url = reverse("governance:cite-consultation", args=[found.pk])
    context = {
        "row": row,
        "state": state_tag(row, actor),
        "facts": _facts(row),
        "statements": _shown(actor, row, may_meet="compile_consultation" in may),
        "may": may if row.compiled_on is None else frozenset(),
        "sources": sources_of(actor, [row.pk], lambda _citation: ""),
        "cite_url": cite_url if "cite_consultation" in may else "",
        "may_remove": rules.SEND_CONSULTATION.name in request.permitted_here,
        "breadcrumbs": [*consultations_crumbs(actor, row), Crumb(row.title)],
    }
    return render(request, "governance/consultation.html", context)


def _shown(actor: Actor, row: Any, *, may_meet: bool) -> list[Shown]:
    """Who compiles the round also meets its statements: the rules are the same."""
    rows = list(queries.statements(actor, row.pk))
    mine = queries.mine_to_make(actor, row.pk) if row.compiled_on is None else frozenset()
    is_open = row.compiled_on is None
    for each in rows:
        each.consultation = row
    return [
        Shown(
            each,
            regard_tag(each),
            each.pk in mine,
            is_open and may_meet and each.stated_on is not None,
        )
        for each in rows
    ]


def _facts(row: Any) -> list[Fact]:
    forum_url = reverse("forums:forum", args=[row.forum_id]) if row.forum_id else ""
    facts = [
        Fact(_("Från forumet"), row.forum.name if row.forum else "", forum_url),
        Fact(_("Skickad"), formats.long_day(row.sent_on)),
        Fact(_("Sista dag"), formats.long_day(row.answer_by)),
    ]
    if row.compiled_on:
        facts.append(Fact(_("Sammanställd"), formats.long_day(row.compiled_on)))
    return facts
