import pytest

from samsyn.access import clock
from tests.access.conftest import Clock


@pytest.fixture
def the_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    still = Clock()
    monkeypatch.setattr(clock, "now", still)
    return still
