"""What is too much for one file is taken out in several, which are read back as one."""

from collections.abc import Iterator

import pytest

from samsyn.access.api import Actor, Municipality
from samsyn.exchange.api import is_file_of_an_export
from samsyn.exchange.writing import write
from tests import factories as make
from tests.exchange.files import import_files

ROOM = 300  # bytes; a person takes less


@pytest.fixture
def actor(db: None) -> Actor:
    for number in range(20):
        make.person(f"Maja{number:02}", "Berg")
    return make.operator()


def _files(actor: Actor, room: float = ROOM) -> Iterator[tuple[str, str]]:
    place = Municipality.objects.get(pk=actor.municipality_id)
    for name, pieces in write(actor, place, largest=room):
        yield name, "".join(pieces)


def test_no_file_is_larger_than_it_may_be_by_more_than_a_record(actor: Actor) -> None:
    texts = dict(_files(actor))

    assert "persons-2.yaml" in texts
    assert max(len(text.encode()) for text in texts.values()) < 2 * ROOM


def test_they_are_read_back_without_a_difference(actor: Actor) -> None:
    plan = import_files(dict(_files(actor)), actor)

    assert plan is not None
    assert not plan.changes


def test_nothing_is_left_out(actor: Actor) -> None:
    texts = [text for name, text in _files(actor) if name.startswith("persons")]

    assert sum(text.count("given_name") for text in texts) == 20


def test_what_fits_is_one_file(actor: Actor) -> None:
    names = [name for name, _text in _files(actor, room=1_000_000)]

    assert names.count("persons.yaml") == 1
    assert not [name for name in names if "-" in name]


@pytest.mark.parametrize(
    ("name", "is_ours"),
    [
        ("municipality.yaml", True),
        ("meetings.yaml", True),
        ("meetings-12.yaml", True),
        ("meetings-2019-old.yaml", False),
        ("cats-2.yaml", False),
        ("meetings.yml", False),
    ],
)
def test_its_files_are_known_from_others(name: str, is_ours: bool) -> None:
    assert is_file_of_an_export(name) is is_ours
