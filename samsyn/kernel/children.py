"""Where a text tells of one child: a name, an age, a school class – beside each other."""

import re
from collections.abc import Iterator
from itertools import pairwise

from samsyn.kernel.naming import Reading, Word
from samsyn.kernel.schooling import Fact, facts

_REACH = 80
_FAR = 12

# What may stand between a name and the age or class of the same child.
_JOINTS = frozenset(
    """
    är som nu bara en ett elev eleven går gick fyller fyllde fyllt blir född gammal gamla i på från
    och hon han hen kille killen tjej tjejen pojke pojken flicka flickan barn barnet heter namn vid
    kallad kallas klass årskurs åk cirka snart drygt idag
    """.split()
)
_CALLED = frozenset("heter namn kallad kallas".split())
_INSIDE = frozenset("i vid inom".split())
_WHERE = _INSIDE | {"på", "från"}

_ONE_CHILD = re.compile(
    r"(?<!\w)(?:(?P<boy_or_girl>pojken?|flickan?|killen?|tjejen?|sonen?|dottern?|lill(?:e)?bror"
    r"|storebror|lillasyster|storasyster|brodern|systern)|elev(?:en)?|barnet)(?!\w)",
    re.IGNORECASE,
)


def named(text: str) -> Iterator[tuple[int, int]]:
    """Find a name beside an age or a class, or beside a word for one child.

    >>> text = "Lisa i 7B mår bra, liksom 12-åriga Eva. Sonen heter Ali. Barn 12 år, elever i 7B."
    >>> [text[start:end] for start, end in named(text)]
    ['Lisa i 7B', '12-åriga Eva', 'Sonen heter Ali']
    """
    found, children = facts(text), list(_ONE_CHILD.finditer(text))
    if not found and not children:
        return
    reading = Reading(text)
    for fact in found:
        start, end = reading.sentence(fact.start, fact.end, _REACH)
        before, after = reading.words(start, fact.start), reading.words(fact.end, end)
        if name := _name_before(before, fact) or _name_after(after, fact):
            yield min(name.start, fact.start), max(name.end, fact.end)
    for child in children:
        _, end = reading.sentence(*child.span(), _REACH)
        if name := _name_of_child(reading.words(child.end(), end)):
            yield child.start(), name.end


def described(text: str) -> Iterator[tuple[int, int]]:
    """Find a child without a name: a boy of an age, a pupil of a class, an age and a class.

    >>> text = "Flicka 12 år. Pojkar 12 år. Elever i klass 6C. Eleven i 7B. Barn, 9 år, åk 3."
    >>> [text[start:end] for start, end in described(text)]
    ['9 år, åk 3', 'Flicka 12 år', 'Eleven i 7B']
    """
    found = facts(text)
    if not found:
        return
    reading = Reading(text)
    for one, other in pairwise(found):
        _, end = reading.sentence(one.start, one.end, _REACH)
        if one.is_age != other.is_age and other.end <= end:
            yield one.start, other.end
    for fact in found:
        start, end = reading.sentence(fact.start, fact.end, _REACH // 2)
        for child in _ONE_CHILD.finditer(text, start, end):
            if child["boy_or_girl"] or not (fact.is_age or fact.is_loose):
                yield min(child.start(), fact.start), max(child.end(), fact.end)


def _name_before(before: list[Word], fact: Fact) -> Word | None:
    near = _without_the_last(before)
    while _ends_with_a_place(near, fact):
        near = _without_the_last(near[:-2])
    if near and near[-1].is_initial:
        near = near[:-1]
    if near and near[-1].is_name and not _is_inside(near):
        return near[-1]
    return None if fact.is_loose else _name_further_off(before[-_FAR:])


def _without_the_last(before: list[Word]) -> list[Word]:
    last = len(before)
    while last and before[last - 1].text.lower() in _JOINTS:
        last -= 1
    return before[:last]


def _ends_with_a_place(before: list[Word], fact: Fact) -> bool:
    if len(before) < 2 or before[-2].text.lower() not in _WHERE:  # noqa: PLR2004 - "på Björkskolan"
        return False
    return before[-1].text[0].isupper() and not (fact.is_age and before[-1].is_name)


def _is_inside(before: list[Word]) -> bool:
    return len(before) > 1 and before[-2].text.lower() in _INSIDE


def _name_further_off(before: list[Word]) -> Word | None:
    """Where a sentence begins a capital says too little for that."""
    for previous, word in pairwise(before):
        if word.is_name and not word.is_first and previous.text.lower() not in _INSIDE:
            return word
    return None


def _name_after(after: list[Word], fact: Fact) -> Word | None:
    is_called, previous = False, ""
    for word in after:
        said = word.text.lower()
        is_called = is_called or said in _CALLED
        is_place = previous in _WHERE and not is_called
        if said not in _JOINTS and not is_place:
            return word if word.is_name and (is_called or not fact.is_loose) else None
        previous = said
    return None


def _name_of_child(after: list[Word]) -> Word | None:
    """Directly after the word for a child, or after what says that a name comes."""
    before = ["heter", *(word.text.lower() for word in after)]
    named_as = (word for said, word in zip(before, after, strict=False) if said in _CALLED)
    return next((word for word in named_as if word.is_name), None)
