"""A coordinator sends a file, sees what it would change, and reads it in."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.exhibition import Exhibition, submit

_HEAD = "samsyn: 1\nmunicipality: alingsas\n"


def a_file(folder: Path, text: str) -> Path:
    file = folder / "personer.yaml"
    file.write_text(_HEAD + text, encoding="utf-8")
    return file


@pytest.mark.parametrize("script", [True, False])
def test_a_file_is_seen_and_read_in(
    script: bool, visit: Visit, owned: Exhibition, tmp_path: Path
) -> None:
    page = visit("coordinator", java_script_enabled=script)
    page.goto("/samverkansfil/")

    page.set_input_files(
        "input[type=file]",
        a_file(tmp_path, "persons: {ester: {given_name: Ester, family_name: Öst}}"),
    )
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Det här skulle ändras")
    expect(page.get_by_role("row").filter(has_text="Ester Öst")).to_contain_text("skapas")
    page.get_by_role("button", name="Läs in").first.click()

    expect(page.get_by_role("status").first).to_contain_text("Filerna är inlästa.")
    page.get_by_role("link", name="Ester Öst").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ester Öst")


def test_a_file_is_sent_with_the_keyboard_alone(
    visit: Visit, owned: Exhibition, tmp_path: Path
) -> None:
    page = visit("coordinator")
    page.goto("/samverkansfil/")
    page.set_input_files("input[type=file]", a_file(tmp_path, "persons: {eva: {given_nam: Eva}}"))

    page.locator("input[type=file]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Det går inte att läsa in")
    expect(page.get_by_role("row").filter(has_text="menade du given_name?")).to_be_visible()
    expect(page.get_by_role("button", name="Läs in")).to_have_count(0)
