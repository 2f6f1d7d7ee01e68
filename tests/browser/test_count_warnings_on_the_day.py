from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition


def test_the_day_counts_the_warnings_by_itself(visit: Visit, shown: Exhibition) -> None:
    page = visit("administrator")

    page.goto("/")

    expect(page.locator("#alla-varningar ul a").first).to_be_visible()


def test_without_script_a_link_leads_to_the_count(visit: Visit, shown: Exhibition) -> None:
    page = visit("administrator", java_script_enabled=False)

    page.goto("/")
    page.locator("#alla-varningar a").click()

    expect(page.locator("h1")).to_have_text("Varningar om avtal och styrdokument")
    expect(page.locator("#alla-varningar ul a").first).to_be_visible()
