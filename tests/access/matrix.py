"""Holds the written table of permission against what the database decides."""

import importlib.util
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple
from uuid import UUID

from django.db import models

from samsyn.access.api import (
    ACTIONS,
    Account,
    Action,
    Actor,
    Assignment,
    Municipality,
    Role,
    enter,
    visible,
)
from samsyn.calendars.api import Feed
from samsyn.exchange.api import Upload
from samsyn.kernel.errors import NotFoundError, NotPermittedError
from samsyn.organisation.models import Body, BodyName, BoundaryFile, Position
from tests import factories as make
from tests import risk_rows
from tests.surroundings import ALINGSAS, TYRESO

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs" / "access-matrix.md"

WHOLE, IN_BODY, ABOVE, ELSEWHERE = "whole", "in the body", "in a body above", "in another body"
OTHER, ENDED, TOMORROW = "in the other municipality", "ended yesterday", "from tomorrow"
LEADING, SEATED, HOLDING = "leading the forum", "with a seat", "holding the function"
FUNCTIONS = (LEADING, SEATED, HOLDING)
PLACEMENTS = (WHOLE, IN_BODY, ABOVE, ELSEWHERE, OTHER, ENDED, TOMORROW, *FUNCTIONS)

# Which placements of a role each word in a cell promises to let in.
LETS_IN: Mapping[str, frozenset[str]] = {
    "ja": frozenset({WHOLE, IN_BODY, ABOVE, ELSEWHERE, *FUNCTIONS}),
    "i organet och under det": frozenset({WHOLE, IN_BODY, ABOVE}),
    "i organet": frozenset({WHOLE, IN_BODY}),
    "i hela kommunen": frozenset({WHOLE}),
    "leder forumet": frozenset({LEADING}),
    "är med i forumet": frozenset({LEADING, SEATED}),
    # The forum of the world has its notes for those who take part in it.
    "läser anteckningarna": frozenset({LEADING, SEATED}),
    "får materialet": frozenset({LEADING, SEATED}),
    "har funktionen": frozenset({HOLDING}),
    "har en funktion": frozenset({LEADING, SEATED, HOLDING}),
    # The three functions of the world are in the body that is asked.
    "har en funktion i organet": frozenset({LEADING, SEATED, HOLDING}),
    # They are also in the body that takes part in the initiative.
    "arbetar i insatsen": frozenset({LEADING, SEATED, HOLDING}),
    "tillfrågas för sitt organ": frozenset({LEADING, SEATED, HOLDING}),
    # The round of the world is sent inside its forum.
    "alla om remissen inte är inom ett forum": frozenset(),
    # Nobody in the placements is the one who leaves: own tests say that she may.
    "är personen själv": frozenset(),
    "har rapporterat den": frozenset(),
    "nej": frozenset(),
}

Table = dict[tuple[str, str], str]
Decisions = dict[tuple[str, str, str], bool]


class Written(NamedTuple):
    """A row of the committed table: the cells by role, and where nobody may."""

    cells: dict[str, str]
    never: str


class World(NamedTuple):
    """One row of each model in a body, and bodies above it and beside it."""

    above: Body
    body: Body
    beside: Body
    rows: dict[type[models.Model], models.Model]
    functions: dict[str, Position]


def lets_in(cell: str) -> frozenset[str]:
    """Which placements the words of a cell promise to let in."""
    return frozenset().union(*(LETS_IN[word] for word in cell.split(" eller ")))


def tool() -> ModuleType:
    """The program that writes the table."""
    spec = importlib.util.spec_from_file_location("access_matrix", ROOT / "tools/access_matrix.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def written() -> dict[str, Written]:
    return dict(_rows(COMMITTED.read_text(encoding="utf-8")))


def _rows(text: str) -> Iterator[tuple[str, Written]]:
    heads: list[str] = []
    roles = {str(role.label): role.value for role in Role}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split(" | ")]
        if cells[0] == "Handling":
            heads = cells
        elif line.startswith("| ") and cells[0] != "---":
            named = dict(zip(heads, cells, strict=True))
            name = named["Handling"].split("`")[1]
            yield name, Written({roles[h]: named[h] for h in roles}, named["Aldrig"])


def cells(role: Role) -> Table:
    return {(name, role.value): row.cells[role] for name, row in written().items()}


