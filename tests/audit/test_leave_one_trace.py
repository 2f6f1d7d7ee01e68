"""Every command of the real site that is carried through leaves one event, with its ground."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import models
from django.test import Client

from samsyn.access.api import Account, Role
from samsyn.audit.api import Event, Outcome
from samsyn.exchange.api import Upload
from samsyn.organisation.models import Body, BoundaryFile, Person, Position
from tests import factories as make
from tests.access import matrix
from tests.access.conftest import the_clock
from tests.access.test_knock_at_every_door import BY_LINK, DOORS, Door, named
from tests.audit import (
    cycle_commands,
    deviation_commands,
    document_commands,
    forum_commands,
    forum_rows_to_try,
    governance_commands,
    initiative_commands,
    risk_commands,
)
from tests.boundary_rows import geojson, square
from tests.conftest import BuildOnce
from tests.exchange.sending import BODY, UPLOAD, a_file
from tests.exchange.test_name_headings import OWN
from tests.exchange.workbooks import workbook

pytestmark = pytest.mark.django_db

__all__ = ["the_clock"]

COMMANDS = [door for door in DOORS if door.method == "POST"]
# Whoever comes by a link has no account, and no role that is the ground: these are tried in
# tests/forums/test_contribute_by_link.py and tests/initiatives/test_report_by_link.py, and the
# trail of links in tests/access.
COMMANDS_BY_LINK = {
    "delta/<token>/<uuid:pk>/bidra/",
    "delta/<token>/<uuid:pk>/svara/",
    "delta/<token>/<uuid:pk>/utkast/",
    "rapportera/forum/<token>/skicka/",
    "rapportera/organ/<token>/skicka/",
}
TODAY, LATER = make.TODAY.isoformat(), (make.TODAY + timedelta(days=365)).isoformat()
CONTACT = {"kind": "email", "value": "ny@example.se"}

# What a person writes in the form of each action, besides what most forms have in common.
COMMON = {
    "name": "Ny",
    "title": "Ny",
    "given_name": "Ny",
    "family_name": "Person",
    "is_single": "on",
    "starts_on": TODAY,
}
ANSWERS = {
    "organisation.create_body": {"kind": "unit"},
    "organisation.describe_body": {"kind": "unit"},
    "organisation.end_body": {"ends_on": LATER},
    "organisation.end_position": {"ends_on": LATER},
    "organisation.end_appointment": {"ends_on": LATER},
    "organisation.describe_position": {"starts_on": make.LONG_AGO.isoformat()},
    "organisation.appoint": {"person": "ny", "kind": "deputy", "share_percent": "50"},
    "organisation.correct_appointment": {"kind": "ordinary", "share_percent": "50"},
    "organisation.create_area": {"kind": "district"},
    "organisation.describe_area": {"kind": "district"},
    "organisation.keep_terms": {"ends_on": LATER},
    "organisation.add_contact_to_body": CONTACT,
    "organisation.add_contact_to_position": CONTACT,
    "organisation.add_contact_to_person": CONTACT,
    "organisation.let_sign_in": {"email": "ny@example.se"},
    "organisation.grant_role": {"role": "auditor"},
}
# Files that are sent, and where what is sent is looked at before it is decided on.
SENT: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "exchange.upload_file": lambda: {"sent": [a_file(BODY)]},
    "organisation.send_boundaries": lambda: {
        "file": a_file(geojson((square(), {"namn": "Norra"})), "granser.geojson"),
        "origin": "SCB",
    },
}
SHOWN_AT: Mapping[type[models.Model], str] = {
    Upload: "/samverkansfil/uppladdat/",
    BoundaryFile: "/omraden/granser/",
}


def test_every_command_is_tried_here_or_by_a_link() -> None:
    assert {door.address for door in BY_LINK if door.method == "POST"} == COMMANDS_BY_LINK


def test_nothing_is_prepared_for_a_command_that_is_not_there() -> None:
    told = {*forum_commands.WRITTEN, *forum_commands.CHOSEN, *forum_commands.GROUNDS}
    told |= {*governance_commands.WRITTEN, *governance_commands.CHOSEN}
    told |= {*document_commands.WRITTEN, *document_commands.CHOSEN}
    told |= {*cycle_commands.WRITTEN, *cycle_commands.CHOSEN}
    told |= {*risk_commands.WRITTEN, *risk_commands.CHOSEN, *risk_commands.OTHERWISE}
    told |= {*initiative_commands.WRITTEN, *initiative_commands.CHOSEN}
    told |= {*deviation_commands.WRITTEN, *deviation_commands.CHOSEN, *deviation_commands.SHOWN}
    told |= {*deviation_commands.OTHERWISE}
    rows = {*forum_rows_to_try.OTHERWISE, *governance_commands.OTHERWISE}
    rows |= {*document_commands.OTHERWISE}
    prepared = {*ANSWERS, *told, *forum_commands.SHOWN, *rows}

    assert prepared <= {name for door in COMMANDS for name in (door.action, door.address)}


@pytest.fixture(scope="module")
def world(build_once: BuildOnce) -> matrix.World:
    built: matrix.World = build_once(matrix.build_world)
    return built


@pytest.mark.parametrize("door", COMMANDS, ids=named)
def test_a_command_leaves_one_event_with_its_ground(door: Door, world: matrix.World) -> None:
    account = make.member(Role.ADMINISTRATOR)
    client = Client()
    client.force_login(account)
    row = sent(client, account, door) or concerned(door, account, world)

    answer = client.post(door.at(row.pk), {**COMMON, **answers(client, door, row)})

    make.operator()
    events = Event.objects.filter(action=door.action)
    status = 200 if door.address in forum_commands.SHOWN | deviation_commands.SHOWN else 302
    ground = forum_commands.GROUNDS.get(door.action, "administrator")
    assert answer.status_code == status, answer.content.decode()
    assert [(e.outcome, e.reason, e.account_id, e.object_id) for e in events] == [
        (Outcome.DONE, ground, account.pk, row.pk)
    ]


def sent(client: Client, account: Account, door: Door) -> models.Model | None:
    """What the account has sent itself: nobody else may do anything with it."""
    if door.model is BoundaryFile:
        file = make.boundary_file(account)
        make.operator()
        return file
    return uploaded(client, account, door.action) if door.model is Upload else None


def uploaded(client: Client, account: Account, action: str) -> Upload:
    is_workbook = action == "exchange.name_headings"
    file = a_file(workbook(OWN), "egen.xlsx") if is_workbook else a_file(BODY)
    client.post(UPLOAD, {"sent": [file]})
    make.operator()
    return Upload.objects.get(account_id=account.pk)


def answers(client: Client, door: Door, row: models.Model) -> Mapping[str, Any]:
    """What is answered beside what most forms have in common."""
    if ".cite_" in door.action:
        place = {"document": str(make.document().pk), "place": "s. 1"}
        return place | document_commands.told(door.action, row)
    if door.action in SENT:
        return SENT[door.action]()
    if door.model in SHOWN_AT:
        shown = client.get(f"{SHOWN_AT[door.model]}{row.pk}/", follow=True).context
        form = shown.get("form")
        return {field.name: field.initial for field in form} if form else shown["decided"]
    if door.action.startswith("governance."):
        of_documents = document_commands.told(door.action, row)
        of_the_cycle = cycle_commands.told(door.action, row)
        of_risks = risk_commands.told(door.action, row)
        of_all = of_documents | of_the_cycle | of_risks
        return governance_commands.told(door.action, row) | of_all
    if door.action.startswith("initiatives."):
        of_deviations = deviation_commands.told(door.action, row)
        return initiative_commands.told(door.action, row) | of_deviations
    return ANSWERS.get(door.action) or forum_commands.told(door.action, row)


def concerned(door: Door, account: Account, world: matrix.World) -> models.Model:
    """A row that the command can be carried through on."""
    built = forum_rows_to_try.built(door, account) or governance_commands.built(door)
    built = built or document_commands.built(door) or risk_commands.built(door)
    built = built or initiative_commands.built(door) or deviation_commands.built(door)
    if built is not None:
        return built
    if door.action == "organisation.end_body":
        return make.body()
    if door.model is Person:
        return person_for(door.action)
    if door.model is Position:
        return make.position()
    if door.model is Body:
        return make.body()
    return world.rows[door.model]


def person_for(action: str) -> Person:
    person = make.person()
    if action in {"organisation.grant_role", "organisation.stop_sign_in"}:
        make.member(of=person)
    return person


@pytest.mark.parametrize("door", COMMANDS, ids=named)
def test_a_command_that_is_not_carried_through_says_nothing_of_having_been_done(
    door: Door, world: matrix.World
) -> None:
    client = Client()
    client.force_login(make.account_with(Role.POLITICIAN))

    answer = client.post(door.at(world.rows[door.model].pk), {})

    make.operator()
    done = Event.objects.filter(action=door.action, outcome=Outcome.DONE)
    assert (answer.status_code in {403, 404, 422}) != done.exists()
