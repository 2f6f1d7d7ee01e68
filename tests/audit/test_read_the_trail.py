from datetime import timedelta

import pytest

from samsyn.audit import api as audit
from samsyn.audit.api import Event, Outcome
from tests import factories as make
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db


def record(action: str, *, minutes: int = 0, outcome: Outcome = Outcome.DONE) -> Event:
    body = make.body()
    audit.record(
        action,
        at=make.NOW + timedelta(minutes=minutes),
        municipality_id=ALINGSAS,
        account_id=None,
        outcome=outcome,
        concerning=body,
    )
    return Event.objects.get(object_id=body.pk)


def test_the_newest_comes_first() -> None:
    record("första")
    record("andra", minutes=1)

    assert [event.action for event in audit.events_of(ALINGSAS)] == ["andra", "första"]


def test_it_names_the_object_by_kind_and_key() -> None:
    event = record("x")

    assert event.object_type == "organisation.body"


def test_the_changes_of_an_object_are_what_was_done_to_it() -> None:
    done, seen = record("gjord"), record("sedd", outcome=Outcome.SEEN)
    keys = [event.object_id for event in (done, seen) if event.object_id]

    assert list(audit.changes_to(ALINGSAS, keys)) == [done]


def test_another_municipality_has_another_trail() -> None:
    record("x")

    assert not audit.events_of(TYRESO).exists()
