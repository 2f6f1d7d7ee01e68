import os
import subprocess
from pathlib import Path

import pytest

from samsyn.config.database.failures import of_answer
from tests import surroundings
from tests.config.conftest import plain_surroundings


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_disk_too_small_for_the_database_is_told(tmp_path: Path) -> None:
    if _on_small_disk(tmp_path, ["true"]).returncode:
        pytest.skip("no disk may be mounted here")

    finished = _on_small_disk(tmp_path, surroundings.command("migrate"))

    assert finished.returncode == 1
    assert finished.stderr.startswith("Fel: Disken är full")


def test_a_disk_that_fills_while_we_work_is_told() -> None:
    said = 'could not extend file "base/5/1259": No space left on device\nHINT:  Check free space.'

    assert str(of_answer(said, Path("/srv/samsyn"))).startswith("Disken är full: frigör utrymme")


def _on_small_disk(place: Path, command: list[str]) -> "subprocess.CompletedProcess[str]":
    mounted = f'mount -t tmpfs -o size=20m none "{place}" && exec "$@"'
    return subprocess.run(
        ["unshare", "--mount", "sh", "-c", mounted, "sh", *command],
        check=False,
        capture_output=True,
        text=True,
        env=plain_surroundings() | {"SAMSYN_HOME": str(place / "home")},
    )
