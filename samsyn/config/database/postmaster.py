"""Who holds a data directory, when its pid file says that somebody does."""

from pathlib import Path

_ZOMBIE = "Z"


def is_held(data: Path) -> bool:
    """Tell whether a living PostgreSQL holds `data`."""
    process = _process(data)
    return process is not None and process[0] == "postgres" and process[1] != _ZOMBIE


def forget_stale(data: Path) -> None:
    """Remove a pid file whose number, after a restart, belongs to another program altogether."""
    process = _process(data)
    if process is not None and process[0] != "postgres":
        (data / "postmaster.pid").unlink()


def _process(data: Path) -> tuple[str, str] | None:
    """Return name and state of the process named in the pid file, if it exists."""
    try:
        pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
        status = Path(f"/proc/{pid}/stat").read_text()
    except (OSError, ValueError):
        return None
    name, _, rest = status.partition("(")[2].rpartition(")")
    return name, rest.split()[0]
