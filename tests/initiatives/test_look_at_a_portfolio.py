"""The portfolio as a board, along time, by money, and as what carries an area."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.governance.actions import priorities
from samsyn.initiatives.actions import course, parts, portfolio
from samsyn.initiatives.actions import indicators as judging
from samsyn.initiatives.models import Colour, Course, Phase
from tests import cycle_rows, document_rows
from tests import factories as make
from tests import indicator_rows as figures
from tests import initiative_rows as rows
from tests.governance.visiting import get, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.POLITICIAN)


def test_the_board_shows_each_in_its_verb_and_what_presses(reader: Account) -> None:
    rows.initiative("Skolsocialt team", phase=Phase.SUPPORT, focus_areas=["Fullföljda studier"])
    rows.initiative("Lärstudio", phase=Phase.PLAN, ends_on=TODAY + timedelta(days=20))
    rows.initiative("Avslutad", phase=Phase.PLAN, ends_on=TODAY)

    whole = told(get(reader, "initiatives:board"))
    narrow = told(get(reader, "initiatives:board", query="?omrade=Fullf%C3%B6ljda+studier"))

    assert "Planera 1 Lärstudio slutar" in whole
    assert "utan beslut" in whole
    assert "Stödja 1 Skolsocialt team" in whole
    assert "Avslutad" not in whole
    assert "Skolsocialt team" in narrow
    assert "Lärstudio" not in narrow


def test_what_another_has_taken_over_from_is_not_among_what_goes_on(reader: Account) -> None:
    before = rows.initiative("Kraftsamling", phase=Phase.SUPPORT, begun_year=2022)
    kept = rows.initiative("Fortsätter", phase=Phase.SUPPORT)
    rows.initiative("Prioriterat arbete", begun_year=2025, predecessor_id=before.pk)
    later = TODAY + timedelta(days=30)
    rows.initiative("Kommer sedan", starts_on=later, predecessor_id=kept.pk)

    listed = told(get(reader, "initiatives:initiatives"))
    ended = told(get(reader, "initiatives:initiatives", query="?visa=avslutade"))
    board = told(get(reader, "initiatives:board"))

    assert "Kraftsamling stödja" not in listed
    assert "Fortsätter stödja" in listed
    assert "Kraftsamling efterträdd" in ended
    assert "Kraftsamling" not in board


def test_the_timeline_draws_what_has_a_known_beginning(reader: Account) -> None:
    rows.initiative("Sedan år", begun_year=2021)
    rows.initiative("Med dagar", starts_on=date(2023, 1, 1), ends_on=date(2026, 1, 1))
    rows.initiative("Okänd början")

    answer = get(reader, "initiatives:timeline")

    assert answer.content.decode().count('<rect class="bar') == 2
    page = told(answer)
    assert "Sedan år sedan 2021" in page
    assert "När de började är inte känt Okänd början" in page


def test_money_is_told_by_who_pays_and_by_what_it_is_for(reader: Account) -> None:
    giver = make.operator()
    school, social = make.body("Barn- och ungdomsnämnden"), make.body("Socialnämnden")
    row = rows.initiative(focus_areas=["Ungas hälsa", "Fullföljda studier"])
    money = {"origin": "Riktade medel", "year": 2026}
    parts.add_funding(row, money | {"amount": Decimal(600), "body_id": school.pk}, actor=giver)
    parts.add_funding(row, money | {"amount": Decimal(400), "body_id": social.pk}, actor=giver)
    parts.add_staffing(
        row, {"profession": "Kurator", "posts": Decimal("1.5"), "body_id": social.pk}, actor=giver
    )

    page = told(get(reader, "initiatives:resources", query="?ar=2026"))

    assert "Barn- och ungdomsnämnden 600 – 1" in page
    assert "Socialnämnden 400 1,50 1" in page
    assert "Fullföljda studier 1 000 1,50 1 Ungas hälsa 1 000 1,50 1" in page


def _funded(title: str = "Skolsocialt team", **told: Any) -> tuple[Any, Any, Any]:
    """An initiative with a thousand kronor that the first board pays, and the second helps with."""
    school, social = make.body("Barn- och ungdomsnämnden"), make.body("Socialnämnden")
    row = rows.initiative(title, **told)
    money = {"origin": "Egna medel", "year": 2026, "amount": Decimal(1000), "body_id": school.pk}
    parts.add_funding(row, money, actor=make.operator())
    return row, school, social


def test_what_is_shared_falls_on_each_board_by_its_share(reader: Account) -> None:
    row, school, social = _funded()
    rows.responsible(row, school)
    rows.responsible(row, social)
    shares: dict[Any, Decimal | None] = {school.pk: Decimal(60), social.pk: Decimal(40)}
    parts.split_cost(row, shares, date(2024, 1, 1), actor=make.operator())

    page = told(get(reader, "initiatives:resources", query="?ar=2026"))

    paid, _title, shared = page.partition("Efter fördelningen")
    assert "Barn- och ungdomsnämnden 1 000 – 1" in paid
    assert "Barn- och ungdomsnämnden 600 – 1 Socialnämnden 400 – 1" in shared


def test_without_a_share_the_money_stays_with_who_pays(reader: Account) -> None:
    row, school, _social = _funded()
    rows.responsible(row, school)

    page = told(get(reader, "initiatives:resources", query="?ar=2026"))

    assert page.partition("Efter fördelningen")[2].count("Barn- och ungdomsnämnden 1 000 – 1") == 1


def test_what_began_later_is_not_in_an_earlier_year(reader: Account) -> None:
    row, school, _social = _funded(begun_year=2025, focus_areas=["Ungas hälsa"])
    giver = make.operator()
    staffing = {"profession": "Kurator", "posts": Decimal(1), "body_id": school.pk}
    parts.add_staffing(row, staffing, actor=giver)
    old = {"origin": "Medel", "year": 2021, "amount": Decimal(5)}
    parts.add_funding(rows.initiative("Äldre"), old, actor=giver)

    before = told(get(reader, "initiatives:resources", query="?ar=2021"))
    after = told(get(reader, "initiatives:resources", query="?ar=2026"))

    assert "Ungas hälsa" not in before
    assert "Barn- och ungdomsnämnden" not in before
    assert "Ungas hälsa 1 000 1 1" in after


def test_money_without_a_year_is_told_beside(reader: Account) -> None:
    row, _school, _social = _funded()
    undated = {"origin": "Gåva", "amount": Decimal(70)}
    parts.add_funding(row, undated, actor=make.operator())

    page = told(get(reader, "initiatives:resources", query="?ar=2026"))

    assert "Utan år: 70 kr i 1 insats, som inte räknas till något år." in page
    assert "1 070" not in page


def test_an_area_tells_which_initiatives_carry_it_and_which_has_none(reader: Account) -> None:
    giver = make.operator()
    carried = priorities.choose_area({"name": "Fullföljda studier"}, actor=giver)
    priorities.choose_area({"name": "Ungas hälsa"}, actor=giver)
    rows.initiative("Skolsocialt team", phase=Phase.SUPPORT, focus_areas=["fullföljda studier"])

    page = told(get(reader, "governance:priorities"))
    of_one = told(get(reader, "governance:area", carried.pk))

    assert "Insatser Skolsocialt team stödja" in of_one
    assert "bara insatser" in of_one
    assert "ingen insats" in page
    assert "ingen bär det" in page


def test_a_political_meeting_has_the_years_initiatives_and_trends_before_it(
    reader: Account,
) -> None:
    giver = make.operator()
    row = rows.initiative("Skolsocialt team", focus_areas=["Fullföljda studier"])
    priorities.choose_area({"name": "Fullföljda studier"}, actor=giver)
    course.evaluate(rows.evaluation(row), {"result": "Fler går dit."}, TODAY, actor=giver)
    decided = {"course": Course.EXTEND, "decided_on": TODAY, "why": "Det hjälper."}
    course.decide_course(row, decided, actor=giver)
    of = figures.indicator("Hög frånvaro")
    figures.by_sex(of, 30, 2)
    judged = {"colour": Colour.YELLOW, "why": "Inte alla.", "judged_on": TODAY}
    judging.judge_indicator(of, judged, actor=giver)
    meeting = cycle_rows.duty("Höstens politiska möte")

    pack = told(get(reader, "governance:political-pack", meeting.pk))

    assert "Skolsocialt team: Fler går dit." in pack
    assert "Skolsocialt team förlängs. Det hjälper." in pack
    assert "Hög frånvaro: 32, gul (Inte alla.)." in pack
    assert "Bärs av: Skolsocialt team." in pack


def test_a_political_meeting_is_told_of_what_has_a_year_or_a_first_day_alone(
    reader: Account,
) -> None:
    row, giver = rows.initiative("Lärstudio"), make.operator()
    for told_of, why in (
        ({"decided_year": 2026}, "I år."),
        ({"decided_year": 2025}, "I fjol."),
        ({"from_on": TODAY - timedelta(days=40)}, "Sedan i höst."),
        ({"from_on": TODAY - timedelta(days=400)}, "Sedan länge."),
    ):
        decided = {"course": Course.CHANGE, "why": why} | told_of
        course.decide_course(row, decided, actor=giver)
    meeting = cycle_rows.duty("Höstens politiska möte")

    pack = told(get(reader, "governance:political-pack", meeting.pk))

    assert "Lärstudio ändras. I år." in pack
    assert "Lärstudio ändras. Sedan i höst." in pack
    assert "I fjol." not in pack
    assert "Sedan länge." not in pack


def test_what_a_board_answers_for_and_a_partner_takes_part_in_is_on_its_page(
    reader: Account,
) -> None:
    row, police = rows.initiative(), make.body("Polisen")
    board = make.body("Socialnämnden")
    rows.responsible(row, board)
    parts.add_partner(row, {"body_id": police.pk}, actor=make.operator())

    assert "Ansvarar för Skolsocialt team" in told(get(reader, "organisation:body", board.pk))
    assert "Deltar i Skolsocialt team" in told(get(reader, "organisation:body", police.pk))


def test_a_forum_and_a_document_tell_which_initiatives_belong_to_them(reader: Account) -> None:
    row, giver = rows.initiative(), make.operator()
    forum, plan = make.forum("Styrgruppen"), document_rows.document("Handlingsplan")
    parts.add_belonging(row, {"forum_id": forum.pk, "how": "styrgrupp"}, actor=giver)
    parts.add_belonging(row, {"document_id": plan.pk}, actor=giver)

    assert "Insatser Skolsocialt team" in told(get(reader, "forums:forum", forum.pk))
    assert "Insatser Skolsocialt team" in told(get(reader, "governance:document", plan.pk))
    page = told(get(reader, "initiatives:initiative", row.pk))
    assert "Styrgruppen styrgrupp" in page


@pytest.mark.parametrize("name", ["board", "timeline", "resources", "activities", "tasks"])
def test_it_asks_as_often_for_one_as_for_twenty(reader: Account, name: str) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert get(reader, f"initiatives:{name}").status_code == 200
        return len(captured)

    board, giver = make.body("Nämnden"), make.operator()

    def add(number: int) -> None:
        row = rows.initiative(f"Insats {number}", phase=Phase.PLAN, begun_year=2020)
        rows.responsible(row, board)
        money = {"origin": "Medel", "year": 2026, "amount": Decimal(100), "body_id": board.pk}
        parts.add_funding(row, money, actor=giver)
        portfolio.choose_areas(row, [area.pk], actor=giver)
        rows.activity(row, participants=3)
        rows.task(row)

    area = make.area()
    add(0)
    asked()
    one = asked()
    for number in range(1, 20):
        add(number)

    assert asked() == one
