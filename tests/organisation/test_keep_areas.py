import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.actions import AreaDescription
from samsyn.organisation.models import Area, AreaKind
from tests import factories as make

pytestmark = pytest.mark.django_db


def put(area: Area, parent: Area | None) -> None:
    about = AreaDescription(area.name, AreaKind.DISTRICT, parent_id=parent.pk if parent else None)
    actions.describe_area(area, about, actor=make.operator())


def test_a_district_lies_in_the_municipality() -> None:
    whole = make.area("Alingsås", kind=AreaKind.MUNICIPALITY)

    district = make.area("Norra kommundelen", parent=whole)

    assert Area.objects.select_related("parent").get(pk=district.pk).parent == whole


def test_what_people_mean_by_a_name_is_written_beside_it() -> None:
    about = AreaDescription(
        "Norra kommundelen",
        AreaKind.DISTRICT,
        code="1489R001",
        description="Sollebrunn med\nomgivningar norrut",
    )

    area = actions.create_area(about, actor=make.operator())

    kept = Area.objects.get(pk=area.pk)
    assert (kept.code, kept.description) == ("1489R001", "Sollebrunn med\nomgivningar norrut")


def test_an_area_in_itself_is_refused() -> None:
    area = make.area()

    with pytest.raises(RuleBrokenError, match="kan inte ligga i sig självt"):
        put(area, area)


def test_areas_in_a_circle_are_refused() -> None:
    whole = make.area("Kommunen")
    part = make.area("Delen", parent=whole)
    place = make.area("Platsen", parent=part)

    with pytest.raises(RuleBrokenError, match="kan inte ligga i sig självt"):
        put(whole, place)

    assert Area.objects.get(pk=whole.pk).parent is None


@pytest.mark.parametrize("name", ["x" * 10_000, "", "två\nrader"])
def test_a_name_that_is_not_one_line_is_refused(name: str) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        make.area(name)


def test_a_code_of_10_000_characters_is_refused() -> None:
    about = AreaDescription("Sollebrunn", AreaKind.DESO, code="1" * 10_000)

    with pytest.raises(RuleBrokenError, match="högst 200 tecken"):
        actions.create_area(about, actor=make.operator())


def test_areas_are_offered_in_swedish_order() -> None:
    for name in ("Östad", "Ålanda", "Älvsered", "Zinkgruvan", "Alingsås"):
        make.area(name)

    names = [name for _, name in queries.area_choices(make.actor(Role.PARTICIPANT))]

    assert names == ["Alingsås", "Zinkgruvan", "Ålanda", "Älvsered", "Östad"]
