"""Who may do what in the forums.

Duties follow functions: who today holds the convener's, the chair's or the secretary's leads the
forum, and who holds a function that has a seat takes part in it.
"""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    EVERY_ROLE,
    Action,
    Actor,
    Membership,
    Municipality,
    Role,
    Rule,
    has_role,
    has_role_everywhere,
    prepared,
    within,
)
from samsyn.forums.links import ON_ATTENDANCE, ON_SEAT
from samsyn.forums.models import (
    AgendaItem,
    Approval,
    Attendance,
    Decision,
    FollowUp,
    Forum,
    HandOver,
    Lack,
    Meeting,
    Minutes,
    Reach,
    Rhythm,
    Seat,
    StandingItem,
)
from samsyn.organisation import api as organisation
from samsyn.organisation.api import Appointment

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    Label = _StrPromise

_ANYONE = has_role(*EVERY_ROLE)
_KEEPERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR)
overseers = has_role(Role.COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR)
_MANAGERS = has_role(Role.DIRECTOR, Role.POLITICIAN)


def _held() -> "QuerySet[Any]":
    """The functions that SOMEONE holds today."""
    return organisation.queries.functions_of_account(prepared.SOMEONE)


def _led() -> "QuerySet[Any]":
    held = _held().values("pk")
    leads = Q(convener__in=held) | Q(chair__in=held) | Q(secretary__in=held)
    return within(Forum, prepared.SOMEONE).filter(leads).values("pk")


def _with_a_seat() -> "QuerySet[Any]":
    by_function = Q(position__in=_held().values("pk"))
    by_body = Q(position__isnull=True, body__in=_held().values("body_id"))
    now = organisation.queries.on(prepared.SOMEONE.today)
    rows = within(Seat, prepared.SOMEONE).filter(now, by_function | by_body)
    return rows.values("forum_id")


def _among(path: str, name: str, rows: "Callable[[], QuerySet[Any]]") -> Callable[[Actor], Q]:
    """Those whose `path` is one of the rows; only for an actor who has a role at all."""

    def condition(actor: Actor) -> Q:
        text, values = prepared.written(name, lambda: rows().order_by())
        found = RawSQL(text, prepared.bound(values, actor))  # noqa: S611 - Django's own text
        return Q(**{f"{path}__in": found}) & _ANYONE.condition(actor)

    return condition


@cache
def holds(path: str) -> Rule:
    """Permit those who today hold the function at `path`."""
    held = _among(path, "functions of account", lambda: _held().values("pk"))
    return Rule((), held, "holds the function")


@cache
def leads(path: str) -> Rule:
    """Permit those who today hold a function that leads the forum at `path`."""
    return Rule((), _among(path, "forums led", _led), "leads the forum")


@cache
def takes_part(path: str) -> Rule:
    """Permit those who today hold a function that leads the forum, or has a seat in it."""
    led = leads(path).condition
    seated = _among(path, "forums with a seat", _with_a_seat)
    return Rule((), lambda actor: led(actor) | seated(actor), "takes part in the forum")


@cache
def _is_to_read(forum: str) -> Rule:
    """Permit those whom the forum says that its notes are for; its participants always."""
    return Rule((), _reached(f"{forum}_id", f"{forum}__reach"), "is to read the notes")


@cache
def is_meant_for(forum: str, reach: str) -> Rule:
    """Permit those whom what hangs on the forum says at `reach` that it is for."""
    return Rule((), _reached(forum, reach), "is meant to use it")


def _reached(forum: str, reach: str) -> Callable[[Actor], Q]:
    part = takes_part(forum).condition

    def condition(actor: Actor) -> Q:
        everyone = Q(**{reach: Reach.EVERYONE}) & _ANYONE.condition(actor)
        managers = Q(**{reach: Reach.MANAGERS}) & _MANAGERS.condition(actor)
        return part(actor) | everyone | managers

    return condition


def readers(forum: str) -> tuple[Rule, ...]:
    """Permit those who may read what is said at the meetings of the forum."""
    return (overseers, _is_to_read(forum))


