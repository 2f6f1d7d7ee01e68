"""What a political meeting has before it, as a page and on paper, made of what is written."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality, Request, hand_out, page, paper_language
from samsyn.governance.carrying import pack_parts
from samsyn.governance.models import Duty
from samsyn.governance.queries.political import Gathered, gathered
from samsyn.governance.queries.priorities import Chain
from samsyn.governance.rules.duties import READ_DUTY
from samsyn.governance.web.alarm_words import told
from samsyn.governance.web.duties import duty_crumbs
from samsyn.governance.web.priorities import chosen_in_words
from samsyn.pages.api import Crumb, formats
from samsyn.printing import api as printing
from samsyn.printing.api import Block, Bullets, Document, Heading


@page(READ_DUTY)
def pack(request: Request, found: Duty, /) -> HttpResponse:
    paper = pack_paper(request.actor, request.municipality, found)
    context = {
        "duty": found,
        # All of it is escaped by the printer.
        "paper": mark_safe(printing.as_html(paper, title_level=2)),  # noqa: S308
        "breadcrumbs": [*duty_crumbs(request.actor, found), Crumb(_("Mötesunderlag"))],
    }
    return render(request, "governance/political_pack.html", context)


@page(READ_DUTY)
def printed(request: Request, found: Duty, /, ending: str) -> HttpResponse:
    paper = pack_paper(request.actor, request.municipality, found)
    name = f"underlag {found.title} {request.actor.today}"
    return hand_out(request, found, paper, name, ending=ending, action="governance.export_pack")


def pack_paper(actor: Actor, place: Municipality, duty: Duty) -> Document:
    return Document(
        title=duty.title,
        made_on=actor.today,
        sender=str(place),
        lead=_("Underlag till mötet, så som det är skrivet %(day)s")
        % {"day": formats.long_day(actor.today)},
        blocks=tuple(_blocks(actor, duty)),
        language=paper_language(),
        footer=duty.title,
    )


def _blocks(actor: Actor, duty: Duty) -> Iterator[Block]:
    found = gathered(actor, duty)
    agenda = [line.strip() for line in duty.agenda.splitlines() if line.strip()]
    if agenda:
        yield Heading(_("Det här ska mötet ta upp"))
        yield printing.Numbered(tuple(agenda))
    yield from _listed(_("Nämnderna har att besluta"), [_decides(row) for row in found.to_decide])
    yield from _listed(_("Förslag som väntar på svar"), [_waits(row) for row in found.waiting])
    yield from _listed(_("Uppdrag, och det senaste årets utfall"), _given(found))
    for title, lines in pack_parts(actor):
        yield from _listed(title, lines)
    yield from _listed(_("Prioriterade områden"), [_area(chain) for chain in found.chains])
    yield from _listed(_("Försenade uppföljningar"), [_owed(row) for row in found.debt])
    yield from _listed(_("Avtal och styrdokument som behöver er"), _warned(found))


def _listed(title: str, lines: list[str]) -> Iterator[Block]:
    yield Heading(title)
    if lines:
        yield Bullets(tuple(lines))
    else:
        yield from printing.paragraphs(_("Inget är antecknat."))


def _decides(step: Any) -> str:
    return f"{step.body_name}: {step.matter.title}"


def _waits(proposal: Any) -> str:
    silent = ", ".join(each.body_name for each in proposal.asked if not each.reply)
    said = {"title": proposal.title, "year": proposal.year, "boards": silent}
    return _("%(title)s, för %(year)s. Inget svar från %(boards)s.") % said


def _given(found: Gathered) -> list[str]:
    return [_assignment(row) for row in found.assignments]


def _assignment(row: Any) -> str:
    if row.is_open:
        return _("%(title)s (%(year)s): pågår") % {"title": row.title, "year": row.year}
    said = {"title": row.title, "how": row.get_ended_as_display(), "result": row.result}
    return _("%(title)s: %(how)s. %(result)s") % said


def _area(chain: Chain) -> str:
    carried = [str(each) for each in (*chain.forums, *chain.agreements, *chain.documents)]
    carried += [each.name for each in chain.initiatives]
    by = ", ".join(carried) or _("ingen")
    said = {"name": chain.area.name, "chosen": chosen_in_words(chain.area), "by": by}
    return _("%(name)s. %(chosen)s Bärs av: %(by)s.") % said


def _owed(row: Any) -> str:
    said = {"what": row.what, "owner": row.owner.title, "day": formats.long_day(row.due_on)}
    return _("%(what)s (%(owner)s, skulle vara klart %(day)s)") % said


def _warned(found: Gathered) -> list[str]:
    """What is wrong with several is said once, for all of them."""
    titles: dict[str, list[str]] = {}
    for each in found.warnings:
        titles.setdefault(str(told(each).sentence), []).append(each.title)
    return [_of_some(sentence, some) for sentence, some in titles.items()]


def _of_some(sentence: str, titles: list[str]) -> str:
    if len(titles) == 1:
        return f"{titles[0]}: {sentence}"
    return f"{sentence.rstrip('.')}: {'; '.join(titles)}."
