"""A compiled consultation round on paper: what each body said, and how it was met."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality, Request, hand_out, page, paper_language
from samsyn.governance.models import Consultation
from samsyn.governance.queries import consultations as queries
from samsyn.governance.rules.consultations import READ_CONSULTATION
from samsyn.governance.web.consultations import regard_tag
from samsyn.pages.api import formats
from samsyn.printing import api as printing
from samsyn.printing.api import Block, Document, Fact, Heading, Paragraph


@page(READ_CONSULTATION)
def compilation(request: Request, found: Consultation, /, ending: str) -> HttpResponse:
    paper = compilation_paper(request.actor, request.municipality, found)
    name, action = f"remiss {found.title}", "governance.export_consultation"
    return hand_out(request, found, paper, name, ending=ending, action=action)


def compilation_paper(actor: Actor, place: Municipality, found: Consultation) -> Document:
    """Marked as a draft until the round is compiled."""
    row = queries.consultation(actor, found.pk)
    return Document(
        title=_("Remiss: %(title)s") % {"title": row.title},
        made_on=actor.today,
        sender=str(place),
        facts=tuple(_facts(row)),
        blocks=tuple(_blocks(actor, row)),
        language=paper_language(),
        draft="" if row.compiled_on else _("Inte sammanställd"),
        footer=row.title,
    )


def _facts(row: Any) -> Iterator[Fact]:
    yield Fact(_("Skickad"), formats.long_day(row.sent_on))
    yield Fact(_("Sista dag"), formats.long_day(row.answer_by))
    if row.forum:
        yield Fact(_("Från forumet"), row.forum.name)
    if row.document:
        name = row.edition.file_name if row.edition else ""
        yield Fact(_("Gäller"), ", ".join(part for part in (row.document.title, name) if part))


def _blocks(actor: Actor, row: Any) -> Iterator[Block]:
    yield Heading(_("Fråga"), 1)
    yield from printing.paragraphs(row.question)
    if row.text:
        yield Heading(_("Text"), 1)
        yield from printing.paragraphs(row.text)
    yield Heading(_("Yttranden"), 1)
    for each in queries.statements(actor, row.pk):
        each.consultation = row
        yield from _statement(each)
    if row.summary:
        yield Heading(_("Vad som ändrades av yttrandena"), 1)
        yield from printing.paragraphs(row.summary)


def _statement(each: Any) -> Iterator[Block]:
    yield Heading(each.body_name, 2)
    word = str(regard_tag(each).word).capitalize()
    day = formats.long_day(each.stated_on) if each.stated_on else ""
    by = each.stated_by.title if each.stated_by else ""
    told = ", ".join(part for part in (word, day, by) if part)
    yield Paragraph((printing.Emphasis(told),))
    yield from printing.paragraphs(each.text)
    for label, text in ((_("Därför att"), each.because), (_("Ändrat"), each.changed)):
        if text:
            yield Paragraph((printing.Strong(f"{label}: "), text))
