"""A project has a list that is closed in writing, and what is ordered is delivered or says why."""

from datetime import timedelta

import pytest

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import projects
from samsyn.initiatives.models import Task, TaskState
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import get, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_what_is_to_be_done_waits_for_its_owner_and_ends_in_writing() -> None:
    function = make.position(make.body("Bostadsbolaget"), "Bovärd")
    owner = make.holder_of(function, Role.PARTICIPANT)
    made = rows.task(owner_id=function.pk, due_on=TODAY - timedelta(days=1))
    day = told(get(owner, "organisation:my-day"))
    assert "Att göra i insatser Se över belysningen Skolsocialt team · senast" in day

    silent = send(owner, "initiatives:end-task", made.pk, state="done", ended_on=TODAY.isoformat())
    assert silent.status_code == 422
    answer = send(
        owner,
        "initiatives:end-task",
        made.pk,
        state="done",
        ended_on=TODAY.isoformat(),
        result="Tolv nya lampor.",
    )

    assert answer.status_code == 302, told(answer)
    assert "Att göra i insatser" not in told(get(owner, "organisation:my-day"))
    assert "Tolv nya lampor." in told(get(owner, "initiatives:initiative", made.initiative_id))
    listed = told(get(owner, "initiatives:tasks", query="?visa=alla"))
    assert "Se över belysningen klar" in listed


def test_what_has_ended_stays_as_it_was_written() -> None:
    made, giver = rows.task(), make.operator()
    projects.end_task(made, TaskState.DROPPED, TODAY, "Ingen finansiering.", actor=giver)

    with pytest.raises(RuleBrokenError, match="står kvar"):
        projects.change_task(made, {"what": "Något annat"}, actor=giver)
    assert Task.objects.get().result == "Ingen finansiering."


def test_walks_are_ordered_of_an_association_and_come_or_do_not(keeper: Account) -> None:
    made = rows.commission(ordered=40, remuneration="per vandring")

    held = send(keeper, "initiatives:deliver", made.pk, on=(TODAY - timedelta(days=7)).isoformat())
    assert held.status_code == 302, told(held)
    silent = send(keeper, "initiatives:deliver", made.pk, on=TODAY.isoformat(), is_missed="on")
    assert silent.status_code == 422
    assert "varför det inte blev av" in told(silent)
    missed = send(
        keeper,
        "initiatives:deliver",
        made.pk,
        on=TODAY.isoformat(),
        is_missed="on",
        note="Två var sjuka.",
    )
    assert missed.status_code == 302, told(missed)

    page = told(get(keeper, "initiatives:initiative", made.initiative_id))
    agreement = told(get(keeper, "governance:agreement", made.agreement_id))
    assert "blev inte av: Två var sjuka." in page
    assert "1 av 40 1 blev inte av" in page
    assert "Beställt och levererat Trygghetsvandringar 2026" in agreement


def test_a_day_is_delivered_once() -> None:
    made, giver = rows.commission(), make.operator()
    projects.deliver(made, TODAY, actor=giver)

    with pytest.raises(RuleBrokenError, match="redan inskriven"):
        projects.deliver(made, TODAY, actor=giver)
