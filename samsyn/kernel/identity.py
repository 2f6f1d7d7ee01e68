"""Swedish identity numbers: what may be written down, and what must not."""

import re
from datetime import date

# Most texts hold no number so long, and this is sooner seen.
_LONG_NUMBER = re.compile(r"\d\d{5}")
_PERSONAL = re.compile(r"(?<!\d)(?:\d{2})?(\d{6})[-+ ]?(\d{4})(?!\d)")
_COORDINATION = 60  # added to the day of birth in a coordination number


def check_digit(digits: str) -> int:
    """Compute the modulus-10 check digit with weights 2 and 1 (Skatteverket; SS 61 40 74).

    >>> check_digit("212000135")
    5
    """
    doubled = (int(digit) * (2 - position % 2) for position, digit in enumerate(digits))
    return -sum(number // 10 + number % 10 for number in doubled) % 10


def organisation_number(text: str) -> str | None:
    """Read an organisation number as NNNNNN-NNNN, or None if it is not one.

    >>> organisation_number("2120001355"), organisation_number("212000-1356")
    ('212000-1355', None)
    """
    digits = re.sub(r"[\s-]", "", text)
    if not re.fullmatch(r"[1-9]\d[2-9]\d{7}", digits, re.ASCII):
        return None
    if check_digit(digits[:9]) != int(digits[9]):
        return None
    return f"{digits[:6]}-{digits[6:]}"


def holds_personal_number(text: str) -> bool:
    """Tell whether a personal or coordination number stands in the text.

    >>> holds_personal_number("Elev 20180101-2392 saknas"), holds_personal_number("Dnr 2025.355")
    (True, False)
    """
    return _LONG_NUMBER.search(text) is not None and any(
        is_birth_date(day) and _is_serial(day, number) for day, number in _PERSONAL.findall(text)
    )


def _is_serial(day: str, number: str) -> bool:
    return number[:3] != "000" and check_digit(day + number[:3]) == int(number[3])


def is_birth_date(six: str) -> bool:
    """Tell whether YYMMDD may begin a personal or coordination number; the digits are ASCII's."""
    month, day = int(six[2:4]), int(six[4:])
    if day >= _COORDINATION:
        # Nought stands for what is not known, and any month is given 31 days.
        return month in range(13) and day - _COORDINATION in range(32)
    try:
        # The century is unknown; 29 February is real in one of the two.
        date(2000 + int(six[:2]), month, day)
    except ValueError:
        return False
    return True
