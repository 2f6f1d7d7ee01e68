"""As whom the server runs: PostgreSQL refuses root, so root lends it another identity."""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from samsyn.config.problems import ProblemError

SYSTEM_USER = "samsyn"
_NOBODY = 65534


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs programs as `user`, or as the caller; `prefix` hides root in a namespace."""

    user: pwd.struct_passwd | None = None
    prefix: tuple[str, ...] = ()

    def run(self, command: Sequence[str], *, log: Path, timeout: float = 120) -> int:
        # The output is a file and never a pipe: the server would inherit the pipe and hold it.
        with log.open("ab") as output:
            return subprocess.run(
                [*self.prefix, *command],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                timeout=timeout,
                cwd="/",
                start_new_session=True,
                umask=0o077,
                env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
                user=self.user and self.user.pw_uid,
                group=self.user and self.user.pw_gid,
                extra_groups=self.user and [],
            ).returncode

    def give(self, path: Path) -> None:
        """Let the server own `path`."""
        if self.user is not None:
            os.chown(path, self.user.pw_uid, self.user.pw_gid, follow_symlinks=False)


def choose_runner(data: Path, binaries: Path) -> Runner:
    """Return the identity that owns `data`, or that shall own it once it is made."""
    if os.geteuid() != 0:
        _refuse_foreign(data)
        return Runner()
    if data.exists():
        return _runner_for(data.stat().st_uid)
    user = _system_user()
    if user is not None and _can_reach(user, binaries) and _can_reach(user, data.parent):
        return Runner(user=user)
    return _hidden_root()


def _refuse_foreign(data: Path) -> None:
    if data.exists() and data.stat().st_uid != os.geteuid():
        owner = _name(data.stat().st_uid)
        raise ProblemError(
            f"Databasen i {data} ägs av {owner}: starta som den användaren, "
            "eller välj en annan katalog med SAMSYN_HOME."
        )


def _name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"användare {uid}"


def _runner_for(uid: int) -> Runner:
    if uid == 0:
        return _hidden_root()
    try:
        return Runner(user=pwd.getpwuid(uid))
    except KeyError:
        raise ProblemError(f"Databasen ägs av användare {uid}, som inte finns här.") from None


def _system_user() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        return _new_system_user()


def _new_system_user() -> pwd.struct_passwd | None:
    options = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin"]
    try:
        command = ["/usr/sbin/useradd", *options, SYSTEM_USER]
        subprocess.run(command, check=True, capture_output=True)
        return pwd.getpwnam(SYSTEM_USER)
    except (OSError, subprocess.CalledProcessError, KeyError):
        return None


def _can_reach(user: pwd.struct_passwd, path: Path) -> bool:
    """Tell whether `user` may read `path` and enter every directory on the way to it."""
    existing = [folder for folder in (path, *path.parents) if folder.exists()]
    programs = [path / "postgres"] if (path / "postgres").exists() else []
    return all(_may_enter(user, folder) for folder in (*existing, *programs))


def _may_enter(user: pwd.struct_passwd, path: Path) -> bool:
    status = path.stat()
    if status.st_uid == user.pw_uid:
        return True
    shift = 3 if status.st_gid == user.pw_gid else 0
    return bool(status.st_mode & (0o1 << shift))


def _hidden_root() -> Runner:
    """Return root in a user namespace of its own, where it looks like nobody."""
    prefix = ("unshare", "-U", f"--map-user={_NOBODY}", f"--map-group={_NOBODY}")
    try:
        subprocess.run([*prefix, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        raise ProblemError(
            "Databasen kan inte köras som root här: lägg Samsyn och SAMSYN_HOME där alla "
            "användare kan läsa, eller starta som en vanlig användare."
        ) from None
    return Runner(prefix=prefix)
