from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from samsyn.access.api import clock
from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition, submit

with_and_without_script = pytest.mark.parametrize(
    "has_script", [True, False], ids=["with script", "without script"]
)


@with_and_without_script
def test_an_appointment_that_ended_yesterday_shows_the_vacancy_today(
    has_script: bool, visit: Visit, owned: Exhibition
) -> None:
    page = visit("administrator", java_script_enabled=has_script)
    page.goto(reverse("organisation:position", args=[owned.ids["organisation.position"]]))
    yesterday = clock.now().date() - timedelta(1)

    page.get_by_role("link", name="Avsluta Lars Wennberg").click()
    page.get_by_label("Till och med").fill(yesterday.isoformat())
    submit(page)

    expect(page.locator("main")).to_contain_text("Uppdraget är avslutat.")
    expect(page.locator("main")).to_contain_text("vakant sedan")
    page.goto(reverse("organisation:body", args=[owned.ids["organisation.body"]]))
    expect(page.get_by_role("row").filter(has_text="Ordförande").first).to_contain_text("vakant")
    page.get_by_label("Visa som det var").fill(yesterday.isoformat())
    page.get_by_role("button", name="Visa").click()
    expect(page.get_by_role("row").filter(has_text="Ordförande").first).to_contain_text("Lars")


@with_and_without_script
def test_a_board_renamed_in_2024_has_its_old_name_in_2023(
    has_script: bool, visit: Visit, owned: Exhibition
) -> None:
    page = visit("administrator", java_script_enabled=has_script)
    page.goto(reverse("organisation:body", args=[owned.ids["organisation.body"]]))

    page.get_by_role("link", name="Byt namn").click()
    page.get_by_label("Nytt namn").fill("Vård- och omsorgsnämnden")
    page.get_by_label("Från och med").fill("2024-01-01")
    submit(page)
    expect(page.locator("h1")).to_have_text("Vård- och omsorgsnämnden")
    page.get_by_label("Visa som det var").fill("2023-05-01")
    page.get_by_role("button", name="Visa").click()

    expect(page.locator("h1")).to_have_text("Socialnämnden")
    assert page.url.endswith("?dag=2023-05-01")
