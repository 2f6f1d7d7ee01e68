"""Everything that is wrong with agreements and documents, in one list."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.access.api import Municipality, Request, page
from samsyn.governance.domain.alarms import AlarmKind
from samsyn.governance.queries.alarms import Warned, alarms
from samsyn.governance.rules.documents import READ_DOCUMENTS
from samsyn.governance.web.alarm_words import KINDS, told
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Crumb
from samsyn.pages.paging import Pages

_PAGE_SIZE = 50
_RANKS = {kind: rank for rank, kind in enumerate(AlarmKind)}
_KIND, _OWNER, _BODY, _PAGE = "slag", "agare", "organ", "sida"


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
    context = {
        "questions": questions,
        "answers": answers,
        "total": len(everything),
        "kinds": _counted(everything),
        "rows": [told(each) for each in found[pages.first_row : pages.end_row]],
        "pages": pages,
        "breadcrumbs": [Crumb(_("Varningar"))],
    }
    return render(request, "governance/alarms.html", context)


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
        (word, color, found[kind], f"?{_KIND}={kind.value}")
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
