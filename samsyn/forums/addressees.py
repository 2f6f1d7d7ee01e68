"""Who is reached for each who is asked: by the account, or else by whatever address is known."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from samsyn.access.api import (
    Actor,
    Membership,
    Role,
    act_as,
    bind,
    roles_in_municipality,
    visible,
    within,
)
from samsyn.forums import queries
from samsyn.forums.models import Attendance, Meeting
from samsyn.forums.rules import READ_MEETING
from samsyn.kernel.errors import NotFoundError
from samsyn.organisation import api as organisation
from samsyn.organisation.api import ContactKind, ContactPoint

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LONGEST_ADDRESS = 254


@dataclass(frozen=True, slots=True)
class Addressee:
    """Someone who is asked, and where she is reached; without an address she is not."""

    attendance: Attendance
    name: str
    email: str = ""
    account_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class _Book:
    """Every address that may be needed, fetched at once."""

    accounts: Mapping[UUID, Any] = field(default_factory=dict)
    contacts: Mapping[UUID, str] = field(default_factory=dict)

    def reach(self, person_id: UUID | None, *others: UUID | None) -> tuple[str, UUID | None]:
        """The account of the person, or the first of the contact points, hers before others'."""
        account = self.accounts.get(person_id) if person_id else None
        if account is not None:
            return account.email, account.pk
        found = (self.contacts.get(pk, "") for pk in (person_id, *others) if pk)
        return next(filter(None, found), ""), None


def addressees_of(actor: Actor, meeting: Meeting) -> list[Addressee]:
    """Everyone who is asked, with the address; who has left since is followed by who came after."""
    asked = list(queries.attendances_of(actor, meeting))
    holders = _holders(actor, [each.position_id for each in asked], _day(actor, meeting))
    persons = {each.person_id for each in asked} | {pk for row in holders.values() for pk in row}
    others = {pk for each in asked for pk in (each.position_id, each.body_id)}
    book = _book(actor, persons, others)
    named = {(each.position_id, each.person_id) for each in asked}
    return [
        _addressee(each, person_id, book)
        for each in asked
        for person_id in _persons(each, holders[each.position_id], named)
    ]


def _day(actor: Actor, meeting: Meeting) -> date:
    """Who holds a function when one meets; after the meeting, who holds it now."""
    return max(meeting.meets_on, actor.today)


def _persons(asked: Any, held: list[UUID], named: Collection[Any]) -> list[UUID | None]:
    if asked.position_id is None or asked.person_id in held:
        return [asked.person_id]
    others = [pk for pk in held if (asked.position_id, pk) not in named]
    return [*others] or [None]


def _addressee(asked: Any, person_id: UUID | None, book: _Book) -> Addressee:
    email, account_id = book.reach(person_id, asked.position_id, asked.body_id)
    last = asked.seat.contact_email if asked.seat else ""
    title = asked.position.title if asked.position else asked.wording
    name = ", ".join(part for part in (title, asked.body_name) if part)
    return Addressee(asked, name, email or _valid(last), account_id)


def by_address(found: Iterable[Addressee]) -> dict[str, list[Addressee]]:
    """Those who are reached; one who is asked twice gets one letter."""
    reached: dict[str, list[Addressee]] = defaultdict(list)
    for each in found:
        if each.email:
            reached[each.email.lower()].append(each)
    return dict(reached)


def address_of_function(actor: Actor, position_id: UUID | None) -> str:
    """Where whoever holds the function today is reached; nothing when she is not."""
    if position_id is None:
        return ""
    return addresses_of_functions(actor, [position_id])[position_id]


def addresses_of_functions(actor: Actor, position_ids: Collection[UUID]) -> dict[UUID, str]:
    """The same of several at once, in as many questions as of one."""
    holders = _holders(actor, position_ids, actor.today)
    book = _book(actor, {pk for held in holders.values() for pk in held}, position_ids)
    return {each: _first_reached(book, holders[each], each) for each in position_ids}


def _first_reached(book: _Book, held: Iterable[UUID], position_id: UUID) -> str:
    found = (book.reach(pk)[0] for pk in held)
    return next(filter(None, found), "") or book.reach(None, position_id)[0]


def reads(account_id: UUID, meeting: Meeting, actor: Actor) -> bool:
    """Whether the account may read the meeting, by the roles and functions of today."""
    with seeing_as(account_id, actor) as reader:
        if reader is None:
            return False
        return visible(reader, READ_MEETING).filter(pk=meeting.pk).exists()


@contextmanager
def seeing_as(account_id: UUID, actor: Actor) -> Iterator[Actor | None]:
    """See what an account may see, to write to it; None for one who would not be let in."""
    try:
        yield _let_in(account_id, actor)
    finally:
        bind(actor.municipality_id, actor.account_id)


def _let_in(account_id: UUID, actor: Actor) -> Actor | None:
    try:
        return act_as(account_id, actor.municipality_id, actor.now)
    except NotFoundError:
        return None


def open_accounts(actor: Actor) -> QuerySet[Any]:
    """The persons who can sign in today, each with the account."""
    let_in = roles_in_municipality(actor).order_by().values("account_id")
    rows = within(Membership, actor).filter(account__is_active=True, account__in=let_in)
    return rows.select_related("account").order_by("account__email", "pk")


def _holders(
    actor: Actor, position_ids: Collection[UUID | None], day: date
) -> defaultdict[UUID | None, list[UUID]]:
    rows = within(organisation.Appointment, actor).filter(
        organisation.queries.on(day),
        position__in=[pk for pk in position_ids if pk],
        kind__in=organisation.queries.HOLDS,
    )
    found: defaultdict[UUID | None, list[UUID]] = defaultdict(list)
    for held in rows.order_by("starts_on", "pk"):
        found[held.position_id].append(held.person_id)
    return found


def _book(actor: Actor, persons: Collection[UUID | None], others: Collection[UUID | None]) -> _Book:
    """The addresses of persons, and of functions and bodies."""
    known = [pk for pk in persons if pk]
    ids = [*known, *(pk for pk in others if pk)]
    accounts = {
        each.person_id: each.account for each in open_accounts(actor).filter(person__in=known)
    }
    owned = Q(person__in=ids) | Q(position__in=ids) | Q(body__in=ids)
    points = within(ContactPoint, actor).filter(owned, kind=ContactKind.EMAIL).order_by("-pk")
    contacts: dict[Any, str] = {
        each.person_id or each.position_id or each.body_id: each.value
        for each in points
        if _valid(each.value)
    }
    return _Book(accounts, contacts)


def _valid(address: str) -> str:
    """The address, if a letter can be sent to it: contact points may be written in any way."""
    is_one = len(address) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(address)
    return address if is_one else ""


def managers_who_read(meeting: Meeting, actor: Actor) -> list[str]:
    """The directors and politicians whom the forum lets read what is said."""
    roles = roles_in_municipality(actor).filter(
        role__in=[Role.DIRECTOR, Role.POLITICIAN], account__is_active=True
    )
    found = dict.fromkeys((each.account_id, each.account.email.lower()) for each in roles)
    return [email for account_id, email in found if reads(account_id, meeting, actor)]
