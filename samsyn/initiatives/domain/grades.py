"""Years of school and classes as people write them."""

from __future__ import annotations

import re
from functools import lru_cache

from samsyn.kernel.errors import DomainError

ORDER = ("F", *map(str, range(1, 10)), "gy1", "gy2", "gy3", "gy4")
_PLACES = {grade: place for place, grade in enumerate(ORDER)}
_STAGES = {
    "lågstadiet": ("1", "2", "3"),
    "mellanstadiet": ("4", "5", "6"),
    "högstadiet": ("7", "8", "9"),
    "gymnasiet": ("gy1", "gy2", "gy3"),
    "gymnasieskolan": ("gy1", "gy2", "gy3"),
    "gy": ("gy1", "gy2", "gy3"),
}
_WORDS = re.compile(
    r"(?:års?kurs(?:erna|er|en)?|åk\.?|klass(?:erna|er|en)?|skolår|år\b|grades?|years?)\s*|\s+$"
)
_PRESCHOOL_CLASS = re.compile(r"förskoleklass(?:en)?|f-?klass(?:en)?|\bfk\b")
_UPPER = re.compile(r"(?:gymnasiet\s?(?:år)?|gy\.?\s?(?:år)?)\s?(?=\d)")
_BETWEEN = re.compile(r"\s*(?:,|;|/|\+|&|\boch\b|\band\b)\s*")
_SPAN = re.compile(r"(f|\d|gy[1-4])\s?(?:-|–|—|\btill\b)\s?(f|\d|gy[1-4]|[1-4])")
_CLASS = re.compile(r"([1-9]|f)(?:\s?[a-zåäö]|:an)?", re.IGNORECASE)
_CLASSES = re.compile(r"[1-9f]\s?[a-zåäö]", re.IGNORECASE)


class NotAGradeError(DomainError):
    """What stands there is no year of school."""


@lru_cache(maxsize=4096)
def read_grades(text: str) -> tuple[str, ...]:
    """Read years of school, each once and in order.

    >>> read_grades("åk 7"), read_grades("7–9"), read_grades("F-3")
    (('7',), ('7', '8', '9'), ('F', '1', '2', '3'))
    >>> read_grades("7A, 7B och 8C"), read_grades("gy 1-3"), read_grades("Högstadiet")
    (('7', '8'), ('gy1', 'gy2', 'gy3'), ('7', '8', '9'))
    """
    said = _UPPER.sub("gy", _PRESCHOOL_CLASS.sub("f", text.lower()))
    said = _WORDS.sub("", said).strip()
    found = {grade for part in _BETWEEN.split(said) if part for grade in _grades(part, text)}
    return tuple(sorted(found, key=_PLACES.__getitem__))


def _grades(part: str, text: str) -> tuple[str, ...]:
    if part in _STAGES:
        return _STAGES[part]
    if match := _SPAN.fullmatch(part):
        first, last = match[1].replace("f", "F"), match[2]
        if first.startswith("gy") and not last.startswith("gy"):
            last = f"gy{last}"
        ends = _PLACES.get(first), _PLACES.get(last)
        if ends[0] is not None and ends[1] is not None and ends[0] <= ends[1]:
            return ORDER[ends[0] : ends[1] + 1]
    if part in _PLACES:
        return (part,)
    if match := _CLASS.fullmatch(part):
        return (match[1].upper(),)
    raise NotAGradeError(text)


def classes_in(text: str) -> tuple[int, tuple[str, ...]] | None:
    """How many classes are named, and of which years; None where it is no list of classes.

    >>> classes_in("7A, 7B"), classes_in("3")
    ((2, ('7',)), None)
    """
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    if not parts or not all(_CLASSES.fullmatch(part) for part in parts):
        return None
    return len({part.upper().replace(" ", "") for part in parts}), read_grades(text)
