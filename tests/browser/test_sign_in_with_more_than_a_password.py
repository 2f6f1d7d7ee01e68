from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser import exhibition as showing
from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition, submit


def sign_out(page: Page) -> None:
    page.goto(reverse("account_logout"))
    page.locator("main").get_by_role("button", name="Logga ut").click()


def test_a_passkey_alone_opens(visit: Visit, owned: Exhibition) -> None:
    page = visit("administrator")
    showing.give_virtual_key(page)
    page.goto(reverse("mfa_add_webauthn"))
    showing.add_passkey(page)
    sign_out(page)

    page.goto(reverse("account_login"))
    page.click("#passkey_login")

    expect(page.locator(".you")).to_contain_text("Samuel Holm")


def test_a_code_is_asked_for_once_it_is_switched_on(visit: Visit, owned: Exhibition) -> None:
    page = visit("coordinator")
    page.goto(reverse("mfa_activate_totp"))
    showing.confirm(page)
    secret = page.locator("code.codes").inner_text()
    page.fill("input[name=code]", showing.one_time_code(secret))
    submit(page)
    expect(page.locator("main")).to_contain_text("Reservkoder")
    sign_out(page)
    cache.clear()  # or the same code would have to grow old first

    showing.sign_in(page, "samordnare@alingsas.example")
    expect(page.locator("h1")).to_have_text("Skriv din kod")
    page.fill("input[name=code]", showing.one_time_code(secret))
    submit(page)

    expect(page.locator(".you")).to_contain_text("Karin Sandberg")


def test_a_wrong_code_is_told_of(visit: Visit, owned: Exhibition) -> None:
    page = visit(None)
    showing.sign_in(page, showing.CAREFUL)

    page.fill("input[name=code]", "000000")
    submit(page)

    expect(page.locator(".ds-error-summary")).to_be_focused()
    assert reverse("mfa_authenticate") in page.url
