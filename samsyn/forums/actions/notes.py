"""What is written down and decided at a meeting."""

from django.db.models import F, Max
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.forums.actions.refusals import refuse_before, refuse_when_recorded, written
from samsyn.forums.models import AgendaItem, Decision, Forum, Meeting
from samsyn.forums.searchable_meetings import show_meeting
from samsyn.intake.api import LONGEST_TEXT, guarded
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import formats


class NotesChangedError(RuleBrokenError):
    """Someone else wrote meanwhile: `theirs` under `version`."""

    def __init__(self, theirs: str, version: int) -> None:
        super().__init__(_("Någon annan har ändrat anteckningen medan du skrev."))
        self.theirs, self.version = theirs, version


class NoSuchItemError(RuleBrokenError):
    pass


class TooLongError(RuleBrokenError):
    pass


def write_notes(item: AgendaItem, text: str, version: int, *, actor: Actor) -> int:
    """Keep what is written at an item, and return its new version.

    `version` is that of the text it was written from; raises NotesChangedError, with the other's
    text, when there is a newer one.
    """
    refuse_when_recorded(item.meeting)
    kept = guarded(text)
    _refuse_too_long(kept)
    with one_change():
        rows = AgendaItem.objects.filter(pk=item.pk)
        if (
            rows.filter(version=version)
            .exclude(notes=kept)
            .update(notes=kept, version=F("version") + 1)
        ):
            show_meeting(item.meeting)
            return version + 1
    theirs, newest = rows.values_list("notes", "version").get()
    if theirs != kept:
        raise NotesChangedError(theirs, newest)
    return newest


def _refuse_too_long(text: str) -> None:
    if len(text) > LONGEST_TEXT:
        told = {"number": formats.number(len(text)), "most": formats.number(LONGEST_TEXT)}
        raise TooLongError(
            _("Anteckningen är %(number)s tecken. Högst %(most)s får plats: dela upp den.") % told
        )


def decide(meeting: Meeting, text: str, *, at_item: int | None, actor: Actor) -> Decision:
    """Write down a decision under the next number of the forum and the year."""
    refuse_when_recorded(meeting)
    refuse_before(meeting, actor)
    told = written(guarded(text), _("Skriv vad som beslutades."))
    refuse_unknown_item(meeting, at_item)
    with one_change():
        # One at a time, or two decisions would take the same number.
        Forum.objects.select_for_update(no_key=True).get(pk=meeting.forum_id)
        year, number = meeting.meets_on.year, _last_number(meeting) + 1
        decision = Decision.objects.create(
            municipality_id=meeting.municipality_id,
            forum_id=meeting.forum_id,
            meeting=meeting,
            key=free_key(Decision, meeting.municipality_id, f"{meeting.forum.key} {year} {number}"),
            at_item=at_item,
            year=year,
            number=number,
            text=told,
        )
        show_meeting(meeting)
    return decision


def _last_number(meeting: Meeting) -> int:
    made = Decision.objects.filter(forum_id=meeting.forum_id, year=meeting.meets_on.year)
    return made.aggregate(last=Max("number"))["last"] or 0


def refuse_unknown_item(meeting: Meeting, at_item: int | None) -> None:
    if at_item is None:
        return
    if not AgendaItem.objects.filter(meeting=meeting, ordinal=at_item).exists():
        raise NoSuchItemError(_("Punkten finns inte längre på dagordningen."))


def change_decision(decision: Decision, text: str, *, actor: Actor) -> None:
    """Mend the words of a decision; its number stays."""
    refuse_when_recorded(decision.meeting)
    told = written(guarded(text), _("Skriv vad som beslutades."))
    with one_change():
        decision.text = told
        decision.save(update_fields=["text"])
        show_meeting(decision.meeting)
