"""A person without an account comes by a personal link: it opens one thing, and nothing else."""

import logging
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from samsyn.access.api import (
    ACTIONS,
    Action,
    Actor,
    Purpose,
    Role,
    enter,
    has_link,
    revoke_link,
    visible,
)
from samsyn.access.models import PersonalLink
from samsyn.access.tenancy import bind, present
from samsyn.access.tokens import hashed
from samsyn.audit.api import Event, Outcome
from samsyn.config.logs import without_secrets
from samsyn.config.navigation import frame
from samsyn.kernel.errors import NotFoundError
from samsyn.organisation.models import Body, Position
from tests import factories as make
from tests.access.conftest import Clock
from tests.access.link_sites import LinkSite, names_of, visitor
from tests.access.matrix import tool
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def body() -> Body:
    return make.body("Gamla")


def test_the_link_opens_its_page_without_an_account(site: LinkSite, body: Body) -> None:
    make.person()
    link, address = site.link(body)

    answer = visitor().get(address)

    assert (answer.status_code, answer.content.decode()) == (200, f"{body.pk} 0 {link.name}")


def test_no_session_is_begun_and_nothing_is_kept(site: LinkSite, body: Body) -> None:
    answer = visitor().get(site.link(body).address)

    assert not answer.cookies
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_the_link_lets_one_change_be_made(site: LinkSite, body: Body) -> None:
    answer = visitor().post(f"{site.link(body).address}spara/")

    assert answer.content == b"gjort"
    assert names_of(body) == ["Gamla", "Ny"]


def test_a_post_needs_the_token_of_a_form(site: LinkSite, body: Body) -> None:
    client = Client(enforce_csrf_checks=True)

    answer = client.post(f"{site.link(body).address}spara/")

    assert answer.status_code == 403
    assert names_of(body) == ["Gamla"]


@pytest.mark.parametrize(("end", "method"), [("", "post"), ("spara/", "get"), ("", "head")])
def test_each_door_answers_one_method(site: LinkSite, body: Body, end: str, method: str) -> None:
    address = f"{site.link(body).address}{end}"

    assert visitor().generic(method.upper(), address).status_code == 405


def test_what_is_below_the_object_is_reached_by_its_own_key(site: LinkSite, body: Body) -> None:
    own, others = make.position(body), make.position(make.body())
    address = site.link(body).address

    assert visitor().get(f"{address}{own.pk}/").status_code == 200
    assert visitor().get(f"{address}{others.pk}/").status_code == 404


def test_the_trail_says_by_which_link_and_never_the_token(site: LinkSite, body: Body) -> None:
    link, address = site.link(body)
    visitor().post(f"{address}spara/")

    make.operator()
    event = Event.objects.get(action="test.answer")
    made = Event.objects.get(action="access.make_link")
    assert (event.reason, event.account_id, event.object_id, event.outcome) == (
        f"link {link.pk}",
        None,
        body.pk,
        Outcome.DONE,
    )
    assert (made.object_id, made.reason) == (link.pk, "test.answer")
    assert "hemlig" not in str(list(Event.objects.values_list("reason", "object_type", "action")))


def test_the_token_itself_is_kept_nowhere(site: LinkSite, body: Body) -> None:
    link, address = site.link(body)
    token = address.split("/")[2]

    make.operator()
    kept = PersonalLink.objects.filter(pk=link.pk).values().get()
    assert kept["token_hash"] == hashed(token)
    assert token not in str(kept)


def test_when_it_is_used_is_remembered(site: LinkSite, body: Body, the_clock: Clock) -> None:
    link, address = site.link(body)
    visitor().get(address)
    the_clock.move_on(hours=1)
    visitor().get(address)

    make.operator()
    link.refresh_from_db()
    assert link.first_used_at == make.NOW
    assert link.last_used_at == make.NOW + timedelta(hours=1)


