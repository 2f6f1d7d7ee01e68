from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser import places
from tests.browser.exhibition import Exhibition
from tests.browser.places import Place
from tests.browser.soundness import Watch, faults

PLACES = places.all_places()
_LOCALES = {"sv": "sv-SE", "en": "en-GB"}
_SPOIL = """() => {
    const form = document.querySelector('main form.form');
    for (const field of form.querySelectorAll('input, textarea'))
        if (!['hidden', 'radio', 'checkbox'].includes(field.type))
            field.value = ['date', 'number'].includes(field.type) ? '' : 'x'.repeat(300);
    form.requestSubmit();
}"""

Pool = Any


@pytest.fixture(scope="module")
def pool(browser: Browser, address: str, shown: Exhibition) -> Iterator[Pool]:
    """Windows that stay open, or each page would fetch every style sheet anew."""
    contexts: dict[tuple[str | None, str], BrowserContext] = {}

    def page_of(who: str | None, language: str) -> Page:
        if (who, language) not in contexts:
            contexts[who, language] = browser.new_context(
                base_url=address,
                storage_state=shown.states[who] if who else None,
                locale=_LOCALES[language],
                reduced_motion="reduce",
            )
        return contexts[who, language].new_page()

    yield page_of
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize("language", _LOCALES)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_page_is_sound(
    place: Place, language: str, pool: Pool, shown: Exhibition, axe: str
) -> None:
    page = pool(place.who, language)
    watch = Watch(page)

    answer = page.goto(place.where(shown))

    assert (answer.status, page.locator("html").get_attribute("lang")) == (place.status, language)
    assert faults(page, axe, language) + watch.heard == []
    page.close()


FORMS = [place for place in PLACES if f"{place.name}-save" in {
    pattern.name for _, pattern in places.addresses(places.get_resolver().url_patterns)
}]


@pytest.mark.parametrize("language", _LOCALES)
@pytest.mark.parametrize("place", FORMS, ids=lambda place: place.name)
def test_every_refused_form_is_sound(
    place: Place, language: str, pool: Pool, shown: Exhibition, axe: str
) -> None:
    page = pool(place.who, language)
    watch = Watch(page)
    page.goto(place.where(shown))

    with page.expect_navigation() as navigation:
        page.evaluate(_SPOIL)

    assert navigation.value.status == 422
    assert faults(page, axe, language) + watch.heard == []
    page.close()


def test_the_walk_leaves_no_page_out() -> None:
    met = {place.name for place in PLACES}

    assert set(places.names_of_pages()) - met == places.NOT_PAGES | places.ON_THE_WAY
