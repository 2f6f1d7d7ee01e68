"""Every change to forums, meetings and what is left to do."""

from samsyn.forums.actions.agenda import (
    add_item,
    change_item,
    move_item,
    postpone_item,
    propose_item,
    remove_item,
    reopen_item,
    shift_item,
    treat_item,
)
from samsyn.forums.actions.asking import answer, ask_guest, note_attendance
from samsyn.forums.actions.contributions import (
    DraftChangedError,
    contribute,
    refuse_late,
    save_draft,
)
from samsyn.forums.actions.follow_ups import (
    NewTask,
    close_follow_up,
    follow_up,
    give_new_day,
    give_new_owner,
)
from samsyn.forums.actions.meetings import (
    MeetingPlan,
    cancel_meeting,
    change_meeting,
    hold_meeting,
    miss_meeting,
    plan_meeting,
    reflect,
)
from samsyn.forums.actions.minutes import (
    approve_minutes,
    correct_minutes,
    make_minutes,
    take_back_minutes,
)
from samsyn.forums.actions.notes import NotesChangedError, change_decision, decide, write_notes

__all__ = [
    "DraftChangedError",
    "MeetingPlan",
    "NewTask",
    "NotesChangedError",
    "add_item",
    "answer",
    "approve_minutes",
    "ask_guest",
    "cancel_meeting",
    "change_decision",
    "change_item",
    "change_meeting",
    "close_follow_up",
    "contribute",
    "correct_minutes",
    "decide",
    "follow_up",
    "give_new_day",
    "give_new_owner",
    "hold_meeting",
    "make_minutes",
    "miss_meeting",
    "move_item",
    "note_attendance",
    "plan_meeting",
    "postpone_item",
    "propose_item",
    "reflect",
    "refuse_late",
    "remove_item",
    "reopen_item",
    "save_draft",
    "shift_item",
    "take_back_minutes",
    "treat_item",
    "write_notes",
]
