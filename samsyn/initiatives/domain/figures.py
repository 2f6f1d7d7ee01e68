"""Figures as people and authorities write them, with what stands where there is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from samsyn.kernel.errors import DomainError

_SPACES = re.compile(r"[\s\u00a0\u202f']")
_NUMBER = re.compile(r"[+-]?(\d{1,12})([.,]\d{1,4})?", re.ASCII)
_WORDS = {"~": "few", "..": "withheld", ".": "impossible", "…": "withheld"}
_ABOUT = re.compile(r"(?:~|≈|ca\.?|c:a|cirka|omkring|runt|ungefär)", re.IGNORECASE)
_FEW = re.compile(r"<\s?(5|10)|(?:1|2)\s?[–-]\s?(?:4|9)|färre än (?:5|10|fem|tio)", re.IGNORECASE)


class NotAFigureError(DomainError):
    """What stands there is no figure, and no sign for that there is none."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, or the state that says why there is none; an approximate number has both."""

    number: Decimal | None
    state: str = "known"


def read_figure(text: str) -> Figure | None:
    """Read a figure; None when nothing is written, which is not nought.

    >>> [read_figure(text) for text in ("12,5", "~100", "..")][:1]
    [Figure(number=Decimal('12.5'), state='known')]
    >>> [read_figure(text).state for text in ("ca 100", "cirka 1 250", "≈ 40")]
    ['about', 'about', 'about']
    >>> read_figure("~100").state, read_figure("..").state, read_figure(".").state
    ('about', 'withheld', 'impossible')
    >>> read_figure("1 234 %").number, read_figure("\N{MINUS SIGN}3").number, read_figure("")
    (Decimal('1234'), Decimal('-3'), None)
    """
    said = _SPACES.sub("", text).removeprefix("\ufeff").removesuffix("%")
    if not said:
        return None
    if said in _WORDS:
        return Figure(None, _WORDS[said])
    if _FEW.fullmatch(text.strip()):
        return Figure(None, "few")
    about = _ABOUT.match(said)
    number = _number(said[about.end() :] if about else said)
    if number is None:
        raise NotAFigureError(text)
    return Figure(number, "about" if about else "known")


def read_count(text: str) -> int | None:
    """Read how many; None when nothing is written."""
    figure = read_figure(text)
    if figure is None:
        return None
    if figure.state != "known" or figure.number is None or figure.number % 1:
        raise NotAFigureError(text)
    return int(figure.number)


def _number(said: str) -> Decimal | None:
    plain = said.replace("\N{MINUS SIGN}", "-")
    return Decimal(plain.replace(",", ".")) if _NUMBER.fullmatch(plain) else None
