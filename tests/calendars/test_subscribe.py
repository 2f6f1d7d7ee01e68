"""An address that a calendar program fetches without signing in."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import vobject
from django.core.cache import cache
from django.test import Client

from samsyn.access.api import Account, Role, end_role
from samsyn.access.models import Assignment
from samsyn.audit.api import Event, Outcome
from samsyn.calendars.actions import TooManyFeedsError
from samsyn.calendars.api import Feed, Subject, make_feed, register_events, revoke_feed
from samsyn.kernel.errors import NotFoundError, RuleBrokenError
from tests import factories as make
from tests.calendars.events import an_event, bodies_have_meetings
from tests.surroundings import TYRESO

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_clock")]


@pytest.fixture(autouse=True)
def _meetings() -> Iterator[None]:
    cache.clear()
    with bodies_have_meetings():
        yield


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.PARTICIPANT)


def address(account: Account, subject: Subject | None = None) -> str:
    made = make_feed(subject or Subject(), actor=make.actor_for(account))
    return "/" + made.address.split("/", 3)[3]


def fetched(where: str, **headers: str) -> list[str]:
    answer = Client().get(where, headers=headers)
    assert answer.status_code == 200
    calendar = vobject.readOne(answer.content.decode())
    return [each.summary.value for each in getattr(calendar, "vevent_list", [])]


def test_it_holds_what_the_owner_may_see(reader: Account) -> None:
    make.body("Forum A")
    make.body("Forum B", municipality_id=TYRESO)

    assert fetched(address(reader)) == ["forum-a"]


def test_one_object_has_a_feed_of_its_own(reader: Account) -> None:
    make.body("Forum A")
    other = make.body("Forum B")

    assert fetched(address(reader, Subject("organisation.body", other.pk))) == ["forum-b"]


def test_it_is_a_calendar_that_begins_no_session(reader: Account) -> None:
    answer = Client().get(address(reader))

    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert not answer.cookies


def test_a_program_that_has_it_all_is_told_so(reader: Account) -> None:
    make.body("Forum A")
    where = address(reader)
    first = Client().get(where)

    again = Client().get(where, headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first.headers["Last-Modified"] == "Tue, 17 Nov 2026 09:00:00 GMT"

    make.body("Forum B")
    changed = Client().get(where, headers={"if-none-match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_what_is_given_out_is_in_the_trail_and_what_is_not_is_not(reader: Account) -> None:
    where = address(reader)
    first = Client().get(where)
    Client().get(where, headers={"if-none-match": first.headers["ETag"]})

    make.operator()
    [event] = Event.objects.filter(action="calendars.fetch_feed")
    assert (event.account_id, event.outcome) == (reader.pk, Outcome.SEEN)
    assert Feed.objects.get().fetched_at == make.NOW


def ended(where: str, account: Account) -> None:
    make.operator()
    giver = make.actor(Role.ADMINISTRATOR)
    end_role(Assignment.objects.get(account=account), actor=giver)


def shut(where: str, account: Account) -> None:
    Account.objects.filter(pk=account.pk).update(is_active=False)


def revoked(where: str, account: Account) -> None:
    revoke_feed(Feed.objects.get(account=account), actor=make.actor_for(account))


@pytest.mark.parametrize("end", [ended, shut, revoked])
def test_it_is_gone_at_once_when_its_owner_is_or_takes_it_back(
    reader: Account, end: object
) -> None:
    where = address(reader)
    assert Client().get(where).status_code == 200

    end(where, reader)  # type: ignore[operator]

    gone, never = Client().get(where), Client().get("/kalender/hemlig-x.ics")
    assert gone.status_code == never.status_code == 404
    assert gone.content == never.content
    assert dict(gone.headers) == dict(never.headers)


def test_a_feed_of_what_may_no_longer_be_seen_is_gone(reader: Account) -> None:
    where = address(reader, Subject("organisation.body", make.body().pk))
    Feed.objects.update(object_id=make.person().pk)

    assert Client().get(where).status_code == 404


def test_a_feed_cannot_be_made_of_what_may_not_be_seen(reader: Account) -> None:
    hidden = make.body(municipality_id=TYRESO)

    for subject in (Subject("organisation.body", hidden.pk), Subject("x.y", hidden.pk)):
        with pytest.raises(NotFoundError):
            make_feed(subject, actor=make.actor_for(reader))


def test_the_token_is_kept_as_a_hash_alone(reader: Account) -> None:
    where = address(reader)

    make.operator()
    assert where.removeprefix("/kalender/").removesuffix(".ics") not in str(
        Feed.objects.values().get()
    )


def test_wrong_tries_are_bounded(reader: Account) -> None:
    where = address(reader)
    answers = [Client().get(f"/kalender/hemlig-{n}.ics").status_code for n in range(51)]

    assert (set(answers[:50]), answers[50]) == ({404}, 429)
    assert Client().get(where).status_code == 429
    assert Client().get(where, REMOTE_ADDR="192.0.2.9").status_code == 200


def test_a_program_that_asks_all_the_time_is_told_to_wait(reader: Account) -> None:
    where, other = address(reader), address(reader)
    answers = [Client().get(where).status_code for _ in range(51)]

    assert (set(answers[:50]), answers[50]) == ({200}, 429)
    assert Client().get(other).status_code == 200


def test_a_feed_has_an_end(reader: Account) -> None:
    register_events(lambda _actor, _subject: (an_event(uid=str(n)) for n in range(10**9)))

    assert len(fetched(address(reader))) == 2_000


def test_nobody_has_more_than_twenty(reader: Account) -> None:
    for _ in range(20):
        address(reader)

    with pytest.raises(TooManyFeedsError, match="tjugo"):
        address(reader)


def test_it_is_revoked_once(reader: Account) -> None:
    address(reader)
    feed = Feed.objects.get()
    revoke_feed(feed, actor=make.actor_for(reader))

    with pytest.raises(RuleBrokenError, match="redan återkallad"):
        revoke_feed(feed, actor=make.actor_for(reader))


def test_the_page_shows_the_address_once_and_takes_it_back(reader: Account) -> None:
    client = Client()
    client.force_login(reader)

    shown = client.post("/kalender/ny/").content.decode()
    assert "/kalender/hemlig-" in shown

    listed = client.get("/kalender/").content.decode()
    assert "hemlig-" not in listed
    assert "Mina möten" in listed
    make.operator()
    feed = Feed.objects.get()
    assert client.post(f"/kalender/{feed.pk}/aterkalla/").status_code == 302
    assert "Du har inga kalenderadresser" in client.get("/kalender/").content.decode()


@pytest.mark.parametrize("told", [{"object_id": "x"}, {"object_type": "organisation.body"}])
def test_a_form_that_was_changed_opens_nothing(reader: Account, told: dict[str, str]) -> None:
    client = Client()
    client.force_login(reader)

    answer = client.post("/kalender/ny/", told)

    assert answer.status_code == (404 if "object_id" in told else 200)


def test_anothers_feed_is_neither_seen_nor_revoked(reader: Account) -> None:
    address(reader)
    feed = Feed.objects.get()
    client = Client()
    client.force_login(make.account_with(Role.ADMINISTRATOR))

    assert "Mina möten" not in client.get("/kalender/").content.decode()
    assert client.post(f"/kalender/{feed.pk}/aterkalla/").status_code == 404


def test_the_clock_of_the_owner_is_asked_each_time(reader: Account, the_clock: object) -> None:
    soon = make.account_with(Role.PARTICIPANT, ends_on=make.TODAY + timedelta(days=1))
    where = address(soon)
    assert Client().get(where).status_code == 200

    the_clock.move_on(days=1)  # type: ignore[attr-defined]
    assert Client().get(where).status_code == 404
