"""A year of deviations on paper: the counts, and what was changed."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality, Request, hand_out, page, paper_language
from samsyn.initiatives.queries import deviation_counts as counts
from samsyn.initiatives.rules.deviations import READ_DEVIATIONS
from samsyn.initiatives.web.deviation_compilation import (
    Counting,
    asked_year,
    countings,
    facts_of,
)
from samsyn.initiatives.web.deviation_words import between
from samsyn.pages.api import formats
from samsyn.printing import api as printing
from samsyn.printing.api import Block, Column, Document, Fact, Heading, Paragraph, Table


@page(READ_DEVIATIONS)
def compilation(request: Request, municipality: Municipality, /, ending: str) -> HttpResponse:
    year = asked_year(request.actor, request)
    paper = compilation_paper(request.actor, municipality, year)
    name, action = f"avvikelser {year}", "initiatives.export_deviations"
    return hand_out(request, municipality, paper, name, ending=ending, action=action)


def compilation_paper(actor: Actor, place: Municipality, year: int) -> Document:
    """Marked as a draft until the year is over."""
    return Document(
        title=_("Avvikelser och hinder %(year)d") % {"year": year},
        made_on=actor.today,
        sender=str(place),
        facts=tuple(Fact(str(each.term), str(each.text)) for each in facts_of(actor, year)),
        blocks=tuple(_blocks(actor, year)),
        language=paper_language(),
        draft=_("Året är inte slut") if year >= actor.today.year else "",
        footer=_("Avvikelser och hinder %(year)d") % {"year": year},
    )


def _blocks(actor: Actor, year: int) -> Iterator[Block]:
    told = _("Det handlar aldrig om rätt och fel, utan om vad som kan bli bättre.")
    yield Paragraph(told)
    for each in countings(actor, year):
        yield Heading(each.title, 1)
        yield _table(each) if each.lines else Paragraph(_("Inga rapporter."))
    closed = list(counts.closed_in_year(actor, year))
    if closed:
        yield Heading(_("Vad som ändrades"), 1)
    for row in closed:
        yield from _changed(row)


def _table(each: Counting) -> Table:
    columns = (Column(each.of_what), Column(_("Rapporter"), is_number=True))
    rows = tuple((line.name, formats.number(line.count)) for line in each.lines)
    return Table(each.title, columns, rows)


def _changed(row: Any) -> Iterator[Block]:
    yield Heading(row.title, 2)
    told = (row.category, between(row), formats.long_day(row.closed_on))
    yield Paragraph((printing.Emphasis(" · ".join(part for part in told if part)),))
    yield from printing.paragraphs(row.changed)
