"""Does one thing with a collaboration file, in a process of its own, and tells what it cost.

As `python -m tools.bench.once import|export|parse FOLDER`; the folder is named by the key.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml

from samsyn.config.process import working_as

Done = TypeVar("Done", int, str)
_HEADER = {"samsyn", "municipality"}


def main(what: str, folder: Path) -> None:
    if what == "parse":
        _tell(partial(_parse, folder))
        return
    with working_as("owner"):
        from samsyn.config.exchanging import bring_in, take_out  # noqa: PLC0415 - needs Django ready

        if what == "export":
            _tell(partial(take_out, folder, folder.name))
        else:
            deed = partial(bring_in, [folder], only=None, language="sv", is_trial=False)
            sys.exit(_tell(deed))


def _tell(deed: Callable[[], Done]) -> Done:
    """Print the cost last, after what the deed itself may have printed."""
    start, used = time.perf_counter(), time.process_time()
    done = deed()
    cost = {
        "seconds": time.perf_counter() - start,
        "own": time.process_time() - used,
        "megabytes": _most_memory(),
        "done": done,
    }
    print()
    print(json.dumps(cost))
    return done


def _parse(folder: Path) -> int:
    """Read the files with the fastest safe loader there is, and count the records in them."""
    count = 0
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            said = yaml.load(file, Loader=yaml.CSafeLoader)
        count += sum(len(said[section]) for section in said.keys() - _HEADER)
    return count


def _most_memory() -> float:
    """Ask the kernel; the figure of `getrusage` would be that of the process that started us."""
    lines = Path("/proc/self/status").read_text().splitlines()
    kibibytes = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
    return kibibytes * 1_024 / 1_000_000


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
