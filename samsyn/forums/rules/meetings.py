"""Who may do what with a meeting, its agenda and its minutes."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action
from samsyn.forums.links import ON_ATTENDANCE
from samsyn.forums.models import AgendaItem, Approval, Attendance, Decision, Meeting, Minutes
from samsyn.forums.rules.grounds import by_leaders, leads, readers, takes_part
from samsyn.organisation.api import holds, keepers

READ_MEETING = Action(
    name="forums.read_meeting",
    model=Meeting,
    label=_("läsa mötet"),
    permitted=readers("forum"),
)
READ_ITEM = Action(
    name="forums.read_item",
    model=AgendaItem,
    label=_("läsa punkten"),
    permitted=readers("meeting__forum"),
)
READ_DECISION = Action(
    name="forums.read_decision",
    model=Decision,
    label=_("läsa beslutet"),
    permitted=readers("forum"),
)
READ_ATTENDANCE = Action(
    name="forums.read_attendance",
    model=Attendance,
    label=_("se vilka som är med"),
    permitted=readers("meeting__forum"),
)
READ_MINUTES = Action(
    name="forums.read_minutes",
    model=Minutes,
    label=_("läsa anteckningarna"),
    permitted=readers("meeting__forum"),
)

_of_meeting = by_leaders(Meeting, "forum_id", READ_MEETING)
CHANGE_MEETING = _of_meeting("change_meeting", _("ändra mötet"))
CANCEL_MEETING = _of_meeting("cancel_meeting", _("ställa in mötet"))
HOLD_MEETING = _of_meeting("hold_meeting", _("hålla mötet"))
SUMMON = _of_meeting("summon", _("kalla till mötet"))
ASK_SOMEONE = _of_meeting("ask_someone", _("bjuda in till mötet"))
ADD_ITEM = _of_meeting("add_item", _("lägga till punkter"))
DECIDE = _of_meeting("decide", _("skriva beslut"))
FOLLOW_UP = _of_meeting("follow_up", _("lägga till uppföljningar"))
REFLECT = _of_meeting("reflect", _("skriva hur mötet gick"))
MAKE_MINUTES = _of_meeting("make_minutes", _("färdigställa anteckningarna"))
DISPATCH = _of_meeting("dispatch", _("skicka ut anteckningarna"))
PROPOSE_ITEM = Action(
    name="forums.propose_item",
    model=Meeting,
    label=_("föreslå punkter"),
    permitted=(keepers, takes_part("forum_id")),
    seen_by=READ_MEETING,
)

_of_item = by_leaders(AgendaItem, "meeting__forum_id", READ_ITEM)
CHANGE_ITEM = _of_item("change_item", _("ändra punkten"))
WRITE_NOTES = _of_item("write_notes", _("anteckna"))
POSTPONE_ITEM = _of_item("postpone_item", _("bordlägga punkten"))
MOVE_ITEM = _of_item("move_item", _("flytta punkten till ett annat forum"))
REMOVE_ITEM = _of_item("remove_item", _("ta bort punkten"))

NOTE_ATTENDANCE = by_leaders(Attendance, "meeting__forum_id", READ_ATTENDANCE)(
    "note_attendance", _("anteckna närvaro")
)
ANSWER = Action(
    name="forums.answer",
    model=Attendance,
    label=_("svara på kallelsen och bidra"),
    permitted=(keepers, leads("meeting__forum_id"), holds("position_id"), ON_ATTENDANCE),
    seen_by=READ_ATTENDANCE,
)
APPROVE_MINUTES = Action(
    name="forums.approve_minutes",
    model=Approval,
    label=_("justera anteckningarna"),
    permitted=(holds("position_id"),),
)
CORRECT_MINUTES = by_leaders(Minutes, "meeting__forum_id", READ_MINUTES)(
    "correct_minutes", _("rätta justerade anteckningar")
)
