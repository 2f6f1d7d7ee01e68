"""What was written by mistake is written as it was, as long as nothing rests on it."""

from datetime import date, timedelta

import pytest

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import activities, course, logic
from samsyn.initiatives.models import Claim, Course, LogicStep
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests import indicator_rows as figures
from tests import initiative_rows as rows
from tests.governance.visiting import get, post, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_the_latest_decision_is_corrected_and_the_last_day_follows(keeper: Account) -> None:
    row = rows.initiative()
    made = course.decide_course(
        row,
        {"course": Course.STOP, "decided_on": TODAY, "why": "Gav inget."},
        actor=make.operator(),
    )

    answer = send(
        keeper,
        "initiatives:correct-decision",
        made.pk,
        decided_on=TODAY.isoformat(),
        from_on="2027-01-31",
        why="Det gav inte det väntade.",
    )

    assert answer.status_code == 302, told(answer)
    row.refresh_from_db()
    assert row.ends_on == date(2027, 1, 31)
    assert "Varför Det gav inte det väntade." in told(get(keeper, "initiatives:initiative", row.pk))


def test_an_earlier_decision_stays_as_it_was() -> None:
    row, giver = rows.initiative(), make.operator()
    day = TODAY - timedelta(days=400)
    first = course.decide_course(row, rows.DECIDED | {"decided_on": day}, actor=giver)
    course.decide_course(row, rows.DECIDED, actor=giver)

    with pytest.raises(RuleBrokenError, match="ett senare beslut"):
        course.correct_decision(first, {"why": "Något annat."}, actor=giver)


def test_regular_operations_are_not_corrected_to_be_paid_by_nobody() -> None:
    row, giver = rows.initiative(), make.operator()
    told_of = rows.DECIDED | {"course": Course.REGULAR, "budget_owner_id": make.body("N").pk}
    made = course.decide_course(row, told_of, actor=giver)

    with pytest.raises(RuleBrokenError, match="vem som betalar"):
        course.correct_decision(made, {"budget_owner_id": None}, actor=giver)


def test_a_step_is_taken_back_when_nothing_rests_on_it(keeper: Account) -> None:
    row, giver = rows.initiative(), make.operator()
    problem = logic.add_step(row, {"kind": "problem", "text": "Hög frånvaro."}, actor=giver)
    outcome = logic.add_step(
        row, {"kind": "outcome", "text": "Lägre.", "after_id": problem.pk}, actor=giver
    )
    measure = logic.add_measure(row, figures.indicator().pk, "outcome", outcome.pk, actor=giver)

    for held in (problem, outcome):
        with pytest.raises(RuleBrokenError, match="bygger på steget"):
            logic.remove_step(held, actor=giver)
    logic.remove_measure(measure, actor=giver)
    for free in (outcome, problem):
        assert post(keeper, "initiatives:remove-step", free.pk).status_code == 302

    assert not LogicStep.objects.exists()


def test_a_claim_is_taken_back(keeper: Account) -> None:
    said = {"level": "output", "text": "Många kom.", "said_by": "Rektor"}
    made = logic.make_claim(rows.initiative(), said, actor=make.operator())

    assert post(keeper, "initiatives:remove-claim", made.pk).status_code == 302

    assert not Claim.objects.exists()


def test_a_board_that_is_to_answer_is_changed_and_ended_before_it_begins(keeper: Account) -> None:
    row = rows.initiative()
    later = TODAY + timedelta(days=60)
    made = rows.responsible(row, make.body("Socialnämnden"), starts_on=later)
    page = get(keeper, "initiatives:initiative", row.pk).content.decode()
    assert f"/insatser/ansvar/{made.pk}/avsluta/" in page

    changed = send(
        keeper,
        "initiatives:change-responsibility",
        made.pk,
        answers_for="Behandlingen.",
        starts_on="2027-03-01",
    )
    ended = send(keeper, "initiatives:end-responsibility", made.pk, ends_on="2027-12-31")

    assert (changed.status_code, ended.status_code) == (302, 302), told(ended)
    made.refresh_from_db()
    assert (made.answers_for, made.starts_on) == ("Behandlingen.", date(2027, 3, 1))
    assert made.ends_on == date(2028, 1, 1)


def test_a_plan_of_visits_is_changed(keeper: Account) -> None:
    plan = activities.plan_visits(
        rows.initiative(), {"classes": 15, "is_about": True, "grades": ["7"]}, actor=make.operator()
    )
    offered = get(keeper, "initiatives:change-visit-plan", plan.pk).content.decode()
    assert 'value="15"' in offered

    answer = send(keeper, "initiatives:change-visit-plan", plan.pk, classes="12", grades=["8"])

    assert answer.status_code == 302, told(answer)
    plan.refresh_from_db()
    assert (plan.classes, plan.is_about, plan.grades) == (12, False, ["8"])


def test_a_follow_up_of_which_the_year_alone_is_known_is_done(keeper: Account) -> None:
    made = rows.evaluation(kind="final_report", due_on=TODAY - timedelta(days=30))
    said = {"done_on": "", "result": "Tre år har utvärderats."}
    silent = send(keeper, "initiatives:evaluate", made.pk, **said)
    assert "Skriv när uppföljningen gjordes." in told(silent)

    answer = send(keeper, "initiatives:evaluate", made.pk, **said, done_year="2022")

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "initiatives:initiative", made.initiative_id))
    assert "Slutrapport Tre år har utvärderats. Ändra slutrapport 2022" in page
    assert "försenad" not in page
    assert "försenad" not in told(get(keeper, "initiatives:initiatives"))
