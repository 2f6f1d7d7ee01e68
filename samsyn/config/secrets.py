"""What this installation alone knows: made when missing, readable by its owner only."""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe
from tempfile import NamedTemporaryFile

OWNER = "samsyn_owner"
APP = "samsyn_app"
SUPERUSER = "postgres"
SECRET_KEY = "secret_key"  # noqa: S105 - a file's name


def secret_key(given: str | None, home: Path) -> str:
    """The key that signs cookies and links: the one given, or the installation's own, or none."""
    return given or Secrets(home).known(SECRET_KEY) or ""


class Secrets:
    def __init__(self, home: Path) -> None:
        self._folder = home / "secrets"

    def known(self, name: str) -> str | None:
        path = self._folder / name
        return path.read_text(encoding="ascii") if path.exists() else None

    def made(self, name: str) -> str:
        """Return the secret, made on the first call; two that ask at once get the same."""
        found = self.known(name)
        if found is not None:
            return found
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=self._folder, encoding="ascii") as draft:
            draft.write(token_urlsafe(32))
            draft.flush()
            with suppress(FileExistsError):
                os.link(draft.name, self._folder / name)
        return (self._folder / name).read_text(encoding="ascii")
