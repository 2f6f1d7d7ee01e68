from pathlib import Path

import pytest
from django.db import transaction
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests import factories as make
from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition


@pytest.fixture
def persons(visit: Visit, owned: Exhibition) -> Page:
    with transaction.atomic():
        for number in range(30):
            make.person("Person", f"Nummer {number}")
    page = visit("administrator")
    page.goto(reverse("organisation:persons"))
    return page


def focused(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.id")
    return found


def test_a_filter_keeps_the_focus_and_stands_in_the_address(persons: Page) -> None:
    words = persons.get_by_label("Namn innehåller")
    words.focus()
    persons.keyboard.type("zetterlund")
    persons.keyboard.press("Enter")

    expect(persons.locator("tbody tr")).to_have_count(1)
    assert persons.url.endswith("?namn=zetterlund")
    assert focused(persons) == "filter-namn"
    expect(persons.get_by_role("status").filter(has_text="av")).to_have_text("Visar 1–1 av 1")


def test_sorting_keeps_the_focus_and_stands_in_the_address(persons: Page) -> None:
    head = persons.get_by_role("link", name="Efternamn")
    head.focus()
    persons.keyboard.press("Enter")

    expect(persons.locator("th[aria-sort=descending]")).to_have_count(1)
    assert persons.url.endswith("?ordna=-efternamn")
    assert focused(persons) == "sort-efternamn"
    expect(persons.locator("tbody tr").first).to_contain_text("Österlund")


def test_paging_keeps_the_focus_and_the_way_back(persons: Page) -> None:
    first = persons.locator("tbody tr").first.inner_text()
    persons.get_by_role("link", name="Nästa").focus()
    persons.keyboard.press("Enter")
    expect(persons.get_by_role("link", name="Sida 2")).to_have_attribute("aria-current", "page")
    assert persons.url.endswith("?sida=2")

    persons.go_back()

    expect(persons.locator("tbody tr").first).to_have_text(first, use_inner_text=True)
    assert "sida" not in persons.url


def test_a_list_works_without_script(visit: Visit, owned: Exhibition) -> None:
    page = visit("administrator", java_script_enabled=False)
    page.goto(reverse("organisation:persons"))

    page.get_by_label("Namn innehåller").fill("zetterlund")
    page.get_by_role("button", name="Visa").click()
    page.get_by_role("link", name="Efternamn").click()

    expect(page.locator("tbody tr")).to_have_count(1)
    assert page.url.endswith("?namn=zetterlund&ordna=-efternamn")


@pytest.mark.parametrize(
    ("kind", "beginning"), [("CSV", b"\xef\xbb\xbfEfternamn"), ("Excel", b"PK")]
)
def test_a_list_is_taken_away_as_a_file(persons: Page, kind: str, beginning: bytes) -> None:
    with persons.expect_download() as download:
        persons.get_by_role("link", name=kind).click()

    assert Path(download.value.path()).read_bytes().startswith(beginning)
    assert download.value.suggested_filename.startswith("personer.")
