import itertools
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest

from samsyn.access import clock
from samsyn.access.api import ACTIONS, Action
from samsyn.organisation.models import Body
from tests import factories as make
from tests.access.link_sites import LinkSite, link_site

Declare = Callable[..., Action[Any]]

_numbers = itertools.count(1)


class Clock:
    """Stands still until a test moves it on."""

    def __init__(self) -> None:
        self.now = make.NOW

    def __call__(self) -> datetime:
        return self.now

    def move_on(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture(autouse=True)
def the_clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    still = Clock()
    monkeypatch.setattr(clock, "now", still)
    return still


@pytest.fixture
def declare() -> Iterator[Declare]:
    """Declare actions that are forgotten after the test."""
    before = dict(ACTIONS)

    def declare_one(**more: Any) -> Action[Any]:
        about: dict[str, Any] = {
            "name": f"test.act_{next(_numbers)}",
            "model": Body,
            "label": "pröva",
        }
        return Action(**(about | more))

    yield declare_one
    ACTIONS.clear()
    ACTIONS.update(before)


@pytest.fixture
def site() -> Iterator[LinkSite]:
    with link_site() as opened:
        yield opened
