"""An initiative is followed up by a day, and what is decided of it changes it."""

from datetime import date, timedelta

import pytest

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import course
from samsyn.initiatives.models import Course, Evaluation, InitiativeKind
from samsyn.kernel.errors import RuleBrokenError
from samsyn.search import api as search
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import get, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_who_owns_the_follow_up_sees_it_and_writes_it() -> None:
    function = make.position(make.body("Enheten"), "Strateg")
    owner = make.holder_of(function, Role.PARTICIPANT)
    made = rows.evaluation(due_on=TODAY - timedelta(days=3), owner_id=function.pk)
    assert "Insatser att följa upp Skolsocialt team uppföljning försenad" in told(
        get(owner, "organisation:my-day")
    )

    answer = send(
        owner,
        "initiatives:evaluate",
        made.pk,
        done_on=TODAY.isoformat(),
        result="Närvaron har ökat i två av tre skolor.",
        lessons="Börja med föräldrarna.",
    )

    assert answer.status_code == 302, told(answer)
    assert "Insatser att följa upp" not in told(get(owner, "organisation:my-day"))
    page = told(get(owner, "initiatives:initiative", made.initiative_id))
    assert "Närvaron har ökat i två av tre skolor." in page
    assert "Lärdom Börja med föräldrarna." in page


def test_what_has_been_learnt_is_found_by_its_words() -> None:
    made = rows.evaluation()
    course.evaluate(made, {"lessons": "Börja med föräldrarna."}, TODAY, actor=make.operator())

    reader = make.actor_for(make.account_with(Role.POLITICIAN))
    found = search.find(reader, "föräldrar")

    assert [hit.title for hit in found] == ["Skolsocialt team"]


def test_a_follow_up_says_something() -> None:
    made = rows.evaluation()

    with pytest.raises(RuleBrokenError, match="Skriv vad uppföljningen visade"):
        course.evaluate(made, {"result": " "}, TODAY, actor=make.operator())
    made.refresh_from_db()
    assert made.done_on is None


def test_three_questions_are_answered_right_after(keeper: Account) -> None:
    row = rows.initiative()

    answer = send(
        keeper,
        "initiatives:note-at-once",
        row.pk,
        done_on=TODAY.isoformat(),
        meant="Fler vuxna ute.",
        happened="Två kom inte.",
        next_time="Ring dagen före.",
    )

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert (
        "Vad var tänkt Fler vuxna ute. Vad hände Två kom inte. Nästa gång Ring dagen före." in page
    )


def test_a_project_becomes_a_regular_operation(keeper: Account) -> None:
    row = rows.initiative("Lärstudio", InitiativeKind.PROJECT, ends_on=date(2027, 1, 1))
    said = {
        "course": "regular",
        "decided_on": TODAY.isoformat(),
        "from_on": TODAY.isoformat(),
        "why": "Projektet har gett resultat.",
    }
    unpaid = send(keeper, "initiatives:decide-course", row.pk, **said)
    assert "Skriv vem som betalar när det är ordinarie verksamhet." in told(unpaid)

    board = make.body("Socialnämnden")
    answer = send(keeper, "initiatives:decide-course", row.pk, **said, budget_owner=board.pk)

    assert answer.status_code == 302, told(answer)
    row.refresh_from_db()
    assert row.ends_on is None
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "Lärstudio ordinarie verksamhet" in page
    assert "Betalar enligt beslut Socialnämnden från 17 november 2026" in page
    assert "Vad som har bestämts Blir ordinarie verksamhet" in page


