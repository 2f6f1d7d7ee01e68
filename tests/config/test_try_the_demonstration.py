"""`samsyn demo` as a newcomer meets it: it comes up, answers, and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from samsyn.config import site
from samsyn.config.database.embedded import embedded_server
from samsyn.config.env import Environment
from tests import surroundings
from tests.config.conftest import plain_surroundings

_PATIENCE = 60

Demo = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture(scope="module")
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Name the file that takes what the command prints."""
    return tmp_path / "told"


@pytest.fixture
def demo(env: Environment, port: int, told: Path) -> Iterator[Demo]:
    started: list[subprocess.Popen[bytes]] = []

    def begin() -> "subprocess.Popen[bytes]":
        with told.open("wb") as output:
            process = subprocess.Popen(
                surroundings.command("demo", "--port", str(port)),
                stdout=output,
                start_new_session=True,
                env=plain_surroundings() | {"SAMSYN_HOME": str(env.home)},
            )
        started.append(process)
        _wait_until(lambda: _answers(port) or process.poll() is not None)
        return process

    yield begin
    for process in started:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_ctrl_c_stops_all_that_it_started(
    demo: Demo, env: Environment, port: int, told: Path
) -> None:
    process = demo()
    assert _answers(port)

    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(_PATIENCE) == 0

    assert f"http://127.0.0.1:{port}" in told.read_text()
    assert "@" in told.read_text()
    assert not _answers(port)
    assert not embedded_server(env).is_running()


def test_it_comes_back_after_everything_was_killed(demo: Demo, env: Environment, port: int) -> None:
    process = demo()
    server = int((env.home / "database" / "postmaster.pid").read_text().split()[0])

    os.kill(process.pid, signal.SIGKILL)
    os.kill(server, signal.SIGKILL)
    process.wait()
    _wait_until(lambda: not site.is_open(env))
    demo()

    assert _answers(port)


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/", timeout=_PATIENCE):
            return True
    except HTTPError:
        return True
    except OSError:
        return False


def _wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
