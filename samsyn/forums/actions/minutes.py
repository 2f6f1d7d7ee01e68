"""Making minutes of what a meeting left, approving them, and correcting what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.access.api import Actor, one_change, person_of_account
from samsyn.forums import queries
from samsyn.forums.actions.refusals import refuse_when_off, written
from samsyn.forums.domain.record import Point, Record, Ruling, to_json
from samsyn.forums.models import (
    AgendaItem,
    Approval,
    Decision,
    ItemState,
    Meeting,
    MeetingState,
    Minutes,
)
from samsyn.forums.searchable_meetings import show_meeting
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import api as organisation
from samsyn.organisation.api import Position


class MeetingNotHeldError(RuleBrokenError):
    pass


class ItemsStillOpenError(RuleBrokenError):
    pass


class NoOneApprovesError(RuleBrokenError):
    pass


class MinutesExistError(RuleBrokenError):
    pass


class AlreadyApprovedError(RuleBrokenError):
    pass


class NothingCorrectedError(RuleBrokenError):
    pass


def make_minutes(meeting: Meeting, approvers: Sequence[Position], *, actor: Actor) -> Minutes:
    """Freeze what stands there, for the functions named to approve; no item may be left open."""
    refuse_when_off(meeting)
    if meeting.state != MeetingState.HELD:
        raise MeetingNotHeldError(_("Ange först att mötet är hållet."))
    if Minutes.objects.filter(meeting=meeting).exists():
        raise MinutesExistError(_("Anteckningarna är redan färdigställda."))
    _refuse_open_items(meeting)
    with one_change():
        return _kept(meeting, queries.record_of(actor, meeting), approvers, 1, "", actor)


def _refuse_open_items(meeting: Meeting) -> None:
    items = AgendaItem.objects.filter(meeting=meeting, state=ItemState.OPEN)
    places = list(items.order_by("ordinal").values_list("ordinal", flat=True))
    if places:
        told = {"places": ", ".join(map(str, places))}
        raise ItemsStillOpenError(
            ngettext(
                "Punkt %(places)s är varken behandlad, bordlagd eller flyttad.",
                "Punkterna %(places)s är varken behandlade, bordlagda eller flyttade.",
                len(places),
            )
            % told
        )


def _kept(
    meeting: Meeting,
    record: Record,
    approvers: Sequence[Position],
    version: int,
    why: str,
    actor: Actor,
) -> Minutes:
    _refuse_vacant(approvers, actor)
    minutes = Minutes.objects.create(
        municipality_id=meeting.municipality_id,
        meeting=meeting,
        version=version,
        content=to_json(record),
        why=why,
        made_at=actor.now,
        made_by_id=actor.account_id,
    )
    Approval.objects.bulk_create(
        Approval(municipality_id=meeting.municipality_id, minutes=minutes, position=each)
        for each in dict.fromkeys(approvers)
    )
    return minutes


def _refuse_vacant(approvers: Sequence[Position], actor: Actor) -> None:
    if not approvers:
        raise NoOneApprovesError(_("Välj vem som ska justera anteckningarna."))
    rows = Position.objects.filter(pk__in=[each.pk for each in approvers])
    vacant = organisation.queries.vacant(rows, actor.today).order_by("title_key").first()
    if vacant is not None:
        told = {"function": vacant.title}
        raise NoOneApprovesError(
            _("Funktionen %(function)s är vakant. Välj någon annan som justerar.") % told
        )


def take_back_minutes(meeting: Meeting, *, actor: Actor) -> None:
    """Undo minutes that nobody has approved, so that what they tell of can be changed."""
    newest = queries.newest_version(actor, meeting.pk)
    if newest is None:
        raise MinutesExistError(_("Anteckningarna är inte färdigställda."))
    with one_change():
        _lock(newest)
        approvals = Approval.objects.filter(minutes=newest)
        if newest.version > 1 or approvals.filter(approved_at__isnull=False).exists():
            raise AlreadyApprovedError(_("Någon har redan justerat. Rätta dem i stället."))
        approvals.delete()
        newest.delete()


def approve_minutes(approval: Approval, *, actor: Actor) -> None:
    """Approve by one's function; when all have, the minutes change no more."""
    minutes = approval.minutes
    with one_change():
        # Two who approve at once are taken one after the other, or neither would be the last.
        _lock(minutes)
        approval.refresh_from_db()
        _refuse_approved(approval)
        approval.approved_at, approval.person_id = actor.now, person_of_account(actor)
        approval.save(update_fields=["approved_at", "person"])
        if not Approval.objects.filter(minutes=minutes, approved_at__isnull=True).exists():
            minutes.approved_at = actor.now
            minutes.save(update_fields=["approved_at"])


