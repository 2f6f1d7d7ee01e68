"""What `make bench` asks of deviations is there."""

from collections.abc import Sequence
from uuid import UUID

import pytest

from samsyn.access.api import Role
from tests import factories as make
from tests.surroundings import ALINGSAS
from tools.bench.deviation_figures import deviation_figures, deviations_in
from tools.bench.floors import Insider

pytestmark = pytest.mark.django_db


@pytest.fixture
def some() -> Sequence[UUID]:
    make.everything(ALINGSAS)
    return deviations_in(ALINGSAS)


def test_each_page_opens(some: Sequence[UUID]) -> None:
    insider = Insider(make.account_with(Role.ADMINISTRATOR).email or "")

    assert some
    for figure in deviation_figures(some):
        assert insider.statements(figure.paths[0]), figure.name


def test_no_two_have_the_same_name(some: Sequence[UUID]) -> None:
    names = [figure.name for figure in deviation_figures(some)]

    assert sorted(names) == sorted(set(names))
