"""Someone without an account reports by a personal link, and follows it by a receipt."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from samsyn.access.api import Account, PersonalLink, Role, revoke_link
from samsyn.audit.api import Event
from samsyn.initiatives.actions import deviations as actions
from samsyn.initiatives.models import Deviation
from samsyn.organisation.api import Body
from samsyn.post.api import Letter
from tests import deviation_rows as rows
from tests import factories as make
from tests.governance.visiting import get, post, told

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_tries() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def buses() -> Body:
    return make.body("Bussbolaget")


def _link(row: Any) -> str:
    address = rows.report_link(row).address
    return address[address.index("/rapportera/") :]


def _report(at: str, **answers: Any) -> Any:
    return Client().post(f"{at}skicka/", rows.SAID | answers)


def _receipt(answer: Any) -> str:
    address: str = answer["Location"]
    return address[address.index("/rapporterat/") :]


def _only() -> Deviation:
    make.operator()
    return Deviation.objects.get()


def test_the_letter_holds_the_address(buses: Body) -> None:
    at = _link(buses)

    make.operator()
    letter = Letter.objects.get()
    assert letter.to == rows.KIM.email
    assert at in letter.text


def test_the_page_asks_what_happened_and_shows_nothing_else(buses: Body) -> None:
    make.body("Kyrkan")
    rows.deviation("Något som ingen utanför ska se", buses)

    page = Client().get(_link(buses))

    read = page.content.decode()
    assert page.status_code == 200
    assert "Bussbolaget" in read
    assert "Du är här som Kim Ek." in read
    assert "Kyrkan" not in read
    assert "Något som ingen utanför ska se" not in read
    assert "/avvikelser/" not in read


def test_a_report_is_kept_for_the_body(buses: Body) -> None:
    answer = _report(_link(buses))

    assert answer.status_code == 302, told(answer)
    row = _only()
    assert (row.title, row.what, row.account_id) == (rows.TITLE, rows.WHAT, None)
    assert row.parties.get().body_id == buses.pk
    link = PersonalLink.objects.get(purpose="initiatives.report_for_body")
    assert row.link_id == link.pk
    event = Event.objects.get(action="initiatives.report_by_body_link")
    assert event.reason == f"link {link.pk}"


def test_in_a_forum_one_says_between_which_of_its_bodies(buses: Body) -> None:
    forum = make.forum("Närgruppen")
    make.seat(forum, of_body=buses)
    at = _link(forum)
    assert "Bussbolaget" in Client().get(at).content.decode()

    _report(at, parties=[buses.pk])

    row = _only()
    assert (row.forum_id, row.parties.get().body_id) == (forum.pk, buses.pk)


def test_a_body_that_is_not_offered_is_not_taken(buses: Body) -> None:
    other = make.body("Kyrkan")
    forum = make.forum("Närgruppen")
    make.seat(forum, of_body=buses)

    answer = _report(_link(forum), parties=[other.pk])

    assert answer.status_code == 422
    make.operator()
    assert not Deviation.objects.exists()


def test_the_receipt_shows_the_answer_and_not_the_notes(buses: Body) -> None:
    receipt = _receipt(_report(_link(buses)))
    assert "Det finns inget svar än." in told(Client().get(receipt))
    row, giver = _only(), make.operator()
    actions.note_on_deviation(row, "Mellan oss sagt.", actor=giver)
    actions.answer_deviation(row, "Skolan får nu en kopia.", actor=giver)

    page = told(Client().get(receipt))

    assert "besvarad" in page
    assert "Skolan får nu en kopia." in page
    assert "Mellan oss sagt." not in page


def test_the_receipt_goes_by_letter_to_one_who_wants_it(buses: Body) -> None:
    answer = _report(_link(buses), contact_email="anonym@example.org")

    make.operator()
    letter = Letter.objects.get(to="anonym@example.org")
    assert _receipt(answer) in letter.text
    keeper = make.account_with(Role.COORDINATOR)
    page = get(keeper, "initiatives:deviation", _only().pk).content.decode()
    assert "anonym@example.org" not in page


def test_one_who_waits_is_written_to_when_there_is_an_answer(buses: Body) -> None:
    _report(_link(buses), contact_email="anonym@example.org")
    row, giver = _only(), make.operator()

    actions.answer_deviation(row, "Skolan får nu en kopia.", actor=giver)

    subjects = Letter.objects.filter(to="anonym@example.org").order_by("created_at", "subject")
    assert {each.subject for each in subjects} == {
        "Tack för din rapport",
        "Det finns ett svar på din rapport",
    }
    assert not any("kopia" in each.text for each in subjects)


def test_a_name_is_asked_about_and_what_was_written_stays(buses: Body) -> None:
    at = _link(buses)
    said = {"what": "Eleven Anna Svensson blev utan plan."}

    asked = _report(at, **said)

    assert asked.status_code == 422
    assert "Pekar det ut ett barn?" in told(asked)
    assert "Anna Svensson blev utan plan." in asked.content.decode()
    assert _report(at, **said, bekraftat="on").status_code == 302


def test_a_receipt_opens_no_form_and_a_form_no_receipt(buses: Body) -> None:
    at = _link(buses)
    token = at.rstrip("/").rpartition("/")[2]
    receipt = _receipt(_report(at)).rstrip("/").rpartition("/")[2]

    assert Client().get(f"/rapporterat/{token}/").status_code == 404
    assert Client().get(f"/rapportera/organ/{receipt}/").status_code == 404


def test_a_revoked_or_old_link_opens_nothing(buses: Body) -> None:
    first, second = _link(buses), _link(buses)
    one, other = PersonalLink.objects.order_by("created_at", "pk")
    keeper = make.account_with(Role.COORDINATOR)
    at_first = {str(one.pk): first, str(other.pk): second}

    answer = post(keeper, "initiatives:body-report-links-revoke", buses.pk, link=one.pk)

    assert answer.status_code == 302
    open_now = [Client().get(at).status_code for at in at_first.values()]
    assert sorted(open_now) == [200, 404]
    make.operator()
    PersonalLink.objects.update(
        created_at=make.NOW - timedelta(days=2), expires_at=make.NOW - timedelta(seconds=1)
    )
    assert Client().get(first).status_code == Client().get(second).status_code == 404


def test_a_flood_by_one_link_is_bounded(buses: Body) -> None:
    at = _link(buses)
    for number in range(30):
        assert _report(at, title=f"Nummer {number}").status_code == 302

    answer = _report(at, title="En till")

    assert answer.status_code == 422
    assert "många rapporter" in told(answer)
    make.operator()
    assert Deviation.objects.count() == 30


def test_a_flood_from_one_place_is_bounded(buses: Body) -> None:
    links = [_link(buses), _link(buses)]
    for number in range(50):
        assert _report(links[number % 2], title=f"Nummer {number}").status_code == 302

    answer = _report(links[0])

    assert answer.status_code == 422
    assert "Försök igen om tio minuter." in told(answer)


def test_those_who_lead_a_forum_send_its_links_and_others_do_not() -> None:
    convener = make.position(title="Samordnare")
    leader = make.holder_of(convener, Role.PARTICIPANT)
    forum = make.forum("Närgruppen", {"convener_id": convener.pk})
    said = {"name": "Kim Ek", "email": "kim.ek@example.org"}

    sent = post(leader, "initiatives:forum-report-links-send", forum.pk, **said)
    stranger: Account = make.account_with(Role.PARTICIPANT)

    assert "/rapportera/forum/" in sent.content.decode()
    assert get(stranger, "initiatives:forum-report-links", forum.pk).status_code == 404


def test_a_link_for_something_else_is_not_taken_back_here(buses: Body) -> None:
    make.operator()
    rows.report_link(buses)
    other = make.personal_link(buses)
    keeper = make.account_with(Role.COORDINATOR)

    answer = post(keeper, "initiatives:body-report-links-revoke", buses.pk, link=other.pk)

    assert answer.status_code == 404
    revoke_link(other, actor=make.operator())


def test_what_others_have_called_theirs_is_not_told(buses: Body) -> None:
    rows.deviation("Hemligt", make.body("Kyrkan"), category="rektorn på Lärkan")

    assert "rektorn på Lärkan" not in Client().get(_link(buses)).content.decode()


def test_no_letter_carries_the_words_of_the_one_who_reports(buses: Body) -> None:
    """Anyone can be named as receiver, and administrators see what has been sent to whom."""
    _report(_link(buses), title="Ditt konto spärras", contact_email="nagon@example.org")
    row = _only()
    actions.answer_deviation(row, "Nu är det gjort.", actor=make.operator())

    make.operator()
    letters = Letter.objects.filter(to="nagon@example.org")
    assert letters.count() == 2
    for each in letters:
        assert "Ditt konto spärras" not in each.subject + each.text
        assert each.object_id is None


def test_why_it_was_lifted_stays_inside(buses: Body) -> None:
    above = make.forum("Styrgruppen")
    forum = make.forum("Närgruppen", {"above_id": above.pk})
    receipt = _receipt(_report(_link(forum)))
    actions.lift_deviation(_only(), "Bolaget vill inte vara med.", actor=make.operator())

    page = told(Client().get(receipt))

    assert "Styrgruppen" in page
    assert "Bolaget vill inte vara med." not in page


def test_a_receipt_that_went_astray_is_taken_back(buses: Body) -> None:
    receipt = _receipt(_report(_link(buses)))
    row, keeper = _only(), make.account_with(Role.COORDINATOR)
    assert "Återkalla länken" in told(get(keeper, "initiatives:deviation", row.pk))

    assert post(keeper, "initiatives:revoke-receipt", row.pk).status_code == 302

    assert Client().get(receipt).status_code == 404
    assert "Återkalla länken" not in told(get(keeper, "initiatives:deviation", row.pk))
