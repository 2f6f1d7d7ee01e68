import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

MESSAGE = "[name=message]"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
TYPED = 400  # the draft is saved a moment after the last key


@pytest.fixture(scope="module")
def launched() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as browsers:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        program = shutil.which("chromium")
        browser = browsers.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(launched: Browser, live_server: LiveServer) -> Iterator[Page]:
    opened = launched.new_page(base_url=live_server.url, locale="sv-SE")
    opened.goto("/tillganglighet/")
    opened.fill(MESSAGE, "Menyn går inte att nå.")
    opened.wait_for_timeout(TYPED)
    yield opened
    opened.close()


def test_what_was_written_is_there_after_a_reload(page: Page) -> None:
    page.reload()

    assert page.input_value(MESSAGE) == "Menyn går inte att nå."
    assert page.is_visible(".draft-notice")


def test_a_draft_can_be_thrown_away(page: Page) -> None:
    page.reload()
    page.click(".draft-notice button")
    page.reload()

    assert page.input_value(MESSAGE) == ""


def test_what_was_sent_does_not_come_back(page: Page) -> None:
    page.click(".form button[type=submit]")
    page.wait_for_load_state()
    page.reload()

    assert page.input_value(MESSAGE) == ""


def test_what_was_refused_is_still_there_after_coming_back(page: Page) -> None:
    page.fill("[name=email]", "inte en adress")
    page.click(".form button[type=submit]")
    page.wait_for_selector(".ds-error-summary")
    page.goto("/tillganglighet/")

    assert page.input_value(MESSAGE) == "Menyn går inte att nå."


def test_what_was_written_survives_a_lost_connection(page: Page) -> None:
    page.context.set_offline(True)
    page.click(".form button[type=submit]", no_wait_after=True)
    page.wait_for_timeout(TYPED)
    page.context.set_offline(False)
    page.go_back()

    assert page.input_value(MESSAGE) == "Menyn går inte att nå."
