"""What follows a function, and what only the one who leaves it knows, reaches the next holder."""

from datetime import timedelta
from typing import NamedTuple

import pytest

from samsyn.access.api import Account, Role
from samsyn.forums import actions
from samsyn.forums.models import HandOver
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Appointment, AppointmentKind
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_WEEK, TODAY, World
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


class Shift(NamedTuple):
    """One has left the function that convenes a forum, and another holds it from today."""

    world: World
    left: Appointment
    leaver: Account
    successor: Account
    keeper: Account

    def begun(self) -> HandOver:
        return make.hand_over(self.left)

    def kept(self) -> HandOver:
        make.operator()
        return HandOver.objects.get()


@pytest.fixture
def shift() -> Shift:
    held = make.position(make.body("Kultur och fritid"), "Fritidschef")
    leaver = make.holder_of(held, Role.PARTICIPANT, ends_on=TODAY)
    make.operator()
    left = Appointment.objects.get(position=held)
    world = World(secretary=held)
    successor = make.holder_of(held, Role.PARTICIPANT, starts_on=TODAY)
    keeper = make.account_with(Role.COORDINATOR)
    return Shift(world, left, leaver, successor, keeper)


@pytest.mark.parametrize("who", ["keeper", "leaver"])
def test_the_one_who_leaves_or_a_coordinator_begins_it(shift: Shift, who: str) -> None:
    answer = making.post(getattr(shift, who), "begin-hand-over", shift.left.pk)

    assert answer.status_code == 302
    assert shift.kept().leaver_id == shift.left.person_id


def test_it_is_begun_once(shift: Shift) -> None:
    first = shift.begun()

    assert make.hand_over(shift.left).pk == first.pk


def test_nothing_is_handed_over_before_there_is_a_last_day(shift: Shift) -> None:
    staying = make.appointment(make.position(title="Kurator"))

    with pytest.raises(RuleBrokenError, match="ingen sista dag"):
        actions.begin_hand_over(staying, actor=make.operator())


def test_the_one_who_leaves_writes_what_only_she_knows(shift: Shift) -> None:
    found = shift.begun()

    answer = making.post(shift.leaver, "write-hand-over-save", found.pk, notes="Ring skolan först.")

    assert answer.status_code == 302
    assert "Ring skolan först." in making.told(making.get(shift.successor, "hand-over", found.pk))


def test_a_personal_number_is_not_kept(shift: Shift) -> None:
    told = "Ärendet om 20180101-2392 är kvar."

    with pytest.raises(RuleBrokenError, match="personnummer"):
        actions.write_hand_over(shift.begun(), told, actor=make.operator())


def test_the_successor_accepts_it(shift: Shift) -> None:
    answer = making.post(shift.successor, "accept-hand-over", shift.begun().pk)

    found = shift.kept()
    assert answer.status_code == 302
    assert found.accepted_at == make.NOW
    assert found.successor is not None
    assert found.successor_id != shift.left.person_id


@pytest.mark.parametrize("who", ["leaver", "keeper"])
def test_only_the_one_who_holds_the_function_accepts(shift: Shift, who: str) -> None:
    answer = making.post(getattr(shift, who), "accept-hand-over", shift.begun().pk)

    assert answer.status_code == 403
    assert shift.kept().accepted_at is None


def test_the_one_who_leaves_does_not_accept_while_she_is_still_there() -> None:
    held = make.position(title="Fritidschef")
    leaver = make.holder_of(held, Role.PARTICIPANT, ends_on=NEXT_WEEK)
    make.operator()
    found = make.hand_over(Appointment.objects.get(position=held))

    with pytest.raises(RuleBrokenError, match="kan inte själv ta emot"):
        actions.accept_hand_over(found, actor=make.actor_for(leaver))


def test_one_that_is_accepted_is_not_written_or_accepted_again(shift: Shift) -> None:
    found = shift.begun()
    actions.accept_hand_over(found, actor=make.actor_for(shift.successor))

    with pytest.raises(RuleBrokenError, match="redan mottagen"):
        actions.write_hand_over(found, "För sent.", actor=make.operator())
    with pytest.raises(RuleBrokenError, match="redan mottagen"):
        actions.accept_hand_over(found, actor=make.actor_for(shift.successor))


def test_one_without_a_part_in_it_neither_reads_nor_changes_it(shift: Shift) -> None:
    found, reader = shift.begun(), shift.world.stranger

    assert making.get(reader, "hand-over", found.pk).status_code == 404
    assert making.post(reader, "begin-hand-over", shift.left.pk).status_code == 403
    assert making.post(reader, "write-hand-over-save", found.pk, notes="Nej.").status_code == 404
    assert making.post(reader, "accept-hand-over", found.pk).status_code == 404
    assert shift.kept().notes == ""


def test_one_of_another_municipality_does_not_find_it(shift: Shift) -> None:
    found = shift.begun()
    stranger = make.account_with(*Role, municipality_id=TYRESO)

    assert making.get(stranger, "hand-over", found.pk).status_code == 404
    assert making.post(stranger, "accept-hand-over", found.pk).status_code == 404


def test_the_page_lists_what_follows_the_function(shift: Shift) -> None:
    held, forum = shift.left.position, shift.world.forum
    making.seat(making.forum("Fältgruppen"), held)
    making.follow_up(forum, held, what="Skriv en plan för lovet")
    making.meeting(forum, NEXT_WEEK, title="Inför lovet")

    page = making.told(making.get(shift.keeper, "hand-over", shift.begun().pk))

    for word in (forum.name, "Fältgruppen", "Skriv en plan för lovet", "Inför lovet"):
        assert word in page


def test_who_leaves_a_function_with_duties_is_told_of_until_it_is_accepted(shift: Shift) -> None:
    make.appointment(make.position(title="Vaktmästare"), ends_on=TODAY + timedelta(7))

    page = making.get(shift.keeper, "hand-overs")
    assert [held.pk for held, _begun in page.context["leaving"]] == [shift.left.pk]

    actions.accept_hand_over(shift.begun(), actor=make.actor_for(shift.successor))
    page = making.get(shift.keeper, "hand-overs")
    assert page.context["leaving"] == []
    assert [each.leaver_id for each in page.context["accepted"]] == [shift.left.person_id]


def test_a_convener_without_a_deputy_is_told_of(shift: Shift) -> None:
    world = shift.world

    alone = making.get(shift.keeper, "hand-overs").context["alone"]
    assert [row.pk for row, _url, _position in alone] == [world.forum.pk]

    make.appointment(world.convener, kind=AppointmentKind.DEPUTY)
    assert making.get(shift.keeper, "hand-overs").context["alone"] == []


def test_what_rests_on_each_person_is_counted(shift: Shift) -> None:
    world = shift.world
    making.follow_up(world.forum, world.convener)
    making.follow_up(world.forum, world.convener, what="Ring skolan")

    resting = making.get(shift.keeper, "hand-overs").context["resting"]

    sums = {(duties.led, duties.seats, duties.owned) for _person, duties in resting}
    heaviest = resting[0][1]
    assert (heaviest.led, heaviest.seats, heaviest.owned) == (1, 1, 2)
    assert sums == {(1, 1, 2), (1, 1, 0), (0, 1, 0), (1, 0, 0)}
