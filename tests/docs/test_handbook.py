from pathlib import Path

from django.utils import translation

from samsyn.access.models import Role
from samsyn.config import navigation

_PAGES = sorted((Path(__file__).parent.parent.parent / "docs" / "handbook").glob("*.md"))
_TEXT = "\n".join(page.read_text(encoding="utf-8") for page in _PAGES)


def test_the_handbook_names_every_place_of_the_navigation() -> None:
    with translation.override("sv"):
        places = [str(way.label) for _group, ways in navigation._WAYS for way in ways]

    assert places
    assert [place for place in places if f"| {place} |" not in _TEXT] == []


def test_the_handbook_tells_of_every_role() -> None:
    with translation.override("sv"):
        roles = [str(role.label) for role in Role]

    assert [role for role in roles if f"| {role} |" not in _TEXT] == []


def test_the_first_page_leads_to_all_others() -> None:
    index = next(page for page in _PAGES if page.stem == "index").read_text(encoding="utf-8")

    assert [page.name for page in _PAGES if page.stem != "index" and page.name not in index] == []
