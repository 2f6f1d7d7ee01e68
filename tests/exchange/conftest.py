"""A municipality that is filled and read by files."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from samsyn.access.api import Actor
from samsyn.exchange import api as exchange
from tests import factories as make
from tests.exchange.files import HEAD, import_files

Refused = Callable[[str], list[str]]


@pytest.fixture
def actor(db: None) -> Actor:
    return make.operator()


@pytest.fixture
def refused(actor: Actor) -> Refused:
    """Import a text that is wrong, and return what is said of it, as the operator reads it."""

    def read(text: str) -> list[str]:
        report = exchange.Report()
        import_files({"a.yaml": HEAD + dedent(text)}, actor, report)
        return [str(problem) for problem in report.problems]

    return read
