"""Everything that is wrong with agreements and documents, in one list."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Municipality, Request, page, trace_export
from samsyn.governance.domain.alarms import AlarmKind
from samsyn.governance.queries.alarms import Warned, alarms
from samsyn.governance.rules.documents import CREATE_DOCUMENT, READ_DOCUMENTS
from samsyn.governance.web import alarm_words as words
from samsyn.governance.web.alarm_words import KINDS, told
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Cell, Column, Crumb, Reckoned, download, page_or_part
from samsyn.pages.listing import EXPORT
from samsyn.pages.paging import Pages

_PAGE_SIZE = 50
_RANKS = {kind: rank for rank, kind in enumerate(AlarmKind)}
_KIND, _OWNER, _BODY, _PAGE = "slag", "agare", "organ", "sida"


_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "varning",
        gettext_lazy("Varning"),
        lambda row: Cell(KINDS[row.alarm.kind][0]),
        width=30,
    ),
    Column("titel", gettext_lazy("Titel"), lambda row: Cell(row.title), width=50),
    Column("slag", gettext_lazy("Slag"), lambda row: Cell(words.kind(row))),
    Column(
        "mening",
        gettext_lazy("Vad som är fel"),
        lambda row: Cell(words.sentence(row)),
        width=60,
    ),
    Column("agare", gettext_lazy("Ägare"), lambda row: Cell(words.owner(row)), width=36),
    Column("sedan", gettext_lazy("Sedan"), lambda row: Cell(words.since(row))),
)


@dataclass(frozen=True, slots=True)
class Question:
    """A way to narrow the list: what it is called, and what may be answered."""

    key: str
    label: str
    answer: str
    choices: Sequence[tuple[str, Any]]


@page(READ_DOCUMENTS)
def all_alarms(request: Request, municipality: Municipality, /) -> HttpResponse:
    del municipality
    everything = alarms(request.actor)
    questions = _questions(request, everything)
    answers = {each.key: each.answer for each in questions if each.answer}
    found = sorted((each for each in everything if _fits(each, answers)), key=_order)
    pages = Pages.of(
        len(found),
        _PAGE_SIZE,
        request.GET.get(_PAGE, ""),
        lambda number: f"?{urlencode({**answers, _PAGE: number})}",
    )
    taken = Reckoned(request.GET.get(EXPORT, ""), found, _COLUMNS, "varningar", answers)
    trace_export(request, taken)
    if taken.export:
        return download(taken)
    context = {
        "export_urls": taken.export_urls,
        "questions": questions,
        "answers": answers,
        "total": len(everything),
        "kinds": _counted(everything),
        "rows": [told(each) for each in found[pages.first_row : pages.end_row]],
        "pages": pages,
        "breadcrumbs": [Crumb(_("Varningar"))],
    }
    return render(request, "governance/alarms.html", context)


@page(CREATE_DOCUMENT)
def counted_alarms(request: Request, municipality: Municipality, /) -> HttpResponse:
    """How many there are of each kind, for the day of those who keep everything."""
    del municipality
    everything = alarms(request.actor)
    context = {"total": len(everything), "kinds": _counted(everything)}
    return page_or_part(
        request,
        "governance/counted_alarms.html",
        part="governance/_counted_alarms.html",
        context=context,
    )


def _order(warned: Warned) -> tuple[int, bool, Any, str, UUID]:
    """The gravest kind first, and of each kind what has been wrong the longest."""
    since = warned.alarm.since
    return (
        _RANKS[warned.alarm.kind],
        since is None,
        since or "",
        warned.title.casefold(),
        warned.pk,
    )


def _counted(everything: Sequence[Warned]) -> list[tuple[Any, str, int, str]]:
    """How many there are of each kind, and the way to them."""
    found = Counter(each.alarm.kind for each in everything)
    return [
        (word, color, found[kind], f"{reverse('governance:alarms')}?{_KIND}={kind.value}")
        for kind, (word, color) in KINDS.items()
        if found[kind]
    ]


def _fits(warned: Warned, answers: dict[str, str]) -> bool:
    owners = {str(warned.owner_id), str(warned.owner_forum_id)}
    return (
        answers.get(_KIND, warned.alarm.kind.value) == warned.alarm.kind.value
        and (_OWNER not in answers or answers[_OWNER] in owners)
        and (_BODY not in answers or UUID(answers[_BODY]) in warned.bodies)
    )


def _questions(request: Request, everything: Sequence[Warned]) -> list[Question]:
    kinds = {each.alarm.kind for each in everything}
    bodies = organisation.names_of_some_bodies(
        request.actor, list({pk for each in everything for pk in each.bodies})
    )
    named = [(str(pk), name) for pk, name in bodies.items()]
    asked = (
        (
            _KIND,
            _("Slag"),
            [(kind.value, word) for kind, (word, _c) in KINDS.items() if kind in kinds],
        ),
        (_OWNER, _("Ägare"), sorted(set(_owners(everything)), key=_by_name)),
        (_BODY, _("Organ"), sorted(named, key=_by_name)),
    )
    return [
        Question(key, label, _understood(request.GET.get(key, ""), choices), choices)
        for key, label, choices in asked
    ]


def _by_name(choice: tuple[str, Any]) -> str:
    return str(choice[1]).casefold()


def _owners(everything: Sequence[Warned]) -> Iterator[tuple[str, str]]:
    for each in everything:
        if each.owner_id:
            yield str(each.owner_id), each.owner
        if each.owner_forum_id:
            yield str(each.owner_forum_id), each.owner_forum


def _understood(answer: str, choices: Sequence[tuple[str, Any]]) -> str:
    """An answer that is not among the choices is ignored."""
    return answer if answer in {value for value, _label in choices} else ""
