"""The database knows at once what thousands of records have come to."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from pytest_django import DjangoCaptureOnCommitCallbacks

from samsyn.access.api import Actor
from tests.exchange.files import import_text

MANY = 1_000


def _persons(count: int) -> str:
    rows = (
        f"  maja-{number}: {{given_name: Maja, family_name: Berg{number}}}\n"
        for number in range(count)
    )
    return f"persons:\n{''.join(rows)}"


def _asked(question: str, *bound: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, bound)
        return cursor.fetchone()[0]


@pytest.fixture
def began(actor: Actor) -> datetime:
    moment: datetime = _asked("select clock_timestamp()")
    return moment


@pytest.mark.parametrize(
    "table", ["organisation_person", "search_entry", "exchange_importedchange", "audit_event"]
)
def test_what_a_large_import_wrote_is_counted(
    table: str,
    began: datetime,
    actor: Actor,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        import_text(_persons(MANY), actor)

    asked = "select last_analyze from pg_stat_user_tables where relname = %s"
    assert _asked(asked, table) > began


def test_the_database_reckons_with_as_many_as_there_are(
    actor: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        import_text(_persons(MANY + 234), actor)

    asked = "select reltuples from pg_class where oid = 'organisation_person'::regclass"
    assert _asked(asked) == MANY + 234


def test_a_small_import_does_not_wait_for_it(
    actor: Actor, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks() as left_to_do:
        import_text(_persons(MANY - 1), actor)

    assert not left_to_do
