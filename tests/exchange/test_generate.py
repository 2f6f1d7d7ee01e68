import json
from typing import Any

import pytest
from django.db.models import Model, QuerySet

from samsyn.access.api import Municipality
from samsyn.exchange.api import made_up
from samsyn.forums.api import Apart, Forum, HandOver, Meeting, Minutes, SchoolTerm
from samsyn.governance.api import (
    Concern,
    DeclinedDuty,
    Dialogue,
    DocumentKind,
    Matter,
    Training,
)
from samsyn.organisation.api import Appointment, Body, Person, Position
from tests import factories as make
from tests.exchange.files import exported, import_files
from tests.surroundings import ALINGSAS

FEW = 12  # forums, of which some are of each sort


def written(seed: int, years: int = 1) -> dict[str, str]:
    return {name: "".join(text) for _folder, name, text in made_up(seed, years, 1, FEW)}


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert written(7) == written(7)
    assert written(7) != written(8)


def test_each_municipality_has_a_folder_of_its_own() -> None:
    names = [(folder, name) for folder, name, _text in made_up(1, 1, 3, 1)]

    assert len({folder for folder, _name in names}) == 3
    assert [name for _folder, name in names].count("municipality.yaml") == 3


def test_more_years_remember_more_holders() -> None:
    few, many = (appointments_of(years) for years in (2, 12))

    assert many.count("- position:") > 2 * few.count("- position:")


def appointments_of(years: int) -> str:
    files = made_up(1, years, 1, 1)
    return next("".join(text) for _folder, name, text in files if name == "appointments.yaml")


@pytest.mark.django_db
def test_what_is_made_up_is_read_and_comes_back_the_same() -> None:
    operator = make.operator()
    texts = as_alingsas(written(2, years=1))

    import_files(dict(texts), operator)

    found = exported(operator)
    assert texts.keys() <= found.keys()
    assert all(str(found[name]).endswith(" {}\n") for name in found.keys() - texts.keys())
    # Not the texts themselves: telling how they differ would take minutes.
    assert [name for name, text in texts.items() if found[name] != text] == []
    assert all(Person.objects.values_list("is_invented", flat=True))
    assert [model.objects.count() for model in (Body, Position)] == [300, 1_500]
    assert Appointment.objects.count() > 1_000
    assert Forum.objects.count() == FEW
    assert Apart.objects.count() == 1
    assert all(Minutes.objects.values_list("content__points", flat=True))
    assert Minutes.objects.filter(approved_at__isnull=False).exists()
    assert HandOver.objects.filter(accepted_at__isnull=False).exists()
    assert [term.breaks.count() for term in SchoolTerm.objects.all()] == [1, 1]
    assert all(Meeting.objects.values_list("is_invented", flat=True))
    assert_governance_has_a_row_of_everything()


def assert_governance_has_a_row_of_everything() -> None:
    functions = set(_functions(Concern))
    assert set(_functions(Training)) < functions
    assert Training.objects.exists()
    assert Dialogue.objects.filter(held_on=None).exists()
    assert set(Dialogue.objects.values_list("document__kind", flat=True)) == {DocumentKind.DIALOGUE}
    assert Matter.objects.filter(alternatives="").exists()
    assert Matter.objects.exclude(alternatives="").exists()
    assert {each.taken_back_on is None for each in DeclinedDuty.objects.all()} == {True, False}


def _functions(model: type[Model]) -> QuerySet[Any, Any]:
    """Which function of which document."""
    rows: Any = model._default_manager.exclude(position=None)
    found: QuerySet[Any, Any] = rows.values_list("document_id", "position_id")
    return found


def test_deviations_are_taken_care_of_by_the_way_of_others() -> None:
    routine = written(7)["deviation_routines.yaml"]

    assert "days: 60" in routine
    assert "återkopplar till avsändaren inom 60 dagar" in routine


def as_alingsas(files: dict[str, str]) -> dict[str, str]:
    """The same files, but about the municipality that the tests have."""
    own = Municipality.objects.get(pk=ALINGSAS)
    told = {name: text.split("\n", 2)[2] for name, text in files.items()}
    texts = {
        name: f"samsyn: 1\nmunicipality: {own.key}\n{rest}"
        for name, rest in told.items()
        if name != "municipality.yaml"
    }
    about = f"  key: {own.key}\n  name: {own.name}\n  code: {json.dumps(own.code)}\n"
    return texts | {"municipality.yaml": f"samsyn: 1\nmunicipality:\n{about}"}
