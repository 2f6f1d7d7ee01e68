"""The final report of an initiative on paper: what it was for, what was done, what came of it."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Request, hand_out, page, paper_language
from samsyn.initiatives.models import ActivityKind, ClaimLevel, Initiative, LogicKind
from samsyn.initiatives.queries import activities, course, logic
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.queries.cells import period_of, points_of
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web import indicator_words, words
from samsyn.initiatives.web.initiative import facts_of_decision
from samsyn.pages.api import formats
from samsyn.printing import api as printing
from samsyn.printing.api import (
    Block,
    Bullets,
    Column,
    Document,
    Emphasis,
    Fact,
    Facts,
    Heading,
    Paragraph,
    Strong,
    Table,
)

_EMPTY = "–"


@page(rules.READ_INITIATIVE)
def final_report(request: Request, found: Initiative, /, ending: str) -> HttpResponse:
    paper = final_paper(request.actor, found.pk)
    name, action = f"slutrapport {found.title}", "initiatives.export_initiative"
    return hand_out(request, found, paper, name, ending=ending, action=action)


def final_paper(actor: Actor, initiative_id: UUID) -> Document:
    """Marked as a draft as long as the initiative goes on."""
    row = queries.initiatives(actor).select_related("method", "municipality").get(pk=initiative_id)
    is_over = row.ends_on is not None and row.ends_on <= actor.today
    return Document(
        title=_("Slutrapport: %(title)s") % {"title": row.title},
        made_on=actor.today,
        sender=str(row.municipality),
        facts=tuple(Fact(term, text) for term, text in _facts(actor, row) if text),
        blocks=tuple(_blocks(actor, row)),
        language=paper_language(),
        draft="" if is_over else _("Insatsen pågår"),
        footer=row.title,
    )


def _facts(actor: Actor, row: Any) -> Iterator[tuple[str, str]]:
    boards = (each.body_name for each in queries.responsibilities(actor, row.pk))
    yield _("Tid"), words.lasts(row)
    yield _("Ansvarar"), ", ".join(dict.fromkeys(boards))
    yield _("Ägs av"), row.owner_title or row.owner_forum_name or ""
    yield _("Metod"), row.method.name if row.method else ""
    yield from words.whom(row)


def _blocks(actor: Actor, row: Any) -> Iterator[Block]:
    for title, blocks in (
        (_("Vad och varför"), _aim(row)),
        (_("Hur den är tänkt att fungera"), _chain(actor, row)),
        (_("Vad som har gjorts"), _done(actor, row)),
        (_("Vad den mäts med"), _measured(actor, row)),
        (_("Pengar"), _money(actor, row)),
        (_("Vad som sägs om resultatet"), _said(actor, row)),
        (_("Uppföljningar"), _followed_up(actor, row)),
        (_("Vad som har bestämts"), _decided(actor, row)),
    ):
        told = list(blocks)
        yield Heading(title, 1)
        yield from told or [Paragraph(_("Inget är skrivet."))]


def _aim(row: Any) -> Iterator[Block]:
    yield from printing.paragraphs(row.what)
    yield from printing.paragraphs(row.purpose)


def _chain(actor: Actor, row: Any) -> Iterator[Block]:
    steps = list(logic.steps(actor, row.pk))
    for kind in LogicKind:
        texts = tuple(each.text for each in steps if each.kind == kind)
        if texts:
            yield Paragraph((Strong(capfirst(str(kind.label))),))
            yield Bullets(texts)


def _done(actor: Actor, row: Any) -> Iterator[Block]:
    """Year by year; small groups of children are no more than "at least"."""
    done = activities.done_by_year(actor, row.pk)
    if not done:
        return
    columns = (
        *(Column(_("År")), Column(_("Slag"))),
        *(Column(each, is_number=True) for each in (_("Gånger"), _("Klasser"), _("Deltog"))),
    )
    rows = tuple((str(year), *_cells_of(each)) for year, each in done)
    yield Table(_("Aktiviteter per år"), columns, rows)
    yield Paragraph((Emphasis(_("Färre än fem barn räknas inte ut.")),))


def _cells_of(done: activities.Done) -> tuple[str, str, str, str]:
    came = formats.number(done.came) if done.came else _EMPTY
    at_least = _("minst %(number)s") % {"number": came}
    return (
        str(ActivityKind(done.kind).label),
        formats.number(done.times),
        formats.number(done.classes) if done.classes else _EMPTY,
        at_least if done.is_at_least else came,
    )


def _measured(actor: Actor, row: Any) -> Iterator[Block]:
    for measure, indicator in logic.measures(actor, row.pk):
        yield Heading(indicator.name, 2)
        yield Paragraph((Emphasis(capfirst(str(measure.get_use_display()))),))
        yield from _figures(indicator)
        for light in indicator.latest_lights:
            judged = str(indicator_words.light_tag(light.colour).word)
            yield Paragraph((Strong(capfirst(judged)), f" {light.why}"))


def _figures(indicator: Any) -> Iterator[Block]:
    """The totals as they may be shown, the first of them first."""
    points = points_of(indicator)[::-1]
    if not points:
        yield Paragraph(_("Inga värden är inskrivna."))
        return
    columns = (Column(_("Period")), Column(_("Värde"), is_number=True))
    rows = tuple(
        (indicator_words.span(period_of(each)), _figure(indicator, each)) for each in points
    )
    yield Table(indicator.name, columns, rows)


def _figure(indicator: Any, point: Any) -> str:
    shown = indicator_words.figure(indicator.measure, point.cell, is_about=point.is_about)
    return shown or _EMPTY


def _money(actor: Actor, row: Any) -> Iterator[Block]:
    rows = list(queries.funding(actor, row.pk))
    if not rows:
        if row.has_no_means:
            yield Paragraph(_("Inga särskilda pengar eller tjänster behövs."))
        return
    columns = (
        *(Column(_("År")), Column(_("Varifrån")), Column(_("Vem betalar"))),
        Column(_("Kronor"), is_number=True),
    )
    told = (
        (str(each.year or _EMPTY), each.origin, each.body_name or _EMPTY, each) for each in rows
    )
    cells = tuple((*first, words.amount(each.amount)) for *first, each in told)
    yield Table(_("Pengar"), columns, cells)


def _said(actor: Actor, row: Any) -> Iterator[Block]:
    """What someone says is told apart: what was measured, and what is a perception."""
    for each in logic.claims(actor, row.pk):
        measured = each.indicator.name if each.indicator else ""
        how = _("mätt: %(by)s") % {"by": measured} if measured else _("upplevelse")
        level = capfirst(str(ClaimLevel(each.level).label))
        yield Paragraph((Strong(f"{level}, {how}. "), each.text))
        by = _joined((each.said_by, formats.long_day(each.said_on) if each.said_on else ""))
        if by:
            yield Paragraph((Emphasis(by),))


def _followed_up(actor: Actor, row: Any) -> Iterator[Block]:
    for each in course.evaluations(actor, row.pk):
        if not each.is_done:
            continue
        day = formats.long_day(each.done_on) if each.done_on else str(each.done_year)
        yield Heading(_joined((capfirst(str(each.get_kind_display())), each.form, day)), 2)
        yield from printing.paragraphs(each.result)
        yield from _told((_("Vad var tänkt"), each.meant), (_("Vad hände"), each.happened))
        yield from _told((_("Nästa gång"), each.next_time), (_("Lärdom"), each.lessons))


def _told(*told: tuple[str, str]) -> Iterator[Block]:
    for term, text in told:
        if text:
            yield Paragraph((Strong(f"{term}: "), text))


def _decided(actor: Actor, row: Any) -> Iterator[Block]:
    for each in course.decisions(actor, row.pk):
        yield Heading(capfirst(str(each.get_course_display())), 2)
        facts = [fact for fact in facts_of_decision(each) if fact.text]
        yield Facts(tuple(Fact(str(fact.term), str(fact.text)) for fact in facts))


def _joined(parts: Iterable[str]) -> str:
    return " · ".join(part for part in parts if part)
