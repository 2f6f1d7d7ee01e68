import pytest

from samsyn.access.api import Role
from samsyn.organisation import queries
from tests import factories as make

pytestmark = pytest.mark.django_db

IN_ORDER = ["Aneby", "Xerxes", "Ystad", "Zinkgruvan", "Åmål", "Åre", "Älvsbyn", "Öckerö", "Örebro"]


@pytest.mark.parametrize("turned", [list, str.lower, str.upper], ids=["as is", "small", "capital"])
def test_z_comes_before_the_last_three_letters_whatever_the_case(turned: type) -> None:
    written = IN_ORDER if turned is list else [turned(name) for name in IN_ORDER]
    for name in reversed(written):
        make.body(name)

    found = queries.bodies(make.actor(Role.PARTICIPANT))

    assert [body.name for body in found] == written


def test_small_and_capital_letters_are_mixed() -> None:
    for name in ("östra", "Örebro", "åstorp", "Åre", "zebra", "Zinkgruvan"):
        make.body(name)

    found = [body.name for body in queries.bodies(make.actor(Role.PARTICIPANT))]

    assert found == ["zebra", "Zinkgruvan", "Åre", "åstorp", "Örebro", "östra"]


def test_letters_of_our_neighbours_stand_with_ours() -> None:
    for name in ("Øst", "Öst", "Ærø", "Äng", "Ängen", "Åland"):
        make.body(name)

    found = [body.name for body in queries.bodies(make.actor(Role.PARTICIPANT))]

    assert found[0] == "Åland"
    assert set(found[1:4]) == {"Ærø", "Äng", "Ängen"}
