"""An initiative is added, described, moved through the five verbs, and shows what it lacks."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import course, parts, portfolio
from samsyn.initiatives.models import Course, Initiative, InitiativeKind, Phase, PhaseMove
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import get, post, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_an_initiative_is_added_and_says_what_it_lacks(keeper: Account) -> None:
    answer = send(
        keeper,
        "initiatives:add-initiative",
        title="Skolsocialt team",
        kind="commitment",
        focus_areas="Fullföljda studier, Ungas hälsa",
        begun_year="2021",
    )

    assert answer.status_code == 302, told(answer)
    reader = make.account_with(Role.POLITICIAN)
    listed = told(get(reader, "initiatives:initiatives"))
    assert "Skolsocialt team fasen är inte angiven kan inte utvärderas 2021 satsning" in listed
    page = told(get(reader, "initiatives:initiative", Initiative.objects.get().pk))
    assert "satsning · sedan 2021 · Fullföljda studier, Ungas hälsa" in page
    assert "Saknas Fas För att initiera Vad som görs Vilket problem som ska bli mindre" in page


def test_it_moves_on_to_the_next_verb_with_a_reason(keeper: Account) -> None:
    row = rows.initiative(phase=Phase.INITIATE)
    offered = get(keeper, "initiatives:move-initiative", row.pk).content.decode()
    assert '<option value="plan" selected' in offered

    answer = send(
        keeper,
        "initiatives:move-initiative",
        row.pk,
        phase="plan",
        on=TODAY.isoformat(),
        why="Styrgruppen har godkänt idén.",
    )

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "Hur den kom hit Planera Styrgruppen har godkänt idén." in page, page


def test_how_it_came_there_is_not_written_anew() -> None:
    row = rows.initiative(phase=Phase.PLAN)

    with pytest.raises(Exception, match="a move is not changed"):
        PhaseMove.objects.filter(initiative=row).update(why="Något annat.")


@pytest.mark.parametrize(
    ("phase", "day", "said"),
    [
        (Phase.PLAN, TODAY, "Insatsen är redan i fasen planera."),
        (Phase.SUPPORT, TODAY + timedelta(days=1), "Dagen har inte varit än."),
        (Phase.SUPPORT, TODAY - timedelta(days=1), "flyttats efter den dagen"),
    ],
)
def test_a_move_that_does_not_fit_is_refused(phase: Phase, day: date, said: str) -> None:
    row = rows.initiative(phase=Phase.PLAN)

    with pytest.raises(RuleBrokenError, match=said):
        portfolio.move_initiative(row, portfolio.Move(phase, day, "Så."), actor=make.operator())


def test_two_boards_share_the_cost_and_the_history_stays(keeper: Account) -> None:
    row = rows.initiative()
    schools, social = make.body("Barn- och ungdomsnämnden"), make.body("Socialnämnden")
    rows.responsible(row, schools, starts_on=date(2021, 1, 1), share_percent=Decimal(100))
    rows.responsible(row, social, starts_on=date(2024, 1, 1))

    answer = send(
        keeper,
        "initiatives:split-cost",
        row.pk,
        starts_on="2024-01-01",
        **{str(schools.pk): "60", str(social.pk): "40"},
    )

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "Barn- och ungdomsnämnden – 60 % från 1 jan 2024 tills vidare" in page
    assert "Socialnämnden – 40 %" in page
    assert "Barn- och ungdomsnämnden – 100 % 1 jan 2021 – 31 dec 2023" in page, page


@pytest.mark.parametrize(("one", "other"), [("60", "50"), ("60", "30"), ("60", "")])
def test_a_split_that_is_no_whole_is_refused(keeper: Account, one: str, other: str) -> None:
    row = rows.initiative()
    first, second = make.body("Första nämnden"), make.body("Andra nämnden")
    rows.responsible(row, first)
    rows.responsible(row, second)

    answer = send(
        keeper, "initiatives:split-cost", row.pk, **{str(first.pk): one, str(second.pk): other}
    )

    assert answer.status_code == 422
    assert "De ska vara 100" in told(answer)


def test_the_database_refuses_shares_that_are_no_whole() -> None:
    row = rows.initiative()

    with pytest.raises(RuleBrokenError, match="tillsammans vara 100 procent"):
        rows.responsible(row, make.body("Nämnden"), share_percent=Decimal(60))


def test_a_board_that_has_a_share_does_not_leave_before_the_cost_is_split_anew() -> None:
    row = rows.initiative()
    first = rows.responsible(row, make.body("Första nämnden"), starts_on=rows.BEGAN)
    second = rows.responsible(row, make.body("Andra nämnden"), starts_on=rows.BEGAN)
    giver = make.operator()
    shares = {first.body_id: Decimal(40), second.body_id: Decimal(60)}
    parts.split_cost(row, shares, rows.BEGAN, actor=giver)
    first.refresh_from_db()

    with pytest.raises(RuleBrokenError, match="tillsammans vara 100 procent"):
        parts.end_responsibility(first, TODAY, actor=giver)


def test_neither_does_one_whose_share_is_not_known_when_the_rest_is_no_whole() -> None:
    row, giver = rows.initiative(), make.operator()
    unknown = rows.responsible(row, make.body("Andra nämnden"), starts_on=rows.BEGAN)
    known = {"share_percent": Decimal(60), "starts_on": rows.BEGAN}
    rows.responsible(row, make.body("Första nämnden"), **known)

    with pytest.raises(RuleBrokenError, match="tillsammans vara 100 procent"):
        parts.end_responsibility(unknown, TODAY, actor=giver)


def test_a_coordinator_of_a_responsible_board_changes_it_and_another_does_not() -> None:
    row = rows.initiative()
    own = make.body("Den egna nämnden")
    rows.responsible(row, own)
    mine = make.account_with(Role.COORDINATOR, body=own)
    other = make.account_with(Role.COORDINATOR, body=make.body("En annan nämnd"))
    said = {"title": "Nytt namn", "kind": "project"}

    assert send(other, "initiatives:describe-initiative", row.pk, **said).status_code == 403
    assert send(mine, "initiatives:describe-initiative", row.pk, **said).status_code == 302
    row.refresh_from_db()
    assert (row.title, row.kind) == ("Nytt namn", InitiativeKind.PROJECT)


def test_what_ends_soon_without_a_decision_is_found(keeper: Account) -> None:
    rows.initiative("Slutar snart", ends_on=TODAY + timedelta(days=60))
    rows.initiative("Slutar om ett år", ends_on=TODAY + timedelta(days=365))

    listed = told(get(keeper, "initiatives:initiatives", query="?saknar=slutar-utan-beslut"))

    assert "Slutar snart" in listed
    assert "Slutar om ett år" not in listed


_IN_A_MONTH, _HALF_A_YEAR_ON = TODAY + timedelta(days=30), TODAY + timedelta(days=180)


@pytest.mark.parametrize(
    ("decided", "is_pressing"),
    [
        ({"course": Course.CHANGE, "decided_on": TODAY - timedelta(days=300)}, True),
        ({"course": Course.CHANGE, "decided_on": TODAY - timedelta(days=100)}, False),
        ({"course": Course.CONTINUE, "decided_year": 2026}, True),
        ({"course": Course.EXTEND, "decided_on": TODAY, "until_on": _IN_A_MONTH}, True),
        ({"course": Course.EXTEND, "decided_year": 2025, "until_on": _HALF_A_YEAR_ON}, False),
        ({"course": Course.STOP, "decided_on": TODAY - timedelta(days=300)}, False),
        ({"course": Course.STOP, "decided_year": 2020}, True),
    ],
)
def test_only_a_decision_on_what_comes_then_silences_the_end(
    keeper: Account, decided: dict[str, Any], is_pressing: bool
) -> None:
    row = rows.initiative("Slutar snart")
    course.decide_course(row, decided | {"why": "Så blev det."}, actor=make.operator())
    portfolio.describe_initiative(row, {"ends_on": _IN_A_MONTH}, actor=make.operator())

    listed = told(get(keeper, "initiatives:initiatives", query="?saknar=slutar-utan-beslut"))

    assert ("Slutar snart" in listed) is is_pressing


def test_money_and_posts_are_written_and_taken_back(keeper: Account) -> None:
    row = rows.initiative()
    answers: Any = {"origin": "Riktade medel från fullmäktige", "year": "2021", "amount": "1500000"}
    assert send(keeper, "initiatives:add-funding", row.pk, **answers).status_code == 302
    staffed = send(keeper, "initiatives:add-staffing", row.pk, profession="Samordnare", posts="0,5")
    assert staffed.status_code == 302, told(staffed)
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "1 500 000 kr" in page
    assert "Samordnare" in page
    assert "0,50" in page

    gone = post(keeper, "initiatives:remove-funding", row.funding.get().pk)

    assert gone.status_code == 302
    assert "Riktade medel" not in told(get(keeper, "initiatives:initiative", row.pk))


def test_an_initiative_does_not_follow_itself_through_another() -> None:
    first = rows.initiative("Första")
    second = rows.initiative("Andra", predecessor_id=first.pk)

    with pytest.raises(RuleBrokenError, match="ens genom andra"):
        portfolio.describe_initiative(first, {"predecessor_id": second.pk}, actor=make.operator())


def test_a_child_is_not_written_into_an_initiative(keeper: Account) -> None:
    answer = send(
        keeper,
        "initiatives:add-initiative",
        title="Stöd",
        kind="intervention",
        what="Gäller 20180101-2392.",
    )

    assert answer.status_code == 422
    assert not Initiative.objects.exists()


def test_the_portfolio_asks_the_database_as_often_for_one_as_for_twenty(keeper: Account) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert get(keeper, "initiatives:initiatives").status_code == 200
        return len(captured)

    board = make.body("Nämnden")
    rows.responsible(rows.initiative("Insats 0"), board)
    asked()
    one = asked()
    for number in range(1, 20):
        rows.responsible(rows.initiative(f"Insats {number}", phase=Phase.PLAN), board)

    assert asked() == one
