"""What most have in their annual cycle is offered until it is there, each with a form begun."""

import html
import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.text import slugify

from samsyn.access.api import Account, Role
from samsyn.governance.actions import duties as actions
from samsyn.governance.library.duties import usual_duties
from samsyn.governance.models import Duty, DutyKind, Recurs
from tests import factories as make
from tests.document_rows import law
from tests.governance.visiting import at, get, told
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

_OFFERED = re.compile(r'href="(/arshjul/innehall/nytt/[?][^"]+)">([^<]+)<')


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _offered(by: Account, query: str = "") -> dict[str, str]:
    """The address of the form begun for each that is offered, by its title."""
    page = get(by, "annual-cycle", query=query).content.decode()
    return {html.unescape(title): html.unescape(url) for url, title in _OFFERED.findall(page)}


def _have(title: str, **more: Any) -> Duty:
    said = {"kind": "meeting", "title": title, "recurs": "day", "by_month": 5, "by_day": 20}
    return actions.add_duty(said | more, actor=make.operator())


def _begun(by: Account, title: str) -> dict[str, Any]:
    """What stands in the form that is begun."""
    form = at(by).get(_offered(by)[title]).context["form"]
    return {field.name: field.value() for field in form if field.value()}


def _send(by: Account, answers: dict[str, Any]) -> Any:
    return at(by).post("/arshjul/innehall/nytt/spara/", answers)


def test_all_is_offered_to_those_who_may_add_and_to_no_other(keeper: Account) -> None:
    assert [*_offered(keeper)] == [known.title for known in usual_duties()]
    assert _offered(make.account_with(Role.POLITICIAN)) == {}


def test_a_form_that_is_begun_can_be_sent_as_it_is(keeper: Account) -> None:
    law("2023:196", "Lagen om brottsförebyggande arbete")

    for title in _offered(keeper):
        answer = _send(keeper, _begun(keeper, title))
        assert answer.status_code == 302, (title, told(answer))

    assert _offered(keeper) == {}
    make.operator()
    assert Duty.objects.count() == len(usual_duties())


def test_the_autumn_meeting_is_missing_when_only_the_spring_one_is_there(keeper: Account) -> None:
    _have("Politiska mötet i maj")

    offered = _offered(keeper)

    assert "Höstens politiska möte" in offered
    assert "Vårens politiska möte" not in offered


def test_another_meeting_or_a_paper_for_it_is_not_the_meeting(keeper: Account) -> None:
    _have("Styrgruppens möte")
    _have("Underlag till politiska mötet", kind="report")

    assert "Vårens politiska möte" in _offered(keeper)


def test_it_is_known_by_what_it_is_whatever_year_or_whose_are_shown(keeper: Account) -> None:
    _have(
        "Ny lägesbild om brott, och åtgärdsplanen",
        kind="review",
        recurs="months",
        every=24,
        counts_from=date(2025, 6, 1),
        by_month=None,
        by_day=None,
    )

    for query in ("", "?ar=2026", "?visa=mina"):
        assert "Lägesbild och uppföljning av åtgärdsplanen" not in _offered(keeper, query)


def test_what_was_begun_here_is_known_by_another_name_too(keeper: Account) -> None:
    duty = _have("Verksamhetsberättelse", kind="report")
    actions.change_duty(duty, {"title": "Årsredogörelse"}, actor=make.operator())

    assert "Verksamhetsberättelse" not in _offered(keeper)


def test_what_has_ended_is_missing_again(keeper: Account) -> None:
    _have("Vårens politiska möte", starts_on=date(2020, 1, 1), ends_on=date(2025, 1, 1))

    assert "Vårens politiska möte" in _offered(keeper)


def test_the_form_has_the_rule_the_agenda_and_the_law(keeper: Account) -> None:
    act = law("2023:196", "Lagen om brottsförebyggande arbete")

    meeting = _begun(keeper, "Höstens politiska möte")
    picture = _begun(keeper, "Lägesbild och uppföljning av åtgärdsplanen")
    weeks = _begun(keeper, "Uppföljning av frånvaro, vecka 41")

    assert meeting["agenda"] == "Nuläget\nFramtiden"
    assert (picture["recurs"], picture["every"]) == ("months", "24")
    assert (picture["law"], picture["place"]) == (str(act.pk), "6 §")
    assert (weeks["recurs"], weeks["week"]) == ("week", "41")


def test_a_law_that_is_not_in_the_library_is_written_out(keeper: Account) -> None:
    picture = _begun(keeper, "Lägesbild och uppföljning av åtgärdsplanen")

    assert picture["basis"] == "Lag (2023:196) 6 §"
    assert "law" not in picture


def test_the_law_of_another_municipality_is_not_taken(keeper: Account) -> None:
    law("2023:196", municipality_id=ALINGSAS)
    neighbour = make.account_with(Role.COORDINATOR, municipality_id=TYRESO)

    assert "law" not in _begun(neighbour, "Lägesbild och uppföljning av åtgärdsplanen")
    assert "law" in _begun(keeper, "Lägesbild och uppföljning av åtgärdsplanen")


def test_each_says_where_it_comes_from(keeper: Account) -> None:
    page = told(get(keeper, "annual-cycle"))

    assert "Varje år, vecka 11 · Lidingö, som följer upp vecka 11 och 41" in page
    assert "Lag (2023:196) 6 §" in page


def test_the_library_has_keys_that_the_titles_give_and_rules_that_are_known() -> None:
    for known in usual_duties():
        assert known.key == slugify(known.title)
        assert known.kind in DutyKind.values
        assert known.recurs in Recurs.values
        assert known.is_met_by(known), known.title


def test_it_is_asked_as_often_whatever_is_missing(keeper: Account) -> None:
    law("2023:196")
    _have("Vårens politiska möte")
    few = _asked(keeper)
    _have("Höstens politiska möte", by_month=10)
    _have("Verksamhetsberättelse", kind="report")

    assert _asked(keeper) == few


def _asked(by: Account) -> int:
    with CaptureQueriesContext(connection) as queries:
        _offered(by)
    return len(queries)
