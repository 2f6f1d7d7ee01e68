"""What comes in files is written thousands of rows at a time, ahead of what is asked next."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from samsyn.access.api import (
    Actor,
    Among,
    delete_many,
    insert_many,
    one_change,
    update_many,
    writing_ahead,
)
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.models import Person
from tests import factories as make
from tests.surroundings import ALINGSAS, TYRESO

COLUMNS = ("id", "key", "given_name", "family_name", "is_invented")
MORE_THAN_A_QUESTION_CAN_NAME = 65_536

pytestmark = pytest.mark.django_db


def fail() -> None:
    raise RuleBrokenError("något annat")


@pytest.fixture
def actor() -> Actor:
    return make.operator(ALINGSAS)


def write(actor: Actor, *given_names: str) -> None:
    rows = [(uuid4(), str(uuid4()), name, "Berg", True) for name in given_names]
    insert_many(Person, COLUMNS, rows, municipality_id=actor.municipality_id)


def write_ahead(actor: Actor, *given_names: str, otherwise: Callable[[], object] = list) -> None:
    """Write one at a time, in one change, and do something else meanwhile."""
    with one_change(), writing_ahead():
        for name in given_names:
            write(actor, name)
        otherwise()


def names() -> list[str]:
    return sorted(Person.objects.values_list("given_name", flat=True))


def test_a_row_whose_identifier_is_not_said_is_given_one(actor: Actor) -> None:
    known = uuid4()
    rows = [(known, "a", "Asta", "Berg", True), (None, "b", "Bo", "Berg", True)]

    insert_many(Person, COLUMNS, rows, municipality_id=actor.municipality_id)

    assert Person.objects.get(key="a").pk == known
    assert Person.objects.get(key="b").pk != known


def test_what_is_asked_sees_all_that_was_written_before(actor: Actor) -> None:
    seen: list[str] = []

    write_ahead(actor, *"ABCDEFGHI", otherwise=lambda: seen.extend(names()))

    assert "".join(seen) == "ABCDEFGHI"


def test_all_is_written_at_the_end(actor: Actor) -> None:
    write_ahead(actor, "Anna", "Bo")

    assert names() == ["Anna", "Bo"]


def test_signs_that_mean_something_in_an_array_are_written_as_they_are(actor: Actor) -> None:
    told = ["NULL", "{a,b}", 'sade "nej"', "c:\\temp\\", "a, b", "O'Brien"]

    write(actor, *told)

    assert names() == sorted(told)


def test_what_is_refused_is_told_in_words_and_nothing_is_written(actor: Actor) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        write_ahead(actor, "Anna", "")

    assert names() == []


def test_the_first_refusal_is_the_one_that_is_told(actor: Actor) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        write_ahead(actor, "", "Anna", otherwise=names)

    assert names() == []


def test_what_goes_wrong_meanwhile_undoes_what_is_being_written(actor: Actor) -> None:
    with pytest.raises(RuleBrokenError, match="annat"):
        write_ahead(actor, "Anna", otherwise=fail)

    assert names() == []


def test_a_row_of_another_municipality_is_neither_changed_nor_deleted(actor: Actor) -> None:
    make.operator(TYRESO)
    other = make.person(municipality_id=TYRESO, given_name="Eva")

    update_many(Person, ("id", "given_name"), [(other.pk, "Ada")], municipality_id=ALINGSAS)
    delete_many(Person, [other.pk], municipality_id=ALINGSAS)

    assert names() == ["Eva"]


def test_any_number_of_rows_can_be_asked_for(actor: Actor) -> None:
    write(actor, "Anna", "Bo")
    own = Person.objects.get(given_name="Bo").pk
    wanted = [own, *map(UUID, (f"{n:032x}" for n in range(MORE_THAN_A_QUESTION_CAN_NAME)))]

    found = Person.objects.filter(Among("pk", wanted))

    assert [person.given_name for person in found] == ["Bo"]
