"""The school year is written down, and the suggested days of meetings follow it."""

from datetime import date
from typing import Any

import pytest

from samsyn.access.api import Account, Role
from samsyn.forums import actions, queries
from samsyn.forums.models import SchoolTerm, Unit
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.period import Period
from tests import factories as make
from tests.forums import making
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

SPRING = {
    "name": "Vårterminen 2026",
    "starts_on": "2026-01-08",
    "ends_on": "2026-06-12",
    "breaks": "Sportlov 2026-02-09–2026-02-13\n\nStudiedag 2026-03-16\n",
}


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _add(by: Account, **answers: Any) -> Any:
    return making.post(by, "add-school-term-save", **SPRING | answers)


def _terms() -> int:
    make.operator()
    return SchoolTerm.objects.count()


def test_a_term_is_kept_with_its_breaks_until_their_last_day(keeper: Account) -> None:
    assert _add(keeper).status_code == 302

    make.operator()
    term = SchoolTerm.objects.get()
    assert (term.starts_on, term.ends_on) == (date(2026, 1, 8), date(2026, 6, 13))
    assert [
        (each.name, each.starts_on, each.ends_on) for each in term.breaks.order_by("starts_on")
    ] == [
        ("Sportlov", date(2026, 2, 9), date(2026, 2, 14)),
        ("Studiedag", date(2026, 3, 16), date(2026, 3, 17)),
    ]


def test_everybody_reads_it(keeper: Account) -> None:
    _add(keeper)

    page = making.told(making.get(make.account_with(Role.POLITICIAN), "school-terms"))

    assert "Vårterminen 2026" in page
    assert "Sportlov" in page
    assert "Lägg till termin" not in page


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"breaks": "Sportlov någon gång"}, "går inte att läsa"),
        ({"breaks": "Sportlov 2026-02-13–2026-02-09"}, "Lovet slutar innan det börjar."),
        ({"breaks": "2026-02-09–2026-02-13"}, "Lovet slutar innan det börjar."),
        ({"breaks": "Höstlov 2026-10-26–2026-10-30"}, "Lovet ligger utanför terminen."),
        ({"ends_on": "2025-06-12", "breaks": ""}, "Terminen slutar innan den börjar."),
    ],
)
def test_what_cannot_be_is_told(keeper: Account, answers: dict[str, str], why: str) -> None:
    page = _add(keeper, **answers)

    assert page.status_code == 422
    assert why in making.told(page)
    assert _terms() == 0


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"starts_on": "2026-06-12", "ends_on": "2026-12-20"}, "överlappar en annan"),
        ({"starts_on": "2027-01-08", "ends_on": "2027-06-12"}, "redan en termin med det namnet"),
    ],
)
def test_terms_have_each_its_time_and_name(
    keeper: Account, answers: dict[str, str], why: str
) -> None:
    _add(keeper)
    name = "Höstterminen 2026" if "överlappar" in why else SPRING["name"]

    page = _add(keeper, name=name, breaks="", **answers)

    assert page.status_code == 422
    assert why in making.told(page)
    assert _terms() == 1


def test_a_participant_does_not_write_it() -> None:
    assert _add(make.account_with(Role.PARTICIPANT)).status_code == 403


def test_another_municipality_has_its_own(keeper: Account) -> None:
    _add(keeper)
    neighbour = make.account_with(Role.COORDINATOR, municipality_id=TYRESO)

    assert "Sportlov" not in making.told(making.get(neighbour, "school-terms"))
    assert _add(neighbour).status_code == 302


def test_no_meeting_is_suggested_on_a_day_without_school(keeper: Account) -> None:
    sports, study, school = date(2026, 2, 10), date(2026, 3, 16), date(2026, 3, 17)
    year = Period(date(2026, 1, 1), date(2026, 7, 1))
    before = queries.working_days(make.operator()).between(year)
    assert {sports, study, school} <= set(before)

    _add(keeper)

    after = queries.working_days(make.operator()).between(year)
    assert [day in after for day in (sports, study, school)] == [False, False, True]


def test_no_meeting_is_promised_in_a_week_without_school_once_that_is_written(
    keeper: Account,
) -> None:
    forum, week = make.forum("Nätverket"), Period(date(2026, 2, 9), date(2026, 2, 16))
    actions.add_rhythm(forum, Unit.WEEK, {}, actor=make.operator())

    def promised() -> int:
        return len(queries.promises(make.operator(), [forum], week)[forum.pk])

    assert promised() == 1

    _add(keeper)

    assert promised() == 0


def _term() -> SchoolTerm:
    make.operator()
    return SchoolTerm.objects.get()


def test_the_form_to_change_it_holds_what_was_written(keeper: Account) -> None:
    _add(keeper)

    page = making.told(making.get(keeper, "change-school-term", _term().pk))

    assert "Sportlov 2026-02-09–2026-02-13\nStudiedag 2026-03-16–2026-03-16" in page
    assert '2026-06-12"' in page


def test_a_term_is_changed_with_its_breaks(keeper: Account) -> None:
    _add(keeper)
    told = SPRING | {"ends_on": "2026-06-11", "breaks": "Påsklov 2026-04-07–2026-04-10"}

    page = making.post(keeper, "change-school-term-save", _term().pk, **told)

    assert page.status_code == 302
    assert _term().ends_on == date(2026, 6, 12)
    assert [each.name for each in _term().breaks.all()] == ["Påsklov"]


def test_a_change_that_cannot_be_leaves_the_term_as_it_was(keeper: Account) -> None:
    _add(keeper)
    told = SPRING | {"breaks": "Höstlov 2026-10-26–2026-10-30"}

    page = making.post(keeper, "change-school-term-save", _term().pk, **told)

    assert page.status_code == 422
    assert {each.name for each in _term().breaks.all()} == {"Sportlov", "Studiedag"}


def test_a_term_that_was_written_wrong_is_taken_back(keeper: Account) -> None:
    _add(keeper)
    assert "Ta bort terminen" in making.told(making.get(keeper, "change-school-term", _term().pk))

    page = making.post(keeper, "remove-school-term-save", _term().pk)

    assert (page.status_code, _terms()) == (302, 0)


@pytest.mark.parametrize("form", ["change-school-term", "remove-school-term"])
def test_none_but_the_keepers_change_it(keeper: Account, form: str) -> None:
    _add(keeper)
    elsewhere = make.account_with(Role.COORDINATOR, municipality_id=TYRESO)
    term = _term()

    for who in (make.account_with(Role.PARTICIPANT), elsewhere):
        assert making.get(who, form, term.pk).status_code == 404
        assert making.post(who, f"{form}-save", term.pk, **SPRING).status_code == 404
    assert _terms() == 1


def test_a_break_does_not_begin_before_its_term() -> None:
    early = [("Jullov", date(2026, 1, 1), date(2026, 1, 10))]

    with pytest.raises(RuleBrokenError, match="utanför terminen"):
        actions.add_school_term(
            "Vårterminen 2026",
            starts_on=date(2026, 1, 8),
            ends_on=date(2026, 6, 13),
            breaks=early,
            actor=make.operator(),
        )
