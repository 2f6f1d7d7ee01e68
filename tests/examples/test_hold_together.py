from typing import Any

import pytest

from samsyn.organisation.models import AppointmentKind, AreaKind, BodyKind, Office
from tests.examples import collaboration_files as written

_KINDS = {"bodies": set(BodyKind.values), "areas": set(AreaKind.values)}

pytestmark = pytest.mark.parametrize("place", written.PLACES)


def test_every_file_says_its_version_first_and_whose_it_is(place: str) -> None:
    for path in written.files(place):
        lines = [
            line
            for line in path.read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")
        ]

        assert lines[0] == "samsyn: 1"
        assert place in lines[1]


def test_every_reference_leads_to_a_record(place: str) -> None:
    astray = [
        f"{key}: {name} {value}"
        for key, record in _records(place)
        for name, value in record.items()
        if isinstance(value, str)
        and name in _REFERS_TO
        and not _is_there(place, _REFERS_TO[name], value)
    ]

    assert astray == []


def test_every_choice_is_known(place: str) -> None:
    for name, kinds in _KINDS.items():
        assert {each["kind"] for each in written.section(place, name).values()} <= kinds
    offices = {each.get("office", "") for each in written.section(place, "positions").values()}
    assert offices <= {"", *Office.values}
    held = {each.get("kind", "ordinary") for each in written.appointments(place)}
    assert held == set(AppointmentKind.values)


def test_every_record_but_persons_says_where_it_is_from(place: str) -> None:
    unsaid = [
        key
        for name in ("terms", "areas", "bodies", "positions")
        for key, record in written.section(place, name).items()
        if not written.sources(record)
    ]

    assert unsaid == []


def test_every_person_is_invented(place: str) -> None:
    persons = written.section(place, "persons")

    assert 25 <= len(persons) <= 40
    assert {person["invented"] for person in persons.values()} == {"true"}


def test_two_records_are_never_called_the_same(place: str) -> None:
    bodies = [each["name"] for each in written.section(place, "bodies").values()]

    assert sorted(bodies) == sorted(set(bodies))


_REFERS_TO = {
    # What a source cites, and what an initiative belongs to, have one word in the file.
    "document": "documents governing_documents",
    "term": "terms",
    "within": "areas",
    "area": "areas",
    "under": "bodies",
    "body": "bodies",
    "position": "positions",
    "person": "persons",
    "forum": "forums",
    "above": "forums",
    "successor": "forums",
    "meeting": "meetings",
    **dict.fromkeys(("owner_forum", "deciding_forum"), "forums"),
    "agreement": "agreements",
    "matter": "matters",
    **dict.fromkeys(("law", "replaced_by"), "laws"),
    **dict.fromkeys(("deciding_body", "responsible", "written_by"), "bodies"),
    "method": "methods",
    "venue": "venues",
    "report": "governing_documents",
    **dict.fromkeys(("convener", "chair", "secretary", "owner", "follow_up_owner"), "positions"),
}


def _is_there(place: str, names: str, key: str) -> bool:
    return any(key in written.section(place, name) for name in names.split())


def _records(place: str) -> list[tuple[str, Any]]:
    """Every mapping that may refer to something, with the key of the record it belongs to."""
    told = [
        (key, record)
        for name in written.SECTIONS
        for key, record in written.section(place, name).items()
    ]
    told += [(each["matter"], each) for each in written.steps(place)]
    parts = [(key, part) for key, each in told for part in written.parts(each)]
    held = [(each["position"], each) for each in written.appointments(place)]
    return [*told, *parts, *held, *written.every_source(place)]
