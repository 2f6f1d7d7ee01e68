"""Two texts beside each other: what stayed, came, went, was moved and was rewritten."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    REWRITTEN = "rewritten"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Beside:
    """One paragraph before and after; either is empty where it has no counterpart."""

    change: Change
    before: str = ""
    after: str = ""


def beside(before: Sequence[str], after: Sequence[str]) -> Iterator[Beside]:
    """Lay the paragraphs of two texts beside each other, in the order of the later.

    >>> [(each.change.value, each.after) for each in beside(["a", "b"], ["a", "c", "d"])]
    [('same', 'a'), ('rewritten', 'c'), ('added', 'd')]
    >>> [each.change.value for each in beside(["a", "b", "c"], ["b", "c", "a"])]
    ['same', 'same', 'moved']
    """
    known = set(before)
    stayed = known & set(after)
    # The paragraphs are compared as wholes: letter by letter it would take a minute.
    for tag, *places in SequenceMatcher(None, before, after).get_opcodes():
        old, new = before[places[0] : places[1]], after[places[2] : places[3]]
        if tag == "equal":
            yield from (Beside(Change.SAME, each, each) for each in new)
        else:
            # What stands elsewhere has neither gone nor come: it has only been moved.
            gone = [each for each in old if each not in stayed]
            yield from _exchanged(gone, new, known)


def _exchanged(gone: Sequence[str], come: Sequence[str], known: Container[str]) -> Iterator[Beside]:
    left = iter(gone)
    for each in come:
        if each in known:
            yield Beside(Change.MOVED, each, each)
        else:
            before = next(left, "")
            yield Beside(Change.REWRITTEN if before else Change.ADDED, before, each)
    yield from (Beside(Change.REMOVED, each) for each in left)
