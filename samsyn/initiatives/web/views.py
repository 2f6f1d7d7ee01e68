"""The portfolio seen at once: as a board by phase, along time, and by money and posts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality, Request, page
from samsyn.initiatives.domain.resources import Gathered, gathered
from samsyn.initiatives.models import Phase, Prevention
from samsyn.initiatives.queries import logic
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.queries import resources as money
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web import words
from samsyn.initiatives.web.addresses import initiative_url, initiatives_crumbs
from samsyn.initiatives.web.indicator_words import lights_of
from samsyn.initiatives.web.tabs import tabs
from samsyn.initiatives.web.timeline import drawn
from samsyn.pages.api import Crumb, Tag, formats

_MOST_IN_A_COLUMN = 60


@dataclass(frozen=True, slots=True)
class Card:
    """An initiative on the board: what it is called, who answers, and what presses."""

    title: str
    url: str
    boards: str
    tags: Sequence[Tag]


@dataclass(frozen=True, slots=True)
class Lane:
    """A verb, and the initiatives that are in it; so many more are left out."""

    label: str
    cards: Sequence[Card]
    count: int

    @property
    def left_out(self) -> int:
        return self.count - len(self.cards)


@page(rules.READ_INITIATIVES)
def board(request: Request, _municipality: Municipality, /) -> HttpResponse:
    """What goes on today, by the verb that it is in."""
    actor = request.actor
    area = request.GET.get("omrade", "")
    areas = queries.areas_in_use(actor)
    everything = logic.with_lights(actor, queries.initiatives(actor))
    rows = everything.filter(queries.running(actor))
    if area in areas:
        rows = rows.filter(focus_areas__contains=[area])
    pressing = set(rows.filter(queries.ends_undecided(actor)).values_list("pk", flat=True))
    context = {
        "lanes": _lanes(list(rows), _boards(actor), pressing, actor),
        "areas": [(each, each) for each in areas],
        "area": area if area in areas else "",
        "tabs": tabs("board"),
        "breadcrumbs": [*initiatives_crumbs(actor, None), Crumb(_("Tavla"))],
    }
    return render(request, "initiatives/board.html", context)


def _boards(actor: Actor) -> dict[UUID, list[str]]:
    names: defaultdict[UUID, list[str]] = defaultdict(list)
    for each in queries.answering(actor):
        names[each.initiative_id].append(each.body_name)
    return names


def _lanes(
    rows: Iterable[Any], boards: dict[UUID, list[str]], pressing: set[UUID], actor: Actor
) -> list[Lane]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.phase].append(row)
    named = [(phase.value, str(phase.label)) for phase in Phase]
    if found[""]:
        named.append(("", _("fasen är inte angiven")))
    return [
        Lane(
            label,
            [_card(row, boards, pressing, actor) for row in found[phase][:_MOST_IN_A_COLUMN]],
            len(found[phase]),
        )
        for phase, label in named
    ]


def _card(row: Any, boards: dict[UUID, list[str]], pressing: set[UUID], actor: Actor) -> Card:
    tags = list(lights_of(row))
    if row.pk in pressing:
        day = formats.short_day(row.period.last_day)
        tags.append(Tag(_("slutar %(day)s utan beslut") % {"day": day}, "warning"))
    if row.followed_up_on is not None and row.followed_up_on < actor.today:
        tags.append(Tag(_("försenad uppföljning"), "danger"))
    return Card(row.title, initiative_url(row.pk), ", ".join(boards.get(row.pk, ())), tags)


@page(rules.READ_INITIATIVES)
def timeline(request: Request, _municipality: Municipality, /) -> HttpResponse:
    """When each begins and ends, as far as it is known."""
    actor = request.actor
    rows = list(queries.initiatives(actor))
    known = [row for row in rows if row.starts_on or row.begun_year]
    context = {
        "picture": drawn(known, actor.today),
        "rows": [(row, words.lasts(row), words.phase_tag(row, actor)) for row in known],
        "unknown": [row for row in rows if not (row.starts_on or row.begun_year)],
        "tabs": tabs("timeline"),
        "breadcrumbs": [*initiatives_crumbs(actor, None), Crumb(_("Tidslinje"))],
    }
    return render(request, "initiatives/timeline.html", context)


@dataclass(frozen=True, slots=True)
class Sums:
    """One way to divide what there is, line by line."""

    title: str
    word: str
    lines: Sequence[tuple[str, str, str, str]]


@page(rules.READ_INITIATIVES)
def resources(request: Request, _municipality: Municipality, /) -> HttpResponse:
    """Money and posts of a year: who pays, and what for."""
    actor = request.actor
    years = money.years(actor)
    year = _year(request.GET.get("ar", ""), years, actor)
    rows = money.held(actor, year)
    shown = [
        _sums(_("Vem betalar och anställer"), _("Organ"), money.by_body(actor, year)),
        _sums(_("Efter fördelningen"), _("Nämnd"), money.after_the_split(actor, year)),
        _sums(_("För vilket område"), _("Fokusområde"), gathered(rows, lambda r: r.focus_areas)),
        _sums(
            _("För vem det förebygger"),
            _("Nivå"),
            gathered(rows, lambda r: [str(Prevention(each).label) for each in r.prevention]),
        ),
        _sums(_("Var i kommunen"), _("Del av kommunen"), gathered(rows, lambda r: r.areas)),
    ]
    undated = money.without_year(actor)
    context = {
        "year": year,
        "undated": words.amount(undated.amount) if undated.count else "",
        "undated_count": undated.count,
        "years": [(str(each), str(each)) for each in years],
        "shown": shown,
        "tabs": tabs("resources"),
        "breadcrumbs": [*initiatives_crumbs(actor, None), Crumb(_("Pengar och tjänster"))],
    }
    return render(request, "initiatives/resources.html", context)


def _year(said: str, years: Sequence[int], actor: Actor) -> int:
    if said.isascii() and said.isdigit() and int(said) in years:
        return int(said)
    return years[0] if years else actor.today.year


def _sums(title: str, word: str, lines: Iterable[Gathered]) -> Sums:
    nothing = _("inte angivet")
    return Sums(
        title,
        word,
        [
            (
                line.word or nothing,
                words.amount(line.amount or None),
                words.amount(line.posts or None),
                formats.number(line.count),
            )
            for line in lines
        ],
    )
