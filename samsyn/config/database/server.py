"""The PostgreSQL server that Samsyn keeps for itself below its home directory."""

import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from samsyn.config.database import failures, locks, postmaster
from samsyn.config.database.binaries import Binaries
from samsyn.config.database.configuration import FILE, server_configuration
from samsyn.config.database.runner import Runner, choose_runner
from samsyn.config.database.sockets import PORT, socket_directory
from samsyn.config.problems import ProblemError
from samsyn.config.secrets import SUPERUSER, Secrets

_PATIENCE = 30.0  # seconds; a killed server lingers until its parent has taken notice
_PAUSE = 0.2


class EmbeddedServer:
    def __init__(
        self, home: Path, binaries: Binaries, options: Mapping[str, str] | None = None
    ) -> None:
        self.home = home
        self.data = home / "database"
        self.socket = socket_directory(home)
        self._binaries = binaries
        self._options = dict(options or {})
        self._log = home / "database.log"

    def up(self) -> None:
        """Start the server, made first if it is new; one that runs is left as it is."""
        with failures.explained(self.home):
            self._prepare()
            with locks.waiting(self.home / ".starting"):
                if not self.is_running():
                    self._make_and_start()

    def down(self) -> None:
        if self.is_running():
            self._run("pg_ctl", "-D", str(self.data), "-w", "-m", "fast", "stop")

    def is_running(self) -> bool:
        # Not pg_ctl status: it asks whether the process exists, and a killed one still does
        # until its parent has taken notice.
        if not (self.socket / f".s.PGSQL.{PORT}").exists():
            return False
        return self._run("pg_isready", "-q", "-h", str(self.socket), "-p", str(PORT)) == 0

    def _prepare(self) -> None:
        make_home(self.home)
        self._log.touch(mode=0o600)
        _own_directory(self.socket)

    def _make_and_start(self) -> None:
        self._binaries.refuse_old()
        runner = self._runner()
        runner.give(self.socket)
        if not (self.data / "PG_VERSION").exists():
            self._create(runner)
        self._refuse_other_version()
        self._configure(runner)
        self._start()

    def _create(self, runner: Runner) -> None:
        """Make the data directory whole or not at all."""
        draft, password = self.home / "database.new", self.socket / ".password"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        runner.give(draft)
        _write_anew(password, Secrets(self.home).made(SUPERUSER), runner)
        try:
            self._initialise(runner, draft, password)
        finally:
            password.unlink()
        with (draft / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.write(f"include = '{FILE}'\n")
        draft.rename(self.data)

    def _initialise(self, runner: Runner, draft: Path, password: Path) -> None:
        command = [
            self._binaries.program("initdb"),
            f"--pgdata={draft}",
            f"--username={SUPERUSER}",
            f"--pwfile={password}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--data-checksums",
            *self._binaries.locale_options,
        ]
        start = self._log.stat().st_size
        if runner.run(command, log=self._log) != 0:
            raise failures.of_start(_tail(self._log, start), self.home)

    def _refuse_other_version(self) -> None:
        made_by = int((self.data / "PG_VERSION").read_text())
        if made_by != self._binaries.version:
            raise ProblemError(
                f"Databasen i {self.home} är gjord med PostgreSQL {made_by}, men programmen är "
                f"{self._binaries.version}: peka ut {made_by} med SAMSYN_POSTGRES_BIN."
            )

    def _configure(self, runner: Runner) -> None:
        text = server_configuration(self.socket, self._options)
        _write_anew(self.data / FILE, text, runner)

    def _start(self) -> None:
        log = self.data / "start.log"
        end = time.monotonic() + _PATIENCE
        while True:
            start = log.stat().st_size if log.exists() else 0
            postmaster.forget_stale(self.data)
            if self._run("pg_ctl", "-D", str(self.data), "-w", "-l", str(log), "start") == 0:
                return
            if postmaster.is_held(self.data) or time.monotonic() > end:
                raise failures.of_start(_tail(log, start), self.home)
            time.sleep(_PAUSE)

    def _runner(self) -> Runner:
        return choose_runner(self.data, self._binaries.folder)

    def _run(self, program: str, *arguments: str) -> int:
        return self._runner().run([self._binaries.program(program), *arguments], log=self._log)


def make_home(home: Path) -> None:
    if not home.exists():
        home.mkdir(parents=True)
        home.chmod(0o711)  # the server passes through; nobody else lists


def _write_anew(path: Path, text: str, runner: Runner) -> None:
    """Write for the server's eyes; a link that it may have left there is not followed."""
    path.unlink(missing_ok=True)
    with path.open("x", encoding="utf-8") as file:
        path.chmod(0o600)
        file.write(text)
    runner.give(path)


def _own_directory(path: Path) -> None:
    """Make `path`, or make sure that the one who made it was not a stranger."""
    path.mkdir(mode=0o755, exist_ok=True)
    foreign = os.geteuid() not in {0, path.lstat().st_uid}
    if path.is_symlink() or foreign:
        raise ProblemError(f"Katalogen {path} tillhör någon annan: ta bort den.")


def _tail(log: Path, start: int) -> str:
    with log.open("rb") as file:
        file.seek(start)
        return file.read().decode("utf-8", "replace")
