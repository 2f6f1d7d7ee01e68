from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.exhibition import PASSWORD, Exhibition
from tests.browser.keyboard import Keyboard
from tests.browser.soundness import NARROW


def test_the_first_stop_leads_past_the_menus(visit: Visit, shown: Exhibition) -> None:
    page = visit("administrator")
    page.goto("/")

    first = Keyboard(page).tab()
    page.keyboard.press("Enter")

    assert first["text"] == "Till innehållet"
    assert page.evaluate("document.activeElement.id") == "innehall"


def test_one_signs_in_and_finds_a_body(visit: Visit, owned: Exhibition) -> None:
    page = visit(None)
    page.goto(reverse("account_login"))
    keys = Keyboard(page)

    keys.write("E-postadress", "samordnare@alingsas.example")
    keys.write("Lösenord", PASSWORD)
    keys.enter()
    keys.write("Sök", "socialnämnden")
    keys.enter()
    keys.follow("Socialnämnden", "A")

    expect(page.locator("h1")).to_have_text("Socialnämnden")


def test_one_adds_a_function_and_appoints_someone(visit: Visit, owned: Exhibition) -> None:
    page = visit("coordinator")
    page.goto(reverse("organisation:body", args=[owned.ids["organisation.body"]]))
    keys = Keyboard(page)

    keys.follow("Lägg till funktion", "A")
    keys.write("Benämning", "Nämndsekreterare")
    keys.follow("Lägg till", "BUTTON")
    keys.follow("Utse innehavare", "A")
    keys.write("Sök bland personerna", "Johan")
    keys.enter()
    keys.to("Johan Ek", "INPUT")
    page.keyboard.press("Space")
    keys.follow("Utse", "BUTTON")

    expect(page.locator("h1")).to_have_text("Nämndsekreterare")
    expect(page.locator("main")).to_contain_text("Johan Ek")


def test_one_chooses_another_day(visit: Visit, shown: Exhibition) -> None:
    page = visit("coordinator")
    page.goto(reverse("organisation:body", args=[shown.ids["organisation.body"]]))
    keys = Keyboard(page)

    keys.to("Visa som det var")
    page.keyboard.press("ArrowDown")
    keys.follow("Visa", "BUTTON")

    assert "?dag=" in page.url
    expect(page.get_by_role("link", name="Visa i dag")).to_be_visible()


def test_one_signs_out(visit: Visit, owned: Exhibition) -> None:
    page = visit("coordinator")
    page.goto("/")
    keys = Keyboard(page)

    keys.to("Alingsås kommun", "BUTTON")
    page.keyboard.press("Space")
    keys.follow("Logga ut", "BUTTON")

    page.goto("/")
    assert reverse("account_login") in page.url


def test_focus_goes_down_the_page_as_one_reads_it(visit: Visit, shown: Exhibition) -> None:
    page = visit("administrator", viewport=NARROW)
    page.goto(reverse("organisation:body", args=[shown.ids["organisation.body"]]))
    keys = Keyboard(page)
    while keys.tab()["tag"] != "BODY":
        assert len(keys.stops) < 80

    tops = [round(stop["top"]) for stop in keys.stops[1:-1]]
    climbs = [
        (before["text"], after["text"])
        for before, after in zip(keys.stops[1:-1], keys.stops[2:-1], strict=False)
        if after["top"] < before["top"] - 24
    ]
    assert (climbs, len(tops) > 10) == ([], True)


def test_escape_closes_the_menu_and_returns_to_its_button(visit: Visit, shown: Exhibition) -> None:
    page = visit("administrator", viewport=NARROW)
    page.goto("/")
    menu = page.locator("#meny")
    expect(menu).to_be_hidden()
    keys = Keyboard(page)

    keys.to("Meny", "BUTTON")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    keys.to("Organ", "A")
    page.keyboard.press("Escape")

    expect(menu).to_be_hidden()
    assert page.evaluate("document.activeElement.innerText") == "Meny"
