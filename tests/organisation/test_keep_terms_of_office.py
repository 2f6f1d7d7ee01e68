from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def test_terms_follow_on_each_other() -> None:
    make.term(date(2019, 1, 1), date(2023, 1, 1))
    make.term(date(2023, 1, 1), date(2027, 1, 1))

    found = queries.terms(make.actor(Role.PARTICIPANT))

    assert [term.name for term in found] == ["2023–2027", "2019–2023"]


def test_terms_that_overlap_are_refused() -> None:
    make.term(date(2019, 1, 1), date(2023, 1, 1))

    with pytest.raises(RuleBrokenError, match="överlappar en annan"):
        make.term(date(2022, 12, 31), date(2027, 1, 1))


def test_terms_of_two_municipalities_do_not_meet() -> None:
    make.term(municipality_id=TYRESO)

    assert make.term().name == "2023–2027"


@pytest.mark.parametrize("ends_on", [date(2023, 1, 1), date(2022, 1, 1)])
def test_a_term_that_does_not_end_after_it_begins_is_refused(ends_on: date) -> None:
    with pytest.raises(RuleBrokenError, match="slutar innan den börjar"):
        make.term(date(2023, 1, 1), ends_on)


def test_a_name_of_10_000_characters_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        actions.create_term(
            "x" * 10_000,
            starts_on=date(2023, 1, 1),
            ends_on=date(2027, 1, 1),
            actor=make.operator(),
        )
