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


def wait_until_kept(page: Page, answer: str) -> None:
    """Wait for the window to remember it; the page's policy lets no test wait inside."""
    for _ in range(100):
        if answer in page.evaluate("JSON.stringify(sessionStorage)"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(answer)


def test_a_form_half_written_survives_a_reload(visit: Visit, owned: Exhibition) -> None:
    page = visit("administrator")
    page.goto(reverse("organisation:create-body"))
    page.get_by_label("Namn", exact=True).fill("Trygghetsrådet")
    page.get_by_label("Slag").select_option("unit")
    wait_until_kept(page, "unit")

    page.reload()

    expect(page.get_by_label("Namn", exact=True)).to_have_value("Trygghetsrådet")
    expect(page.get_by_label("Slag")).to_have_value("unit")
    expect(page.locator(".draft-notice")).to_be_visible()


LEADING_ELSEWHERE = (
    ".side",
    ".find",
    ".you",
    ".foot",
    ".crumbs",
    ".filters",
    ".page-head .actions",
)


def test_print_leaves_out_what_leads_elsewhere(visit: Visit, shown: Exhibition) -> None:
    page = visit("administrator")
    page.goto(reverse("organisation:body", args=[shown.ids["organisation.body"]]))
    for part in LEADING_ELSEWHERE:
        expect(page.locator(part)).to_be_visible()

    page.emulate_media(media="print")

    for part in LEADING_ELSEWHERE:
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_role("row").first).to_be_visible()
