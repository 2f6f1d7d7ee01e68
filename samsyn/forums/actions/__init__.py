"""Every change to forums, meetings and what is left to do."""

from samsyn.forums.actions.charter import (
    Seating,
    add_rhythm,
    add_seat,
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
from samsyn.forums.actions.hand_overs import accept_hand_over, begin_hand_over, write_hand_over
from samsyn.forums.actions.tracks import add_school_term, keep_apart, remove_school_term

__all__ = [
    "Seating",
    "accept_hand_over",
    "add_rhythm",
    "add_school_term",
    "add_seat",
    "add_standing_item",
    "begin_hand_over",
    "change_seat",
    "create_forum",
    "describe_forum",
    "end_forum",
    "end_seat",
    "keep_apart",
    "mend_lack",
    "note_lack",
    "remove_rhythm",
    "remove_school_term",
    "remove_standing_item",
    "rename_forum",
    "write_hand_over",
]
