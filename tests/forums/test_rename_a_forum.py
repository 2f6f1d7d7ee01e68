from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.forums import actions, queries
from samsyn.forums.models import FormerName, Forum
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make

pytestmark = pytest.mark.django_db

Y2023, Y2025 = date(2023, 1, 1), date(2025, 1, 1)


def rename(of: Forum, name: str, starts_on: date) -> None:
    actions.rename_forum(of, name, starts_on=starts_on, actor=make.operator())


def names(of: Forum) -> list[tuple[str, date | None, date | None]]:
    found = queries.former_names(make.actor(Role.PARTICIPANT), of.pk)
    return [(each.name, each.starts_on, each.ends_on) for each in found]


def test_the_old_name_stands_with_the_time_that_it_had() -> None:
    of = make.forum("BUS-gruppen", starts_on=make.LONG_AGO)

    rename(of, "BUS-samverkan", Y2023)

    assert Forum.objects.get(pk=of.pk).name == "BUS-samverkan"
    assert names(of) == [("BUS-gruppen", make.LONG_AGO, Y2023)]


def test_each_name_begins_where_the_one_before_ends() -> None:
    of = make.forum("Ett")
    rename(of, "Två", Y2023)

    rename(of, "Tre", Y2025)

    assert names(of) == [("Två", Y2023, Y2025), ("Ett", None, Y2023)]


def test_the_key_stays() -> None:
    of = make.forum("Ett")

    rename(of, "Två", Y2023)

    assert Forum.objects.get(pk=of.pk).key == "ett"


def test_the_same_name_again_is_refused() -> None:
    of = make.forum("Ett")

    with pytest.raises(RuleBrokenError, match="heter redan så"):
        rename(of, "Ett", Y2023)

    assert not FormerName.objects.exists()


@pytest.mark.parametrize("day", [make.LONG_AGO, date(2019, 12, 31)])
def test_a_name_cannot_begin_before_the_one_that_it_follows(day: date) -> None:
    of = make.forum("Ett", starts_on=make.LONG_AGO)

    with pytest.raises(RuleBrokenError):
        rename(of, "Två", day)

    assert Forum.objects.get(pk=of.pk).name == "Ett"
