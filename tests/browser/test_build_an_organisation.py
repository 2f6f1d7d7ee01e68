"""The administrator of an empty municipality builds Alingsås' three boards, page by page."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Page, expect

from samsyn.access.api import Role
from samsyn.config.database.addresses import DATABASE
from tests import conftest as databases
from tests import factories as make
from tests.browser.conftest import Visit
from tests.browser.exhibition import PASSWORD, sign_in, submit

BOARDS = {
    "Socialnämnden": "Socialförvaltningen",
    "Barn- och ungdomsnämnden": "Barn- och ungdomsförvaltningen",
    "Kultur- och utbildningsnämnden": "Kultur- och utbildningsförvaltningen",
}


@pytest.fixture
def administrator(address: str, django_db_blocker: Any) -> Iterator[str]:
    """Someone alone in a municipality where nothing is."""
    with django_db_blocker.unblock(), databases._working_in_copy_of(DATABASE):
        with transaction.atomic():
            account = make.member(Role.ADMINISTRATOR)
            account.password = make_password(PASSWORD)
            account.save(update_fields=["password"])
        yield account.email


def test_three_boards_with_their_administrations_and_functions(
    visit: Visit, administrator: str
) -> None:
    page = visit(None)
    sign_in(page, administrator)

    for board, administration in BOARDS.items():
        build(page, board, administration)

    page.goto(reverse("organisation:bodies"))
    for board, administration in BOARDS.items():
        row = page.get_by_role("row").filter(has=page.get_by_role("link", name=administration))
        expect(row).to_contain_text(board)


def test_a_board_is_built_without_script(visit: Visit, administrator: str) -> None:
    page = visit(None, java_script_enabled=False)
    sign_in(page, administrator)

    build(page, "Socialnämnden", "Socialförvaltningen")
    page.get_by_role("link", name="Socialnämnden").first.click()
    add_function(page, "Förste vice ordförande", "first_vice_chair")

    expect(page.get_by_role("row").filter(has_text="vakant")).to_have_count(2)
    expect(page.get_by_role("link", name="Socialförvaltningen")).to_be_visible()


def build(page: Page, board: str, administration: str) -> None:
    add_body(page, board, "board")
    add_function(page, "Ordförande", "chair")
    add_body(page, administration, "administration", under=board)
    add_function(page, "Förvaltningschef")


def add_body(page: Page, name: str, kind: str, under: str = "") -> None:
    page.goto(reverse("organisation:create-body"))
    page.get_by_label("Namn", exact=True).fill(name)
    page.get_by_label("Slag").select_option(kind)
    if under:
        page.get_by_label("Lyder under").select_option(label=under)
    submit(page)
    expect(page.locator("h1")).to_have_text(name)


def add_function(page: Page, title: str, office: str = "") -> None:
    """Add it to the body whose page is shown, and come back there."""
    body = page.url
    page.get_by_role("link", name="Lägg till funktion").first.click()
    page.get_by_label("Benämning").fill(title)
    page.get_by_label("Förtroendeuppdrag").select_option(office)
    submit(page)
    expect(page.locator("h1")).to_have_text(title)
    page.goto(body)
