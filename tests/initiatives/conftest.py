import pytest

from tests.people import NOW


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request comes at the moment of the factories."""
    monkeypatch.setattr("samsyn.access.clock.now", lambda: NOW)
