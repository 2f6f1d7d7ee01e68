"""What groups of people say when they are asked is kept without names, and an area rests on it."""

from datetime import date, timedelta

import pytest

from samsyn.access.api import Account, Role
from samsyn.governance.actions import priorities
from samsyn.governance.actions.dialogues import Spoken, record_dialogue
from samsyn.governance.actions.saying import NotYetError
from samsyn.governance.models import Dialogue, DocumentKind, GoverningDocument
from tests import factories as make
from tests.document_rows import document
from tests.governance.visiting import get, send, told
from tests.people import TODAY
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

_SAID = {"with_whom": "Vårdnadshavare", "count": "40", "said": "De vill veta vem de kan ringa."}


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


@pytest.fixture
def asked(db: None) -> GoverningDocument:
    return document("Dialogmöten om samverkan", DocumentKind.DIALOGUE)


def test_a_dialogue_is_written_and_read(keeper: Account, asked: GoverningDocument) -> None:
    answer = send(keeper, "record-dialogue", asked.pk, held_on="2026-03-20", **_SAID)

    assert answer.status_code == 302, told(answer)
    page = told(get(make.account_with(Role.POLITICIAN), "document", asked.pk))
    assert "Vårdnadshavare De vill veta vem de kan ringa. 20 mars 2026 · 40 deltog" in page


def test_what_is_not_known_is_left_open(keeper: Account, asked: GoverningDocument) -> None:
    send(keeper, "record-dialogue", asked.pk, with_whom="Chefer")

    page = told(get(keeper, "document", asked.pk))

    assert "Chefer Det står inte vad som sades. dagen är inte angiven" in page


def test_a_document_of_that_kind_asks_for_them_and_another_does_not(
    keeper: Account, asked: GoverningDocument
) -> None:
    assert "Här står vilka ni har talat med" in told(get(keeper, "document", asked.pk))
    plan = document("Plan", DocumentKind.PLAN)
    assert "Dialoger" not in told(get(keeper, "document", plan.pk))


def test_nobody_is_named_by_number(keeper: Account, asked: GoverningDocument) -> None:
    said = {**_SAID, "said": "Barnet 20180101-2392 vill byta skola."}

    answer = send(keeper, "record-dialogue", asked.pk, **said)

    assert answer.status_code == 422
    assert "personnummer" in told(answer)
    make.operator()
    assert not Dialogue.objects.exists()


def test_it_is_not_written_before_it_has_been_held(asked: GoverningDocument) -> None:
    tomorrow = Spoken("Chefer", TODAY + timedelta(days=1))

    with pytest.raises(NotYetError):
        record_dialogue(asked, tomorrow, actor=make.operator())


def test_an_area_rests_on_it(keeper: Account, asked: GoverningDocument) -> None:
    priorities.choose_area({"name": "Ungas hälsa"}, [asked.pk], actor=make.operator())

    assert "Dialogmöten om samverkan" in told(get(keeper, "priorities"))


def test_who_owns_the_document_may_write_it_and_another_may_not(db: None) -> None:
    owner = make.position(title="Kommundirektör")
    of = document("Dialogmöten", DocumentKind.DIALOGUE, owner_id=owner.pk)
    other = make.account_with(Role.PARTICIPANT)

    assert send(other, "record-dialogue", of.pk, **_SAID).status_code in {403, 404}
    holder = make.holder_of(owner, Role.PARTICIPANT)
    assert send(holder, "record-dialogue", of.pk, **_SAID).status_code == 302


def test_another_municipality_sees_nothing_of_it(asked: GoverningDocument) -> None:
    told_it = Spoken("Chefer", date(2026, 3, 1))
    record_dialogue(asked, told_it, actor=make.operator())
    stranger = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    assert get(stranger, "document", asked.pk).status_code == 404
    make.operator(TYRESO)
    assert not Dialogue.objects.exists()
