"""Someone without an account answers and contributes by a personal link, and sees nothing else."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from django.core.cache import cache
from django.test import Client

from samsyn.access.api import revoke_link
from samsyn.access.models import PersonalLink
from samsyn.audit.api import Event
from samsyn.forums import actions
from samsyn.forums.models import Attendance, Draft, Forum, Meeting, Seat
from samsyn.kernel.errors import RuleBrokenError
from samsyn.post.api import Letter
from tests import factories as make
from tests.forums import making

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_tries() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


class Site(NamedTuple):
    """A forum with a company that has no account, a link to its seat, and a meeting."""

    forum: Forum
    seat: Seat
    meeting: Meeting
    address: str

    def asked(self) -> Attendance:
        make.operator()
        return Attendance.objects.get(meeting=self.meeting, seat=self.seat)

    def to(self, what: str) -> str:
        return f"{self.address}{self.asked().pk}/{what}/"


@pytest.fixture
def site() -> Site:
    return _site()


def _site(**charter: Any) -> Site:
    forum = making.forum("Gemensam lägesbild", **charter)
    buses = make.body("Bussbolaget")
    seat = making.seat(forum, body=buses, contact_name="Kim Ek", contact_email="kim.ek@example.org")
    making.seat(forum, body=make.body("Väktarna"), wording="Väktare")
    meeting = making.meeting(forum, making.NEXT_WEEK)
    made = actions.send_link(seat, "Kim Ek", "kim.ek@example.org", actor=make.operator())
    return Site(forum, seat, meeting, made.address[made.address.index("/delta/") :])


def test_the_letter_holds_the_address(site: Site) -> None:
    make.operator()
    letter = Letter.objects.get()

    assert letter.to == "kim.ek@example.org"
    assert site.address in letter.text


def test_the_page_shows_the_next_meeting_and_the_own_part(site: Site) -> None:
    page = Client().get(site.address)

    told = page.content.decode()
    assert page.status_code == 200
    assert "Gemensam lägesbild" in told
    assert "Kim Ek" in told
    assert "Ditt bidrag" in told


def test_nothing_else_of_the_site_is_shown(site: Site) -> None:
    told = Client().get(site.address).content.decode()

    assert f"/forum/{site.forum.pk}/" not in told
    assert "/moten/" not in told


def test_an_answer_is_kept(site: Site) -> None:
    Client().post(site.to("svara"), {"answer": "remote"})

    assert site.asked().answer == "remote"


def test_a_contribution_is_sent(site: Site) -> None:
    Client().post(site.to("bidra"), {"text": "Lugnt på linje 5."})

    asked = site.asked()
    assert asked.contribution == "Lugnt på linje 5."
    assert asked.contributed_at == make.NOW


def test_what_is_typed_is_kept_before_it_is_sent(site: Site) -> None:
    Client().post(site.to("utkast"), {"text": "Lugnt", "version": "0"})

    make.operator()
    assert Draft.objects.get().text == "Lugnt"
    assert "Lugnt" in Client().get(site.address).content.decode()


def test_a_personal_number_is_refused_and_the_text_stays(site: Site) -> None:
    page = Client().post(site.to("bidra"), {"text": "Pojken 20180101-2392 åkte fast"})

    assert page.status_code == 422
    assert "20180101-2392 åkte fast" in page.content.decode()
    assert site.asked().contributed_at is None


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("svara", {"answer": "yes"}),
        ("utkast", {"text": "Lugnt", "version": "0"}),
        ("bidra", {"text": "Lugnt"}),
    ],
)
def test_what_is_done_by_the_link_is_in_the_trail(
    site: Site, what: str, told: dict[str, str]
) -> None:
    Client().post(site.to(what), told)

    asked, link = site.asked(), PersonalLink.objects.get()
    event = Event.objects.get(action="forums.answer")
    assert (event.object_id, event.outcome, event.account_id) == (asked.pk, "done", None)
    assert event.reason == f"link {link.pk}"


def test_an_answer_that_there_is_none_of_is_refused(site: Site) -> None:
    came_from = f"http://testserver{site.address}"
    page = Client().post(site.to("svara"), {"answer": "perhaps"}, headers={"referer": came_from})

    assert (page.status_code, page["Location"], site.asked().answer) == (302, came_from, "")
    assert not Event.objects.filter(action="forums.answer").exists()


def test_others_contributions_are_not_read(site: Site) -> None:
    _let_the_guards_tell(site)

    assert "Två inbrott" not in Client().get(site.address).content.decode()


def test_others_contributions_are_read_where_the_forum_says_so() -> None:
    site = _site(shows_contributions=True)
    _let_the_guards_tell(site)

    assert "Två inbrott" in Client().get(site.address).content.decode()


def _let_the_guards_tell(site: Site) -> None:
    giver = make.operator()
    other = Attendance.objects.exclude(seat=site.seat).get(meeting=site.meeting)
    actions.contribute(other, "Två inbrott i centrum.", actor=giver)


@pytest.mark.parametrize("what", ["svara", "bidra", "utkast"])
def test_anothers_part_is_not_found(site: Site, what: str) -> None:
    make.operator()
    other = Attendance.objects.exclude(seat=site.seat).get(meeting=site.meeting)

    told = {"answer": "yes", "text": "Intrång"}
    page = Client().post(f"{site.address}{other.pk}/{what}/", told)

    make.operator()
    other.refresh_from_db()
    assert page.status_code == 404
    assert (other.answer, other.contribution) == ("", "")


def test_a_revoked_link_opens_nothing(site: Site) -> None:
    revoke_link(PersonalLink.objects.get(), actor=make.operator())

    assert Client().get(site.address).status_code == 404
    assert Client().post(site.to("bidra"), {"text": "Sent"}).status_code == 404
    assert site.asked().contribution == ""


def test_an_old_link_opens_nothing(site: Site) -> None:
    make.operator()
    before = make.NOW - timedelta(days=2)
    PersonalLink.objects.update(created_at=before, expires_at=make.NOW - timedelta(seconds=1))

    assert Client().get(site.address).status_code == 404


def test_the_link_opens_no_page_of_those_with_an_account(site: Site) -> None:
    client = Client()
    client.get(site.address)

    assert client.get(f"/moten/{site.meeting.pk}/").status_code == 302
    assert client.get(f"/kallade/{site.asked().pk}/bidra/").status_code == 302


def test_after_the_deadline_nothing_is_taken(site: Site) -> None:
    make.operator()
    Meeting.objects.update(contributions_by_at=make.NOW - timedelta(hours=1))

    page = Client().post(site.to("bidra"), {"text": "För sent"})

    assert page.status_code == 422
    assert site.asked().contribution == ""


def test_without_a_meeting_the_page_says_so() -> None:
    forum = making.forum()
    seat = making.seat(forum)
    made = actions.send_link(seat, "Kim Ek", "kim.ek@example.org", actor=make.operator())

    told = Client().get(made.address[made.address.index("/delta/") :]).content.decode()

    assert "inte kallad till något möte" in told


def test_links_go_to_all_who_have_an_address_and_no_link(site: Site) -> None:
    making.seat(site.forum, body=make.body("Kyrkan"), contact_email="kyrkan@example.org")

    assert actions.send_links(site.forum, actor=make.operator()) == 1
    assert {letter.to for letter in Letter.objects.all()} == {
        "kim.ek@example.org",
        "kyrkan@example.org",
    }


def test_when_all_have_a_link_no_letter_is_written(site: Site) -> None:
    with pytest.raises(RuleBrokenError, match="redan en länk"):
        actions.send_links(site.forum, actor=make.operator())


def test_the_leader_sends_and_revokes(world: making.World) -> None:
    seat = making.seat(world.forum, body=make.body("Kyrkan"))

    page = making.post(world.leader, "send-link", seat.pk, name="Ny", email="ny@example.org")
    make.operator()
    link = PersonalLink.objects.get()
    making.post(world.leader, "revoke-link", seat.pk, link=link.pk)

    make.operator()
    link.refresh_from_db()
    assert "/delta/" in making.told(page)
    assert link.revoked_at is not None


def test_who_only_sits_there_sends_no_links(world: making.World) -> None:
    seat = making.seat(world.forum, body=make.body("Kyrkan"))

    page = making.post(world.participant, "send-link", seat.pk, name="Ny", email="a@example.org")

    assert page.status_code == 404
