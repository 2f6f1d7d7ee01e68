"""A person who has no mouse, and looks for the focus with her eyes."""

from typing import Any

from playwright.sync_api import Page

_MOST_STOPS = 80
_FOCUSED = """() => {
    const here = document.activeElement;
    const ringed = element => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    };
    const label = here.getAttribute('aria-label') || here.labels?.[0]?.innerText || here.innerText;
    const box = here.getBoundingClientRect();
    return {
        text: (label || here.value || '').trim(),
        tag: here.tagName,
        top: box.top + scrollY,
        // A box to tick rings its label too; the parts of a date are ringed by the browser itself.
        seen: ringed(here) || ringed(here.parentElement) || here.type === 'date',
        shown: box.bottom > 0 && box.top < innerHeight,
    };
}"""


class Keyboard:
    """Tab, Enter, Space and the arrows; nothing else."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.stops: list[dict[str, Any]] = []

    def to(self, text: str, tag: str = "") -> None:
        """Walk on until the focus stands on that."""
        for _ in range(_MOST_STOPS):
            stop = self.tab()
            if stop["text"].startswith(text) and stop["tag"].startswith(tag):
                return
        missing = f"No stop says {text}: {[stop['text'] for stop in self.stops]}"
        raise AssertionError(missing)

    def tab(self) -> dict[str, Any]:
        self._page.keyboard.press("Tab")
        stop: dict[str, Any] = self._page.evaluate(_FOCUSED)
        assert stop["tag"] == "BODY" or (stop["seen"] and stop["shown"]), f"no focus seen: {stop}"
        self.stops.append(stop)
        return stop

    def follow(self, text: str, tag: str = "") -> None:
        """Walk to a link or a button, press it, and wait for the page it leads to."""
        self.to(text, tag)
        self.enter()

    def enter(self) -> None:
        with self._page.expect_navigation():
            self._page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        self.to(label)
        self._page.keyboard.type(text)
