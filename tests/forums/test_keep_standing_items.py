import pytest

from samsyn.access.api import Role
from samsyn.forums import actions, queries
from samsyn.forums.models import Forum, StandingItem
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make

pytestmark = pytest.mark.django_db


def add(of: Forum, title: str, note: str = "") -> StandingItem:
    return actions.add_standing_item(of, title, note, actor=make.operator())


def titles(of: Forum) -> list[str]:
    found = queries.standing_items(make.actor(Role.PARTICIPANT), of.pk)
    return [item.title for item in found]


def test_a_new_item_comes_last() -> None:
    of = make.forum()

    for title in ("Öppnande", "Lägesbild", "Avslut"):
        add(of, title)

    assert titles(of) == ["Öppnande", "Lägesbild", "Avslut"]


def test_one_in_the_middle_is_taken_away_and_the_order_stays() -> None:
    of = make.forum()
    items = [add(of, title) for title in ("Ett", "Två", "Tre")]

    actions.remove_standing_item(items[1], actor=make.operator())
    add(of, "Fyra")

    assert titles(of) == ["Ett", "Tre", "Fyra"]


def test_each_forum_has_its_own() -> None:
    one, two = make.forum("Ett"), make.forum("Två")
    add(one, "Lägesbild")

    add(two, "Ekonomi")

    assert (titles(one), titles(two)) == (["Lägesbild"], ["Ekonomi"])


@pytest.mark.parametrize("title", ["", "två\nrader", "x" * 201])
def test_a_title_is_one_line(title: str) -> None:
    with pytest.raises(RuleBrokenError, match="tecken"):
        add(make.forum(), title)


def test_a_child_is_no_standing_item() -> None:
    with pytest.raises(RuleBrokenError, match="personnummer"):
        add(make.forum(), "Uppföljning", "av 20180101-2392")

    assert not StandingItem.objects.exists()
