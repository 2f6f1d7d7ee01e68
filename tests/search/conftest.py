import pytest

from samsyn.organisation.rules import READ_BODY, READ_PERSON, READ_POSITION
from samsyn.search import api as search
from samsyn.search import kinds

BODY, POSITION, PERSON = "organisation.body", "organisation.position", "organisation.person"


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "_KINDS", {})
    search.register(BODY, "Organ", READ_BODY, "organisation:body")
    search.register(POSITION, "Funktioner", READ_POSITION, "organisation:position")
    search.register(PERSON, "Personer", READ_PERSON, "organisation:person", has_personal_names=True)
