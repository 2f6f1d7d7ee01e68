"""A coordinator who has no mouse adds a forum and writes its charter, until less is missing."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition
from tests.browser.keyboard import Keyboard
from tests.browser.soundness import NARROW


def test_a_forum_is_built_with_the_keyboard_alone(visit: Visit, owned: Exhibition) -> None:
    page = visit("coordinator")
    page.goto(reverse("forums:forums"))
    keys = Keyboard(page)

    keys.follow("Lägg till forum", "A")
    keys.write("Namn", "Veckomötet om trygghet")
    keys.follow("Lägg till", "BUTTON")
    expect(page.locator("h1")).to_have_text("Veckomötet om trygghet")
    missing = _missing(page)

    _write_goals(keys)
    keys.follow("Ange hur ofta", "A")
    keys.follow("Lägg till", "BUTTON")
    keys.follow("Lägg till stående punkt", "A")
    keys.write("Punkt", "Lägesbild")
    keys.follow("Lägg till", "BUTTON")

    expect(page.locator("main")).to_contain_text("Frånvaron minskar.")
    expect(page.locator("#rytm")).to_contain_text("varje vecka")
    expect(page.locator("#dagordning")).to_contain_text("Lägesbild")
    assert _missing(page) == missing - 3


def _missing(page: Page) -> int:
    return page.locator("#saknas li").count()


def _write_goals(keys: Keyboard) -> None:
    keys.follow("Skriv\n: Mål saknas", "A")
    keys.write("Mål", "Frånvaron minskar.")
    keys.follow("Spara", "BUTTON")


def test_a_charter_is_no_wider_than_a_phone(visit: Visit, shown: Exhibition) -> None:
    page = visit("participant", viewport=NARROW)

    page.goto(reverse("forums:forum", args=[shown.ids["forums.forum"]]))

    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
