"""The official memo on paper: what is proposed, to whom, and what they have decided."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality, Request, hand_out, page, paper_language
from samsyn.governance.models import Matter
from samsyn.governance.queries import matters as queries
from samsyn.governance.rules.matters import READ_MATTER
from samsyn.governance.web import editions
from samsyn.governance.web.matter import state_of
from samsyn.pages.api import formats
from samsyn.printing import api as printing
from samsyn.printing.api import Block, Document, Fact, Heading


@page(READ_MATTER)
def memo(request: Request, found: Matter, /, ending: str) -> HttpResponse:
    paper = memo_paper(request.actor, request.municipality, found)
    name, action = f"tjansteskrivelse {found.title}", "governance.export_memo"
    return hand_out(request, found, paper, name, ending=ending, action=action)


def memo_paper(actor: Actor, place: Municipality, found: Matter) -> Document:
    steps = list(queries.steps(actor, found.pk))
    return Document(
        title=found.title,
        made_on=actor.today,
        sender=str(place),
        lead=_("Tjänsteskrivelse"),
        facts=tuple(_facts(actor, found, steps)),
        blocks=tuple(_blocks(actor, found, steps)),
        language=paper_language(),
        footer=found.registry_number or found.title,
    )


def _facts(actor: Actor, found: Matter, steps: Sequence[Any]) -> Iterator[Fact]:
    written_by = queries.name_of_body(actor, found.written_by_id)
    day = formats.long_day(found.written_on) if found.written_on else ""
    to = "\n".join(dict.fromkeys(step.named_as or step.body_name for step in steps))
    for term, text in (
        (_("Diarienummer"), found.registry_number),
        (_("Skriven av"), written_by),
        (_("Skriven"), day),
        (_("Till"), to),
    ):
        if text:
            yield Fact(term, text)


def _blocks(actor: Actor, found: Matter, steps: Sequence[Any]) -> Iterator[Block]:
    yield Heading(_("Förslag till beslut"))
    yield from printing.paragraphs(found.proposal or _("Inget förslag är skrivet."))
    yield Heading(_("Ärendebeskrivning"))
    yield from printing.paragraphs(found.statement or _("Ingen beskrivning är skriven."))
    if found.alternatives:
        yield Heading(_("Alternativ som har övervägts"))
        yield from printing.paragraphs(found.alternatives)
    yield from _attached(actor, found)
    if any(step.decided_on or step.signed_on for step in steps):
        yield _decisions(steps)


def _attached(actor: Actor, found: Matter) -> Iterator[Block]:
    files = editions.all_shown(each.edition for each in queries.attachments(actor, found.pk))
    if not files:
        return
    yield Heading(_("Bilagor"))
    told = _("%(name)s, version %(number)s, SHA-256 %(checksum)s")
    yield printing.Bullets(
        tuple(
            told
            % {
                "name": file.edition.file_name,
                "number": file.edition.number,
                "checksum": file.checksum,
            }
            for file in files
        )
    )


def _decisions(steps: Sequence[Any]) -> printing.Table:
    columns = (
        printing.Column(_("Organ"), width=36),
        printing.Column(_("Beslutat"), width=16),
        printing.Column(_("Paragraf"), width=12),
        printing.Column(_("Läget"), width=24),
        printing.Column(_("Undertecknat"), width=16),
    )
    rows = tuple(
        (
            step.body_name or "",
            step.decided_on.isoformat() if step.decided_on else "–",
            step.paragraph or "–",
            str(state_of(step).word),
            step.signed_on.isoformat() if step.signed_on else "–",
        )
        for step in steps
    )
    return printing.Table(_("Vad varje organ har gjort"), columns, rows)
