"""What a correction changed, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    SAME = "same"
    INSERTED = "inserted"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that all stayed, came or went."""

    change: Change
    text: str


def differences(before: str, after: str) -> list[Run]:
    """Tell how one text became the other.

    >>> [(run.change.value, run.text) for run in differences("Nio kom.", "Tio kom.")]
    [('removed', 'Nio'), ('inserted', 'Tio'), ('same', ' kom.')]
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    runs: list[Run] = []
    for _kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        went, came = old[old_from:old_to], new[new_from:new_to]
        if went == came:
            runs.append(Run(Change.SAME, "".join(went)))
            continue
        runs += [Run(Change.REMOVED, "".join(went))] if went else []
        runs += [Run(Change.INSERTED, "".join(came))] if came else []
    return runs