def build_world() -> World:
    above = make.body("Förvaltningen")
    body = make.body("Enheten", parent=above)
    beside = make.body("En annan enhet", parent=above)
    position = make.position(body)
    held = make.appointment(position)
    giver = make.operator()
    role = _assignment(giver, body)
    rows = [body, position, held, held.person, make.area(), role, make.contact(position)]
    name = BodyName.objects.get(body=body)
    citation = make.citation(body)
    municipality = Municipality.objects.get(pk=ALINGSAS)
    brought = make.imported()[0]
    more = [name, citation, citation.document, brought, municipality, *_sent()]
    sent = [make.letter(), make.feed(make.account_with(Role.COORDINATOR))]
    titles = {LEADING: "Samordnare", SEATED: "Rektor", HOLDING: "Kurator"}
    functions = {of: make.position(beside, title) for of, title in titles.items()}
    of_forum = make.whole_forum(*functions.values())
    left = make.hand_over(make.appointment(functions[HOLDING], ends_on=make.TODAY))
    of_forum.append(left)
    owned = _owned(body, functions[HOLDING], of_forum[0])
    all_rows = [*rows, *more, *of_forum, *owned, *sent]
    found = {type(row): row for row in all_rows}
    return World(above, body, beside, found, functions)


def _owned(body: Body, owner: Position, forum: models.Model) -> list[models.Model]:
    """What hangs on the body, and belongs to the function and the forum."""
    return [
        *make.whole_document(owner, forum),
        *make.whole_agreement(body, owner, forum),
        *make.whole_cycle(body, owner, forum),
        *risk_rows.whole_risks(owner, forum.pk),
        *make.whole_initiative(body, owner, forum.pk),
        *make.whole_deviation(body, owner, forum.pk),
    ]


def _sent() -> list[models.Model]:
    """What someone else has sent, who keeps the files too."""
    another = make.account_with(Role.COORDINATOR)
    return [make.upload(another), make.boundary_file(another)]


def _assignment(giver: Actor, body: Body) -> Assignment:
    account = make.account_with(Role.PARTICIPANT, body=body)
    return Assignment.objects.get(account=account, municipality_id=giver.municipality_id)


def all_actions() -> list[Action[Any]]:
    return list(ACTIONS.values())


def decided(role: Role, world: World, placements: Iterable[str] = PLACEMENTS) -> Decisions:
    """What the database decides of every action, for the role in every placement."""
    decisions: Decisions = {}
    for placement in placements:
        account = place(role, placement, world)
        own = {Upload: make.upload(account), Feed: make.feed(account)}
        own |= {BoundaryFile: make.boundary_file(account)}
        rows = world.rows | own  # each is tried on an own one
        actor = make.actor_for(account, ALINGSAS)
        for action in list(ACTIONS.values()):
            row = rows[action.model]
            decisions[action.name, role.value, placement] = may(actor, action, row.pk)
    return decisions


def place(role: Role, placement: str, world: World) -> Account:
    bodies = {IN_BODY: world.body, ABOVE: world.above, ELSEWHERE: world.beside}
    if placement == OTHER:
        return make.account_with(role, municipality_id=TYRESO)
    if placement == ENDED:
        yesterday = make.TODAY - timedelta(days=1)
        return make.account_with(role, ends_on=yesterday + timedelta(days=1))
    if placement == TOMORROW:
        return make.account_with(role, starts_on=make.TODAY + timedelta(days=1))
    if placement in FUNCTIONS:
        return make.holder_of(
            world.functions[placement], role, body=world.beside, starts_on=make.TODAY
        )
    return make.account_with(role, body=bodies.get(placement))


def may(actor: Actor, action: Action[Any], pk: UUID) -> bool:
    """Whether the row may be entered; the list and the door have to agree."""
    listed = visible(actor, action).filter(pk=pk).exists()
    assert listed == _entered(actor, action, pk), f"{action.name}: the list and the door differ"
    return listed


def _entered(actor: Actor, action: Action[Any], pk: UUID) -> bool:
    try:
        enter(actor, action, pk)
    except (NotFoundError, NotPermittedError):
        return False
    return True


def promised(table: Table) -> Decisions:
    """What the written cells promise, in every placement."""
    return {
        (name, role, placement): placement in lets_in(word)
        for (name, role), word in table.items()
        for placement in PLACEMENTS
    }


def wrong_cells(table: Table, decisions: Decisions) -> set[tuple[str, str]]:
    """The written cells that the database does not agree with, where it has been asked."""
    said = promised(table).items()
    return {key[:2] for key, promise in said if decisions.get(key, promise) != promise}


def flips(table: Table) -> Iterator[Table]:
    """Each cell alone, with each word that says something else."""
    for cell, word in product(table, sorted(set(table.values()))):
        if lets_in(table[cell]) != lets_in(word):
            yield {cell: word}
