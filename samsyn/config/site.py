"""The site as a running thing: one in each home, on one port, ready before it opens."""

import errno
import gc
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

from samsyn.config.database import failures, locks
from samsyn.config.database.server import make_home
from samsyn.config.env import Environment
from samsyn.config.problems import ProblemError

_WORKERS = 2
_PATIENCE = 15  # seconds, for a letter that is just being sent


@contextmanager
def only_site(env: Environment) -> Iterator[None]:
    """Refuse to be a second site in the same home."""
    refusal = (
        f"Katalogen {env.home} används redan av en annan Samsyn: stoppa den, "
        "eller välj en annan katalog med SAMSYN_HOME."
    )
    with failures.explained(env.home):
        make_home(env.home)
        (env.home / "mail").mkdir(mode=0o700, exist_ok=True)
        (env.home / ".site").touch()
    with locks.alone(env.home / ".site", refusal):
        yield


def is_open(env: Environment) -> bool:
    if not (env.home / ".site").exists():
        return False
    with locks.if_free(env.home / ".site") as is_free:
        return not is_free


def refuse_taken_port(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port)):
            return
    except OSError as error:
        raise ProblemError(_of_port(error, host, port)) from error


def run_meanwhile(command: str, work: Callable[[], None]) -> None:
    """Run another command in a process of its own while we do `work`; it tells why if it fails."""
    with subprocess.Popen([sys.executable, "-m", "samsyn", command]) as other:  # noqa: S603
        work()
    if other.returncode:
        sys.exit(other.returncode)


@contextmanager
def sender() -> "Iterator[BaseProcess]":
    """Have letters sent meanwhile, by a process that shares our memory and ends with us."""
    from django.db import connections

    from samsyn.config.sender import watch

    connections.close_all()
    other = get_context("fork").Process(target=watch)
    other.start()
    try:
        yield other
    finally:
        other.terminate()
        other.join(_PATIENCE)
        if other.is_alive():
            other.kill()


def serve(host: str, port: int) -> None:
    """Answer until somebody stops us."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    import_module("samsyn.config.wsgi")  # here, so that the workers share its memory
    gc.freeze()
    granian = Granian(
        "samsyn.config.worker:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=_WORKERS,
        blocking_threads=1,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )
    with sender():
        granian.serve()


def _of_port(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Porten {port} är upptagen av ett annat program: välj en annan med --port."
    if error.errno == errno.EACCES:
        return f"Porten {port} får bara root använda: välj en över 1023 med --port."
    return f"Det går inte att lyssna på {host}:{port}: {error.strerror or error}."
