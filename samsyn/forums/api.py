"""What other contexts may use of the forums."""

from samsyn.forums import actions, queries
from samsyn.forums.domain.cadence import expected
from samsyn.forums.domain.rhythm import Rhythm as Cadence
from samsyn.forums.domain.rhythm import Unit as Per
from samsyn.forums.models import (
    AgendaItem,
    Answer,
    Attendance,
    Basis,
    Closing,
    Decision,
    Documentation,
    FollowUp,
    FormerName,
    Forum,
    ForumKind,
    ItemState,
    Lack,
    LackKind,
    Level,
    Meeting,
    MeetingState,
    Mode,
    NewDay,
    Presence,
    Reach,
    Rhythm,
    SchoolForm,
    Seat,
    SeatKind,
    StandingItem,
    Unit,
)
from samsyn.forums.rhythms import why_never
from samsyn.forums.rules import READ_FORUMS
from samsyn.forums.searchable import show_many
from samsyn.forums.searchable_meetings import show_many_meetings

__all__ = [
    "READ_FORUMS",
    "AgendaItem",
    "Answer",
    "Attendance",
    "Basis",
    "Cadence",
    "Closing",
    "Decision",
    "Documentation",
    "FollowUp",
    "FormerName",
    "Forum",
    "ForumKind",
    "ItemState",
    "Lack",
    "LackKind",
    "Level",
    "Meeting",
    "MeetingState",
    "Mode",
    "NewDay",
    "Per",
    "Presence",
    "Reach",
    "Rhythm",
    "SchoolForm",
    "Seat",
    "SeatKind",
    "StandingItem",
    "Unit",
    "actions",
    "expected",
    "queries",
    "show_many",
    "show_many_meetings",
    "why_never",
]
