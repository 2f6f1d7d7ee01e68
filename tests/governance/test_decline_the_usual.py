"""What is usual but not for us is not offered: somebody has said why, and it can be taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from samsyn.access.api import Account, Role
from samsyn.audit.models import Event
from samsyn.governance.actions import declining as actions
from samsyn.governance.models import DeclinedDuty
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests.cycle_rows import duty
from tests.governance.visiting import get, post, send, told
from tests.people import NOW, TODAY
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

_SURVEY = {"usual": "stockholmsenkaten", "why": "Vi är inte med i enkäten."}


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _decline(**more: str) -> DeclinedDuty:
    return actions.decline_duty(**(_SURVEY | more), actor=make.operator())


def _declined_before(days: int) -> DeclinedDuty:
    before = replace(make.operator(), now=NOW - timedelta(days=days))
    return actions.decline_duty(**_SURVEY, actor=before)


def _offered(by: Account) -> bool:
    return "?plikt=stockholmsenkaten" in get(by, "annual-cycle").content.decode()


def test_what_is_declined_is_not_offered_and_stands_with_its_reason(keeper: Account) -> None:
    assert _offered(keeper)

    answer = send(keeper, "decline-duty", **_SURVEY)

    assert answer.status_code == 302, told(answer)
    assert not _offered(keeper)
    page = told(get(keeper, "annual-cycle"))
    assert "Stockholmsenkäten Vi är inte med i enkäten. sedan 17 november 2026" in page


def test_everyone_reads_it_and_only_keepers_say_it(keeper: Account) -> None:
    declined = _decline()
    reader = make.account_with(Role.AUDITOR)

    page = told(get(reader, "annual-cycle"))

    assert "Vi är inte med i enkäten." in page
    assert "Ta tillbaka" not in page
    assert send(reader, "decline-duty", usual="loggkontroll", why="Nej.").status_code == 403
    assert post(reader, "take-back-declined", declined.pk).status_code in {403, 404}


def test_the_form_is_begun_with_what_was_chosen(keeper: Account) -> None:
    form = get(keeper, "decline-duty", query="?plikt=stockholmsenkaten").context["form"]

    assert form["usual"].value() == "stockholmsenkaten"


@pytest.mark.parametrize("answers", [{"why": ""}, {"why": " "}, {"usual": "påhittat"}])
def test_a_reason_is_asked_for_and_only_the_usual_is_declined(
    keeper: Account, answers: dict[str, str]
) -> None:
    assert send(keeper, "decline-duty", **(_SURVEY | answers)).status_code == 422
    make.operator()
    assert not DeclinedDuty.objects.exists()


def test_only_what_is_in_the_library_is_declined() -> None:
    with pytest.raises(actions.NotUsualError):
        _decline(usual="pahittat")


def test_it_is_taken_back_and_offered_again_with_what_was_said(keeper: Account) -> None:
    declined = _declined_before(days=30)

    post(keeper, "take-back-declined", declined.pk)

    assert _offered(keeper)
    page = told(get(keeper, "annual-cycle"))
    said = "Gällde inte er från 18 oktober 2026, togs tillbaka 17 november 2026: Vi är inte med"
    assert said in page


def test_what_was_said_the_same_day_was_a_slip_and_the_trail_has_it(keeper: Account) -> None:
    declined = _decline()

    post(keeper, "take-back-declined", declined.pk)

    assert _offered(keeper)
    assert not DeclinedDuty.objects.exists()
    assert Event.objects.filter(action="governance.take_back_declined").count() == 1


def test_it_is_taken_back_once_and_may_be_declined_anew(keeper: Account) -> None:
    declined = _declined_before(days=30)
    actions.take_back_declined(declined, actor=make.operator())

    with pytest.raises(actions.TakenBackError):
        actions.take_back_declined(declined, actor=make.operator())
    _decline(why="Vi gick ur.")

    assert not _offered(keeper)
    assert "Vi gick ur." in told(get(keeper, "annual-cycle"))


def test_it_is_declined_once_at_a_time() -> None:
    _decline()

    with pytest.raises(RuleBrokenError, match="redan sagt"):
        _decline(why="En gång till.")


def test_it_cannot_have_been_taken_back_before_it_was_said() -> None:
    declined = _decline()

    with pytest.raises(IntegrityError, match="taken_back_after"), transaction.atomic():
        DeclinedDuty.objects.filter(pk=declined.pk).update(taken_back_on=TODAY)


def test_what_is_there_after_all_is_not_told_of_as_declined(keeper: Account) -> None:
    _decline()

    duty("Stockholmsenkäten", kind="other")

    assert "Vi är inte med i enkäten." not in told(get(keeper, "annual-cycle"))


def test_another_municipality_is_still_offered_it() -> None:
    declined = _decline()
    neighbour = make.account_with(Role.COORDINATOR, municipality_id=TYRESO)

    assert _offered(neighbour)
    assert post(neighbour, "take-back-declined", declined.pk).status_code == 404
