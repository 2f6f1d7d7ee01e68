"""A municipality that is founded has what Samsyn comes with, however it came to be."""

from pathlib import Path

import pytest

from samsyn.access.api import Municipality, acting_in
from samsyn.governance import library
from samsyn.governance.models import Law
from tests.access.owner import working_as_owner
from tests.config.test_exchange_from_the_command_line import samsyn

_FILE = 'samsyn: 1\nmunicipality: {key: vargarda, name: Vårgårda kommun, code: "1442"}\n'


@pytest.mark.parametrize("by_file", [True, False])
def test_it_has_the_laws_at_once(committed_database: str, tmp_path: Path, *, by_file: bool) -> None:
    del committed_database
    (tmp_path / "a.yaml").write_text(f"{_FILE}persons:\n  a: {{given_name: A, family_name: Ek}}\n")
    command = ["import", str(tmp_path)] if by_file else ["municipality", "add"]
    more = [] if by_file else ["vargarda", "Vårgårda kommun", "1442"]

    done = samsyn(*command, *more)

    assert done.returncode == 0, done.stderr
    with working_as_owner():
        place = Municipality.objects.get(key="vargarda")
        with acting_in(place.pk):
            brought = Law.objects.filter(municipality=place).count()
    assert brought == len(library.laws())
