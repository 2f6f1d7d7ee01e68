"""Forums with their charters, meetings with what came of them, and what is left to do."""

from samsyn.forums.models.digests import DigestChoice
from samsyn.forums.models.dispatches import Dispatch, DispatchList
from samsyn.forums.models.follow_ups import Closing, FollowUp, NewDay
from samsyn.forums.models.forums import (
    Basis,
    Documentation,
    FormerName,
    Forum,
    ForumKind,
    Lack,
    LackKind,
    Level,
    Reach,
    Rhythm,
    SchoolForm,
    Seat,
    SeatKind,
    StandingItem,
    Unit,
)
from samsyn.forums.models.hand_overs import HandOver
from samsyn.forums.models.materials import Material, MaterialKind, MaterialVersion
from samsyn.forums.models.meetings import (
    AgendaItem,
    Answer,
    Approval,
    Attendance,
    Decision,
    Draft,
    ItemState,
    Meeting,
    MeetingState,
    Minutes,
    Mode,
    Presence,
)
from samsyn.forums.models.school_terms import SchoolBreak, SchoolTerm
from samsyn.forums.models.surveys import Answered, Question, QuestionKind, Survey, SurveyAnswer
from samsyn.forums.models.tracks import Apart

__all__ = [
    "AgendaItem",
    "Answer",
    "Answered",
    "Apart",
    "Approval",
    "Attendance",
    "Basis",
    "Closing",
    "Decision",
    "DigestChoice",
    "Dispatch",
    "DispatchList",
    "Documentation",
    "Draft",
    "FollowUp",
    "FormerName",
    "Forum",
    "ForumKind",
    "HandOver",
    "ItemState",
    "Lack",
    "LackKind",
    "Level",
    "Material",
    "MaterialKind",
    "MaterialVersion",
    "Meeting",
    "MeetingState",
    "Minutes",
    "Mode",
    "NewDay",
    "Presence",
    "Question",
    "QuestionKind",
    "Reach",
    "Rhythm",
    "SchoolBreak",
    "SchoolForm",
    "SchoolTerm",
    "Seat",
    "SeatKind",
    "StandingItem",
    "Survey",
    "SurveyAnswer",
    "Unit",
]
