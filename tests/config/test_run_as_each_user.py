"""Samsyn starts as root, as an ordinary user, and where others may not read."""

import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import psycopg
import pytest

from samsyn.config.database.addresses import address
from samsyn.config.database.embedded import running_database
from samsyn.config.env import read

_CHECKOUT = Path(__file__).parent.parent.parent
_NOBODY = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
_START = (
    "from samsyn.config.database.embedded import running_database;"
    "from samsyn.config.env import environment;"
    "env = environment();"
    "exec('with running_database(env): print(env.home.stat().st_uid)')"
)
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")


@as_root
def test_an_ordinary_user_runs_the_server_herself() -> None:
    with tempfile.TemporaryDirectory(prefix="samsyn-nobody-") as folder:
        os.chown(folder, 65534, 65534)
        finished = _start_as_nobody(Path(folder) / "home")

    assert (finished.stdout.strip(), finished.stderr) == ("65534", "")


@as_root
def test_a_database_of_somebody_else_is_refused() -> None:
    with tempfile.TemporaryDirectory(prefix="samsyn-nobody-") as folder:
        os.chown(folder, 65534, 65534)
        (Path(folder) / "home" / "database").mkdir(parents=True)
        for path in (Path(folder) / "home").iterdir():
            path.parent.chmod(0o777)
        finished = _start_as_nobody(Path(folder) / "home")

    assert "ägs av root" in finished.stderr


@as_root
def test_root_runs_it_where_no_other_user_may_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    env = read({"SAMSYN_HOME": str(tmp_path / "home")})

    with running_database(env):
        psycopg.connect(**address(env, "app")).close()

        assert (env.home / "database").stat().st_uid == 0
    assert tmp_path.stat().st_mode & 0o777 == 0o700


def _start_as_nobody(home: Path) -> "subprocess.CompletedProcess[str]":
    """Run the start with a Python that everybody may run, and the packages of this one."""
    paths = [str(_CHECKOUT), sysconfig.get_path("purelib")]
    variables = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": ":".join(paths),
        "SAMSYN_HOME": str(home),
    }
    for python in (sys.executable, "/usr/bin/python3"):
        command = [*_NOBODY, python, "-c"]
        tried = subprocess.run([*command, "import psycopg"], env=variables, check=False)
        if tried.returncode == 0:
            return subprocess.run(
                [*command, _START], env=variables, check=False, capture_output=True, text=True
            )
    pytest.skip("no Python here that an ordinary user may run")
