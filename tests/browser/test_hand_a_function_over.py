"""Someone leaves; the next takes over what she knew. And two forums that do the same are found."""

import re
from datetime import timedelta

from django.urls import reverse
from playwright.sync_api import Page, expect

from samsyn.access import api as access
from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition, sign_in
from tests.browser.soundness import NARROW
from tests.surroundings import ALINGSAS

KNOWN = "Nyckeln till arkivet ligger hos nämndens sekreterare."


def test_a_function_is_handed_over_and_accepted(visit: Visit, owned: Exhibition) -> None:
    page = visit("administrator")
    page.goto(reverse("organisation:position", args=[owned.ids["organisation.position"]]))
    title = page.locator("h1").inner_text()
    _replaced(page)

    page.goto(reverse("forums:hand-overs"))
    _press(page, f"Påbörja {title}")
    page.get_by_role("link", name=re.compile("^Skriv")).click()
    page.get_by_role("main").locator("textarea").fill(KNOWN)
    _press(page, "Spara")
    expect(page.locator("main")).to_contain_text(KNOWN)
    _press(page, "Jag har tagit emot allt")

    expect(page.locator("main")).to_contain_text("Överlämningen är mottagen.")
    page.goto(reverse("forums:hand-overs"))
    expect(page.locator("main")).to_contain_text("Lars Wennberg → Samuel Holm")


def _replaced(page: Page) -> None:
    """One goes yesterday, and the administrator comes today."""
    with access.acting_in(ALINGSAS) as actor:
        today = actor.today
    _follow(page, "Avsluta Lars Wennberg")
    page.get_by_role("main").locator("input[name=ends_on]").fill(
        (today - timedelta(days=1)).isoformat()
    )
    _press(page, "Avsluta")
    _follow(page, "Utse innehavare")
    page.goto(f"{page.url}?sok=Holm")
    page.get_by_label(re.compile("Samuel Holm")).check()
    page.get_by_role("main").locator("input[name=starts_on]").fill(today.isoformat())
    page.get_by_role("main").locator("button[type=submit]").last.click()
    expect(page.locator("main")).to_contain_text("Samuel Holm")


def test_the_parallel_tracks_of_tyreso_are_found_on_a_phone(
    visit: Visit, owned: Exhibition
) -> None:
    page = visit(viewport=NARROW)
    sign_in(page, "samordnare@tyreso.example")
    page.goto(reverse("forums:tracks"))
    likely = page.get_by_role("main").get_by_role("listitem")
    found = page.get_by_role("link", name=re.compile("^Inte samma sak")).count()
    assert found > 0
    expect(likely.first.locator("ul li").first).not_to_be_empty()

    page.get_by_role("link", name=re.compile("^Inte samma sak")).first.click()
    page.get_by_role("main").locator("textarea").fill("De möter olika åldrar.")
    page.get_by_role("main").locator("button[type=submit]").last.click()

    page.goto(reverse("forums:tracks"))
    assert page.get_by_role("link", name=re.compile("^Inte samma sak")).count() == found - 1
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def _follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()


def _press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()
