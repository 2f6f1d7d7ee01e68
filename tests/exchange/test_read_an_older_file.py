"""A file of an older version says the same as one of the newest."""

import pytest

from samsyn.access.api import Actor
from samsyn.exchange import versions
from samsyn.exchange.nodes import Mapping, Node, Scalar
from samsyn.exchange.versions import Upgrade
from samsyn.organisation.models import BodyName
from tests.exchange.conftest import Refused
from tests.exchange.files import import_files


def with_newer_words(section: str, node: Node) -> Node:
    """What was `called` is `name`."""
    if section == "bodies" and isinstance(node, Mapping):
        renamed = {"called": "name"}
        entries = [
            (Scalar(renamed.get(key.text, key.text), key.line, key.is_quoted), value)
            for key, value in node.entries
        ]
        return Mapping(node.line, entries)
    return node


@pytest.fixture
def two_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "NEWEST", 2)
    upgrade = Upgrade({"organs": "bodies"}, with_newer_words)
    monkeypatch.setitem(versions.UPGRADES, 1, upgrade)


@pytest.mark.usefixtures("two_versions")
def test_what_has_been_renamed_since_is_read_as_it_is_called_now(actor: Actor) -> None:
    old = "samsyn: 1\nmunicipality: alingsas\norgans: {a: {kind: board, called: Nämnden}}\n"
    new = "samsyn: 2\nmunicipality: alingsas\nbodies: {b: {kind: board, name: Styrelsen}}\n"

    import_files({"old.yaml": old, "new.yaml": new}, actor)

    assert set(BodyName.objects.values_list("name", flat=True)) == {"Nämnden", "Styrelsen"}


@pytest.mark.usefixtures("two_versions")
def test_an_error_is_told_at_the_line_where_the_older_word_stands(refused: Refused) -> None:
    told = refused("organs:\n  a: {kind: board, called: Nämnden, nam: X}\n")

    assert told == ["a.yaml:4: bodies.a: Fältet nam finns inte. – menade du name?"]
