"""What an audit recommends is answered, acted on, shown to be done, and closed in writing."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from samsyn.access.api import Account, Role
from samsyn.governance.actions import recommendations as actions
from samsyn.governance.models import Fulfilment, Recommendation
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions as organisation
from tests import factories as make
from tests import risk_rows as rows
from tests.forums import making
from tests.governance.visiting import get, send, told
from tests.people import TODAY
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

_TODAY = TODAY.isoformat()
_YESTERDAY = TODAY - timedelta(days=1)


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _add(by: Account, **answers: Any) -> Any:
    record, to = make.document("Granskning 2023"), make.body("Skolnämnden")
    said = {"record": str(record.pk), "body": str(to.pk), "given_on": _TODAY}
    return send(by, "add-recommendation", **(said | {"text": "Följ upp."} | answers))


def test_it_is_unanswered_until_it_is_answered_acted_on_and_done(keeper: Account) -> None:
    answer = _add(keeper, number="1")
    assert answer.status_code == 302, told(answer)
    make.operator()
    row = Recommendation.objects.get()
    by = make.position(title="Skolchef")
    listed = told(get(make.account_with(Role.POLITICIAN), "recommendations"))
    assert "1 Följ upp. obesvarad Skolnämnden" in listed
    assert "Granskning 2023" in listed

    for name, answers, state in (
        ("answer-recommendation", {"answered_on": _TODAY, "answer": "Vi instämmer."}, "besvarad"),
        ("act-on-recommendation", {"action": "En rutin tas fram."}, "pågår"),
        (
            "close-recommendation",
            {
                "closed_as": "done",
                "closed_on": _TODAY,
                "closed_by": str(by.pk),
                "result": "Rutinen är beslutad.",
            },
            "genomförd",
        ),
    ):
        saved = send(keeper, name, row.pk, **answers)
        assert saved.status_code == 302, told(saved)
        assert state in told(get(keeper, "recommendation", row.pk))

    page = told(get(keeper, "recommendation", row.pk))
    assert "Vi instämmer." in page
    assert "Avslutad av Skolchef" in page
    assert "Rutinen är beslutad." in page


def test_one_that_is_rejected_says_why(keeper: Account) -> None:
    row, by = rows.recommendation(), make.position()
    said = {"closed_as": "rejected", "closed_on": _TODAY, "closed_by": str(by.pk)}

    assert send(keeper, "close-recommendation", row.pk, **said, result="").status_code == 422
    assert send(keeper, "close-recommendation", row.pk, **said, result="Kostar för mycket.")

    page = told(get(keeper, "recommendation", row.pk))
    assert "avvisad" in page
    assert "Kostar för mycket." in page


def test_who_owns_it_is_told_and_may_act_but_nobody_else() -> None:
    owner = make.position(title="Folkhälsostrateg")
    account, other = making.holder(owner), make.account_with(Role.PARTICIPANT)
    row = rows.recommendation(
        given_on=date(2026, 1, 1), due_on=_YESTERDAY, owner_id=owner.pk, text="Följ upp allt."
    )
    day = Client()
    day.force_login(account)

    page = told(day.get("/"))

    assert "Följ upp allt." in page
    assert "försenad" in page
    assert send(other, "act-on-recommendation", row.pk, action="X").status_code in {403, 404}
    assert send(account, "act-on-recommendation", row.pk, action="Ny rutin").status_code == 302


def test_the_late_ones_are_a_list(keeper: Account) -> None:
    long_ago = date(2026, 1, 1)
    rows.recommendation(text="Den sena.", given_on=long_ago, due_on=_YESTERDAY)
    rows.recommendation(make.body("En annan"), text="Den andra.", due_on=TODAY)

    late = told(get(keeper, "recommendations", query="?laget=forsenade"))

    assert "Den sena." in late
    assert "Den andra." not in late
    open_ones = told(get(keeper, "recommendations", query="?laget=unanswered"))
    assert "Den andra." in open_ones
    assert open_ones.count("obesvarad försenad") == 1
    assert "Den sena." not in told(get(keeper, "recommendations", query="?laget=answered"))


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        ({"given_on": (TODAY + timedelta(1)).isoformat()}, "har inte varit än"),
        ({"record": ""}, "antingen ett styrdokument eller en källa"),
        ({"text": "Ring 20180101-2392"}, "personnummer"),
        ({"text": ""}, "Rekommendation"),
        ({"body": ""}, "Till"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    keeper: Account, answers: dict[str, str], refusal: str
) -> None:
    answer = _add(keeper, **answers)

    assert answer.status_code == 422
    assert refusal in told(answer)
    make.operator()
    assert not Recommendation.objects.exists()


def test_a_deadline_before_the_recommendation_is_refused(keeper: Account) -> None:
    row = rows.recommendation()
    answers = {"action": "En rutin.", "due_on": _YESTERDAY.isoformat()}

    answer = send(keeper, "act-on-recommendation", row.pk, **answers)

    assert answer.status_code == 422
    assert "före den dag då rekommendationen gavs" in told(answer)


def test_an_owner_that_has_ended_is_refused() -> None:
    ended = make.position(title="Projektledare")
    organisation.end_position(ended, ends_on=date(2025, 1, 1), actor=make.operator())

    with pytest.raises(RuleBrokenError, match="Projektledare har upphört"):
        actions.act_on_recommendation(
            rows.recommendation(), {"owner_id": ended.pk}, actor=make.operator()
        )


def test_what_is_closed_is_changed_no_more(keeper: Account) -> None:
    row, by = rows.recommendation(), make.position()
    actions.close_recommendation(
        row, Fulfilment.DONE, TODAY, "Klart.", by=by, actor=make.operator()
    )

    answer = send(keeper, "answer-recommendation", row.pk, answered_on=_TODAY, answer="Nej.")

    assert answer.status_code == 422
    assert "är avslutad" in told(answer)


def test_the_list_is_taken_away(keeper: Account) -> None:
    rows.recommendation()

    sheet = get(keeper, "recommendations", query="?hamta=xlsx")

    assert sheet["Content-Disposition"].endswith('rekommendationer.xlsx"')


def test_a_stranger_to_the_municipality_sees_nothing() -> None:
    row = rows.recommendation()
    stranger = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    assert get(stranger, "recommendation", row.pk).status_code == 404
