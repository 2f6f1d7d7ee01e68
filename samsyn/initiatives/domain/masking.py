"""Words that are taken out of what was written, so that a child's name is not there for ever."""

import re
from collections.abc import Iterable

MASK = "[borttaget]"


def masked(text: str, words: Iterable[str]) -> str:
    """Put the mask where any of the words stands by itself, in whatever letters; also as "Annas".

    >>> masked("Anna och ANNAS bror Bo bor här.", ["anna", "Bo"])
    '[borttaget] och [borttaget] bror [borttaget] bor här.'
    >>> masked("Anna Lind", ["Anna", "Anna Lind"])
    '[borttaget]'
    """
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    if not longest_first:
        return text
    found = rf"(?<!\w)(?:{'|'.join(longest_first)})(?::?s)?(?!\w)"
    return re.sub(found, MASK, text, flags=re.IGNORECASE)
