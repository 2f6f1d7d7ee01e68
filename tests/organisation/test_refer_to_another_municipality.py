"""Identifiers of another municipality: nothing changed, nothing revealed."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from psycopg.sql import SQL, Identifier

from samsyn.access.api import Role, grant_role, let_sign_in
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions
from samsyn.organisation.actions import AreaDescription, Description, Engagement
from samsyn.organisation.models import AreaKind, BodyKind
from tests import factories as make
from tests.conftest import BuildOnce
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

# Only the operator writes here, so there is nothing to point elsewhere (test_share_a_body).
KEPT_BY_THE_OPERATOR = {("organisation_participation", "body_id")}

REFERENCES = """
select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text
from pg_constraint c
join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
where c.contype = 'f' and cardinality(c.conkey) = 1
  and exists (select from pg_attribute t
              where t.attrelid = c.conrelid and t.attname = 'municipality_id')
  and exists (select from pg_attribute t
              where t.attrelid = c.confrelid and t.attname = 'municipality_id')
order by 1, 2
"""
TENANTS = """
select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
where a.attname = 'municipality_id' and c.relkind = 'r' order by 1
"""


def rows(statement: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def any_row(table: str, column: str = "id") -> UUID | None:
    """A row that may be seen, rather one that has something in the column."""
    statement = SQL("select id from {} order by {} is null, id limit 1")
    with connection.cursor() as cursor:
        cursor.execute(statement.format(Identifier(table), Identifier(column)))
        found = cursor.fetchone()
    return found[0] if found else None


def point(table: str, row: UUID, column: str, to: UUID) -> None:
    statement = SQL("update {} set {} = %s where id = %s").format(
        Identifier(table), Identifier(column)
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [to, row])


def told_by_the_database(table: str, column: str, to: UUID) -> str:
    row = any_row(table, column)
    assert row is not None, f"the test has no row in {table}"
    try:
        point(table, row, column, to)
    except DatabaseError as error:
        return str(error)
    return ""


@pytest.fixture(scope="module")
def theirs(build_once: BuildOnce) -> dict[str, UUID]:
    found: dict[str, UUID] = build_once(_rows_of_tyreso)
    return found


def _rows_of_tyreso() -> dict[str, UUID]:
    make.everything(ALINGSAS)
    make.everything(TYRESO)
    make.operator(TYRESO)
    found = {table: any_row(table) for (table,) in rows(TENANTS)}
    return {table: pk for table, pk in found.items() if pk is not None}


@pytest.fixture
def foreign(theirs: dict[str, UUID]) -> dict[str, UUID]:
    """A row of the other municipality in every table; both have all."""
    make.operator(ALINGSAS)
    return theirs


def test_no_reference_reaches_into_another_municipality(foreign: dict[str, UUID]) -> None:
    references = [
        (table, column, to)
        for table, column, to in rows(REFERENCES)
        if (table, column) not in KEPT_BY_THE_OPERATOR
    ]

    accepted = [
        f"{table}.{column}"
        for table, column, to in references
        if not told_by_the_database(table, column, foreign[to])
    ]

    assert accepted == []
    assert len(references) >= 14


def test_every_reference_has_its_guard() -> None:
    """Also where another rule of the table happens to refuse first."""
    guarded = set(rows("select tgrelid::regclass::text, tgname from pg_trigger"))

    unguarded = [
        f"{table}.{column}"
        for table, column, _to in rows(REFERENCES)
        if (table, column) not in KEPT_BY_THE_OPERATOR
        for name in (f"{column}_is_of_the_same_municipality",)
        if not {(table, name), (table, f"added_{name}")} <= guarded
    ]

    assert unguarded == []


def test_a_reference_within_the_municipality_is_accepted(foreign: dict[str, UUID]) -> None:
    own = any_row("organisation_area")

    assert own is not None
    assert told_by_the_database("organisation_body", "area_id", own) == ""


def test_no_row_is_moved_to_another_municipality(foreign: dict[str, UUID]) -> None:
    # Some refuse every change before row security is asked.
    accepted = [
        table
        for table in set(foreign) - {"audit_event"}
        if not told_by_the_database(table, "municipality_id", TYRESO)
    ]

    assert accepted == []


def create_body(pk: UUID) -> None:
    about = Description(BodyKind.UNIT)
    actions.create_body("Ny", about, starts_on=None, parent_id=pk, actor=make.operator())


def create_body_in_area(pk: UUID) -> None:
    about = Description(BodyKind.UNIT, area_id=pk)
    actions.create_body("Ny", about, starts_on=None, actor=make.operator())


def place_body(pk: UUID) -> None:
    actions.place_body(make.body(), pk, starts_on=make.TODAY, actor=make.operator())


def describe_body(pk: UUID) -> None:
    about = Description(BodyKind.BOARD, area_id=pk)
    actions.describe_body(make.body(), about, actor=make.operator())


def appoint_for_term(pk: UUID) -> None:
    actions.appoint(
        make.position(),
        make.person(),
        Engagement(term_id=pk),
        starts_on=make.TODAY,
        actor=make.operator(),
    )


def create_area(pk: UUID) -> None:
    about = AreaDescription("Ny", AreaKind.PLACE, parent_id=pk)
    actions.create_area(about, actor=make.operator())


def let_in(pk: UUID) -> None:
    let_sign_in(pk, "ny@example.se", actor=make.operator())


def give_role(pk: UUID) -> None:
    account = make.account_with()
    grant_role(
        account, Role.DIRECTOR, body_id=pk, starts_on=date(2026, 1, 1), actor=make.operator()
    )


CHANGES: dict[Callable[[UUID], None], str] = {
    create_body: "organisation_body",
    create_body_in_area: "organisation_area",
    place_body: "organisation_body",
    describe_body: "organisation_area",
    appoint_for_term: "organisation_termofoffice",
    create_area: "organisation_area",
    let_in: "organisation_person",
    give_role: "organisation_body",
}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_belongs_to_another_is_told_of_as_missing(
    change: Callable[[UUID], None], foreign: dict[str, UUID]
) -> None:
    assert told(change, foreign[CHANGES[change]]) == told(change, uuid4())
    assert told(change, uuid4()) == "Något av det du valde finns inte."


def told(change: Callable[[UUID], None], pk: UUID) -> str:
    with pytest.raises(RuleBrokenError) as refusal:
        change(pk)
    return str(refusal.value)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_nothing_is_changed_by_it(change: Callable[[UUID], None], foreign: dict[str, UUID]) -> None:
    with pytest.raises(RuleBrokenError):
        change(foreign[CHANGES[change]])

    make.operator(TYRESO)
    assert list(strangers()) == []


def strangers() -> Iterator[str]:
    """Tables where the other municipality now sees more than it did."""
    for (table,) in rows(TENANTS):
        with connection.cursor() as cursor:
            count = SQL("select count(*) from {} where municipality_id <> %s")
            cursor.execute(count.format(Identifier(table)), [TYRESO])
            if cursor.fetchone() != (0,):
                yield table
