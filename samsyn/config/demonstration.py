"""Loads two municipalities to try Samsyn on, once, and says how to sign in."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Model

from samsyn.access import api as access
from samsyn.config.env import environment
from samsyn.config.secrets import Secrets
from samsyn.organisation import api as organisation
from samsyn.organisation.api import actions

_PASSWORD = "demonstration"  # noqa: S105 - a file's name
_OFFICES = (
    ("Ordförande", organisation.Office.CHAIR),
    ("Förste vice ordförande", organisation.Office.FIRST_VICE_CHAIR),
)
_SINCE = date(2023, 1, 1)

Entry = Mapping[str, Any]


def load_demonstration() -> list[str]:
    """Load it if nothing is there, and return the lines that say how to sign in."""
    told = tomllib.loads((Path(__file__).parent / "demonstration.toml").read_text("utf-8"))
    password = Secrets(environment().home).made(_PASSWORD)
    if not access.Municipality.objects.exists():
        with transaction.atomic():
            _load(told, make_password(password))
    return [*_lines(told), f"Lösenordet är för alla: {password}"]


def _load(told: Entry, password: str) -> None:
    places = {}
    for each in told["municipality"]:
        place = access.found_municipality(key=each["key"], name=each["name"], code=each["code"])
        places[each["key"]] = place.pk
        with access.acting_in(place.pk) as actor:
            _Loader(actor, password).load(each)
    for each in told["shared"]:
        municipality_ids = [places[key] for key in each["municipalities"]]
        kind = organisation.BodyKind(each["kind"])
        actions.share_body(each["name"], kind, municipality_ids)


def _lines(told: Entry) -> Iterator[str]:
    for each in told["municipality"]:
        yield f"Logga in i {each['name']} som"
        for person in each["person"]:
            if "email" in person:
                label = str(access.Role(person["role"]).label)
                yield f"  {label:<16} {person['email']}"


def _pk(row: Model | None) -> UUID | None:
    return row.pk if row else None


class _Loader:
    """Makes what one municipality consists of, by the names that the file refers to it with."""

    def __init__(self, actor: access.Actor, password: str) -> None:
        self._actor = actor
        self._password = password
        self._areas: dict[str, organisation.Area] = {}
        self._bodies: dict[str, organisation.Body] = {}
        self._positions: dict[str, organisation.Position] = {}
        self._term_id: Any = None

    def load(self, told: Entry) -> None:
        if "term" in told:
            self._term_id = actions.create_term(**told["term"], actor=self._actor).pk
        for area in told.get("area", ()):
            self._area(area)
        for body in told["body"]:
            self._body(body)
        for person in told["person"]:
            self._person(person)

    def _area(self, told: Entry) -> None:
        parent = self._areas.get(told.get("parent", ""))
        about = actions.AreaDescription(
            told["name"],
            organisation.AreaKind(told["kind"]),
            told.get("code", ""),
            told.get("description", ""),
            _pk(parent),
        )
        self._areas[told["name"]] = actions.create_area(about, actor=self._actor)

    def _body(self, told: Entry) -> None:
        area, parent = (
            self._areas.get(told.get("area", "")),
            self._bodies.get(told.get("parent", "")),
        )
        body = actions.create_body(
            told["name"],
            actions.Description(
                organisation.BodyKind(told["kind"]),
                is_own_authority=told.get("authority", False),
                area_id=_pk(area),
            ),
            starts_on=told.get("starts_on"),
            parent_id=_pk(parent),
            short_name=told.get("short_name", ""),
            actor=self._actor,
        )
        self._bodies[told["name"]] = body
        self._seats(body, told)

    def _seats(self, body: organisation.Body, told: Entry) -> None:
        elected = _OFFICES if told.get("offices") else ()
        seats = [
            *((title, office, True) for title, office in elected),
            *((title, None, True) for title in told.get("positions", ())),
            *((title, None, False) for title in told.get("several", ())),
        ]
        for title, office, is_single in seats:
            self._positions[f"{title}, {told['name']}"] = actions.create_position(
                body, title, office=office, is_single=is_single, actor=self._actor
            )

    def _person(self, told: Entry) -> None:
        given_name, family_name = told["name"]
        person = actions.create_person(given_name, family_name, is_invented=True, actor=self._actor)
        for held in told.get("holds", ()):
            self._appoint(person, held, None)
        for held in told.get("left", ()):
            self._appoint(person, held, self._actor.today)
        if "email" in told:
            self._let_in(person, told)

    def _appoint(self, person: organisation.Person, held: str, ends_on: date | None) -> None:
        position = self._positions[held]
        term_id = self._term_id if position.office else None
        actions.appoint(
            position,
            person,
            actions.Engagement(term_id=term_id),
            starts_on=_SINCE,
            ends_on=ends_on,
            actor=self._actor,
        )

    def _let_in(self, person: organisation.Person, told: Entry) -> None:
        account = access.let_sign_in(person.pk, told["email"], actor=self._actor)
        account.password = self._password
        account.save(update_fields=["password"])
        body = self._bodies.get(told.get("in", ""))
        access.grant_role(
            account,
            access.Role(told["role"]),
            body_id=_pk(body),
            starts_on=self._actor.today - timedelta(days=1),
            actor=self._actor,
        )
