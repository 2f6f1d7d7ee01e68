"""Writes made-up municipalities in bulk, as the application role and under row security."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from samsyn.access import api as access
from samsyn.audit import api as audit
from samsyn.config.database.addresses import address
from samsyn.config.env import environment
from samsyn.organisation.models import BodyKind
from samsyn.organisation.searchable import BODY, PERSON, POSITION
from samsyn.search import api as search
from tools.bench.figures import Who
from tools.bench.generated import bring_in
from tools.bench.municipality import MadeUp, Size, identity, make

PASSWORD = "a password of the bench alone"  # noqa: S105 - of accounts that exist nowhere else
FULL, ONE, ONE_PAGE, MANY_FORUMS, FIRST_NEIGHBOUR = 1, 2, 3, 4, 10
SIZES = {ONE: Size(1, 1, 1, 1, 1), ONE_PAGE: Size(25, 25, 25, 25, 25)}
VISITORS = 8
_ACCOUNTS, _EVENTS = 300, 20_000
_ROWS_AT_A_TIME = 2_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """A municipality in the database, and the addresses of those who can sign in there."""

    made: MadeUp
    emails: Mapping[Who, list[str]]


def load(
    home: Path, neighbours: int, today: date, advance: Callable[[], None]
) -> dict[int, Loaded]:
    """Load what is missing; a home that is used again has it all."""
    loaded = {
        FULL: _generated(FULL, *bring_in(home, 1, "--indicators", "200")),
        MANY_FORUMS: _generated(
            MANY_FORUMS,
            *bring_in(home, 2, "--years", "1", "--forums", "300", only_charters=True),
        ),
    }
    for number, size in sizes(neighbours).items():
        is_missing = _found(number)
        if is_missing or number in SIZES:
            made = make(number, size, today)
            loaded[number] = fill(made, number) if is_missing else _described(made, number)
        advance()
    _gather_statistics()
    return loaded


def sizes(neighbours: int) -> dict[int, Size]:
    numbers = range(FIRST_NEIGHBOUR, FIRST_NEIGHBOUR + neighbours)
    return SIZES | {number: Size() for number in numbers}


def _generated(number: int, made: MadeUp, is_missing: bool) -> Loaded:  # noqa: FBT001 - unpacked
    if is_missing:
        with access.acting_in(made.municipality_id) as actor:
            _settle(made, number, actor)
    return _described(made, number)


def _described(made: MadeUp, number: int) -> Loaded:
    emails = [_email(number, place) for place in range(2 * VISITORS)]
    by_role = {Who.ADMINISTRATOR: emails[:VISITORS], Who.DIRECTOR: emails[VISITORS:]}
    return Loaded(made, by_role)


def _email(number: int, place: int) -> str:
    return f"konto{place}.{number}@example.se"


def _found(number: int) -> bool:
    """Found it as the operator, who alone can; tell whether it was missing."""
    statement = (
        "insert into access_municipality (id, key, name, code) values (%s, %s, %s, %s) "
        "on conflict do nothing"
    )
    row = (identity(number), f"kommun-{number}", f"Påhittade kommun {number}", f"{9000 + number}")
    with psycopg.connect(**address(environment(), "owner")) as owner:
        return owner.execute(statement, row).rowcount == 1


def _gather_statistics() -> None:
    """Do at once what the server does by itself in a while."""
    with psycopg.connect(**address(environment(), "owner"), autocommit=True) as owner:
        owner.execute("vacuum analyze")


def fill(made: MadeUp, number: int) -> Loaded:
    """Write the rows and the accounts, in a municipality that is founded."""
    with access.acting_in(made.municipality_id) as actor:
        for rows in made.tables:
            _write(rows)
        search.index_many(_drafts(made))
        _settle(made, number, actor)
    return _described(made, number)


def _settle(made: MadeUp, number: int, actor: access.Actor) -> None:
    """Let people in, and leave a trail where the pages are measured."""
    count = _ACCOUNTS if number == FULL else 2 * VISITORS
    accounts = _let_in(made, number, min(count, len(made.persons)))
    if number == FULL:
        _write(_trail(made, accounts, actor))


def _write(rows: list[Any]) -> None:
    if rows:
        type(rows[0])._default_manager.bulk_create(rows, batch_size=_ROWS_AT_A_TIME)


def _let_in(made: MadeUp, number: int, count: int) -> list[access.Account]:
    emails = [_email(number, place) for place in range(count)]
    accounts = [access.Account(email=email, password=_password()) for email in emails]
    _write(accounts)
    _write(
        [
            EmailAddress(user=account, email=account.email, verified=True, primary=True)
            for account in accounts
        ]
    )
    owned = {"municipality_id": made.municipality_id}
    pairs = zip(accounts, made.persons, strict=False)
    _write([access.Membership(**owned, account=who, person=person) for who, person in pairs])
    _write([_assignment(made, account, place) for place, account in enumerate(accounts)])
    return accounts


@cache
def _password() -> str:
    return make_password(PASSWORD)


def _assignment(made: MadeUp, account: access.Account, place: int) -> access.Assignment:
    """Eight administrators of the whole, eight directors of a board each, and participants."""
    role, body = access.Role.PARTICIPANT, made.bodies[place % len(made.bodies)]
    if place < VISITORS:
        return _held(made, account, access.Role.ADMINISTRATOR)
    if place < 2 * VISITORS:
        role = access.Role.DIRECTOR
    return _held(made, account, role, body_id=body.pk)


def _held(
    made: MadeUp, account: access.Account, role: access.Role, body_id: UUID | None = None
) -> access.Assignment:
    since = date(2020, 1, 1)
    return access.Assignment(
        municipality_id=made.municipality_id,
        account=account,
        role=role,
        body_id=body_id,
        starts_on=since,
    )


def _trail(made: MadeUp, accounts: list[access.Account], actor: access.Actor) -> list[audit.Event]:
    """A trail like that of a year: pages seen, the newest just now."""
    return [
        audit.Event(
            id=uuid4(),
            at=actor.now - timedelta(minutes=20 * n),
            municipality_id=made.municipality_id,
            account_id=accounts[n % len(accounts)].pk,
            action="organisation.read_body",
            object_type="organisation.body",
            object_id=made.bodies[n % len(made.bodies)].pk,
            reason=access.Role.ADMINISTRATOR,
            outcome=audit.Outcome.SEEN,
        )
        for n in range(_EVENTS)
    ]


def _drafts(made: MadeUp) -> Iterator[search.Draft]:
    """What the search is told of the organisation, as `organisation.searchable` tells it."""
    names, titles = _names(made), _titles(made)
    for body in made.bodies:
        title, *rest = names[body.pk]
        text = ", ".join([str(BodyKind(body.kind).label), *rest])
        yield search.Draft(BODY, body.pk, made.municipality_id, title, text=text)
    for position in made.positions:
        name = names[position.body_id][0]
        yield search.Draft(POSITION, position.pk, made.municipality_id, position.title, name)
    for person in made.persons:
        held = ", ".join(sorted(titles[person.pk]))
        yield search.Draft(PERSON, person.pk, made.municipality_id, person.name, text=held)


def _names(made: MadeUp) -> dict[UUID, list[str]]:
    names: dict[UUID, list[str]] = defaultdict(list)
    for row in made.body_names:
        names[row.body_id].insert(0, row.name)
    return names


def _titles(made: MadeUp) -> dict[UUID, set[str]]:
    titles: dict[UUID, set[str]] = defaultdict(set)
    for held in made.appointments:
        titles[held.person_id].add(held.position.title)
    return titles