def leaders(path: str) -> tuple[Rule, ...]:
    """Permit those who lead the forum at `path`, and the keepers of them all."""
    return (_KEEPERS, leads(path))


READ_FORUMS = Action(
    name="forums.read_forums", model=Municipality, label=_("se forumen"), permitted=(_ANYONE,)
)
READ_FORUM = Action(
    name="forums.read_forum", model=Forum, label=_("se forumet"), permitted=(_ANYONE,)
)
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
READ_FOLLOW_UP = Action(
    name="forums.read_follow_up",
    model=FollowUp,
    label=_("läsa uppföljningen"),
    permitted=(*readers("forum"), holds("owner_id")),
)

CREATE_FORUM = Action(
    name="forums.create_forum",
    model=Municipality,
    label=_("lägga till forum"),
    permitted=(_KEEPERS,),
    seen_by=READ_FORUMS,
)


def _of_forum(name: str, label: "Label") -> Action[Forum]:
    return Action(
        name=f"forums.{name}",
        model=Forum,
        label=label,
        permitted=leaders("pk"),
        seen_by=READ_FORUM,
    )


DESCRIBE_FORUM = _of_forum("describe_forum", _("ändra forumets uppdrag"))
RENAME_FORUM = _of_forum("rename_forum", _("byta namn på forumet"))
END_FORUM = _of_forum("end_forum", _("avsluta forumet"))
ADD_SEAT = _of_forum("add_seat", _("lägga till platser"))
ADD_RHYTHM = _of_forum("add_rhythm", _("ange hur ofta forumet möts"))
ADD_STANDING_ITEM = _of_forum("add_standing_item", _("lägga till stående punkter"))
NOTE_LACK = _of_forum("note_lack", _("anteckna brister"))
CITE_FORUM = _of_forum("cite_forum", _("ange källor för forumet"))
SEND_LINKS = _of_forum("send_links", _("skicka länkar till dem utan konto"))
PLAN_MEETING = _of_forum("plan_meeting", _("planera möten"))
FOLLOW_UP_IN_FORUM = _of_forum("follow_up_in_forum", _("lägga till uppföljningar"))


def _led_part(name: str, model: type[Model], label: "Label", path: str = "forum_id") -> Action[Any]:
    """What those who lead the forum do with a part of it."""
    return Action(name=f"forums.{name}", model=model, label=label, permitted=leaders(path))


CHANGE_SEAT = _led_part("change_seat", Seat, _("ändra platsen"))
KEEP_LINKS = _led_part("keep_links", Seat, _("skicka och återkalla länkar"))
CHANGE_RHYTHM = _led_part("change_rhythm", Rhythm, _("ändra hur ofta forumet möts"))
CHANGE_STANDING_ITEM = _led_part(
    "change_standing_item", StandingItem, _("ändra den stående punkten")
)
MEND_LACK = _led_part("mend_lack", Lack, _("skriva hur bristen är åtgärdad"))


def _of_meeting(name: str, label: "Label") -> Action[Meeting]:
    return Action(
        name=f"forums.{name}",
        model=Meeting,
        label=label,
        permitted=leaders("forum_id"),
        seen_by=READ_MEETING,
    )


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
    permitted=(_KEEPERS, takes_part("forum_id")),
    seen_by=READ_MEETING,
)


def _of_item(name: str, label: "Label") -> Action[AgendaItem]:
    return Action(
        name=f"forums.{name}",
        model=AgendaItem,
        label=label,
        permitted=leaders("meeting__forum_id"),
        seen_by=READ_ITEM,
    )


CHANGE_ITEM = _of_item("change_item", _("ändra punkten"))
WRITE_NOTES = _of_item("write_notes", _("anteckna"))
POSTPONE_ITEM = _of_item("postpone_item", _("bordlägga punkten"))
MOVE_ITEM = _of_item("move_item", _("flytta punkten till ett annat forum"))
REMOVE_ITEM = _of_item("remove_item", _("ta bort punkten"))

