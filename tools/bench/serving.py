"""The real site, as `samsyn serve` and `samsyn demo` run it, in a home of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

_PATIENCE = 180.0
_PAUSE = 0.02
_OK = 200
_FOREIGN = ("DATABASE_URL", "DATABASE_OWNER_URL", "EMAIL_URL", "SAMSYN_HOSTS", "SAMSYN_DEV")


def settle(home: Path, port: int) -> None:
    """Point this process, and those it starts, at the home and at nothing else."""
    for name in _FOREIGN:
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)
    os.environ |= {"SAMSYN_HOME": str(home), "SAMSYN_ADDRESS": f"http://127.0.0.1:{port}"}


def run(*arguments: str, **surroundings: str) -> float:
    """Run a command to its end, and return how many seconds it took."""
    start = time.perf_counter()
    subprocess.run(
        _command(*arguments),
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | surroundings,
    )
    return time.perf_counter() - start


@contextmanager
def served(command: str, port: int, **surroundings: str) -> Iterator[tuple[int, float]]:
    """Yield the process id of the site, and how many seconds it took to answer."""
    start = time.perf_counter()
    site = subprocess.Popen(
        _command(command, "--port", str(port)),
        stdout=subprocess.DEVNULL,
        env=os.environ | surroundings,
    )
    try:
        _wait_for_answer(site, port)
        yield site.pid, time.perf_counter() - start
    finally:
        site.send_signal(signal.SIGINT)
        site.wait(_PATIENCE)


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "samsyn", *arguments]


def _wait_for_answer(site: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _PATIENCE
    while not _answers(port):
        if site.poll() is not None or time.monotonic() > end:
            raise RuntimeError("the site did not start")
        time.sleep(_PAUSE)


def _answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/halsa/")
        return connection.getresponse().status == _OK
    except OSError:
        return False
    finally:
        connection.close()
