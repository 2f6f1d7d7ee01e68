"""Risks, obstacles and proposals are noted, judged anew, owned, and closed in writing."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.governance.actions import risks as actions
from samsyn.governance.models import Judgement, Risk, RiskKind
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions as organisation
from tests import factories as make
from tests import risk_rows as rows
from tests.forums import making
from tests.governance.visiting import get, send, told
from tests.people import TODAY
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

_TITLE = "Samverkan stannar när någon slutar"
_SAID = {"kind": "risk", "title": _TITLE, "found_on": TODAY.isoformat()}


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _add(by: Account, **answers: Any) -> Any:
    return send(by, "add-risk", **_SAID, **answers)


def test_a_risk_is_noted_judged_and_read_by_anyone_with_a_role(keeper: Account) -> None:
    answer = _add(
        keeper, category="personalomsättning", likelihood="3", consequence="4", why="Två slutade."
    )

    assert answer.status_code == 302, told(answer)
    reader = make.account_with(Role.POLITICIAN)
    listed = told(get(reader, "risks"))
    assert f"{_TITLE} öppen risk personalomsättning 12 av 16, mycket hög utan ägare" in listed
    make.operator()
    page = told(get(reader, "risk", Risk.objects.get().pk))
    assert "sannolikhet 3 möjlig · konsekvens 4 allvarlig Två slutade." in page


def test_a_new_judgement_leaves_the_one_before(keeper: Account) -> None:
    risk = rows.risk(found_on=date(2026, 1, 1))
    actions.judge_risk(risk, rows.JUDGED, date(2026, 1, 1), actor=make.operator())
    answers = {"judged_on": TODAY.isoformat(), "likelihood": "1", "consequence": "2"}

    answer = send(keeper, "judge-risk", risk.pk, **answers, why="Två är nu utsedda.")

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "risk", risk.pk))
    assert "2 av 16, låg" in page
    assert "12 av 16, mycket hög" in page
    make.operator()
    assert Judgement.objects.count() == 2


def test_it_waits_for_its_owner_until_she_closes_it_in_writing() -> None:
    owner = make.position(title="Folkhälsostrateg")
    account, other = making.holder(owner), make.account_with(Role.PARTICIPANT)
    risk = rows.risk(owner_id=owner.pk)
    day = Client()
    day.force_login(account)
    assert _TITLE in told(day.get("/"))
    answers = {"closed_on": TODAY.isoformat(), "outcome": "Rutinen finns."}

    assert send(other, "close-risk", risk.pk, **answers).status_code in {403, 404}
    assert send(account, "close-risk", risk.pk, **answers).status_code == 302

    assert _TITLE not in told(day.get("/"))
    assert _TITLE not in told(get(other, "risks"))
    assert _TITLE in told(get(other, "risks", query="?visa=avslutade"))
    assert "Rutinen finns." in told(get(other, "risk", risk.pk))


def test_what_is_closed_is_changed_no_more(keeper: Account) -> None:
    risk = rows.risk()
    actions.close_risk(risk, TODAY, "Det är löst.", actor=make.operator())

    for name, answers in (
        ("change-risk", _SAID),
        ("close-risk", {"closed_on": TODAY.isoformat(), "outcome": "Igen."}),
    ):
        answer = send(keeper, name, risk.pk, **answers)
        assert answer.status_code == 422
        assert "är avslutad" in told(answer)


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        ({"likelihood": "7", "consequence": "1", "why": "Så."}, "Välj"),
        ({"likelihood": "3", "why": "Så."}, "från 1 till 4"),
        ({"likelihood": "3", "consequence": "3"}, "Skriv varför"),
        ({"kind": "obstacle", "likelihood": "3", "consequence": "3", "why": "Så."}, "Bara en risk"),
        ({"found_on": (TODAY + timedelta(1)).isoformat()}, "har inte varit än"),
        ({"due_on": (TODAY - timedelta(1)).isoformat()}, "innan det upptäcktes"),
        ({"text": "Ring 20180101-2392"}, "personnummer"),
        ({"title": ""}, "Vad"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    keeper: Account, answers: dict[str, str], refusal: str
) -> None:
    answer = send(keeper, "add-risk", **(_SAID | answers))

    assert answer.status_code == 422
    assert refusal in told(answer)
    make.operator()
    assert not Risk.objects.exists()


def test_the_database_knows_no_likelihood_of_seven() -> None:
    with pytest.raises(RuleBrokenError, match="från 1 till 4"):
        actions.judge_risk(rows.risk(), actions.Judged(7, 1, "Så."), TODAY, actor=make.operator())


def test_nothing_is_closed_without_a_word(keeper: Account) -> None:
    risk = rows.risk()

    answer = send(keeper, "close-risk", risk.pk, closed_on=TODAY.isoformat(), outcome="")

    assert answer.status_code == 422
    with pytest.raises(RuleBrokenError, match="vad det blev"):
        actions.close_risk(risk, TODAY, "", actor=make.operator())


def test_an_owner_that_has_ended_is_refused() -> None:
    ended = make.position(title="Projektledare")
    organisation.end_position(ended, ends_on=date(2025, 1, 1), actor=make.operator())

    with pytest.raises(RuleBrokenError, match="Projektledare har upphört"):
        rows.risk(owner_id=ended.pk)


def test_what_was_judged_as_a_risk_stays_one(keeper: Account) -> None:
    risk = rows.risk()
    actions.judge_risk(risk, rows.JUDGED, TODAY, actor=make.operator())

    answer = send(keeper, "change-risk", risk.pk, **(_SAID | {"kind": "obstacle"}))

    assert answer.status_code == 422
    assert "förblir en risk" in told(answer)


def test_the_list_is_narrowed_and_taken_away(keeper: Account) -> None:
    rows.risk("Ett hinder", RiskKind.OBSTACLE, category="sekretess")
    rows.risk("Försenad", found_on=date(2026, 1, 1), due_on=TODAY - timedelta(1))

    assert "Försenad" not in told(get(keeper, "risks", query="?slag=obstacle"))
    assert "Försenad" not in told(get(keeper, "risks", query="?amne=sekretess"))
    late = told(get(keeper, "risks", query="?visa=forsenade"))
    assert "Försenad" in late
    assert "Ett hinder" not in late
    sheet = get(keeper, "risks", query="?hamta=xlsx")
    assert sheet.status_code == 200
    assert sheet["Content-Disposition"].endswith('.xlsx"')


def test_a_source_is_added_by_who_owns_it() -> None:
    owner = make.position()
    account = making.holder(owner)
    risk = rows.risk(owner_id=owner.pk)
    record = make.document("Granskning av samverkan")

    answer = send(account, "cite-risk", risk.pk, document=str(record.pk), place="s. 3", quote="")

    assert answer.status_code == 302, told(answer)
    assert "Granskning av samverkan" in told(get(account, "risk", risk.pk))


def test_many_are_asked_for_as_one(keeper: Account) -> None:
    rows.risk()
    few = _queries(keeper)
    for number in range(10):
        owner = make.position(title=f"F{number}")
        risk = rows.risk(f"Risk {number}", owner_id=owner.pk, towards_body_id=owner.body_id)
        actions.judge_risk(risk, rows.JUDGED, TODAY, actor=make.operator())

    assert _queries(keeper) == few


def _queries(account: Account) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert get(account, "risks").status_code == 200
    return len(asked)


def test_a_stranger_to_the_municipality_sees_nothing() -> None:
    risk = rows.risk()
    stranger = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    assert get(stranger, "risk", risk.pk).status_code == 404
    assert send(stranger, "close-risk", risk.pk).status_code == 404
