from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import places
from tests.browser.exhibition import Exhibition
from tests.browser.places import Place
from tests.browser.soundness import NARROW, Watch, faults

PLACES = places.all_places()
_LOCALES = {"sv": "sv-SE", "en": "en-GB"}
# Too long for a line, and with a personal number for the texts that may be long.
_SPOIL = """() => {
    const spoilt = '20180101-2392 ' + 'x'.repeat(300);
    const empty = ['date', 'number', 'time', 'datetime-local'];
    const form = document.querySelector('main form.form');
    for (const field of form.querySelectorAll('input, textarea'))
        if (!['hidden', 'radio', 'checkbox', 'file'].includes(field.type))
            field.value = empty.includes(field.type) ? '' : spoilt;
    form.requestSubmit();
}"""

Pool = Callable[[str | None, str], Watch]


@pytest.fixture(scope="module")
def pool(browser: Browser, address: str, shown: Exhibition, axe: str) -> Iterator[Pool]:
    """Windows that stay open: a new one costs more than the page in it."""
    watches: dict[tuple[str | None, str], Watch] = {}

    def watched(who: str | None, language: str) -> Watch:
        if (who, language) not in watches:
            context = browser.new_context(
                base_url=address,
                storage_state=shown.states[who] if who else None,
                locale=_LOCALES[language],
                reduced_motion="reduce",
            )
            context.add_init_script(axe)
            watches[who, language] = Watch(context.new_page())
        watches[who, language].heard.clear()
        return watches[who, language]

    yield watched
    for watch in watches.values():
        watch.page.context.close()


@pytest.mark.parametrize("language", _LOCALES)
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_page_is_sound(place: Place, language: str, pool: Pool, shown: Exhibition) -> None:
    watch = pool(place.who, language)

    answer = watch.page.goto(place.where(shown))

    assert answer is not None
    lang = watch.page.locator("html").get_attribute("lang")
    assert (answer.status, lang) == (place.status, language)
    assert faults(watch, language) == []


# Nothing written in them is refused: a choice among those that there are, an open day, nothing.
_NEVER_REFUSED = frozenset(
    {
        *("give-new-owner", "retire-material", "remove-school-term"),
        *("describe-agreement-period", "describe-document-duties"),
        *("describe-initiative-owner", "describe-initiative-period", "split-cost", "choose-areas"),
        "add-measure",
    }
)
FORMS = [
    place
    for place in PLACES
    if f"{place.name}-save" in places.patterns() and place.name not in _NEVER_REFUSED
]


# In English, whose looks are those that the page itself was not seen in when it was Swedish.
@pytest.mark.parametrize("place", FORMS, ids=lambda place: place.name)
def test_every_refused_form_is_sound(place: Place, pool: Pool, shown: Exhibition) -> None:
    watch = pool(place.who, "en")
    watch.page.goto(place.where(shown))

    with watch.page.expect_navigation() as navigation:
        watch.page.evaluate(_SPOIL)

    assert navigation.value.status == 422
    assert faults(watch, "en") == []


@pytest.mark.parametrize("opener", ["Meny", "Vera"])
def test_every_sheet_is_sound(opener: str, pool: Pool, shown: Exhibition) -> None:
    watch = pool("careful", "sv")
    watch.page.set_viewport_size(NARROW)
    watch.page.goto("/")

    watch.page.locator("header").get_by_role("button", name=opener).click()

    assert faults(watch, "sv", NARROW) == []


def test_the_walk_leaves_no_page_out() -> None:
    met = {place.name for place in PLACES}

    assert places.names_of_pages() - met == places.NOT_PAGES | places.ON_THE_WAY
