"""An area is chosen, proposed, answered, assigned, and what came of it is written."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.governance.actions import priorities as actions
from samsyn.governance.models import Assignment, FocusArea, Proposal, ProposalAnswer, Reply
from tests import factories as make
from tests.forums import making
from tests.governance.visiting import get, send, told
from tests.people import TODAY
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

YESTERDAY = (TODAY - timedelta(1)).isoformat()


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _board(name: str) -> Any:
    return make.body(name)


def _area(name: str = "Ungas hälsa", **more: Any) -> FocusArea:
    return actions.choose_area({"name": name, **more}, actor=make.operator())


def _proposal(*boards: Any, **more: Any) -> Proposal:
    said = {"title": "Gemensam prioritering", "year": 2027, **more}
    return actions.make_proposal(said, [board.pk for board in boards], actor=make.operator())


def test_the_whole_chain_is_walked(keeper: Account) -> None:
    school, social = _board("Skolnämnden"), _board("Socialnämnden")
    presidium = making.forum("BUS presidium", focus_areas=["ungas hälsa"])
    area = {"name": "Ungas hälsa", "chosen_year": "2024", "chosen_by": str(presidium.pk)}
    assert send(keeper, "choose-area", **area).status_code == 302
    make.operator()
    chosen = FocusArea.objects.get()
    proposal = {"title": "Fler skolkuratorer", "year": "2027", "area": str(chosen.pk)}
    boards = [str(school.pk), str(social.pk)]
    assert send(keeper, "make-proposal", **proposal, boards=boards).status_code == 302
    make.operator()
    answer = ProposalAnswer.objects.get(body=school)
    said = {"reply": "taken_up", "answered_on": YESTERDAY, "paragraph": "§ 33"}
    assert send(keeper, "answer-proposal", answer.pk, **said).status_code == 302

    page = told(get(make.account_with(Role.POLITICIAN), "priorities"))

    assert "BUS presidium 2024" in page
    assert "Fler skolkuratorer 2027" in page
    assert "Skolnämnden: tas upp" in page
    assert "Socialnämnden: inget svar" in page
    assert "Bärs av BUS presidium" in page


def test_an_area_that_nothing_carries_is_told(keeper: Account) -> None:
    _area("Drog- och brottsförebyggande arbete")

    assert "ingen bär det" in told(get(keeper, "priorities"))


def test_the_overview_tells_of_some_and_leads_to_the_rest(keeper: Account) -> None:
    area = _area()
    for number in range(7):
        making.forum(f"Nätverk {number}", focus_areas=["Ungas hälsa"])

    overview, whole = get(keeper, "priorities"), get(keeper, "area", area.pk)

    assert "Nätverk 4" in told(overview)
    assert "Nätverk 5" not in told(overview)
    assert "Visa 2 till" in told(overview)
    assert "Nätverk 6" in told(whole)


def test_it_is_carried_by_what_names_it_however_it_is_written(keeper: Account) -> None:
    _area("Ungas hälsa")
    making.forum("Nätverket", focus_areas=["UNGAS HÄLSA"])

    assert "ingen bär det" not in told(get(keeper, "priorities"))


def test_what_happened_to_the_proposal_of_a_year_is_found(keeper: Account) -> None:
    board = _board("Skolnämnden")
    _proposal(board, title="Det från 2024", year=2025)
    _proposal(board, title="Ett nytt")

    page = told(get(keeper, "proposals", query="?ar=2025"))

    assert "Det från 2024" in page
    assert "Ett nytt" not in page
    assert "Skolnämnden: inget svar" in page


def test_a_board_writes_its_own_answer_and_no_other(keeper: Account) -> None:
    school, social = _board("Skolnämnden"), _board("Socialnämnden")
    _proposal(school, social)
    secretary = make.account_with(Role.COORDINATOR, body=school)
    own, other = (ProposalAnswer.objects.get(body=each) for each in (school, social))
    said = {"reply": "not_now", "answered_on": YESTERDAY}

    assert send(secretary, "answer-proposal", own.pk, **said).status_code == 302
    assert send(secretary, "answer-proposal", other.pk, **said).status_code in {403, 404}


def test_an_answer_before_the_proposal_is_refused(keeper: Account) -> None:
    board = _board("Skolnämnden")
    _proposal(board, made_on=TODAY)
    answer = ProposalAnswer.objects.get()

    refused = send(keeper, "answer-proposal", answer.pk, reply="refused", answered_on=YESTERDAY)

    assert refused.status_code == 422
    assert "före förslaget" in told(refused)
    make.operator()
    assert ProposalAnswer.objects.get().reply == ""


def test_a_proposal_to_nobody_is_refused(keeper: Account) -> None:
    refused = send(keeper, "make-proposal", title="Till ingen", year="2027")

    assert refused.status_code == 422
    make.operator()
    assert not Proposal.objects.exists()
    with pytest.raises(actions.NobodyAskedError):
        _proposal()


def test_a_board_that_has_answered_stays_asked(keeper: Account) -> None:
    school, social = _board("Skolnämnden"), _board("Socialnämnden")
    proposal = _proposal(school, social)
    answer = ProposalAnswer.objects.get(body=school)
    actor = make.operator()
    actions.answer_proposal(answer, Reply.TAKEN_UP, TODAY, actor=actor)

    actions.change_proposal(proposal, {"title": "Nytt"}, [social.pk], actor=actor)
    actions.change_proposal(proposal, {"title": "Nytt"}, [], actor=actor)

    assert [each.body for each in ProposalAnswer.objects.all()] == [school]


def test_an_assignment_waits_for_its_owner_until_it_ends_in_writing(keeper: Account) -> None:
    owner = make.position(title="Skolchef")
    account = making.holder(owner)
    given = {"title": "Närvaro", "year": "2022", "owner": str(owner.pk), "report_on": YESTERDAY}
    assert send(keeper, "give-assignment", **given).status_code == 302
    make.operator()
    row = Assignment.objects.get()
    day = Client()
    day.force_login(account)
    assert "Närvaro" in told(day.get("/"))
    assert "rapporten är försenad" in told(get(account, "assignment", row.pk))

    without = send(account, "end-assignment", row.pk, ended_as="done", ended_on=YESTERDAY)
    said = {"ended_as": "regular", "ended_on": YESTERDAY, "result": "Ordinarie verksamhet."}
    ended = send(account, "end-assignment", row.pk, **said)
    again = send(account, "end-assignment", row.pk, **said)

    assert [answer.status_code for answer in (without, ended, again)] == [422, 302, 422]
    assert "Närvaro" not in told(day.get("/"))
    assert "Ordinarie verksamhet." in told(get(keeper, "assignment", row.pk))


def test_a_proposal_leads_to_an_assignment_with_nothing_typed_twice(keeper: Account) -> None:
    area = _area()
    proposal = _proposal(_board("Skolnämnden"), area_id=area.pk)
    page = get(keeper, "proposal", proposal.pk).content.decode()
    address = page.partition("uppdrag/nytt/?")[2].partition('"')[0].replace("&amp;", "&")

    form = get(keeper, "give-assignment", query=f"?{address}").content.decode()

    assert 'value="Gemensam prioritering"' in form
    assert f'value="{proposal.pk}" selected' in form
    assert f'value="{area.pk}" selected' in form


def test_many_are_asked_for_as_few(keeper: Account) -> None:
    _area("Första")
    few = _queries(keeper)
    for number in range(10):
        area = _area(f"Område {number}")
        _proposal(_board(f"Nämnd {number}"), area_id=area.pk)
        making.forum(f"Forum {number}", focus_areas=[f"område {number}"])

    assert _queries(keeper) <= few + 2


def _queries(account: Account) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert get(account, "priorities").status_code == 200
    return len(asked)


def test_another_municipality_sees_nothing(keeper: Account) -> None:
    area = _area()
    stranger = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    assert get(stranger, "area", area.pk).status_code == 404
    assert "Ungas hälsa" not in told(get(stranger, "priorities"))


def test_what_the_group_may_decide_itself_stands_by_its_proposal(keeper: Account) -> None:
    group = making.forum("Styrgruppen", decides="Hur mötena läggs.", refers="Inriktning och mål.")
    silent, board = making.forum("Nätverket"), _board("Skolnämnden")

    page = told(get(keeper, "proposal", _proposal(board, made_by_id=group.pk).pk))

    assert "Gruppens mandat Får besluta själv Hur mötena läggs. För vidare Inriktning" in page
    unwritten = told(get(keeper, "proposal", _proposal(board, made_by_id=silent.pk).pk))
    assert "Får besluta själv Det står inte." in unwritten
    assert "Gruppens mandat" not in told(get(keeper, "proposal", _proposal(board).pk))
