"""Packs, minutes and minute books are taken away as PDF and Word, by those who may read them."""

from io import BytesIO
from typing import Any

import docx
import pypdf
import pytest

from samsyn.access.api import Role
from samsyn.audit.api import Event
from samsyn.forums import actions
from samsyn.forums.models import Approval, Meeting, Minutes
from tests import factories as make
from tests.forums import making
from tests.forums.making import World
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(world: World) -> Meeting:
    found = making.held_meeting(world.forum)
    item = making.item(found, "Frånvaro")
    actions.write_notes(item, "Nio kom.", 0, actor=make.operator())
    actions.decide(found, "Vi fortsätter till våren.", at_item=1, actor=make.operator())
    actions.treat_item(item, actor=make.operator())
    return found


@pytest.fixture
def minutes(world: World, meeting: Meeting) -> Minutes:
    return actions.make_minutes(meeting, [world.chair], actor=make.operator())


def approve() -> None:
    make.operator()
    for each in Approval.objects.select_related("minutes__meeting"):
        actions.approve_minutes(each, actor=make.operator())


def pdf_text(answer: Any) -> str:
    pages = pypdf.PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def word_text(answer: Any) -> str:
    document = docx.Document(BytesIO(answer.content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return " ".join([*(each.text for each in document.paragraphs), *cells])


def test_the_minutes_as_pdf_hold_what_was_written_and_decided(
    world: World, minutes: Minutes
) -> None:
    answer = making.get(world.participant, "minutes-pdf", minutes.pk)

    told = pdf_text(answer)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    for words in ("Frånvaro", "Nio kom.", "2026:1", "Vi fortsätter till våren."):
        assert words in told


def test_the_minutes_as_word_hold_the_same(world: World, minutes: Minutes) -> None:
    told = word_text(making.get(world.participant, "minutes-docx", minutes.pk))

    for words in ("Frånvaro", "Nio kom.", "2026:1", "Vi fortsätter till våren."):
        assert words in told


def test_minutes_are_marked_until_they_are_approved(world: World, minutes: Minutes) -> None:
    marked = pdf_text(making.get(world.participant, "minutes-pdf", minutes.pk))
    approve()
    approved = pdf_text(making.get(world.participant, "minutes-pdf", minutes.pk))

    assert "Inte justerat" in marked
    assert "Inte justerat" not in approved


def test_a_file_is_named_by_its_forum_and_day(world: World, minutes: Minutes) -> None:
    answer = making.get(world.participant, "minutes-pdf", minutes.pk)

    assert answer["Content-Disposition"] == (
        'attachment; filename="anteckningar-bus-styrgrupp-2026-11-17.pdf"'
    )


def test_the_pack_holds_the_debt_the_agenda_and_the_contributions(world: World) -> None:
    coming = world.meeting(making.NEXT_WEEK)
    making.item(coming, "Skolnärvaro")
    making.overdue(world.forum, world.rector)
    actions.contribute(world.asked(coming), "Fler kommer i tid.", actor=make.operator())

    told = pdf_text(making.get(world.participant, "pack-pdf", coming.pk))

    late = "1 uppföljning är försenad."
    for words in (late, "Ta fram en rutin för frånvaro", "Skolnärvaro", "Fler kommer i tid."):
        assert words in told


def test_the_minute_book_holds_what_is_approved_and_nothing_else(
    world: World, minutes: Minutes
) -> None:
    before = word_text(making.get(world.participant, "minute-book-docx", world.forum.pk))
    approve()
    after = word_text(making.get(world.participant, "minute-book-docx", world.forum.pk))

    assert "Inga anteckningar är justerade." in before
    assert "Vi fortsätter till våren." not in before
    assert "Vi fortsätter till våren." in after


def test_a_stranger_takes_nothing_away(world: World, meeting: Meeting, minutes: Minutes) -> None:
    for ending in ("pdf", "docx"):
        for name, pk in ((f"minutes-{ending}", minutes.pk), (f"pack-{ending}", meeting.pk)):
            assert making.get(world.stranger, name, pk).status_code == 404


def test_one_of_another_municipality_takes_nothing_away(world: World, minutes: Minutes) -> None:
    stranger = make.account_with(*Role, municipality_id=TYRESO)

    assert making.get(stranger, "minutes-pdf", minutes.pk).status_code == 404
    assert making.get(stranger, "minute-book-pdf", world.forum.pk).status_code == 404


def test_the_book_of_one_who_may_not_read_the_minutes_is_empty(
    world: World, minutes: Minutes
) -> None:
    approve()

    told = word_text(making.get(world.stranger, "minute-book-docx", world.forum.pk))

    assert "Vi fortsätter till våren." not in told


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_trail_says_who_took_what_away(world: World, minutes: Minutes, ending: str) -> None:
    making.get(world.participant, f"minutes-{ending}", minutes.pk)

    make.operator()
    event = Event.objects.get(action="forums.export_minutes")
    assert (event.account_id, event.object_id, event.reason) == (
        world.participant.pk,
        minutes.pk,
        ending,
    )
