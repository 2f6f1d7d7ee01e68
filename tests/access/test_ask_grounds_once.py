from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import QuerySet

from samsyn.access.api import Municipality, Role, has_role, prepared

pytestmark = pytest.mark.django_db

_KEEPERS = has_role(Role.COORDINATOR, Role.ADMINISTRATOR)
_MANAGERS = has_role(Role.DIRECTOR, Role.POLITICIAN)


@pytest.fixture(autouse=True)
def _written_anew() -> Iterator[None]:
    prepared.forget()
    yield
    prepared.forget()


def _by_keepers() -> "QuerySet[Any]":
    return Municipality.objects.filter(_KEEPERS.condition(prepared.SOMEONE))


def _by_managers() -> "QuerySet[Any]":
    return Municipality.objects.filter(_MANAGERS.condition(prepared.SOMEONE))


def test_a_ground_that_several_questions_have_in_common_is_asked_once() -> None:
    together = prepared.written_together("some", [_by_keepers, _by_keepers])

    assert [text.count("ground_0") for text, _values in together.questions] == [1, 1]
    assert list(together.grounds) == ["ground_0"]


def test_grounds_that_ask_the_same_of_other_roles_are_kept_apart() -> None:
    together = prepared.written_together("some", [_by_keepers, _by_managers])

    (keepers, _), (managers, _) = together.questions
    assert ("ground_0" in keepers, "ground_1" in managers) == (True, True)
    assert len(together.grounds) == 2


def test_a_question_that_is_written_meanwhile_stands_by_itself() -> None:
    def ask_in_passing() -> "QuerySet[Any]":
        prepared.written("alone", _by_keepers)
        return _by_keepers()

    prepared.written_together("some", [ask_in_passing])

    assert "ground_" not in prepared.written("alone", _by_keepers)[0]


def test_what_cannot_be_written_leaves_the_next_question_whole() -> None:
    def fail() -> "QuerySet[Any]":
        raise LookupError

    with pytest.raises(LookupError):
        prepared.written_together("some", [fail])

    assert "ground_" not in str(_by_keepers().query)
