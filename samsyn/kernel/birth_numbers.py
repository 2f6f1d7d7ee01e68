"""Where personal and coordination numbers stand, however they are written."""

import re
from collections.abc import Iterator

from samsyn.kernel.identity import holds_personal_number, is_birth_date

_DASH = r"\-\u2011-\u2014\u2212"  # hyphens, en and em dash, minus
_CENTURY = r"(?:(?:18|19|20)[ .]?)?"
_DATE = rf"\d\d[ ./{_DASH}]?\d\d[ ./{_DASH}]?\d\d"
_SERIAL_APART = rf"\s{{0,2}}[{_DASH}+./:]?\s{{0,2}}"
_WRITTEN_OUT = re.compile(rf"(?<!\d){_CENTURY}{_DATE}{_SERIAL_APART}\d{{4}}(?!\d|-\d\d)")
_TWO_DATES = re.compile(r"\d{4}-\d\d-\d\d\D+(?:19|20)\d\d")
_DIGIT_BY_DIGIT = re.compile(r"(?<!\d)\d([ .\-])\d(?:\1\d){8}(?:\1\d\1\d)?(?!\1?\d)")
# Four signs in place of the last digits, or those of a reserve number in health care.
_MASKED = re.compile(
    rf"(?<!\d){_CENTURY}({_DATE})\s?[{_DASH}+]\s?(?:[Xx]{{4}}|[*_?•#]{{4}}|[A-Z]{{2}}\d\d)(?!\w)"
)


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Find each personal or coordination number, and each birth date whose last digits are hidden.

    >>> text = "Elev 2018 01 01 – 2392, syskon 180101-XXXX"
    >>> [text[start:end] for start, end in personal_numbers(text)]
    ['2018 01 01 – 2392', '180101-XXXX']
    """
    for pattern in (_WRITTEN_OUT, _DIGIT_BY_DIGIT):
        for match in pattern.finditer(text):
            if holds_personal_number(_digits(match[0])) and not _TWO_DATES.fullmatch(match[0]):
                yield match.span()
    for match in _MASKED.finditer(text):
        if is_birth_date(_digits(match[1])):
            yield match.span()


def _digits(written: str) -> str:
    return "".join(sign for sign in written if sign in "0123456789")
