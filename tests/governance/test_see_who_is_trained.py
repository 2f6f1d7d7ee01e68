"""Which functions have been taught the documents that are about them, since these read so."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Actor, Role
from samsyn.governance.actions import documents as actions
from samsyn.governance.actions.editions import add_edition
from samsyn.governance.domain.teaching import Taught
from samsyn.governance.models import DocumentKind, GoverningDocument, Training
from samsyn.governance.queries.training import training
from samsyn.intake.api import SentFile
from samsyn.organisation.models import Position
from tests import factories as make
from tests.document_rows import TEXT, document, edition
from tests.forums.sending import pdf
from tests.governance.visiting import crumbs, get, send, told
from tests.people import TODAY
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

_DECIDED = date(2026, 3, 1)
_LATER, _EARLIER = date(2026, 5, 4), date(2025, 5, 4)


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.POLITICIAN)


def _routine(*functions: Position, title: str = "Rutin för oro", **more: Any) -> GoverningDocument:
    of = document(title, DocumentKind.ROUTINE, **{"decided_on": _DECIDED, **more})
    for each in functions:
        actions.say_what_it_concerns(of, None, each.pk, actor=make.operator())
    return of


def _teach(of: GoverningDocument, on: date, function: Position | None, count: int = 4) -> None:
    chosen = function.pk if function else None
    giver = make.operator()
    lesson = actions.Lesson(on, "De som berörs", count, position_id=chosen)
    actions.record_training(of, lesson, actor=giver)


def _reader() -> Actor:
    return make.actor(Role.POLITICIAN)


def _states() -> dict[str, str]:
    return {row.position.title: row.state for row in training(_reader())}


def test_each_function_is_told_of_for_itself() -> None:
    head, nurse = make.position(title="Rektor"), make.position(title="Skolsköterska")
    routine = _routine(head, nurse)
    _teach(routine, _LATER, head)
    _teach(routine, _LATER + timedelta(days=9), head, count=3)

    assert _states() == {"Rektor": Taught.GIVEN, "Skolsköterska": Taught.NONE}
    row = training(_reader()).get(position=head)
    assert (row.given_on, row.taught) == (date(2026, 5, 13), 7)


def test_what_was_taught_before_the_decision_is_from_before() -> None:
    head = make.position(title="Rektor")
    _teach(_routine(head), _EARLIER, head)

    assert _states() == {"Rektor": Taught.BEFORE}


def test_that_some_were_taught_is_not_said_to_be_the_function() -> None:
    head = make.position(title="Rektor")
    _teach(_routine(head), _LATER, None)

    assert _states() == {"Rektor": Taught.UNCLEAR}


def test_a_new_version_asks_for_new_training_and_a_signed_copy_does_not() -> None:
    head = make.position(title="Rektor")
    routine = _routine(head)
    _teach(routine, _LATER, head)
    edition(routine)
    edition(routine, TEXT)
    signed = SentFile(
        "underskriven.pdf", pdf("Den underskrivna rutinen, som den är: skolan ringer.")
    )
    add_edition(routine, signed, is_signed=True, actor=make.operator())
    assert _states() == {"Rektor": Taught.GIVEN}

    edition(routine, f"{TEXT}\n\nNytt är att rektorn alltid ringer socialtjänsten samma dag.")

    assert _states() == {"Rektor": Taught.BEFORE}
    assert training(_reader()).get().since == TODAY


def test_what_no_longer_applies_and_a_function_that_has_ended_are_left_out() -> None:
    head = make.position(title="Rektor")
    _routine(head, title="Den gamla", ends_on=date(2026, 6, 1))
    _routine(head, title="Utkastet", decided_on=None)

    assert _states() == {}


def test_a_training_is_written_for_one_of_the_functions(reader: Account) -> None:
    head, other = make.position(title="Rektor"), make.position(title="Fritidsledare")
    routine = _routine(head)
    keeper = make.account_with(Role.COORDINATOR)
    said = {"given_on": _LATER.isoformat(), "to_whom": "Alla rektorer", "count": "12"}

    refused = send(keeper, "record-training", routine.pk, position=other.pk, **said)
    done = send(keeper, "record-training", routine.pk, position=head.pk, **said)

    assert (refused.status_code, done.status_code) == (422, 302)
    make.operator()
    assert Training.objects.get().position == head
    page = told(get(reader, "training"))
    assert "Rutin för oro rutin Rektor" in page
    assert "har utbildats" in page
    assert "Alla rektorer Rektor" in told(get(reader, "document", routine.pk))


def test_it_can_be_narrowed_and_taken_along(reader: Account) -> None:
    head, nurse = make.position(title="Rektor"), make.position(title="Skolsköterska")
    _teach(_routine(head, nurse), _LATER, head)

    page = told(get(reader, "training", query="?laget=none"))
    taken = get(reader, "training", query="?hamta=csv").content.decode("utf-8-sig")

    assert "Skolsköterska" in page
    assert "Rektor" not in page
    assert "Rutin för oro" in taken
    assert "har utbildats" in taken
    assert "2026-05-04" in taken


def test_the_coverage_leads_to_it(reader: Account) -> None:
    page = get(reader, "coverage").content.decode()

    assert 'href="/styrdokument/tackning/utbildning/"' in page


def test_it_is_below_the_coverage(reader: Account) -> None:
    way = [label for label, _url in crumbs(get(reader, "training"))]

    assert way == ["Styrdokument", "Täckning", "Utbildning i rutiner"]


def test_another_municipality_sees_nothing_of_it() -> None:
    _routine(make.position(title="Rektor"))

    stranger = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    assert "Rektor" not in told(get(stranger, "training"))


def test_many_are_asked_for_as_one(reader: Account) -> None:
    _routine(make.position(title="Rektor"))
    few = _asked(reader)
    for number in range(10):
        _routine(make.position(title=f"F{number}"), title=f"Rutin {number}")

    assert _asked(reader) == few


def _asked(by: Account) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert get(by, "training").status_code == 200
    return len(queries)
