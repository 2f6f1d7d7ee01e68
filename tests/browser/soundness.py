"""What may be wrong with any page, whatever it is about."""

from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, ViewportSize

Scheme = Literal["light", "dark"]
Size = ViewportSize

WIDE, NARROW = Size(width=1280, height=900), Size(width=360, height=740)
_STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_AXE = """tags => axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false,
}).then(found => found.violations.map(rule =>
    rule.id + ': ' + rule.nodes.map(node =>
        node.target.join(' ') + ' ' + [...node.any, ...node.all].map(check => check.message)
    ).join(', ')))"""
_SIDEWAYS = """() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? root.scrollWidth - root.clientWidth : 0;
}"""


class Watch:
    """Hears what a page complains of, and sees where it turns."""

    def __init__(self, page: Page) -> None:
        self.heard: list[str] = []
        self.page = page
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.heard.append(f"script: {error}"))
        page.on("request", self._follow)

    def _listen(self, message: ConsoleMessage) -> None:
        # The browser says that the page itself was not found; that is what it was asked for.
        of_the_page = message.location.get("url") == self.page.url
        if message.type in {"error", "warning"} and not of_the_page:
            self.heard.append(f"console: {message.text}")

    def _follow(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname != "localhost":
            self.heard.append(f"outside: {request.url}")


# Every pair of language, width and colour is met; a page has no rule that needs all three.
_LOOKS: dict[str, tuple[tuple[Size, Scheme], ...]] = {
    "sv": ((WIDE, "light"), (NARROW, "dark")),
    "en": ((WIDE, "dark"), (NARROW, "light")),
}


def faults(watch: Watch, language: str, *sizes: Size) -> list[str]:
    """List what would hinder someone, wide and narrow, light and dark; or in `sizes` only."""
    looks = [look for look in _LOOKS[language] if not sizes or look[0] in sizes]
    # Begin as the window is: to lay the page out anew costs time.
    looks.sort(key=lambda look: look[0] != watch.page.viewport_size)
    found = [fault for size, scheme in looks for fault in _faults(watch.page, size, scheme)]
    return found + watch.heard


def _faults(page: Page, size: Size, scheme: Scheme) -> Iterator[str]:
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    look = f"{size['width']} {scheme}"
    sideways = page.evaluate(_SIDEWAYS)
    if sideways:
        yield f"{look}: scrolls {sideways} px sideways"
    broken: list[str] = page.evaluate(_AXE, _STANDARDS)
    yield from (f"{look}: {rule}" for rule in broken)
