"""The trail is only added to, whoever asks."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from samsyn.access.api import Role
from samsyn.access.tenancy import bind
from samsyn.audit import api as audit
from samsyn.audit.api import Event, Outcome
from tests import factories as make
from tests.access import owner
from tests.surroundings import ALINGSAS, TYRESO

database = pytest.mark.django_db
CHANGES = (
    "update audit_event set reason = 'en annan'",
    "delete from audit_event",
    "truncate audit_event",
    "truncate audit_event cascade",
)
As = Callable[[], AbstractContextManager[psycopg.Connection[Any]]]


@pytest.fixture
def trail(committed_database: str) -> list[tuple[Any, ...]]:
    with transaction.atomic():
        make.checked_event()
    return written()


def written() -> list[tuple[Any, ...]]:
    with owner.owner() as operator:
        return operator.execute("select * from audit_event order by id").fetchall()


@pytest.mark.parametrize("statement", CHANGES)
@pytest.mark.parametrize("as_role", [owner.application, owner.owner])
def test_neither_the_application_nor_the_owner_changes_it(
    trail: list[tuple[Any, ...]], as_role: As, statement: str
) -> None:
    with as_role() as there, pytest.raises(psycopg.errors.InsufficientPrivilege):
        there.execute(statement)

    assert written() == trail
    assert trail


@pytest.mark.parametrize("statement", CHANGES)
def test_not_even_one_who_passes_row_security_changes_it(
    trail: list[tuple[Any, ...]], statement: str
) -> None:
    with owner.superuser() as there, pytest.raises(psycopg.errors.InsufficientPrivilege):
        there.execute(statement)

    assert written() == trail


@pytest.mark.parametrize("trigger", ["trail_is_only_added_to", "trail_is_not_emptied"])
@database
def test_the_application_cannot_put_the_refusal_to_sleep(trigger: str) -> None:
    statement = f"alter table audit_event disable trigger {trigger}"

    with pytest.raises(DatabaseError, match="must be owner"), transaction.atomic():
        connection.cursor().execute(statement)


@database
def test_the_application_cannot_act_as_a_replica_that_fires_no_triggers() -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute("set session_replication_role = replica")


@database
def test_an_event_belongs_to_the_municipality_one_acts_in() -> None:
    make.operator(ALINGSAS)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        audit.record(
            "x", at=make.NOW, municipality_id=TYRESO, account_id=None, outcome=Outcome.SEEN
        )


@database
def test_an_unknown_outcome_is_refused() -> None:
    make.operator()

    with pytest.raises(DatabaseError, match="event_outcome_is_known"), transaction.atomic():
        Event.objects.create(at=make.NOW, municipality_id=ALINGSAS, action="x", outcome="kanske")


@database
def test_a_municipality_reads_its_own_trail_alone() -> None:
    make.checked_event(ALINGSAS)
    make.checked_event(TYRESO)

    bind(ALINGSAS, None)

    assert {event.municipality_id for event in Event.objects.all()} == {ALINGSAS}


@database
def test_what_happened_outside_every_municipality_is_the_operators_to_read() -> None:
    bind(None, None)
    audit.record("x", at=make.NOW, municipality_id=None, account_id=None, outcome=Outcome.REFUSED)

    make.actor(Role.ADMINISTRATOR)

    assert not Event.objects.filter(action="x").exists()
