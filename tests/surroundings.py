"""Where the tests live: a home of their own, shared by all workers of one run."""

import os
import sys
import tempfile
from pathlib import Path
from uuid import UUID

_FOREIGN = ("DATABASE_URL", "DATABASE_OWNER_URL", "EMAIL_URL", "SAMSYN_HOSTS", "SAMSYN_DEV")
_SECRET_KEY = "a key for tests, long enough and secret to nobody"

ALINGSAS, TYRESO = UUID(int=1489), UUID(int=138)
MUNICIPALITIES = (
    (ALINGSAS, "alingsas", "Alingsås kommun", "1489"),
    (TYRESO, "tyreso", "Tyresö kommun", "0138"),
)

# Nothing of a test run is worth a disk's patience.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def settle() -> Path:
    """Point the whole process, and those it starts, at the home of this run."""
    home = Path(os.environ.get("SAMSYN_TEST_HOME") or _new_home())
    for name in _FOREIGN:
        os.environ.pop(name, None)
        os.environ.pop(f"{name}_FILE", None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "samsyn.config.settings",
        "SAMSYN_TEST_HOME": str(home),
        "SAMSYN_HOME": str(home),
        "SAMSYN_SECRET_KEY": _SECRET_KEY,
        "SAMSYN_DATABASE_ROLE": "app",
    }
    use_server(os.environ.get("SAMSYN_TEST_SERVER_BIN"))
    return home


def use_server(folder: str | None) -> None:
    """Run the database with the programs in `folder`; with none, those that came with Samsyn."""
    os.environ.pop("SAMSYN_POSTGRES_BIN", None)
    if folder:
        os.environ["SAMSYN_TEST_SERVER_BIN"] = os.environ["SAMSYN_POSTGRES_BIN"] = folder


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "samsyn", *arguments]


def _new_home() -> str:
    home = tempfile.mkdtemp(prefix="samsyn-test-")
    Path(home).chmod(0o711)  # the server may run as another user
    return home
