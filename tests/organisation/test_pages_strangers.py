"""One who has a right token and right answers, but no business here.

That every address is as missing to a stranger is tested in tests/access; here she comes with the
whole form filled in, and reads every page that is hers.
"""

from collections.abc import Iterator

import pytest
from django.db import models
from django.test import Client
from django.urls import reverse

from samsyn.access.api import Account, Role
from samsyn.audit.api import Event
from samsyn.organisation.models import Area, Body, Person, Position
from samsyn.sources.api import SourceDocument
from tests import factories as make
from tests.conftest import BuildOnce
from tests.organisation.pages import NEW, VALID, World, name_of
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

_LISTS = ("bodies", "positions", "persons", "areas", "terms", "accounts", "trail")


@pytest.fixture(scope="module")
def world(build_once: BuildOnce) -> World:
    built: World = build_once(World)
    return built


def at_the_keyboard(account: Account) -> Client:
    """Sign in, with the token that every form carries."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(account)
    client.get(reverse("pages:accessibility"))
    return client


def send(client: Client, address: str, answers: dict[str, str]) -> int:
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    return client.post(f"{address}spara/", answers | token).status_code


def refusals(account: Account) -> int:
    return Event.objects.filter(account_id=account.pk, outcome="refused").count()


def one_of_tyreso() -> Account:
    return make.account_with(*Role, municipality_id=TYRESO)


@pytest.mark.parametrize("form", sorted(set(VALID) - NEW))
def test_a_whole_form_from_another_municipality_is_refused_and_traced(
    form: str, world: World
) -> None:
    account = one_of_tyreso()
    client = at_the_keyboard(account)
    address = world.address(form)

    assert (client.get(address).status_code, send(client, address, VALID[form])) == (404, 404)

    make.operator(TYRESO)
    assert refusals(account) == 2


@pytest.mark.parametrize("form", sorted(VALID))
def test_a_whole_form_from_one_without_a_role_is_refused(form: str, world: World) -> None:
    client = at_the_keyboard(make.account_with())
    address = world.address(form)

    assert (client.get(address).status_code, send(client, address, VALID[form])) == (404, 404)


def test_without_its_token_no_form_is_taken(world: World) -> None:
    client = at_the_keyboard(make.account_with(Role.ADMINISTRATOR))

    answers = [client.post(f"{world.address(form)}spara/", VALID[form]) for form in VALID]

    assert {answer.status_code for answer in answers} == {403}


def test_no_page_of_one_municipality_has_a_word_of_another(world: World) -> None:
    client = at_the_keyboard(one_of_tyreso())
    words = set(_words())
    assert "Miljönämnden" in words

    pages = {address: seen(client, address) for address in _own_pages()}
    found = {(address, word) for address, page in pages.items() for word in words if word in page}

    assert found == set()


def _words() -> Iterator[str]:
    """What is written in Alingsås, and the keys of it."""
    make.operator(ALINGSAS)
    yield "Miljönämnden"
    kinds: tuple[type[models.Model], ...] = (Area, Body, Person, Position, SourceDocument)
    for kind in kinds:
        yield from (str(row.pk) for row in kind._default_manager.all())


def _own_pages() -> Iterator[str]:
    lists = [*(reverse(f"organisation:{name}") for name in _LISTS), "/kallor/"]
    yield from (f"{address}{query}" for address in lists for query in ("", "?hamta=csv"))
    yield reverse("organisation:my-day")
    yield from (reverse(name_of(form)) for form in NEW)
    yield from (f"/sok/?q={word}" for word in ("miljö", "kanslichef", "anna", "sollebrunn"))


def seen(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()
