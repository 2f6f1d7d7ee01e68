from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from samsyn.access.api import (
    LinkAlreadyRevokedError,
    Purpose,
    make_link,
    revoke_link,
)
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.models import Body
from tests import factories as make
from tests.access.link_sites import RECEIVER, LinkSite
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def body() -> Body:
    return make.body("Gamla")


def test_a_link_is_revoked_once(site: LinkSite, body: Body) -> None:
    link = site.link(body).link
    revoke_link(link, actor=make.operator())

    with pytest.raises(LinkAlreadyRevokedError, match="redan återkallad"):
        revoke_link(link, actor=make.operator())


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"expires_at": make.NOW}, "en tid framåt"),
        ({"expires_at": make.NOW + 367 * DAY}, "högst ett år"),
    ],
)
def test_a_link_lasts_for_a_time_that_is_bounded(
    site: LinkSite, body: Body, more: dict[str, Any], told: str
) -> None:
    with pytest.raises(RuleBrokenError, match=told):
        site.link(body, **more)


@pytest.mark.parametrize(
    "email",
    [
        *("", "kim", "kim@", "kim@example", "a b@example.se", "kim@example.se\nBcc: x@example.se"),
        "kim@example.se\n",
        "Kim <kim@example.se>",
        "a@example.se,b@example.se",
        "k" * 250 + "@a.se",
    ],
)
def test_what_is_no_address_is_refused(site: LinkSite, body: Body, email: str) -> None:
    receiver = replace(RECEIVER, email=email)

    with pytest.raises(RuleBrokenError, match="Skriv en e-postadress"):
        make_link(site.purpose, body, receiver, actor=make.operator())


def test_a_link_cannot_be_made_for_a_thing_of_another_kind(site: LinkSite) -> None:
    with pytest.raises(TypeError):
        make_link(site.purpose, make.person(), RECEIVER, actor=make.operator())


def test_a_body_of_another_municipality_cannot_be_spoken_for(site: LinkSite, body: Body) -> None:
    foreign = make.body(municipality_id=TYRESO)
    receiver = replace(RECEIVER, body_id=foreign.pk)

    with pytest.raises(RuleBrokenError, match="Något av det du valde"):
        make_link(site.purpose, body, receiver, actor=make.operator())


def test_two_purposes_cannot_have_one_name(site: LinkSite) -> None:
    with pytest.raises(ValueError, match="two purposes"):
        Purpose("test.answer", Body, "svara", "answer")  # type: ignore[arg-type]
