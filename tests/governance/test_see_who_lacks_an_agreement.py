"""With which parties outside the municipality no agreement is in force, and what there is."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.access.api import Account, Role
from samsyn.governance.actions import agreements as actions
from samsyn.governance.domain.agreeing import Have
from samsyn.governance.models import Agreement, AgreementKind
from samsyn.governance.queries.unagreed import unagreed
from samsyn.organisation import actions as organisation
from samsyn.organisation.models import Body, BodyKind
from tests import factories as make
from tests.governance.visiting import at, crumbs, get, told
from tests.governance_rows import agreed, agreement, board, followed_up, party
from tests.people import LONG_AGO, TODAY
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

_NOW: dict[str, Any] = {"starts_on": date(2020, 1, 1)}
_BEFORE: dict[str, Any] = {"ends_on": date(2024, 1, 1)}


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.POLITICIAN)


def _outside(name: str, kind: BodyKind = BodyKind.ASSOCIATION, under: Body | None = None) -> Body:
    parent = under.pk if under else None
    return organisation.create_body(
        name,
        organisation.Description(kind),
        starts_on=LONG_AGO,
        parent_id=parent,
        actor=make.operator(),
    )


def _with(body: Body, kind: AgreementKind = AgreementKind.ASSOCIATION, **told: Any) -> Agreement:
    of = agreement(f"Avtal med {body.key}", kind, **told)
    party(of, body)
    return of


def _in_force(body: Body) -> Agreement:
    of = followed_up(_with(body, **_NOW))
    agreed(of, on=date(2020, 1, 2))
    actions.activate_agreement(of, date(2020, 1, 2), actor=make.operator())
    return of


def _having() -> dict[str, Have]:
    found = unagreed(make.actor(Role.POLITICIAN))
    return {row.name: found.of(row.pk).have for row in found.rows}


def test_only_those_outside_without_an_agreement_in_force_are_there() -> None:
    _outside("Simklubben")
    _in_force(_outside("Scouterna"))
    board("Socialnämnden")

    assert _having() == {"Simklubben": Have.NOTHING}


def test_what_there_is_instead_is_told() -> None:
    _with(_outside("Gamla klubben"), **_NOW, **_BEFORE)
    _with(_outside("Kyrkan", BodyKind.PARISH), AgreementKind.INFORMAL)
    _with(_outside("Polisen", BodyKind.POLICE))

    assert _having() == {
        "Gamla klubben": Have.ENDED,
        "Kyrkan": Have.INFORMAL,
        "Polisen": Have.PREPARED,
    }


def test_the_agreement_of_the_body_above_is_told_and_is_not_its_own() -> None:
    region = _outside("Regionen", BodyKind.REGION)
    _outside("BUP", BodyKind.REGIONAL_UNIT, under=region)
    _in_force(region)

    assert _having() == {"BUP": Have.ABOVE}


def test_what_is_more_than_the_other_counts() -> None:
    club = _outside("Simklubben")
    _with(club, **_NOW, **_BEFORE)
    _with(club)

    assert _having() == {"Simklubben": Have.PREPARED}


def test_a_body_that_has_ended_needs_none() -> None:
    organisation.end_body(_outside("Simklubben"), ends_on=TODAY, actor=make.operator())

    assert _having() == {}


def test_the_list_is_reached_narrowed_and_taken_along(reader: Account) -> None:
    _outside("Simklubben")
    _with(_outside("Kyrkan", BodyKind.PARISH), AgreementKind.INFORMAL)

    address = reverse("governance:without-agreement")
    assert f'href="{address}"' in get(reader, "agreements").content.decode()
    assert "Simklubben förening inget avtal" in told(get(reader, "without-agreement"))
    some = told(get(reader, "without-agreement", query="?laget=informal"))
    assert ("Kyrkan" in some, "Simklubben" in some) == (True, False)
    none = told(get(reader, "without-agreement", query="?laget=nothing"))
    assert ("Kyrkan" in none, "Simklubben" in none) == (False, True)
    taken = get(reader, "without-agreement", query="?hamta=csv").content.decode("utf-8-sig")
    assert "bara informellt" in taken
    assert "Avtal med kyrkan" in taken


def test_the_list_is_below_that_of_the_agreements(reader: Account) -> None:
    way = crumbs(get(reader, "without-agreement"))

    assert way == [("Avtal", reverse("governance:agreements")), ("Parter utan avtal", "")]


def test_the_page_of_the_body_says_it_and_leads_there(reader: Account) -> None:
    club, church = _outside("Simklubben"), _outside("Kyrkan", BodyKind.PARISH)
    _in_force(church)
    inside = board("Socialnämnden")

    def page(body: Body) -> str:
        return told(at(reader).get(reverse("organisation:body", args=[body.pk])))

    assert "Inget avtal gäller i dag. Parter utan avtal" in page(club)
    assert "Inget avtal" not in page(church)
    assert "Inget avtal" not in page(inside)


def test_another_municipality_sees_nothing_of_it() -> None:
    _outside("Simklubben")

    stranger = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    assert "Simklubben" not in told(get(stranger, "without-agreement"))


def test_many_are_asked_for_as_one(reader: Account) -> None:
    _with(_outside("Simklubben"))
    few = _asked(reader)
    for number in range(10):
        _with(_outside(f"Klubb {number}"))

    assert _asked(reader) == few


def _asked(by: Account) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert get(by, "without-agreement").status_code == 200
    return len(queries)
