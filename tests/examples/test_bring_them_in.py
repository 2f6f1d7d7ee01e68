from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.db import transaction

from samsyn.access.api import Actor, Role, acting_in, within
from samsyn.config import demonstration, exchanging
from samsyn.exchange.api import Import
from samsyn.forums.models import Decision, FollowUp, Forum, Meeting
from samsyn.governance.models import (
    Agreement,
    GoverningDocument,
    Law,
    Matter,
    Recommendation,
    Risk,
    Step,
)
from samsyn.initiatives.models import Initiative, Method, Venue
from samsyn.organisation import queries
from samsyn.organisation.models import Area, Body, Person, Position
from tests import factories as make
from tests.access.owner import working_as_owner
from tests.examples import collaboration_files as written
from tests.exchange.files import exported, import_files
from tests.surroundings import ALINGSAS, MUNICIPALITIES, TYRESO

Files = dict[str, str | bytes]

_SECTIONS = {
    "areas": Area,
    "bodies": Body,
    "positions": Position,
    "persons": Person,
    "forums": Forum,
    "meetings": Meeting,
    "decisions": Decision,
    "follow_ups": FollowUp,
    "laws": Law,
    "governing_documents": GoverningDocument,
    "agreements": Agreement,
    "matters": Matter,
    "risks": Risk,
    "recommendations": Recommendation,
    "methods": Method,
    "venues": Venue,
    "initiatives": Initiative,
}


@pytest.fixture
def brought_in(committed_database: str) -> Iterator[None]:
    with working_as_owner():
        assert bring_in() == 0
        yield


def bring_in(*folders: Path) -> int:
    paths = folders or (written.EXAMPLES,)
    return exchanging.bring_in(paths, only=None, language="sv", is_trial=False)


def test_everything_that_is_written_is_there(brought_in: None) -> None:
    for municipality_id, place, _name, _code in MUNICIPALITIES:
        with acting_in(municipality_id) as actor:
            for section, model in _SECTIONS.items():
                keys = within(model, actor).values_list("key", flat=True)
                assert set(written.section(place, section)) <= set(keys)
            assert within(Step, actor).count() == len(written.steps(place))


def test_twice_changes_nothing(brought_in: None, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()

    assert bring_in() == 0

    told = capsys.readouterr().out.splitlines()
    assert told == ["alingsas: inget skiljer sig.", "tyreso: inget skiljer sig."]


@pytest.mark.parametrize(("municipality_id", "place"), [place[:2] for place in MUNICIPALITIES])
def test_what_is_taken_out_comes_back_the_same(
    municipality_id: UUID, place: str, committed_database: str
) -> None:
    files: Files = {path.name: path.read_bytes() for path in written.files(place)}

    with working_as_owner(), acting_in(municipality_id) as actor:
        first = _after_import(files, actor)
        again = _after_import(first, actor)

    assert "follow_ups.yaml" in first
    assert again == first


def _after_import(files: Files, actor: Actor) -> Files:
    """Import into the empty municipality, export, and leave it empty."""
    with transaction.atomic():
        import_files(files, actor)
        told = exported(actor)
        transaction.set_rollback(True)
    return told


def test_what_was_brought_in_is_known_by_the_names_of_its_own_files(brought_in: None) -> None:
    for municipality_id, place, _name, _code in MUNICIPALITIES:
        with acting_in(municipality_id) as actor:
            names = within(Import, actor).get().file_names
        assert names == sorted(path.name for path in (written.EXAMPLES / place).glob("*.yaml"))


def test_both_take_part_in_the_police(brought_in: None) -> None:
    for municipality_id in (ALINGSAS, TYRESO):
        with transaction.atomic():
            reader = make.actor(Role.PARTICIPANT, municipality_id=municipality_id)
            assert "Polismyndigheten" in [body.name for body in queries.bodies(reader)]


def test_each_who_signs_in_to_the_demonstration_is_among_the_persons() -> None:
    for told in demonstration._accounts():
        assert told["person"] in written.section(told["municipality"], "persons")
        assert told.get("body") in {None, *written.section(told["municipality"], "bodies")}
