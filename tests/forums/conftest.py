import pytest

from tests.forums import making


@pytest.fixture
def world(db: None) -> making.World:
    return making.World()


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request comes at the moment of the factories."""
    monkeypatch.setattr("samsyn.access.clock.now", lambda: making.NOW)