NOTE_ATTENDANCE = Action(
    name="forums.note_attendance",
    model=Attendance,
    label=_("anteckna närvaro"),
    permitted=leaders("meeting__forum_id"),
    seen_by=READ_ATTENDANCE,
)
ANSWER = Action(
    name="forums.answer",
    model=Attendance,
    label=_("svara på kallelsen och bidra"),
    permitted=(_KEEPERS, leads("meeting__forum_id"), holds("position_id"), ON_ATTENDANCE),
    seen_by=READ_ATTENDANCE,
)
OPEN_LINK = Action(
    name="forums.open_link",
    model=Seat,
    label=_("öppna sin länk till forumet"),
    permitted=(ON_SEAT,),
)
APPROVE_MINUTES = Action(
    name="forums.approve_minutes",
    model=Approval,
    label=_("justera anteckningarna"),
    permitted=(holds("position_id"),),
)
CORRECT_MINUTES = Action(
    name="forums.correct_minutes",
    model=Minutes,
    label=_("rätta justerade anteckningar"),
    permitted=leaders("meeting__forum_id"),
    seen_by=READ_MINUTES,
)


def _of_follow_up(name: str, label: "Label", *more: Rule) -> Action[FollowUp]:
    return Action(
        name=f"forums.{name}",
        model=FollowUp,
        label=label,
        permitted=(*leaders("forum_id"), *more),
        seen_by=READ_FOLLOW_UP,
    )


CLOSE_FOLLOW_UP = _of_follow_up("close_follow_up", _("avsluta uppföljningen"), holds("owner_id"))
GIVE_NEW_DAY = _of_follow_up("give_new_day", _("ge uppföljningen en ny dag"), holds("owner_id"))
GIVE_NEW_OWNER = _of_follow_up("give_new_owner", _("ge uppföljningen en ny ägare"))

KEEP_SCHOOL_TERMS = Action(
    name="forums.keep_school_terms",
    model=Municipality,
    label=_("skriva in läsårstider"),
    permitted=(_KEEPERS,),
    seen_by=READ_FORUMS,
)
CHOOSE_DIGEST = Action(
    name="forums.choose_digest",
    model=Municipality,
    label=_("välja om man får veckobrev"),
    permitted=(_ANYONE,),
)
LOOK_AT_TRACKS = Action(
    name="forums.look_at_tracks",
    model=Municipality,
    label=_("anteckna att två forum inte är samma sak"),
    permitted=(_KEEPERS,),
    seen_by=READ_FORUMS,
)


def _is_own(path: str) -> Rule:
    """Permit the person herself, who may have left the function already."""
    own = _among(path, "person of account", _own_person)
    return Rule((), own, "is the person")


def _own_person() -> "QuerySet[Any]":
    rows = within(Membership, prepared.SOMEONE).filter(account_id=prepared.SOMEONE.account_key)
    return rows.values("person_id")


_HAND_OVER_KEEPERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR, Role.DIRECTOR)

READ_HAND_OVER = Action(
    name="forums.read_hand_over",
    model=HandOver,
    label=_("se överlämningen"),
    permitted=(
        has_role(Role.COORDINATOR, Role.ADMINISTRATOR, Role.DIRECTOR, Role.AUDITOR),
        _is_own("leaver_id"),
        holds("position_id"),
    ),
)
READ_LEAVING = Action(
    name="forums.read_leaving",
    model=Appointment,
    label=_("se vem som lämnar funktionen"),
    permitted=(_ANYONE,),
)
BEGIN_HAND_OVER = Action(
    name="forums.begin_hand_over",
    model=Appointment,
    label=_("påbörja en överlämning"),
    permitted=(_HAND_OVER_KEEPERS, _is_own("person_id")),
    seen_by=READ_LEAVING,
)
WRITE_HAND_OVER = Action(
    name="forums.write_hand_over",
    model=HandOver,
    label=_("skriva i överlämningen"),
    permitted=(_HAND_OVER_KEEPERS, _is_own("leaver_id")),
    seen_by=READ_HAND_OVER,
)
ACCEPT_HAND_OVER = Action(
    name="forums.accept_hand_over",
    model=HandOver,
    label=_("ta emot överlämningen"),
    permitted=(holds("position_id"),),
    seen_by=READ_HAND_OVER,
)
