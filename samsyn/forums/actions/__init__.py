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
from samsyn.forums.actions.asking import (
    answer,
    ask_by_seats,
    ask_guest,
    note_attendance,
)
from samsyn.forums.actions.charter import (
    Seating,
    add_rhythm,
    add_seat,
    add_seats,
    add_standing_item,
    change_seat,
    create_forum,
    describe_forum,
    end_forum,
    end_seat,
    mend_lack,
    note_lack,
    remove_rhythm,
    remove_standing_item,
    rename_forum,
)
from samsyn.forums.actions.contributions import (
    DraftChangedError,
    contribute,
    refuse_late,
    save_draft,
)
from samsyn.forums.actions.digests import (
    choose_digest,
)
from samsyn.forums.actions.dispatching import (
    dispatch_minutes,
)
from samsyn.forums.actions.follow_ups import (
    NewTask,
    close_follow_up,
    follow_up,
    give_new_day,
    give_new_owner,
)
from samsyn.forums.actions.hand_overs import (
    accept_hand_over,
    begin_hand_over,
    write_hand_over,
)
from samsyn.forums.actions.links import (
    send_link,
    send_links,
)
from samsyn.forums.actions.materials import (
    About,
    add_material,
    add_version,
    describe_material,
    retire_material,
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
from samsyn.forums.actions.notes import (
    NotesChangedError,
    change_decision,
    decide,
    write_notes,
)
from samsyn.forums.actions.packing import (
    send_pack,
)
from samsyn.forums.actions.school_terms import (
    add_school_term,
    change_school_term,
    remove_school_term,
)
from samsyn.forums.actions.summoning import (
    summon,
)
from samsyn.forums.actions.surveys import (
    SurveyPlan,
    by_account,
    change_survey,
    close_survey,
    evaluate_meeting,
    make_survey,
    reply,
)
from samsyn.forums.actions.tracks import (
    keep_apart,
)

__all__ = [
    "About",
    "DraftChangedError",
    "MeetingPlan",
    "NewTask",
    "NotesChangedError",
    "Seating",
    "SurveyPlan",
    "accept_hand_over",
    "add_item",
    "add_material",
    "add_rhythm",
    "add_school_term",
    "add_seat",
    "add_seats",
    "add_standing_item",
    "add_version",
    "answer",
    "approve_minutes",
    "ask_by_seats",
    "ask_guest",
    "begin_hand_over",
    "by_account",
    "cancel_meeting",
    "change_decision",
    "change_item",
    "change_meeting",
    "change_school_term",
    "change_seat",
    "change_survey",
    "choose_digest",
    "close_follow_up",
    "close_survey",
    "contribute",
    "correct_minutes",
    "create_forum",
    "decide",
    "describe_forum",
    "describe_material",
    "dispatch_minutes",
    "end_forum",
    "end_seat",
    "evaluate_meeting",
    "follow_up",
    "give_new_day",
    "give_new_owner",
    "hold_meeting",
    "keep_apart",
    "make_minutes",
    "make_survey",
    "mend_lack",
    "miss_meeting",
    "move_item",
    "note_attendance",
    "note_lack",
    "plan_meeting",
    "postpone_item",
    "propose_item",
    "reflect",
    "refuse_late",
    "remove_item",
    "remove_rhythm",
    "remove_school_term",
    "remove_standing_item",
    "rename_forum",
    "reopen_item",
    "reply",
    "retire_material",
    "save_draft",
    "send_link",
    "send_links",
    "send_pack",
    "shift_item",
    "summon",
    "take_back_minutes",
    "treat_item",
    "write_hand_over",
    "write_notes",
]
