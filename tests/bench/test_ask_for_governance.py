"""What `make bench` asks of governance is there, and is called what nothing else is called."""

import pytest

from samsyn.access.api import Role
from tests import factories as make
from tests.surroundings import ALINGSAS
from tools.bench.figures import Who
from tools.bench.floors import Insider
from tools.bench.governance_figures import Governed, governance_figures, governed_in

pytestmark = pytest.mark.django_db

ROLES = {Who.ADMINISTRATOR: Role.ADMINISTRATOR, Who.DIRECTOR: Role.DIRECTOR}


@pytest.fixture
def governed() -> Governed:
    make.everything(ALINGSAS)
    return governed_in(ALINGSAS)


def test_some_of_each_are_found(governed: Governed) -> None:
    assert all(governed.ids.values())


def test_each_page_opens(governed: Governed) -> None:
    insiders = {who: Insider(make.account_with(role).email or "") for who, role in ROLES.items()}

    for figure in governance_figures(governed):
        assert insiders[figure.by].statements(figure.paths[0]), figure.name


def test_no_two_have_the_same_name(governed: Governed) -> None:
    names = [figure.name for figure in governance_figures(governed)]

    assert sorted(names) == sorted(set(names))