def _lock(minutes: Minutes) -> None:
    Minutes.objects.select_for_update(no_key=True).get(pk=minutes.pk)


def _refuse_approved(approval: Approval) -> None:
    if approval.approved_at is not None:
        raise AlreadyApprovedError(_("Du har redan justerat anteckningarna."))
    minutes = approval.minutes
    if Minutes.objects.filter(meeting=minutes.meeting_id, version__gt=minutes.version).exists():
        raise AlreadyApprovedError(_("Det finns en nyare version. Justera den i stället."))


def correct_minutes(
    minutes: Minutes,
    notes: Mapping[int, str],
    rulings: Mapping[str, str],
    why: str,
    *,
    actor: Actor,
) -> Minutes:
    """Make a new version with other words at some items (by place) and decisions (by number).

    It is approved anew by the same functions, and the version before it stays as it was.
    """
    reason = written(guarded(why), _("Skriv varför anteckningarna rättas."))
    before = queries.recorded(actor, minutes)
    record = _corrected(before, notes, rulings)
    if record == before:
        raise NothingCorrectedError(_("Ingenting är ändrat."))
    with one_change():
        _lock(minutes)
        _refuse_superseded(minutes)
        meeting, approvers = minutes.meeting, _approvers(minutes)
        made = _kept(meeting, record, approvers, minutes.version + 1, reason, actor)
        _write_back(meeting, record)
        show_meeting(meeting)
    return made


def _refuse_superseded(minutes: Minutes) -> None:
    if Minutes.objects.filter(meeting=minutes.meeting_id, version__gt=minutes.version).exists():
        raise MinutesExistError(_("Det finns redan en nyare version. Rätta den i stället."))
    approved = Approval.objects.filter(minutes=minutes, approved_at__isnull=False)
    if minutes.version == 1 and not approved.exists():
        raise MinutesExistError(_("Ingen har justerat än. Ta tillbaka anteckningarna."))


def _approvers(minutes: Minutes) -> list[Position]:
    return [each.position for each in minutes.approvals.select_related("position")]


def _corrected(record: Record, notes: Mapping[int, str], rulings: Mapping[str, str]) -> Record:
    points = tuple(
        replace(
            point,
            notes=guarded(notes.get(point.ordinal, point.notes)),
            rulings=_with(point.rulings, rulings),
        )
        for point in record.points
    )
    return replace(record, points=points, rulings=_with(record.rulings, rulings))


def _with(made: tuple[Ruling, ...], texts: Mapping[str, str]) -> tuple[Ruling, ...]:
    return tuple(
        Ruling(each.name, guarded(texts.get(each.name, each.text)) or each.text) for each in made
    )


def _write_back(meeting: Meeting, record: Record) -> None:
    """Let the meeting say what its newest minutes say."""
    items = {each.ordinal: each for each in AgendaItem.objects.filter(meeting=meeting)}
    for point in record.points:
        _write_item(items.get(point.ordinal), point)
    texts = {each.name: each.text for each in all_rulings(record)}
    for decision in Decision.objects.filter(meeting=meeting):
        if texts.get(decision.name, decision.text) != decision.text:
            decision.text = texts[decision.name]
            decision.save(update_fields=["text"])


def all_rulings(record: Record) -> list[Ruling]:
    return [*(each for point in record.points for each in point.rulings), *record.rulings]


def _write_item(item: AgendaItem | None, point: Point) -> None:
    if item is not None and item.notes != point.notes:
        item.notes = point.notes
        item.version += 1
        item.save(update_fields=["notes", "version"])