def wrong(site: LinkSite, body: Body, clock: Clock) -> dict[str, str]:
    """Addresses that open nothing, each for another reason."""
    revoked, revoked_address = site.link(body)
    revoke_link(revoked, actor=make.operator())
    expired = site.link(body, expires_at=make.NOW + DAY).address
    gone = site.link(make.body(municipality_id=TYRESO))
    make.operator(TYRESO)
    PersonalLink.objects.filter(pk=gone.link.pk).update(object_id=uuid4())
    cut = site.link(body).address[:-4] + "/"
    clock.move_on(days=1)
    return {
        "revoked": revoked_address,
        "expired": expired,
        "gone": gone.address,
        "cut": cut,
        "guessed": "/svar/hemlig-abc/",
        "empty": "/svar/%20/",
        "long": f"/svar/{'x' * 5_000}/",
        "nul": "/svar/%00/",
    }


def test_every_link_that_opens_nothing_is_answered_alike(
    site: LinkSite, body: Body, the_clock: Clock
) -> None:
    addresses = wrong(site, body, the_clock)

    answers = {why: visitor().get(address) for why, address in addresses.items()}

    assert {why for why, answer in answers.items() if answer.status_code != 404} == set()
    assert len({answer.content for answer in answers.values()}) == 1
    told = answers["revoked"].content.decode()
    assert "Länken gäller inte längre" in told
    assert "Be den som sammankallar om en ny." in told


def test_a_link_that_was_open_on_the_screen_saves_nothing_when_revoked(
    site: LinkSite, body: Body
) -> None:
    link, address = site.link(body)
    client = visitor()
    client.get(address)
    make.operator()
    revoke_link(PersonalLink.objects.get(pk=link.pk), actor=make.operator())

    assert client.post(f"{address}spara/").status_code == 404
    assert names_of(body) == ["Gamla"]


def test_it_ends_at_its_moment_and_not_before(site: LinkSite, body: Body, the_clock: Clock) -> None:
    address = site.link(body, expires_at=make.NOW + DAY).address
    the_clock.move_on(days=1, seconds=-1)
    assert visitor().get(address).status_code == 200

    the_clock.move_on(seconds=1)
    assert visitor().get(address).status_code == 404


def test_an_attempt_with_an_ended_link_is_in_the_trail_of_its_municipality(
    site: LinkSite, body: Body
) -> None:
    link, address = site.link(body)
    revoke_link(link, actor=make.operator())

    visitor().get(address)

    make.operator()
    event = Event.objects.get(outcome=Outcome.REFUSED)
    assert (event.object_id, event.reason) == (link.pk, f"link {link.pk}")


def test_a_link_opens_nothing_in_another_municipality(site: LinkSite) -> None:
    here, there = make.body(), make.body(municipality_id=TYRESO)
    link = site.link(here).link
    make.operator(TYRESO)
    by_link = Actor(None, TYRESO, make.NOW, link_id=link.pk)

    assert not visible(by_link, site.answer).exists()
    with pytest.raises(NotFoundError):
        enter(by_link, site.answer, there.pk)


def test_a_link_for_one_purpose_opens_no_other(site: LinkSite, body: Body) -> None:
    other = Purpose("test.other", Body, "annat", "answer")  # type: ignore[arg-type]
    action = another_action(site, other)
    by_link = actor_of(site.link(body).link)

    assert visible(by_link, site.answer).get() == body
    assert not visible(by_link, action).exists()


def another_action(site: LinkSite, purpose: Purpose) -> Action[Body]:
    return replace(site.answer, name="test.other", permitted=(has_link(purpose),))


def actor_of(link: PersonalLink) -> Actor:
    make.operator(link.municipality_id)
    return Actor(None, link.municipality_id, make.NOW, link_id=link.pk)


def test_a_link_opens_none_of_what_roles_open(site: LinkSite) -> None:
    rows = make.everything(ALINGSAS)
    position = next(row for row in rows if isinstance(row, Position))
    by_link = actor_of(site.link(position.body).link)
    own = {site.answer.name, site.see_position.name}

    seen = [a.name for a in ACTIONS.values() if visible(by_link, a).exists()]

    assert set(seen) == own


