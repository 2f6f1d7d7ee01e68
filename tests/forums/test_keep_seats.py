from datetime import date
from typing import Any
from uuid import UUID

import pytest

from samsyn.access.api import Role
from samsyn.forums import actions, queries
from samsyn.forums.models import Forum, Seat, SeatKind
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.forums import making
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

Y2025 = date(2025, 1, 1)


def sitting(of: Forum, day: date = make.TODAY) -> list[Any]:
    return list(queries.seats(make.actor(Role.PARTICIPANT), of.pk, day))


def test_a_seat_is_held_by_who_holds_the_function_that_day() -> None:
    of, chief = make.forum(), make.position()
    make.appointment(chief, make.person("Anna", "Ek"), ends_on=Y2025)
    make.appointment(chief, make.person("Bo", "Alm"), starts_on=Y2025)
    make.seat(of, chief)

    assert _holders(of, date(2024, 6, 1)) == ["Anna Ek"]
    assert _holders(of, make.TODAY) == ["Bo Alm"]


def _holders(of: Forum, day: date) -> list[str]:
    [seat] = sitting(of, day)
    return [held.person.name for held in seat.position.held]


def test_a_body_may_send_whom_it_chooses() -> None:
    of, school = make.forum(), make.body("Skolan")

    make.seat(of, of_body=school, wording="Rektorer", count=3)

    [seat] = sitting(of)
    assert (seat.position, seat.body_name, seat.wording, seat.count) == (
        None,
        "Skolan",
        "Rektorer",
        3,
    )


def test_those_who_belong_there_come_before_those_who_are_asked() -> None:
    of = make.forum()
    for name, kind in (("Väktare", "invited"), ("Polisen", "required"), ("Ambulans", "required")):
        make.seat(of, of_body=make.body(name), kind=SeatKind(kind))

    assert [seat.body_name for seat in sitting(of)] == ["Ambulans", "Polisen", "Väktare"]


def test_a_guest_is_there_for_a_time() -> None:
    with pytest.raises(RuleBrokenError, match="till och med vilken dag"):
        make.seat(make.forum(), kind=SeatKind.GUEST)

    assert make.seat(make.forum(), kind=SeatKind.GUEST, ends_on=Y2025).ends_on == Y2025


@pytest.mark.parametrize("count", [0, -1, 101])
def test_a_seat_is_for_someone(count: int) -> None:
    with pytest.raises(RuleBrokenError, match="mellan 1 och 100"):
        make.seat(make.forum(), count=count)


def test_a_seat_is_changed_and_the_others_are_not() -> None:
    of = make.forum()
    one, two = make.seat(of, wording="Ett"), make.seat(of, wording="Två")
    seating = actions.Seating(one.body_id, None, "Tre")

    actions.change_seat(one, seating, starts_on=Y2025, ends_on=None, actor=make.operator())

    assert (Seat.objects.get(pk=one.pk).wording, Seat.objects.get(pk=one.pk).starts_on) == (
        "Tre",
        Y2025,
    )
    assert Seat.objects.get(pk=two.pk).wording == "Två"


def test_who_has_sat_there_is_told_with_the_name_of_then() -> None:
    of = make.forum()
    placed = make.seat(of, of_body=make.body("Skolnämnden"))

    actions.end_seat(placed, ends_on=Y2025, actor=make.operator())

    reader = make.actor(Role.PARTICIPANT)
    assert sitting(of) == []
    [former] = queries.former_seats(reader, of.pk, make.TODAY)
    assert (former.body_name, former.ends_on) == ("Skolnämnden", Y2025)


def test_a_function_that_has_ended_gets_no_seat_but_keeps_the_one_it_had() -> None:
    of, gone = make.forum(), make.position(title="Utredare")
    placed = make.seat(of, gone)
    gone.ends_on = Y2025
    gone.save(update_fields=["ends_on"])

    with pytest.raises(RuleBrokenError, match="Utredare har upphört"):
        make.seat(of, gone)
    kept = actions.Seating(gone.body_id, gone.pk, "Ny benämning")
    actions.change_seat(placed, kept, starts_on=None, ends_on=None, actor=make.operator())

    assert Seat.objects.get(pk=placed.pk).wording == "Ny benämning"


def test_nobody_of_another_municipality_gets_a_seat() -> None:
    foreign = make.body(municipality_id=TYRESO)
    of = make.forum()

    with pytest.raises(RuleBrokenError):
        _add(of, foreign.pk)

    assert not Seat.objects.exists()


def _add(of: Forum, body_id: UUID) -> None:
    actions.add_seat(of, actions.Seating(body_id), actor=make.operator())


def test_seats_are_asked_for_as_often_however_many_they_are(
    django_assert_num_queries: Any,
) -> None:
    few, many = make.forum("Få"), make.forum("Många")
    for of, number in ((few, 1), (many, 20)):
        for _ in range(number):
            make.seat(of, make.appointment().position)
    reader = make.actor(Role.PARTICIPANT)

    for of in (few, many):
        with django_assert_num_queries(2):
            found = list(queries.seats(reader, of.pk, make.TODAY))
            assert all(seat.position.held[0].person.name for seat in found)


def _many(of: Forum, rows: str) -> Any:
    return making.post(make.account_with(Role.COORDINATOR), "add-seats-save", of.pk, rows=rows)


def test_many_are_seated_at_once() -> None:
    of = make.forum()
    for name in ("Polisen", "Bussbolaget", "Kyrkan"):
        make.body(name)

    page = _many(of, "Polisen; Kim Ek; kim.ek@example.org\n\nbussbolaget\nKyrkan\tBo Alm\t\n")

    assert page.status_code == 302
    assert [
        (seat.body_name, seat.contact_name, seat.contact_email, seat.kind) for seat in sitting(of)
    ] == [
        ("Bussbolaget", "", "", SeatKind.REQUIRED),
        ("Kyrkan", "Bo Alm", "", SeatKind.REQUIRED),
        ("Polisen", "Kim Ek", "kim.ek@example.org", SeatKind.REQUIRED),
    ]


def test_what_is_wrong_is_told_of_every_line_and_none_is_seated() -> None:
    of = make.forum()
    for name in ("Polisen", "Bussbolaget", "Kyrkan", "Skolan", "Skolan"):
        make.body(name)
    rows = (
        "Polisen\nPolisen\nBussbolget\nKyrkan; Bo Alm; bo.alm\nSkolan\nKyrkan; a; b@example.org; c"
    )

    page = _many(of, rows)

    assert page.status_code == 422
    told = making.told(page)
    for line in (
        "Rad 2: Polisen har redan en plats.",
        "Rad 3: Det finns inget organ som heter Bussbolget. Menade du Bussbolaget?",
        "Rad 4: bo.alm är ingen e-postadress.",
        "Rad 5: Flera organ heter Skolan. Lägg till platsen för sig.",
        "Rad 6: Skriv bara organ, kontaktperson och e-post.",
    ):
        assert line in told
    assert sitting(of) == []
