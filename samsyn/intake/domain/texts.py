"""Texts as people paste them, made into texts that can be kept."""

import re

# Word ends a line with a vertical tab or a separator of its own, and hides marks between letters.
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_BULLET = re.compile(r"^[ \t]*(?:[•·▪◦‣\uf0b7\uf0a7][ \t]+|o\t+)", re.MULTILINE)
_EMPTY_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    r"""Keep what was meant: lines end as lines, and signs that cannot be seen are gone.

    >>> tidy("Lägesbild\x0b\uf0b7\tFler vuxna ute\r\n\r\n\r\n\r\nSlut\u00ad\x00 ")
    'Lägesbild\n– Fler vuxna ute\n\nSlut'
    """
    lines = _HIDDEN.sub("", _LINE_ENDS.sub("\n", text)).split("\n")
    whole = "\n".join(line.replace("\u00a0", " ").rstrip() for line in lines)
    return _EMPTY_LINES.sub("\n\n", _BULLET.sub("– ", whole)).strip()
