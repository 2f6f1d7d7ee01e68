"""Every change to what a meeting takes up, and in which order."""

from collections.abc import Sequence

from django.db.models import Q
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.forums import queries
from samsyn.forums.actions.carrying import last_place, take_up
from samsyn.forums.actions.refusals import lock, lock_at_once, refuse_when_recorded
from samsyn.forums.models import AgendaItem, Decision, FollowUp, Forum, ItemState, Meeting
from samsyn.forums.searchable_meetings import show_meeting
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import api as organisation
from samsyn.pages.api import formats


class TooLateToProposeError(RuleBrokenError):
    pass


class AgendaIsSetError(RuleBrokenError):
    pass


class ItemIsNeededError(RuleBrokenError):
    pass


class SameForumError(RuleBrokenError):
    pass


def propose_item(meeting: Meeting, title: str, background: str, *, actor: Actor) -> AgendaItem:
    """Add an item before the time is out; afterwards only those who lead the forum do."""
    refuse_when_over(meeting)
    deadline = meeting.items_by_at
    if deadline is not None and deadline < actor.now:
        told = {"moment": formats.moment(deadline)}
        raise TooLateToProposeError(
            _("Tiden för att föreslå punkter gick ut %(moment)s. Be den som sammankallar.") % told
        )
    name = organisation.queries.name_of_account(actor)
    return _add(meeting, title, background, proposed_by=name)


def refuse_when_over(meeting: Meeting) -> None:
    refuse_when_recorded(meeting)
    if meeting.is_over:
        raise TooLateToProposeError(_("Mötet är redan hållet."))


def add_item(meeting: Meeting, title: str, background: str, *, actor: Actor) -> AgendaItem:
    refuse_when_recorded(meeting)
    return _add(meeting, title, background)


def _add(meeting: Meeting, title: str, background: str, *, proposed_by: str = "") -> AgendaItem:
    with one_change():
        lock(meeting)
        item = AgendaItem.objects.create(
            municipality_id=meeting.municipality_id,
            meeting=meeting,
            ordinal=last_place(meeting) + 1,
            title=guarded_line(title),
            background=guarded(background),
            proposed_by=proposed_by,
        )
        show_meeting(meeting)
    return item


def change_item(item: AgendaItem, title: str, background: str, *, actor: Actor) -> None:
    refuse_when_recorded(item.meeting)
    with one_change():
        item.title, item.background = guarded_line(title), guarded(background)
        item.save(update_fields=["title", "background"])
        show_meeting(item.meeting)


def shift_item(item: AgendaItem, steps: int, *, actor: Actor) -> None:
    """Move an item up (minus) or down the agenda; at its end it stays."""
    with one_change():
        items = _in_order_to_change(item.meeting)
        here = items.index(item)
        there = min(max(here + steps, 0), len(items) - 1)
        items.insert(there, items.pop(here))
        _number(items)


def remove_item(item: AgendaItem, *, actor: Actor) -> None:
    """Take an item off the agenda, unless something would be lost with it."""
    if item.notes:
        raise ItemIsNeededError(_("Det finns anteckningar vid punkten. Ta bort dem först."))
    if item.continues_id is not None:
        raise ItemIsNeededError(
            _("Punkten väntar sedan ett tidigare möte. Behandla den eller bordlägg den igen.")
        )
    with one_change():
        items = _in_order_to_change(item.meeting)
        items.remove(item)
        item.delete()
        _number(items)
        show_meeting(item.meeting)


def _in_order_to_change(meeting: Meeting) -> list[AgendaItem]:
    """The agenda, as long as nothing refers to its numbers."""
    refuse_when_recorded(meeting)
    lock_at_once(meeting)
    at_an_item = Q(meeting=meeting, at_item__isnull=False)
    for kind in (Decision, FollowUp):
        if kind.objects.filter(at_an_item).exists():
            raise AgendaIsSetError(
                _("Ordningen ligger fast: det finns beslut eller uppföljningar vid punkterna.")
            )
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("ordinal", "pk"))


def _number(items: Sequence[AgendaItem]) -> None:
    moved = [item for place, item in enumerate(items, 1) if item.ordinal != place]
    for place, item in enumerate(items, 1):
        item.ordinal = place
    AgendaItem.objects.bulk_update(moved, ["ordinal"])


def treat_item(item: AgendaItem, *, actor: Actor) -> None:
    """Say that the item has been taken up."""
    _settle(item, ItemState.TREATED)


def reopen_item(item: AgendaItem, *, actor: Actor) -> None:
    """Put an item back that was settled by mistake, unless another meeting has taken it up."""
    if AgendaItem.objects.filter(continues=item).exists():
        raise ItemIsNeededError(_("Punkten har redan kommit med på ett annat möte."))
    _settle(item, ItemState.OPEN)


def postpone_item(item: AgendaItem, *, actor: Actor) -> Meeting | None:
    """Put an item off to the forum's next meeting; None if it waits for one to be planned."""
    meeting = item.meeting
    day = max(meeting.meets_on, actor.today)
    following = queries.next_meeting(actor, meeting.forum_id, day, but=meeting.pk)
    _settle(item, ItemState.POSTPONED, at=following)
    return following


def move_item(item: AgendaItem, forum: Forum, *, actor: Actor) -> Meeting | None:
    """Hand an item over to another forum; None if it waits for a meeting to be planned there."""
    if forum.pk == item.meeting.forum_id:
        raise SameForumError(_("Punkten hör redan till det forumet. Bordlägg den i stället."))
    if actor.today not in forum.period:
        raise SameForumError(_("Forumet finns inte i dag. Välj ett annat."))
    following = queries.next_meeting(actor, forum.pk, actor.today)
    _settle(item, ItemState.MOVED, moved_to=forum, at=following)
    return following


def _settle(
    item: AgendaItem,
    state: ItemState,
    *,
    moved_to: Forum | None = None,
    at: Meeting | None = None,
) -> None:
    refuse_when_recorded(item.meeting)
    with one_change():
        item.state, item.moved_to = state, moved_to
        item.save(update_fields=["state", "moved_to"])
        if at is not None:
            lock(at)
            take_up(item, at)
