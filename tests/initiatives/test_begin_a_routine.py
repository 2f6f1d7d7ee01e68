"""A routine for deviations is begun from how others do, with what their source states."""

import html
from urllib.parse import parse_qs, urlsplit

import pytest

from samsyn.access.api import Account, Role
from samsyn.initiatives.domain.profiles import PROFILES, Profile
from samsyn.initiatives.models import DeviationRoutine
from tests import deviation_rows as rows
from tests import factories as make
from tests.governance.visiting import at, get, send, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _address(keeper: Account, profile: Profile) -> str:
    shown = get(keeper, "initiatives:deviation-routines").context["profiles"]
    return str(next(url for each, url in shown if each is profile))


def test_those_who_keep_routines_are_offered_how_others_do(keeper: Account) -> None:
    reader = make.account_with(Role.PARTICIPANT)

    page = get(keeper, "initiatives:deviation-routines")

    for profile in PROFILES:
        assert profile.title in told(page)
        assert html.escape(profile.url) in page.content.decode()
    assert PROFILES[0].title not in told(get(reader, "initiatives:deviation-routines"))


def test_sixty_days_are_filled_in_where_the_source_states_them(keeper: Account) -> None:
    gothenburg, stockholm, *_others = PROFILES

    there = at(keeper).get(_address(keeper, gothenburg)).content.decode()
    here = at(keeper).get(_address(keeper, stockholm)).content.decode()

    assert 'name="days" value="60"' in there
    assert 'value="60"' not in here
    assert "en kopia skickas till BUS-sekretariatet" in here
    for form in (there, here):
        box = form.partition('name="is_local_first"')[2].partition(">")[0]
        assert "checked" in box


def test_what_is_filled_in_becomes_the_routine_and_is_told_of_each(keeper: Account) -> None:
    asked = parse_qs(urlsplit(_address(keeper, PROFILES[1])).query)
    said = {"title": asked["rubrik"][0], "how": asked["hur"][0], "is_local_first": "on"}

    answer = send(keeper, "initiatives:add-deviation-routine", **said)

    assert answer.status_code == 302, told(answer)
    made = DeviationRoutine.objects.get()
    assert (made.days, made.is_local_first, made.how) == (None, True, PROFILES[1].how)
    row = rows.deviation(tried="Vi har ringt.")
    assert PROFILES[1].how in told(get(keeper, "initiatives:deviation", row.pk))
