"""How much of a text stood in the one before it, paragraph by paragraph."""

import re
from collections import Counter
from collections.abc import Sequence

# A file that is read from its pages has no empty lines: a sentence is then what a paragraph is.
_BETWEEN = re.compile(r"\n\s*\n")
_AFTER_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ0-9§])")
_MOST_IN_ONE = 1_500
# Headings, page numbers and dates are alike in all texts, and say nothing.
_LEAST = 25


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, with the spaces of its layout made even.

    >>> paragraphs("1 (3)\\n\\nBUS styrgrupp består av\\nordförande från vardera nämnd.")
    ['BUS styrgrupp består av ordförande från vardera nämnd.']
    """
    whole = [" ".join(each.split()) for each in _BETWEEN.split(text)]
    parts = [part for each in whole for part in _shortened(each)]
    return [part for part in parts if len(part) >= _LEAST]


def _shortened(paragraph: str) -> Sequence[str]:
    if len(paragraph) <= _MOST_IN_ONE:
        return (paragraph,)
    return _AFTER_SENTENCE.split(paragraph)


def unchanged(before: str, after: str) -> int:
    """How many paragraphs of `after` stand in `before` in the same words.

    >>> unchanged("Elva skolor är med i arbetet.", "Elva skolor är med i arbetet.")
    1
    """
    old = Counter(paragraphs(before))
    return sum((old & Counter(paragraphs(after))).values())
