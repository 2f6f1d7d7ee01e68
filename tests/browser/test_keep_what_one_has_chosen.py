from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition


def choose(page: Page, name: str) -> None:
    page.locator(".you").click()
    page.get_by_role("button", name=name, exact=True).click()


def test_the_language_stays(visit: Visit, owned: Exhibition) -> None:
    page = visit("participant")
    page.goto(reverse("organisation:bodies"))

    choose(page, "English")
    assert page.url.endswith(reverse("organisation:bodies"))
    page.goto(reverse("organisation:persons"))

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("People")


def test_the_appearance_stays(visit: Visit, owned: Exhibition) -> None:
    page = visit("participant", java_script_enabled=False, color_scheme="light")
    page.goto("/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")

    choose(page, "Mörkt")
    page.goto(reverse("organisation:persons"))

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    choose(page, "Ljust")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == light


def kept(page: Page) -> str:
    """What the window remembers of what was written in it."""
    found: str = page.evaluate("JSON.stringify(sessionStorage)")
    return found


def test_a_form_half_written_survives_a_reload(visit: Visit, owned: Exhibition) -> None:
    page = visit("administrator")
    page.goto(reverse("organisation:create-body"))
    page.get_by_label("Namn", exact=True).fill("Trygghetsrådet")
    page.get_by_label("Slag").select_option("unit")
    while "unit" not in kept(page):
        page.wait_for_timeout(50)

    page.reload()

    expect(page.get_by_label("Namn", exact=True)).to_have_value("Trygghetsrådet")
    expect(page.get_by_label("Slag")).to_have_value("unit")
    expect(page.locator(".draft-notice")).to_be_visible()


def test_print_leaves_out_what_leads_elsewhere(visit: Visit, shown: Exhibition) -> None:
    page = visit("administrator")
    page.goto(reverse("organisation:body", args=[shown.ids["organisation.body"]]))

    page.emulate_media(media="print")

    for part in (".side", ".find", ".you", ".foot", ".crumbs", ".ask-day", ".page-head .actions"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("row").first).to_be_visible()
