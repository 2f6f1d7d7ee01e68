"""The rows that commands of the forums, the letters and the calendars can be carried through on."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from samsyn.access.api import Account, person_of_account
from samsyn.calendars.api import Feed
from samsyn.forums import actions
from samsyn.forums.models import (
    AgendaItem,
    Approval,
    Attendance,
    Forum,
    HandOver,
    Meeting,
    Minutes,
    Seat,
    Survey,
)
from samsyn.organisation.models import Appointment, AppointmentKind, Person, Position
from samsyn.post.api import Letter
from tests import factories as make
from tests.access.test_knock_at_every_door import Door
from tests.forums import making, surveying
from tests.forums.making import TODAY, World


def with_contact(_account: Account) -> Forum:
    found = World().forum
    making.seat(found, contact_email="ny@example.se")
    return found


def linked(_account: Account) -> Seat:
    found = making.seat(making.forum())
    actions.send_link(found, "Kim Ek", "ny@example.se", actor=make.operator())
    return found


def planned(_account: Account) -> Meeting:
    return World().meeting()


def decided(account: Account) -> Meeting:
    found = planned(account)
    actions.decide(found, "Ja.", at_item=None, actor=make.operator())
    return found


def held(account: Account) -> Meeting:
    found = item(account)
    actions.treat_item(found, actor=make.operator())
    actions.hold_meeting(found.meeting, actor=make.operator())
    return found.meeting


def minuted(account: Account) -> Meeting:
    return waiting(account).minutes.meeting


def dispatchable(account: Account) -> Meeting:
    return approved(account).meeting


def waiting(account: Account) -> Approval:
    """What the account is to approve by its function."""
    found = held(account)
    chair: Any = found.forum.chair
    appoint(account, chair)
    minutes = actions.make_minutes(found, [chair], actor=make.operator())
    return Approval.objects.get(minutes=minutes)


def approved(account: Account) -> Minutes:
    found = waiting(account)
    actions.approve_minutes(found, actor=make.operator())
    return found.minutes


def item(account: Account) -> AgendaItem:
    return making.item(planned(account))


def asked(_account: Account) -> Attendance:
    world = World()
    return world.asked(world.meeting())


def survey(account: Account) -> Survey:
    """One that the account has a part in."""
    world = World()
    appoint(account, world.rector)
    return surveying.survey(world.forum)


def hand_over(account: Account) -> HandOver:
    """What the account has after another."""
    left = leaving(account)
    appoint(account, left.position)
    return make.hand_over(left)


def leaving(_account: Account) -> Appointment:
    return make.appointment(ends_on=TODAY)


def given_up(_account: Account) -> Letter:
    found = make.letter()
    Letter.objects.filter(pk=found.pk).update(given_up_at=make.NOW)
    return found


def appoint(account: Account, to: Position) -> None:
    """Let the account hold the function, beside whoever does already."""
    person_id: Any = person_of_account(make.actor_for(account))
    who = Person.objects.get(pk=person_id)
    make.appointment(to, who, kind=AppointmentKind.DEPUTY)


Build = Callable[[Account], Model]

OF_MODEL: Mapping[type[Model], Build] = {
    Seat: linked,
    Meeting: planned,
    Minutes: approved,
    Approval: waiting,
    AgendaItem: item,
    Attendance: asked,
    Survey: survey,
    HandOver: hand_over,
    Letter: given_up,
    Feed: make.feed,
}
# Where the usual row of the model does not do: by action, or by one of its addresses.
OTHERWISE: Mapping[str, Build] = {
    "forums.send_links": with_contact,
    "forums.decide": decided,
    "forums.make_minutes": held,
    "moten/<uuid:pk>/ta-tillbaka/": minuted,
    "forums.dispatch": dispatchable,
    "forums.begin_hand_over": leaving,
}


def built(door: Door, account: Account) -> Model | None:
    """A row that the account can carry the command through on, if the usual one does not do."""
    keys: tuple[str, ...] = (door.address, door.action)
    build = next((OTHERWISE[key] for key in keys if key in OTHERWISE), OF_MODEL.get(door.model))
    return build(account) if build else None
