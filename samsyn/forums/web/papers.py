"""Packs, minutes and minute books as documents, for PDF, Word and e-mail."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.access.api import Actor, Municipality, paper_language
from samsyn.forums import queries
from samsyn.forums.domain.differences import Change, Run
from samsyn.forums.domain.record import Attendee, Occasion, Point, Record, Ruling, Task
from samsyn.forums.models import Forum, Meeting, Minutes, Mode
from samsyn.forums.web.meetings import hours_of
from samsyn.forums.web.minutes import Correction, corrections_of, words_of
from samsyn.pages.api import formats
from samsyn.printing import api as printing
from samsyn.printing.api import Block, Column, Document, Fact, Heading, Paragraph


def pack_paper(actor: Actor, place: Municipality, meeting: Meeting) -> Document:
    """What those who meet read beforehand: the debt first, then the agenda and contributions."""
    pack = queries.pack_of(actor, meeting)
    told = {"forum": pack.occasion.forum, "day": formats.long_day(pack.occasion.meets_on)}
    blocks = [*_debt(pack.debt), *_agenda(pack.points), *_contributions(pack.contributions)]
    return Document(
        title=_("%(forum)s: underlag till mötet %(day)s") % told,
        made_on=actor.today,
        sender=str(place),
        lead=pack.occasion.title,
        facts=tuple(_facts(pack.occasion)),
        blocks=(*blocks, *_awaited(pack.awaited)),
        language=paper_language(),
        footer=pack.occasion.forum,
        has_contents=len(pack.contributions) > 1,
    )


def minutes_paper(actor: Actor, place: Municipality, minutes: Minutes) -> Document:
    """What a meeting is remembered by; marked as a draft until all have approved it."""
    record = queries.recorded(actor, minutes)
    told: dict[str, Any] = {
        "forum": record.occasion.forum,
        "day": formats.long_day(record.occasion.meets_on),
    }
    return Document(
        title=_("%(forum)s: anteckningar från mötet %(day)s") % told,
        made_on=actor.today,
        sender=str(place),
        lead=record.occasion.title,
        facts=tuple(_facts(record.occasion)),
        blocks=(
            *_corrections(minutes, corrections_of(actor, minutes, record)),
            *_record(record),
            *_approvals(actor, minutes),
        ),
        language=paper_language(),
        draft="" if minutes.approved_at else _("Inte justerat"),
        footer=_("%(forum)s, version %(version)d") % (told | {"version": minutes.version}),
    )


def book_paper(
    actor: Actor, place: Municipality, forum: Forum, found: Iterable[Minutes]
) -> Document:
    """All approved minutes of a forum, one after the other."""
    blocks: list[Block] = []
    for minutes in found:
        record = queries.recorded(actor, minutes)
        blocks += [Heading(formats.long_day(record.occasion.meets_on), 1)]
        blocks += [printing.Facts(tuple(_facts(record.occasion))), *_record(record, level=2)]
    return Document(
        title=_("%(forum)s: anteckningar") % {"forum": forum.name},
        made_on=actor.today,
        sender=str(place),
        blocks=tuple(blocks) or (Paragraph(_("Inga anteckningar är justerade.")),),
        language=paper_language(),
        footer=forum.name,
        has_contents=True,
    )


def _facts(occasion: Occasion) -> Iterator[Fact]:
    hours = hours_of(occasion)
    day = formats.weekday_and_day(occasion.meets_on)
    yield Fact(_("Forum"), occasion.forum)
    yield Fact(_("Tid"), f"{day}{f', {hours}' if hours else ''}")
    place = ", ".join(part for part in (occasion.place, str(Mode(occasion.mode).label)) if part)
    yield Fact(_("Plats"), place)
    if occasion.audience:
        yield Fact(_("För"), occasion.audience)


def _debt(debt: Sequence[Task]) -> Iterator[Block]:
    yield Heading(_("Öppet sedan tidigare möten"), 1)
    if not debt:
        yield Paragraph(_("Ingenting är öppet."))
        return
    late = [task for task in debt if task.days_late]
    if late:
        told = ngettext(
            "%(count)d uppföljning är försenad.", "%(count)d uppföljningar är försenade.", len(late)
        )
        yield printing.Callout(told % {"count": len(late)}, tuple(task.what for task in late))
    yield _tasks(_("Uppföljningar som inte är avslutade"), debt)


def _tasks(caption: str, tasks: Sequence[Task]) -> printing.Table:
    columns = (
        Column(_("Vad"), width=46),
        Column(_("Ägs av"), width=34),
        Column(_("Senast"), width=14),
        Column(_("Dagar sen"), is_number=True, width=10),
    )
    rows = tuple(
        (
            task.what,
            ", ".join(part for part in (task.owner, task.body) if part),
            task.due_on.isoformat(),
            str(task.days_late or "–"),
        )
        for task in tasks
    )
    return printing.Table(caption, columns, rows)


def _agenda(points: Sequence[Point]) -> Iterator[Block]:
    yield Heading(_("Dagordning"), 1)
    if not points:
        yield Paragraph(_("Dagordningen är tom."))
    for point in points:
        yield Heading(f"§ {point.ordinal} {point.title}", 2)
        if point.proposed_by:
            yield Paragraph(_("Föreslagen av %(name)s.") % {"name": point.proposed_by})
        yield from printing.paragraphs(point.background)


def _contributions(told: Sequence[Any]) -> Iterator[Block]:
    yield Heading(_("Bidrag"), 1)
    if not told:
        yield Paragraph(_("Ingen har skickat något bidrag."))
    for each in told:
        yield Heading(_role(each) or each.person, 2)
        yield from printing.paragraphs(each.text)


def _awaited(awaited: Sequence[Attendee]) -> Iterator[Block]:
    if awaited:
        yield Heading(_("Har inte bidragit"), 2)
        yield printing.Bullets(tuple(_role(each) or each.person for each in awaited))


def _role(each: Any) -> str:
    return ", ".join(part for part in (each.function, each.body) if part)


def _record(record: Record, level: int = 1) -> Iterator[Block]:
    words = words_of(record)
    if words["present"]:
        yield Heading(_("Närvaro"), level)  # type: ignore[arg-type]
        present = ((str(label).capitalize(), names) for label, names in words["present"])
        yield printing.Facts(tuple(Fact(label, "\n".join(names)) for label, names in present))
    for point, state in words["points"]:
        yield Heading(f"§ {point.ordinal} {point.title}", level)  # type: ignore[arg-type]
        yield from printing.paragraphs(point.notes)
        if state:
            yield Paragraph((printing.Emphasis(state),))
        yield from _came_of(point.rulings, point.tasks)
    yield from _came_of(record.rulings, record.tasks)


def _came_of(rulings: Sequence[Ruling], tasks: Sequence[Task]) -> Iterator[Block]:
    for each in rulings:
        name = _("Beslut %(number)s:") % {"number": each.name}
        yield Paragraph((printing.Strong(name), f" {each.text}"))
    if tasks:
        yield _tasks(_("Ska göras"), tasks)


def _corrections(minutes: Minutes, corrections: Sequence[Correction]) -> Iterator[Block]:
    if not corrections:
        return
    yield printing.Callout(_("Rättad version"), (minutes.why,))
    yield Heading(_("Det här är ändrat"), 1)
    for each in corrections:
        yield Heading(each.place, 2)
        yield Paragraph(tuple(_run(run) for run in each.runs))


def _run(run: Run) -> printing.Run:
    if run.change == Change.INSERTED:
        return printing.Inserted(run.text)
    return printing.Removed(run.text) if run.change == Change.REMOVED else run.text


def _approvals(actor: Actor, minutes: Minutes) -> Iterator[Block]:
    yield Heading(_("Justering"), 1)
    places = [
        printing.Signature(
            each.person.name if each.person else "",
            f"{each.position.title}, {each.body_name}",
            _("justerade %(moment)s") % {"moment": formats.moment(each.approved_at)}
            if each.approved_at
            else "",
        )
        for each in queries.approvals_of(actor, minutes)
    ]
    if places:
        yield printing.Signatures(tuple(places))
