import re
from pathlib import Path
from urllib.parse import unquote

import pytest

_ROOT = Path(__file__).parent.parent.parent
_PAGES = sorted([*_ROOT.glob("*.md"), *(_ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_ELSEWHERE = ("http://", "https://", "mailto:")


def _anchors(page: Path) -> set[str]:
    """Return the anchor of each heading, as the places that show Markdown make them."""
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    bare = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in bare}


def _is_found(page: Path, link: str) -> bool:
    address, _, anchor = unquote(link).partition("#")
    target = (page.parent / address).resolve() if address else page
    return target.exists() and (not anchor or anchor in _anchors(target))


@pytest.mark.parametrize("document", _PAGES, ids=lambda path: str(path.relative_to(_ROOT)))
def test_each_link_leads_somewhere(document: Path) -> None:
    links = _LINK.findall(document.read_text(encoding="utf-8"))
    own = [link for link in links if not link.startswith(_ELSEWHERE)]

    assert [link for link in own if not _is_found(document, link)] == []


def test_a_link_to_nowhere_is_not_found() -> None:
    readme = _ROOT / "README.md"

    assert not _is_found(readme, "docs/nowhere.md")
    assert not _is_found(readme, "docs/glossary.md#nowhere")
    assert _is_found(readme, "docs/glossary.md#models")
