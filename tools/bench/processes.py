"""What the processes of the site and of its database cost, as the kernel counts it."""

import os
from collections.abc import Iterator
from pathlib import Path

_PROC = Path("/proc")
_TICK = 1_000 / os.sysconf("SC_CLK_TCK")
_PARENT, _USER, _SYSTEM = 1, 11, 12  # fields of /proc/<pid>/stat after the name


def tree(root: int) -> list[int]:
    """The process and all below it."""
    below: dict[int, list[int]] = {}
    for pid in _running():
        fields = _fields(pid)
        if fields:
            below.setdefault(int(fields[_PARENT]), []).append(pid)
    found = [root]
    for pid in found:
        found += below.get(pid, [])
    return found


def postmaster(home: Path) -> int:
    return int((home / "database" / "postmaster.pid").read_text().split()[0])


def cpu_milliseconds(root: int) -> float:
    """What the tree has used; a process that ended in between is not counted."""
    fields = (_fields(pid) for pid in tree(root))
    return _TICK * sum(int(each[_USER]) + int(each[_SYSTEM]) for each in fields if each)


def memory_mebibytes(root: int) -> float:
    """Proportional set size: what is shared is counted once."""
    return sum(_proportional_kibibytes(pid) for pid in tree(root)) / 1024


def _running() -> Iterator[int]:
    return (int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit())


def _fields(pid: int) -> list[str]:
    try:
        stat = (_PROC / str(pid) / "stat").read_text()
    except OSError:
        return []
    return stat.rpartition(")")[2].split()


def _proportional_kibibytes(pid: int) -> int:
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