def test_no_role_opens_what_a_link_is_for(site: LinkSite, body: Body) -> None:
    site.link(body)

    assert not visible(make.actor(*Role), site.answer).exists()


def test_being_signed_in_as_well_changes_nothing(site: LinkSite, body: Body) -> None:
    link, address = site.link(body)
    client = visitor()
    client.force_login(make.account_with(Role.ADMINISTRATOR))
    client.get(address)

    make.operator()
    event = Event.objects.get(action="test.answer")
    assert (event.account_id, event.reason) == (None, f"link {link.pk}")


def test_a_question_written_for_one_link_is_not_answered_for_another(
    site: LinkSite, body: Body
) -> None:
    other = make.body("Annan")
    first, second = site.link(body).link, site.link(other).link

    assert enter(actor_of(first), site.answer, body.pk) == body
    with pytest.raises(NotFoundError):
        enter(actor_of(second), site.answer, body.pk)
    late = replace(actor_of(first), now=first.expires_at)
    with pytest.raises(NotFoundError):
        enter(late, site.answer, body.pk)


def test_the_row_of_a_link_is_seen_by_its_token_alone(site: LinkSite, body: Body) -> None:
    """Row security, with no municipality known."""
    link = site.link(body).link
    site.link(body)
    bind(None, None)
    assert not PersonalLink.objects.exists()

    present(link.token_hash)
    assert [row.pk for row in PersonalLink.objects.all()] == [link.pk]


def test_a_rule_that_refuses_leaves_nothing_and_sends_back(site: LinkSite, body: Body) -> None:
    address = site.link(body).address
    came_from = {"referer": f"http://testserver{address}"}

    answer = visitor().post(f"{address}vagra/", headers=came_from)

    assert answer.headers["Location"] == f"http://testserver{address}"
    assert names_of(body) == ["Gamla"]


def test_many_wrong_tries_from_one_address_close_it_for_a_while(site: LinkSite, body: Body) -> None:
    cache.clear()
    address, client = site.link(body).address, visitor()
    answers = [client.get(f"/svar/hemlig-{n}/").status_code for n in range(51)]

    assert (set(answers[:50]), answers[50]) == ({404}, 429)
    assert client.get(address).status_code == 429
    assert visitor().get(address, REMOTE_ADDR="192.0.2.7").status_code == 200
    cache.clear()
    assert client.get(address).status_code == 200


def test_neighbours_in_one_network_are_counted_together(site: LinkSite, body: Body) -> None:
    cache.clear()
    for n in range(50):
        visitor().get("/svar/fel/", REMOTE_ADDR=f"2001:db8::{n:x}")

    assert visitor().get("/svar/fel/", REMOTE_ADDR="2001:db8::ffff").status_code == 429
    assert visitor().get("/svar/fel/", REMOTE_ADDR="2001:db8:0:1::1").status_code == 404
    cache.clear()


def test_the_log_holds_no_token(
    site: LinkSite, body: Body, caplog: pytest.LogCaptureFixture
) -> None:
    link, address = site.link(body)
    revoke_link(link, actor=make.operator())

    with caplog.at_level(logging.DEBUG):
        visitor().get(address)

    written = [without_secrets(record.getMessage()) for record in caplog.records]
    assert any("hemlig-…" in line for line in written)
    assert not any(address.split("/")[2][7:] in line for line in written)


def test_the_written_table_tells_what_a_link_opens(site: LinkSite) -> None:
    row = tool()._row(site.answer, [])

    assert "| nej | nej | nej | nej | nej | nej | svara | – |" in row


def test_the_page_of_a_link_shows_no_way_to_anything_else(site: LinkSite, body: Body) -> None:
    answer = visitor().get(site.link(body).address)
    shown = frame(answer.wsgi_request)

    assert set(shown) == {"municipality"}