@pytest.mark.parametrize(("days", "kind"), [(0, "operation"), (1, "project")])
def test_what_is_to_become_regular_is_not_so_before_that_day(
    keeper: Account, days: int, kind: str
) -> None:
    row = rows.initiative("Lärstudio", InitiativeKind.PROJECT, ends_on=date(2027, 1, 1))
    decided = {"course": Course.REGULAR, "decided_on": TODAY, "why": "Det hjälper."}
    later = {"from_on": TODAY + timedelta(days=days), "budget_owner_id": make.body("Nämnden").pk}
    course.decide_course(row, decided | later, actor=make.operator())

    listed = told(get(keeper, "initiatives:initiatives", query=f"?slag={kind}"))
    page = told(get(keeper, "initiatives:initiative", row.pk))
    described = get(keeper, "initiatives:describe-initiative", row.pk).content.decode()

    assert "Lärstudio" in listed
    assert f"Lärstudio {InitiativeKind(kind).label}" in page
    assert f'<option value="{kind}" selected' in described


def test_what_is_followed_up_after_a_decision_falls_due(keeper: Account) -> None:
    function = make.position(make.body("Enheten"), "Strateg")
    owner = make.holder_of(function, Role.PARTICIPANT)
    row = rows.initiative()

    answer = send(
        keeper,
        "initiatives:decide-course",
        row.pk,
        course="continue",
        decided_on=TODAY.isoformat(),
        why="Det hjälper.",
        then="Om närvaron håller i sig.",
        follow_up_on="2027-05-31",
        follow_up_owner=function.pk,
    )

    assert answer.status_code == 302, told(answer)
    made = Evaluation.objects.get(initiative=row)
    assert (made.due_on, made.owner_id, made.form) == (
        date(2027, 5, 31),
        function.pk,
        "Om närvaron håller i sig.",
    )
    assert "Insatser att följa upp Skolsocialt team" in told(get(owner, "organisation:my-day"))


def test_what_is_stopped_ends_and_what_is_extended_goes_on() -> None:
    giver, later = make.operator(), TODAY + timedelta(days=900)
    stopped, extended = rows.initiative("Stoppad"), rows.initiative("Förlängd")

    course.decide_course(
        stopped, {"course": Course.STOP, "decided_on": TODAY, "why": "Gav inget."}, actor=giver
    )
    course.decide_course(
        extended,
        {"course": Course.EXTEND, "decided_on": TODAY, "until_on": later, "why": "Hjälper."},
        actor=giver,
    )

    assert (stopped.ends_on, extended.ends_on) == (TODAY, later)


def test_the_last_day_is_told_as_it_was_written(keeper: Account) -> None:
    row = rows.initiative()
    answer = send(
        keeper,
        "initiatives:decide-course",
        row.pk,
        course="extend",
        decided_on=TODAY.isoformat(),
        until_on="2030-06-30",
        why="Det hjälper.",
    )
    assert answer.status_code == 302

    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "Till och med 30 juni 2030" in page.replace("\N{NO-BREAK SPACE}", " ")


def test_a_decision_of_which_the_year_alone_is_known_tells_the_year(keeper: Account) -> None:
    row = rows.initiative()
    said = {"course": "extend", "decided_on": "", "why": "Tre år till."}
    silent = send(keeper, "initiatives:decide-course", row.pk, **said)
    assert "Skriv när det bestämdes" in told(silent)

    answer = send(keeper, "initiatives:decide-course", row.pk, **said, decided_year="2022")

    assert answer.status_code == 302, told(answer)
    assert "Bestämt 2022" in told(get(keeper, "initiatives:initiative", row.pk))


def test_a_decision_has_a_motive(keeper: Account) -> None:
    answer = send(
        keeper,
        "initiatives:decide-course",
        rows.initiative().pk,
        course="stop",
        decided_on=TODAY.isoformat(),
    )

    assert answer.status_code == 422


def test_what_has_been_followed_up_is_not_taken_back() -> None:
    made = rows.evaluation()
    giver = make.operator()
    course.evaluate(made, {"result": "Det gick."}, TODAY, actor=giver)

    with pytest.raises(RuleBrokenError, match="står kvar"):
        course.remove_evaluation(made, actor=giver)
    assert Evaluation.objects.filter(pk=made.pk).exists()
