"""A project has a list that is closed in writing, and what is ordered is delivered or says why."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import projects
from samsyn.initiatives.models import Commission, Task, TaskState
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import at, get, send, told
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


def test_what_was_written_by_mistake_is_taken_away(keeper: Account) -> None:
    made, giver = rows.commission(), make.operator()
    done = projects.deliver(made, TODAY, actor=giver)
    reader = make.account_with(Role.POLITICIAN)
    here = f"/insatser/leveranser/{done.pk}/ta-bort/"
    all_of_it = f"/insatser/bestallningar/{made.pk}/ta-bort/"

    delivered = get(keeper, "initiatives:initiative", made.initiative_id).content.decode()
    read = get(reader, "initiatives:initiative", made.initiative_id).content.decode()
    assert (here in delivered, all_of_it in delivered, here in read) == (True, False, False)
    assert at(keeper).post(here).status_code == 302
    empty = get(keeper, "initiatives:initiative", made.initiative_id).content.decode()
    assert all_of_it in empty
    assert at(keeper).post(all_of_it).status_code == 302

    make.operator()
    assert not Commission.objects.exists()


def _three_orders() -> tuple[Commission, Commission]:
    walks = rows.commission(ordered=3, amount_each=Decimal("1500.50"))
    lessons = rows.commission(what="Läxhjälp", body=make.body("Biblioteket"), year=2025, ordered=1)
    giver = make.operator()
    for days in (9, 2):
        projects.deliver(walks, TODAY - timedelta(days=days), actor=giver)
    projects.deliver(walks, TODAY, "Två var sjuka.", is_missed=True, actor=giver)
    return walks, lessons


def test_the_register_tells_what_came_and_what_it_makes() -> None:
    walks, _lessons = _three_orders()
    reader = make.account_with(Role.POLITICIAN)

    page = told(get(reader, "initiatives:commissions"))

    assert "Trygghetsvandringar Föreningen Trygghetsvandring" in page
    assert "2026 3 2 1 3 001" in page
    assert "2026-11-08 2026-11-15" in page
    assert "Läxhjälp Biblioteket" in page
    way = f"/bestallningar/?avtal={walks.agreement_id}"
    assert way in get(reader, "governance:agreement", walks.agreement_id).content.decode()


def test_the_register_is_narrowed_and_taken_away() -> None:
    walks, _lessons = _three_orders()
    reader = make.account_with(Role.POLITICIAN)

    left = told(get(reader, "initiatives:commissions", query="?visa=kvar"))
    of_year = told(get(reader, "initiatives:commissions", query="?ar=2026"))
    of_body = told(get(reader, "initiatives:commissions", query=f"?organ={walks.body_id}"))
    file = b"".join(get(reader, "initiatives:commissions", query="?hamta=csv")).decode()

    assert "Trygghetsvandringar Föreningen" not in left
    assert "Läxhjälp Biblioteket" in left
    assert "Läxhjälp Biblioteket" not in of_year + of_body
    assert "Läxhjälp" in file


def test_the_register_asks_as_often_for_one_as_for_twenty() -> None:
    reader, row = make.account_with(Role.POLITICIAN), rows.initiative()

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert get(reader, "initiatives:commissions").status_code == 200
        return len(captured)

    first = rows.commission(row)
    asked()
    one = asked()
    for number in range(19):
        projects.order(
            row,
            first.agreement_id,
            {"what": f"Nummer {number}", "body_id": first.body_id},
            actor=make.operator(),
        )

    assert asked() == one
