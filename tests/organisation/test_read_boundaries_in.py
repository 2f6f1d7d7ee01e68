"""Boundaries come from a file, and are stored once it has been shown which areas they are of."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samsyn.access.api import Account, Role, bind
from samsyn.audit.api import Event, Outcome
from samsyn.intake.api import LARGEST
from samsyn.organisation.models import Area, AreaBoundary, AreaKind, BoundaryFile
from samsyn.pages.formats import NO_BREAK
from tests import factories as make
from tests.boundary_rows import geojson, square
from tests.surroundings import ALINGSAS

pytestmark = pytest.mark.django_db

SEND = "/omraden/granser/spara/"


class Keeper:
    """Someone who keeps the areas, at the keyboard."""

    def __init__(self) -> None:
        self.account: Account = make.member(Role.COORDINATOR)
        self.client = Client()
        self.client.force_login(self.account)

    def send(self, content: bytes, **said: str) -> Any:
        file = SimpleUploadedFile("granser.geojson", content)
        return self.client.post(SEND, {"file": file, "origin": "SCB"} | said)

    def shown(self, content: bytes, asked: str = "", **said: str) -> Any:
        return self.client.get(f"{self.send(content, **said).url}{asked}")

    def confirm(self, shown: Any, **more: Any) -> Any:
        address = f"{shown.request['PATH_INFO']}las-in/"
        answer = self.client.post(address, {**shown.context["decided"], **more})
        make.operator()
        return answer


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


def told(shown: Any) -> dict[str, tuple[str, str]]:
    """What would be done with each area of the file, and what was done to its boundary."""
    return {row.name: (row.tag.word, row.notes) for row in shown.context["rows"]}


def errors(answer: Any) -> list[str]:
    return [str(each) for found in answer.context["form"].errors.values() for each in found]


def with_code(name: str, code: str) -> Area:
    area = make.area(name)
    Area.objects.filter(pk=area.pk).update(code=code)
    return area


def test_rows_are_joined_to_areas_by_code_and_otherwise_by_name(keeper: Keeper) -> None:
    with_code("Sollebrunn med omnejd", "1489A0010")
    make.area("Norra  Kommundelen")
    rows = (
        (square(0), {"deso": "1489A0010", "namn": "Sollebrunn"}),
        (square(1), {"deso": "1489A0020", "namn": "norra kommundelen"}),
        (square(2), {"deso": "1489A0030", "namn": "Ingared"}),
    )

    shown = keeper.shown(geojson(*rows))

    assert told(shown) == {
        "Sollebrunn med omnejd": ("får gräns", ""),
        "Norra  Kommundelen": ("får gräns", ""),
        "Ingared": ("finns inte här", ""),
    }
    assert shown.context["chosen"]["kod"] == "deso"
    assert AreaBoundary.objects.count() == 0


def test_what_was_shown_is_what_is_stored(keeper: Keeper) -> None:
    area = make.area("Norra")
    said = {"origin": "Lantmäteriet", "stated_on": "2025-01-01"}

    answer = keeper.confirm(keeper.shown(geojson((square(), {"namn": "Norra"})), **said))

    [row] = AreaBoundary.objects.all()
    assert answer.url == "/omraden/"
    assert (row.area_id, row.origin, row.stated_on) == (area.pk, "Lantmäteriet", date(2025, 1, 1))
    assert row.geometry == square().geojson
    assert not BoundaryFile.objects.exists()
    page = keeper.client.get(f"/omraden/{area.pk}/").content.decode()
    assert "Lantmäteriet, 1 januari 2025" in page.replace(NO_BREAK, " ")


def test_an_area_that_is_ticked_is_made_and_others_are_not(keeper: Keeper) -> None:
    rows = [(square(n), {"deso": f"1489A00{n}0", "namn": f"Del {n}"}) for n in (1, 2)]
    shown = keeper.shown(geojson(*rows))
    number = next(row.number for row in shown.context["rows"] if row.name == "Del 2")

    keeper.confirm(shown, nya=[str(number), "x", "999"])

    [area] = Area.objects.all()
    assert (area.name, area.code, area.kind) == ("Del 2", "1489A0020", AreaKind.DESO)
    assert AreaBoundary.objects.get().area == area


def test_all_that_are_missing_can_be_made_at_once(keeper: Keeper) -> None:
    shown = keeper.shown(geojson(*((square(n), {"namn": f"Del {n}"}) for n in range(3))))

    keeper.confirm(shown, alla="ja")

    assert sorted(Area.objects.values_list("name", "kind")) == [
        (f"Del {n}", "district") for n in range(3)
    ]


def test_the_same_file_twice_changes_nothing(keeper: Keeper) -> None:
    make.area("Norra")
    content = geojson((square(), {"namn": "Norra"}))
    keeper.confirm(keeper.shown(content))
    before = AreaBoundary.objects.get()

    again = keeper.shown(content)
    keeper.confirm(again)

    assert told(again) == {"Norra": ("är redan så", "")}
    assert AreaBoundary.objects.get().pk == before.pk


def test_a_boundary_is_replaced_only_after_it_has_been_shown(keeper: Keeper) -> None:
    make.boundary(make.area("Norra"), square(0))
    shown = keeper.shown(geojson((square(1), {"namn": "Norra"})))

    assert told(shown) == {"Norra": ("gränsen ersätts", "")}
    make.operator()
    assert AreaBoundary.objects.get().geometry == square(0).geojson

    keeper.confirm(shown)

    assert AreaBoundary.objects.get().geometry == square(1).geojson


def test_what_someone_changed_meanwhile_is_shown_again_and_not_done(keeper: Keeper) -> None:
    area = make.area("Norra")
    shown = keeper.shown(geojson((square(1), {"namn": "Norra"})))
    make.boundary(area, square(0))

    answer = keeper.confirm(shown)

    assert answer.status_code == 422
    assert "Någon har ändrat något" in answer.content.decode()
    assert told(answer) == {"Norra": ("gränsen ersätts", "")}
    assert AreaBoundary.objects.get().geometry == square(0).geojson
    done = Event.objects.filter(action="organisation.draw_boundaries", outcome=Outcome.DONE)
    assert not done.exists()


def test_the_property_to_join_by_can_be_chosen(keeper: Keeper) -> None:
    make.area("Norra")
    make.area("Södra")
    rows = ((square(0), {"a": "Norra", "b": "Södra"}), (square(1), {"a": "Södra", "b": "Östra"}))

    usual = keeper.shown(geojson(*rows))
    other = keeper.client.get(f"{usual.request['PATH_INFO']}?namn=b")
    nonsense = keeper.client.get(f"{usual.request['PATH_INFO']}?namn=finns-inte&slag=x")

    assert set(told(usual)) == {"Norra", "Södra"}
    assert told(other)["Östra"] == ("finns inte här", "")
    assert told(nonsense) == told(usual)


def test_what_the_rows_have_in_common_is_not_what_they_are_called(keeper: Keeper) -> None:
    whole = with_code("Hela kommunen", "1489")
    Area.objects.filter(pk=whole.pk).update(kind=AreaKind.MUNICIPALITY)
    rows = [(square(n), {"kommun": "1489", "namn": f"{name}"}) for n, name in enumerate("AB")]

    shown = keeper.shown(geojson(*rows))

    assert set(told(shown)) == {"A", "B"}


def test_rows_of_one_area_become_one_boundary(keeper: Keeper) -> None:
    make.area("Norra")

    shown = keeper.shown(geojson(*((square(n), {"namn": "Norra", "n": n}) for n in range(2))))
    keeper.confirm(shown)

    assert told(shown) == {"Norra": ("får gräns", "flera ytor är hopslagna")}
    assert len(AreaBoundary.objects.get().geometry["coordinates"]) == 1


def test_two_areas_of_the_same_name_are_told_apart_by_kind_or_not_joined(keeper: Keeper) -> None:
    make.area("Norra")
    make.area("Norra", kind=AreaKind.REGSO)
    make.area("Norra", kind=AreaKind.REGSO)
    content = geojson((square(), {"namn": "Norra"}))

    assert told(keeper.shown(content, "?slag=district")) == {"Norra": ("får gräns", "")}
    assert told(keeper.shown(content, "?slag=regso")) == {"Norra": ("finns inte här", "")}


def test_a_row_without_surface_or_name_is_told_of_and_leaves_the_rest(keeper: Keeper) -> None:
    make.area("Norra")
    none: tuple[None, dict[str, str]] = (None, {"namn": "Södra"})

    shown = keeper.shown(geojson((square(0), {"namn": "Norra"}), none, (square(2), {})))
    keeper.confirm(shown, alla="ja")

    assert told(shown)["Södra"] == ("läses inte", "raden har ingen yta")
    assert told(shown)[""] == ("har varken kod eller namn", "")
    assert Area.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK", "Filen är inte GeoJSON"),
        (b'{"type": "Topology"}', "Filen är TopoJSON"),
        (b'{"type": "FeatureCollection", "features": []}', "inga ytor"),
        (b" " * (LARGEST + 1), "Högst 20 MB tas emot"),
        (b"", "tom"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(
    keeper: Keeper, content: bytes, sentence: str
) -> None:
    answer = keeper.send(content)

    assert answer.status_code == 422
    assert sentence in " ".join(errors(answer))
    make.operator()
    assert not BoundaryFile.objects.exists()


def test_that_coordinates_were_turned_is_said(keeper: Keeper) -> None:
    ring = [[59.2, 18.2], [59.2, 18.3], [59.3, 18.3], [59.2, 18.2]]
    content = (
        b'{"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": '
        + repr([ring]).encode()
        + b"}}"
    )

    assert "omvänd ordning" in keeper.shown(content).content.decode()


def test_what_one_has_sent_is_seen_by_nobody_else(keeper: Keeper) -> None:
    address = keeper.send(geojson((square(), {"namn": "Norra"}))).url

    assert Keeper().client.get(address).status_code == 404
    assert keeper.client.post(f"{address}kasta/").headers["Location"] == "/omraden/"
    bind(ALINGSAS, keeper.account.pk)
    assert not BoundaryFile.objects.exists()


def test_what_has_lain_for_a_day_is_thrown_away_when_the_next_comes(keeper: Keeper) -> None:
    make.boundary_file(keeper.account, at=make.NOW.replace(year=2020))

    keeper.send(geojson((square(), {"namn": "Norra"})))

    bind(ALINGSAS, keeper.account.pk)
    assert BoundaryFile.objects.count() == 1


def test_the_list_of_areas_leads_to_the_form_for_those_who_may(keeper: Keeper) -> None:
    reader = Client()
    reader.force_login(make.account_with(Role.POLITICIAN))

    assert "/omraden/granser/" in keeper.client.get("/omraden/").content.decode()
    assert "/omraden/granser/" not in reader.get("/omraden/").content.decode()
    assert reader.get("/omraden/granser/").status_code == 403
