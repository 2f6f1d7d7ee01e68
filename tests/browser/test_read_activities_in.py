"""A list of activities is pasted, its columns are said, and what is wrong in it is mended."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition
from tests.browser.soundness import Watch, faults

_LINES = (
    ("Datum", "Aktivitet", "Antal elever", "Stämning"),
    ("4 mars 2025", "Besök i 7A och 7B", "48", "God"),
    ("31/2 2025", "Besök i 8A", "många", "God"),
)


@pytest.mark.parametrize("script", [True, False])
def test_a_pasted_list_is_read_in(script: bool, visit: Visit, owned: Exhibition, axe: str) -> None:
    page = visit("administrator", java_script_enabled=script)
    if script:
        page.context.add_init_script(axe)
    watch = Watch(page)
    of = owned.ids["initiatives.initiative"]
    page.goto(f"/insatser/{of}/las-in/")
    page.get_by_label("Eller klistra in").fill("\n".join("\t".join(line) for line in _LINES))
    page.get_by_role("button", name="Fortsätt").click()

    expect(page.get_by_label("Datum")).to_have_value("held_on")
    page.get_by_label("Stämning").select_option(label="Anteckning")
    assert not script or faults(watch, "sv") == []
    page.get_by_role("button", name="Läs in", exact=True).click()

    expect(page.get_by_role("status").first).to_contain_text("1 aktivitet är inläst.")
    wrong = page.get_by_role("group", name="Rad 3")
    expect(wrong).to_contain_text("Dagen ”31/2 2025” finns inte.")
    assert not script or faults(watch, "sv") == []
    wrong.get_by_label("Datum").fill("28/2 2025")
    wrong.get_by_label("Antal elever").fill("24")
    page.get_by_role("button", name="Läs in de rättade raderna").click()

    expect(page.get_by_role("heading", level=1)).not_to_have_text("Läs in aktiviteter")
    expect(page.get_by_role("link", name="Besök i 8A").first).to_be_visible()
