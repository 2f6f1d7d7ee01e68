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

__all__ = [
    "Seating",
    "add_rhythm",
    "add_seat",
    "add_standing_item",
    "change_seat",
    "create_forum",
    "describe_forum",
    "end_forum",
    "end_seat",
    "mend_lack",
    "note_lack",
    "remove_rhythm",
    "remove_standing_item",
    "rename_forum",
]
