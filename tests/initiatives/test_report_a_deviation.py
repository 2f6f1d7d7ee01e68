"""A deviation is reported, handled, answered, lifted and closed; each step stays as it was."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.calendars.api import Subject
from samsyn.governance.actions import agreement_parts
from samsyn.governance.api import months_on
from samsyn.initiatives import deviation_days
from samsyn.initiatives.actions import deviations as actions
from samsyn.initiatives.actions.deviation_endings import close_deviation
from samsyn.initiatives.models import Deviation, DeviationState, DeviationStep
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions as organisation
from tests import deviation_rows as rows
from tests import factories as make
from tests import governance_rows as governed
from tests import initiative_rows
from tests.governance.visiting import at, get, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _only() -> Deviation:
    make.operator()
    return Deviation.objects.get()


def test_anyone_with_a_role_reports_and_follows_her_own() -> None:
    reporter, other = make.account_with(Role.PARTICIPANT), make.account_with(Role.PARTICIPANT)
    school = make.body("Skolan")

    answer = send(reporter, "initiatives:report-deviation", **rows.SAID, party=school.pk)

    assert answer.status_code == 302, told(answer)
    row = _only()
    page = told(get(reporter, "initiatives:deviation", row.pk))
    assert "Planen ändrades utan att skolan fick veta det." in page
    assert "Skolan" in page
    assert rows.TITLE in told(get(reporter, "initiatives:deviations"))
    assert rows.TITLE not in told(get(other, "initiatives:deviations"))
    assert get(other, "initiatives:deviation", row.pk).status_code == 404


def test_a_name_is_asked_about_and_a_personal_number_refused() -> None:
    reporter = make.account_with(Role.PARTICIPANT)
    said = rows.SAID | {"what": "Eleven Anna Svensson blev utan plan."}

    asked = send(reporter, "initiatives:report-deviation", **said)
    refused = send(
        reporter,
        "initiatives:report-deviation",
        **said | {"what": "Det gällde 20180101-2392.", "bekraftat": "on"},
    )

    assert (asked.status_code, refused.status_code) == (422, 422)
    assert "Pekar det ut ett barn?" in told(asked)
    assert "Skriv inget personnummer här." in told(refused)
    make.operator()
    assert not Deviation.objects.exists()


def test_the_steps_from_handler_to_what_was_changed(keeper: Account) -> None:
    handler = make.position(title="Folkhälsostrateg")
    account = make.holder_of(handler, Role.PARTICIPANT)
    row = rows.deviation()

    send(
        keeper,
        "initiatives:name-handler",
        row.pk,
        handler=handler.pk,
        answer_by=(TODAY + timedelta(days=9)).isoformat(),
    )
    assert rows.TITLE in told(get(account, "organisation:my-day"))
    send(account, "initiatives:note-on-deviation", row.pk, text="Jag har ringt båda.")
    send(account, "initiatives:answer-deviation", row.pk, text="Skolan får nu en kopia.")
    send(account, "initiatives:close-deviation", row.pk, changed="Mallen har en ny ruta.")

    row = _only()
    assert (row.state, row.answered_on, row.closed_on) == (DeviationState.CLOSED, TODAY, TODAY)
    taken = DeviationStep.objects.order_by("ordinal").values_list("kind", "text", "by__title")
    assert list(taken) == [
        ("handed", "", None),
        ("noted", "Jag har ringt båda.", "Folkhälsostrateg"),
        ("answered", "Skolan får nu en kopia.", "Folkhälsostrateg"),
        ("closed", "Mallen har en ny ruta.", "Folkhälsostrateg"),
    ]
    assert rows.TITLE not in told(get(account, "organisation:my-day"))


def test_what_is_closed_changes_no_more(keeper: Account) -> None:
    row = rows.deviation()
    close_deviation(row, "Vi gör så här nu.", actor=make.operator())

    answer = send(keeper, "initiatives:answer-deviation", row.pk, text="Och så här.")

    assert answer.status_code == 422
    assert "Den är avslutad och ändras inte mer." in told(answer)


def test_closing_says_what_was_changed(keeper: Account) -> None:
    row = rows.deviation()

    assert send(keeper, "initiatives:close-deviation", row.pk, changed=" ").status_code == 422
    assert _only().is_open


def test_no_step_is_rewritten() -> None:
    row = rows.deviation()
    actions.note_on_deviation(row, "Vi har ringt.", actor=make.operator())

    with pytest.raises(IntegrityError, match="not changed"), transaction.atomic():
        DeviationStep.objects.update(text="Vi har inte ringt.")


def test_it_is_lifted_to_the_group_above_whose_leaders_see_it(keeper: Account) -> None:
    chair = make.position(title="Förvaltningschef")
    leader = make.holder_of(chair, Role.PARTICIPANT)
    above = make.forum("Styrgruppen", {"chair_id": chair.pk})
    below = make.forum("Närgruppen", {"above_id": above.pk})
    row = rows.deviation(forum_id=below.pk)
    assert get(leader, "initiatives:deviation", row.pk).status_code == 404

    send(keeper, "initiatives:lift-deviation", row.pk, text="Det kommer tillbaka.")

    page = told(get(leader, "initiatives:deviation", row.pk))
    assert "lyft till gruppen ovanför" in page
    assert "Det kommer tillbaka." in page
    assert rows.TITLE in told(get(leader, "organisation:my-day"))
    with pytest.raises(RuleBrokenError, match="ingen grupp ovanför"):
        actions.lift_deviation(_only(), "Ännu högre.", actor=make.operator())


def test_where_no_group_stands_above_a_forum_is_chosen(keeper: Account) -> None:
    chair = make.position(title="Förvaltningschef")
    leader = make.holder_of(chair, Role.PARTICIPANT)
    chosen = make.forum("Styrgruppen", {"chair_id": chair.pk})
    row = rows.deviation(rows.TITLE, make.body("Skolan"))
    shown = told(get(keeper, "initiatives:deviation", row.pk))
    assert "Den hör inte till något forum. Du väljer vart den lyfts." in shown

    without = send(keeper, "initiatives:lift-deviation", row.pk, text="Det kommer tillbaka.")
    lifted = send(
        keeper, "initiatives:lift-deviation", row.pk, text="Det kommer igen.", forum=chosen.pk
    )

    assert (without.status_code, lifted.status_code) == (422, 302), told(lifted)
    assert _only().lifted_to_id == chosen.pk
    assert rows.TITLE in told(get(leader, "organisation:my-day"))


def test_it_is_not_lifted_to_where_it_is(keeper: Account) -> None:
    forum = make.forum("Närgruppen")
    row = rows.deviation(forum_id=forum.pk)

    page = get(keeper, "initiatives:deviation", row.pk)
    answer = send(keeper, "initiatives:lift-deviation", row.pk, text="Igen.", forum=forum.pk)

    assert "Den går inte att lyfta: det finns inget annat forum." in told(page)
    assert f"/avvikelser/{row.pk}/lyft/" not in page.content.decode()
    assert answer.status_code == 422
    with pytest.raises(RuleBrokenError, match="Välj ett annat forum"):
        actions.lift_deviation(_only(), "Igen.", to=forum.pk, actor=make.operator())


def test_the_answer_is_due_within_the_limit_of_the_agreement() -> None:
    agreement = governed.agreement()
    agreement_parts.add_limit(
        agreement,
        "svar på avvikelse",
        {"amount": 2, "unit": "months"},
        actor=make.operator(),
    )
    rows.routine(agreement_id=agreement.pk, limit="svar på avvikelse", lift_after=14)
    rows.routine("Allt annat", days=5)

    of_agreement = rows.deviation(agreement_id=agreement.pk)
    other = rows.deviation("Något annat")

    two_months = months_on(TODAY, 2)
    assert of_agreement.answer_by == two_months
    assert of_agreement.lift_by == two_months + timedelta(days=14)
    assert (other.answer_by, other.lift_by) == (TODAY + timedelta(days=5), None)


def test_sorted_under_an_agreement_its_days_hold(keeper: Account) -> None:
    agreement = governed.agreement()
    rows.routine(agreement_id=agreement.pk, days=40, lift_after=2)
    row = rows.deviation()
    said = {"title": rows.TITLE, "kind": "deviation", "agreement": agreement.pk}

    send(keeper, "initiatives:sort-deviation", row.pk, **said)

    found = _only()
    assert found.answer_by == TODAY + timedelta(days=40)
    assert found.lift_by == TODAY + timedelta(days=42)


def test_those_who_lead_the_group_see_what_is_late_though_another_handles_it() -> None:
    chair = make.position(title="Samordnare")
    leader = make.holder_of(chair, Role.PARTICIPANT)
    row = rows.deviation(forum_id=make.forum("Närgruppen", {"chair_id": chair.pk}).pk)
    handler = make.position(title="Rektor")
    actions.name_handler(row, handler.pk, TODAY + timedelta(days=1), actor=make.operator())
    waits = "Avvikelser att ta hand om"
    assert waits not in told(get(leader, "organisation:my-day"))

    make.operator()
    Deviation.objects.update(
        reported_on=TODAY - timedelta(days=9), answer_by=TODAY - timedelta(days=1)
    )

    assert waits in told(get(leader, "organisation:my-day"))


def test_without_a_routine_no_number_is_made_up() -> None:
    assert rows.deviation().answer_by is None


def test_the_routine_names_the_handler_and_asks_what_was_tried() -> None:
    receiver = make.position(title="BUS-samordnare")
    rows.routine(receiver_id=receiver.pk, is_local_first=True, days=10)

    with pytest.raises(RuleBrokenError, match="redan har försökt"):
        rows.deviation()
    row = rows.deviation(tried="Vi har ringt.")

    assert (row.handler_id, row.state) == (receiver.pk, DeviationState.HANDLED)
    assert row.answer_by == TODAY + timedelta(days=10)


def test_a_function_that_has_ended_handles_nothing() -> None:
    row, ended = rows.deviation(), make.position(title="Fältassistent")
    organisation.end_position(ended, ends_on=TODAY, actor=make.operator())

    with pytest.raises(RuleBrokenError, match="har upphört"):
        actions.name_handler(row, ended.pk, None, actor=make.operator())


def test_an_overdue_answer_is_said_and_found(keeper: Account) -> None:
    late, soon = rows.deviation(), rows.deviation("Den andra")
    Deviation.objects.filter(pk=late.pk).update(
        reported_on=TODAY - timedelta(days=20), answer_by=TODAY - timedelta(days=3)
    )

    listed = told(get(keeper, "initiatives:deviations", query="?visa=forsenade"))

    assert "3 dagar försenad" in listed
    assert soon.title not in listed


def test_what_was_reported_stays_when_it_is_sorted(keeper: Account) -> None:
    row, school = rows.deviation(), make.body("Skolan")
    said = {"title": "Besked till skolan", "category": "information kom inte fram"}

    answer = send(
        keeper, "initiatives:sort-deviation", row.pk, **said, kind="obstacle", parties=[school.pk]
    )

    assert answer.status_code == 302, told(answer)
    found = _only()
    assert (found.what, found.kind, found.category) == (
        rows.WHAT,
        "obstacle",
        "information kom inte fram",
    )
    assert found.parties.get().body_id == school.pk


def test_a_coordinator_of_a_party_reads_it_and_another_does_not() -> None:
    school, other = make.body("Skolan"), make.body("Kyrkan")
    row = rows.deviation(rows.TITLE, school)
    own = make.account_with(Role.COORDINATOR, body=school)
    stranger = make.account_with(Role.COORDINATOR, body=other)

    assert get(own, "initiatives:deviation", row.pk).status_code == 200
    assert get(stranger, "initiatives:deviation", row.pk).status_code == 404
    assert rows.TITLE in told(get(own, "organisation:my-day"))
    assert rows.TITLE not in told(get(stranger, "organisation:my-day"))


def test_what_it_can_be_about_leads_to_reporting_it() -> None:
    reader = make.account_with(Role.PARTICIPANT)
    forum, agreement = make.forum("Närgruppen"), governed.agreement()
    team = initiative_rows.initiative()

    for row, page, key in (
        (forum, "forums:forum", "forum"),
        (agreement, "governance:agreement", "avtal"),
        (team, "initiatives:initiative", "insats"),
    ):
        shown = get(reader, page, row.pk).content.decode()
        assert shown.count(f"/avvikelser/ny/?{key}={row.pk}") == 1
        form = get(reader, "initiatives:report-deviation", query=f"?{key}={row.pk}")
        assert f'<option value="{row.pk}" selected>' in form.content.decode()


def test_search_and_files_show_it_to_those_alone_who_may_read_it(keeper: Account) -> None:
    row, stranger = rows.deviation(), make.account_with(Role.DIRECTOR)
    actions.answer_deviation(row, "Skolan får nu en kopia.", actor=make.operator())
    search = "/sok/?q=kopia"

    assert rows.TITLE in told(at(keeper).get(search))
    assert rows.TITLE not in told(at(stranger).get(search))
    files = [
        get(each, "initiatives:deviations", query="?hamta=csv&visa=alla")
        for each in (keeper, stranger)
    ]
    assert [rows.TITLE in _text(file) for file in files] == [True, False]


def _text(file: Any) -> str:
    return b"".join(file).decode()


def test_a_flood_is_bounded() -> None:
    giver = make.actor(Role.PARTICIPANT)
    said = {"what": rows.WHAT, "kind": "deviation"}
    for number in range(30):
        actions.report_deviation({"title": f"Nummer {number}", **said}, actor=giver)

    with pytest.raises(RuleBrokenError, match="många rapporter"):
        actions.report_deviation({"title": "En till", **said}, actor=giver)


def _queries(account: Account) -> int:
    with CaptureQueriesContext(connection) as asked:
        get(account, "initiatives:deviations")
    return len(asked)


def test_twenty_rows_cost_no_more_questions_than_one(keeper: Account) -> None:
    school = make.body("Skolan")
    rows.deviation(rows.TITLE, school)
    get(keeper, "initiatives:deviations")
    one = _queries(keeper)
    for number in range(19):
        rows.deviation(f"Nummer {number}", school)

    assert _queries(keeper) == one


def test_the_calendar_holds_the_last_day_of_the_answer() -> None:
    handler = make.position()
    account = make.holder_of(handler, Role.PARTICIPANT)
    row = rows.deviation()
    due = TODAY + timedelta(days=9)
    actions.name_handler(row, handler.pk, due, actor=make.operator())

    events: list[Any] = list(deviation_days.events(make.actor_for(account), Subject("", None)))

    assert [each.summary for each in events] == [f"Svara på avvikelsen {rows.TITLE}"]
