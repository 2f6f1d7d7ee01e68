"""What `make bench` asks of initiatives is there, and is called what nothing else is called."""

import pytest

from samsyn.access.api import Role
from tests import factories as make
from tests.surroundings import ALINGSAS
from tools.bench.figures import Who
from tools.bench.floors import Insider
from tools.bench.initiative_figures import Begun, begun_in, initiative_figures

pytestmark = pytest.mark.django_db

ROLES = {Who.ADMINISTRATOR: Role.ADMINISTRATOR, Who.DIRECTOR: Role.DIRECTOR}


@pytest.fixture
def begun() -> Begun:
    make.everything(ALINGSAS)
    return begun_in(ALINGSAS)


def test_some_of_each_are_found(begun: Begun) -> None:
    assert all(begun.ids.values())


def test_each_page_opens(begun: Begun) -> None:
    insiders = {who: Insider(make.account_with(role).email or "") for who, role in ROLES.items()}

    for figure in initiative_figures(begun):
        assert insiders[figure.by].statements(figure.paths[0]), figure.name


def test_no_two_have_the_same_name(begun: Begun) -> None:
    names = [figure.name for figure in initiative_figures(begun)]

    assert sorted(names) == sorted(set(names))
