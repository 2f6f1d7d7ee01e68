"""The bench tells how fast a collaboration file is, beside what would be the fastest."""

from pathlib import Path

import psycopg
import pytest

from samsyn.access import api as access
from samsyn.config.database.addresses import superuser_address
from samsyn.config.env import environment
from samsyn.organisation.models import Person
from tests.surroundings import MUNICIPALITIES
from tools.bench import bringing, once
from tools.bench.bringing import Cost, Round
from tools.bench.copying import copied
from tools.bench.table import table

FLOORS = {"parsed": 0.5, "copied in": 0.2, "copied out": 0.1}


def _round(seconds: float, megabytes: float) -> Round:
    names = ("import", "import again", "export")
    costs = {name: Cost(seconds, seconds, megabytes, seconds + 1, "") for name in names}
    return Round(10_000, 40_000, costs, FLOORS)


def _cells(*found: Round) -> dict[str, list[str]]:
    lines = bringing.lines({"registers": found})
    return {name.removesuffix(", registers"): list(cells) for name, *cells in lines}


def test_the_best_round_counts() -> None:
    cells = _cells(_round(4, 100), _round(2, 100))

    assert cells["import"][4:7] == ["5000", "5000", ""]


def test_what_is_slower_than_its_goal_is_under_it() -> None:
    cells = _cells(_round(2, 100))

    assert [cells["import"][6], cells["export"][6]] == ["", "under"]


def test_the_most_memory_counts() -> None:
    cells = _cells(_round(1, 501), _round(1, 100))

    assert cells["import"][7:10] == ["501", "500", "over"]


def test_each_has_its_floors_beside_it() -> None:
    cells = _cells(_round(1, 100))

    assert cells["import"][:4] == ["10000", "40000", "20000", "50000"]
    assert cells["export"][2:4] == ["", "100000"]


def test_the_lines_fit_the_head() -> None:
    assert (
        len(list(table(bringing.HEAD, list(bringing.lines({"registers": [_round(1, 100)]}))))) == 5
    )


def test_every_record_of_every_file_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "samsyn: 1\nmunicipality: alingsas\n"
    (tmp_path / "persons.yaml").write_text(f"{head}persons:\n  a: {{}}\n  b: {{}}\n")
    (tmp_path / "appointments.yaml").write_text(f"{head}appointments:\n  - {{position: x}}\n")

    once.main("parse", tmp_path)

    assert '"done": 3' in capsys.readouterr().out


def test_another_process_tells_its_own_memory(tmp_path: Path) -> None:
    ballast = b" " * 150_000_000

    cost = bringing.spent("parse", tmp_path, {})

    assert cost.megabytes < len(ballast) / 1_000_000


def test_the_rows_are_copied_and_everything_is_left_as_it_was(committed_database: str) -> None:
    where = superuser_address(environment(), committed_database)
    municipality_id, key, *_ = MUNICIPALITIES[0]
    with access.acting_in(municipality_id):
        Person.objects.create(municipality_id=municipality_id, given_name="A", family_name="B")

    bare = copied(where, key)

    assert (bare.rows, bare.taken_in > 0, bare.taken_out > 0) == (1, True, True)
    with psycopg.connect(**where) as line:
        assert line.execute("select count(*) from organisation_person").fetchone() == (1,)
