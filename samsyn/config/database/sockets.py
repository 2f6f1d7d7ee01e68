"""Where the embedded server listens: a unix socket whose path is short enough."""

import hashlib
import os
import tempfile
from pathlib import Path

PORT = 5432
_LONGEST = 107  # sockaddr_un.sun_path on Linux, without the final zero


def socket_directory(home: Path) -> Path:
    """Return `home`/run, or a short path for a home so deep that no socket can be made there."""
    inside = home / "run"
    if len(os.fsencode(inside / f".s.PGSQL.{PORT}.lock")) <= _LONGEST:
        return inside
    mark = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"samsyn-{os.getuid()}-{mark}"
