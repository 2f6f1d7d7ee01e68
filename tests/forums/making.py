"""Forums with people in them, and meetings on the way."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from django.test import Client
from django.urls import reverse

from samsyn.access import api as access
from samsyn.access.api import Account, Actor, Role
from samsyn.forums import actions
from samsyn.forums.actions import MeetingPlan, NewTask
from samsyn.forums.models import (
    AgendaItem,
    Attendance,
    FollowUp,
    Forum,
    ForumKind,
    Level,
    Meeting,
    Seat,
    StandingItem,
)
from samsyn.organisation.api import Body, Position
from tests import factories as make
from tests.surroundings import ALINGSAS

TODAY, NOW = make.TODAY, make.NOW
YESTERDAY, TOMORROW = TODAY - timedelta(1), TODAY + timedelta(1)
NEXT_WEEK, NEXT_MONTH = TODAY + timedelta(7), TODAY + timedelta(30)

_numbers = count(1)


def forum(
    name: str = "BUS styrgrupp", *, municipality_id: UUID = ALINGSAS, **charter: Any
) -> Forum:
    make.operator(municipality_id)
    return Forum.objects.create(
        municipality_id=municipality_id,
        key=f"forum-{next(_numbers)}",
        name=name,
        level=charter.pop("level", Level.STRATEGIC),
        kind=charter.pop("kind", ForumKind.STEERING_GROUP),
        **charter,
    )


def seat(of: Forum, held: Position | None = None, **more: Any) -> Seat:
    """A place for a function, or for whoever the body sends."""
    make.operator(of.municipality_id)
    whose: Body = more.pop("body", None) or (held.body if held else make.body("Polisen"))
    own = {"municipality_id": of.municipality_id, "forum": of, "body": whose}
    return Seat.objects.create(**own, position=held, **more)


def standing_item(of: Forum, title: str = "Lägesbild", note: str = "") -> StandingItem:
    make.operator(of.municipality_id)
    place = StandingItem.objects.filter(forum=of).count() + 1
    return StandingItem.objects.create(
        municipality_id=of.municipality_id, forum=of, ordinal=place, title=title, note=note
    )


def holder(held: Position, *roles: Role, starts_on: date = make.LONG_AGO) -> Account:
    """Someone who holds the function, and can sign in with the roles."""
    who = make.person(municipality_id=held.municipality_id)
    make.appointment(held, who, starts_on=starts_on)
    account = make.account_with(*roles or (Role.PARTICIPANT,))
    access.let_sign_in(who.pk, account.email, actor=make.operator())
    return account


def later(days: int = 1) -> Actor:
    """No one in particular, some days on."""
    return replace(make.operator(), now=NOW + timedelta(days))


def meeting(of: Forum | None = None, meets_on: date = TODAY, **plan: Any) -> Meeting:
    return actions.plan_meeting(of or forum(), MeetingPlan(meets_on, **plan), actor=make.operator())


def held_meeting(of: Forum | None = None, meets_on: date = TODAY) -> Meeting:
    found = meeting(of, meets_on)
    actions.hold_meeting(found, actor=make.operator())
    return found


def item(at: Meeting | None = None, title: str = "Frånvaro") -> AgendaItem:
    return actions.add_item(at or meeting(), title, "", actor=make.operator())


def follow_up(
    of: Forum | None = None,
    owner: Position | None = None,
    *,
    what: str = "Ta fram en rutin för frånvaro",
    due_on: date = NEXT_WEEK,
    **more: Any,
) -> FollowUp:
    task = NewTask(what, owner or make.position(), due_on)
    return actions.follow_up(of or forum(), task, **more, actor=make.operator())


def overdue(of: Forum | None = None, owner: Position | None = None, days: int = 18) -> FollowUp:
    """Something that should have been done days ago."""
    left = follow_up(of, owner)
    left.due_on = TODAY - timedelta(days)
    left.save(update_fields=["due_on"])
    return left


class World:
    """A forum with a leader, someone with a seat, a reader and a stranger."""

    def __init__(self, **charter: Any) -> None:
        school, social = make.body("Skolan"), make.body("Socialtjänsten")
        self.convener = make.position(school, "Samordnare")
        self.chair = make.position(social, "Socialchef")
        self.rector = make.position(school, "Rektor")
        self.forum = forum(convener=self.convener, chair=self.chair, **charter)
        for each in (self.convener, self.chair, self.rector):
            seat(self.forum, each)
        self.leader = holder(self.convener)
        self.approver = holder(self.chair)
        self.participant = holder(self.rector)
        self.reader = make.account_with(Role.AUDITOR)
        self.stranger = make.account_with(Role.PARTICIPANT)

    def meeting(self, meets_on: date = TODAY, **plan: Any) -> Meeting:
        return meeting(self.forum, meets_on, **plan)

    def asked(self, at: Meeting, held: Position | None = None) -> Attendance:
        make.operator()
        return Attendance.objects.get(meeting=at, position=held or self.rector)


def at(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def get(account: Account, name: str, *arguments: Any, query: str = "") -> Any:
    return at(account).get(reverse(f"forums:{name}", args=arguments) + query)


def post(account: Account, name: str, /, *arguments: Any, **answers: Any) -> Any:
    return at(account).post(reverse(f"forums:{name}", args=arguments), answers)


def told(response: Any) -> str:
    return str(response.content.decode())
