"""Those who were there answer three questions right after, of what they did or of the whole."""

import pytest

from samsyn.access.api import Role
from samsyn.initiatives.actions import activities, parts
from samsyn.initiatives.models import Evaluation, Initiative
from samsyn.organisation.api import Body
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import get, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db

_SAID = {
    "done_on": TODAY.isoformat(),
    "meant": "Fler vuxna ute.",
    "happened": "Två kom inte.",
    "next_time": "Ring dagen före.",
}


@pytest.fixture
def partner() -> Body:
    return make.body("Polisen")


@pytest.fixture
def row(partner: Body) -> Initiative:
    made = rows.initiative()
    parts.add_partner(made, {"body_id": partner.pk}, actor=make.operator())
    return made


def test_a_partner_who_was_there_answers_and_writes_it_clearer(
    partner: Body, row: Initiative
) -> None:
    officer = make.holder_of(make.position(partner, "Kommunpolis"), Role.PARTICIPANT)
    assert "Svara på tre frågor efteråt" in told(get(officer, "initiatives:initiative", row.pk))

    answer = send(officer, "initiatives:note-at-once", row.pk, **_SAID)

    assert answer.status_code == 302, told(answer)
    made = Evaluation.objects.get(initiative=row)
    again = send(officer, "initiatives:evaluate", made.pk, **_SAID | {"happened": "En kom inte."})
    assert again.status_code == 302, told(again)
    made.refresh_from_db()
    assert made.happened == "En kom inte."


def test_a_stranger_does_not_answer_and_a_partner_does_not_plan(
    partner: Body, row: Initiative
) -> None:
    officer = make.holder_of(make.position(partner, "Kommunpolis"), Role.PARTICIPANT)
    stranger = make.holder_of(make.position(make.body("En annan"), "Chef"), Role.PARTICIPANT)
    planned = {"kind": "follow_up", "due_on": TODAY.isoformat()}

    assert send(stranger, "initiatives:note-at-once", row.pk, **_SAID).status_code == 403
    assert send(officer, "initiatives:plan-evaluation", row.pk, **planned).status_code == 403


def test_the_answers_lead_to_what_they_are_about_and_outlive_it(
    partner: Body, row: Initiative
) -> None:
    officer = make.holder_of(make.position(partner, "Kommunpolis"), Role.PARTICIPANT)
    held = rows.activity(row, what="Vandring på torget")
    assert "Tre frågor efteråt" in told(get(officer, "initiatives:activity", held.pk))

    answer = send(officer, "initiatives:note-activity", held.pk, **_SAID)

    assert answer.status_code == 302, told(answer)
    page = told(get(officer, "initiatives:initiative", row.pk))
    assert "Tre frågor efteråt Vandring på torget Vad var tänkt Fler vuxna ute." in page
    activities.remove_activity(held, actor=make.operator())
    assert Evaluation.objects.get(initiative=row).activity_id is None


def test_three_questions_are_no_follow_up_of_the_initiative(partner: Body, row: Initiative) -> None:
    officer = make.holder_of(make.position(partner, "Kommunpolis"), Role.PARTICIPANT)
    send(officer, "initiatives:note-at-once", row.pk, **_SAID)

    listed = told(get(officer, "initiatives:initiatives", query="?saknar=ingen-uppfoljning"))

    assert "Skolsocialt team" in listed
