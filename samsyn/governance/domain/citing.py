"""The laws that a text mentions, by their numbers and names as people write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

# Only what says that it is a law: a number with a year and a colon may be anything.
_SFS = re.compile(
    r"(?:\bSFS|\blag(?:en)?|\bförordning(?:en)?|\bSoL|\bLSS|\bLVU|\bOSL|\bKL|\bFL|\bHSL|\bPSL"
    r"|\bbalk(?:en)?)\s*\(?\s*(?:SFS\s*)?((?:18|19|20)\d\d:\d{1,4})\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\w*(?:lag|balk|förordning)(?:en)?\s*\((?:SFS\s*)?((?:18|19|20)\d\d:\d{1,4})\)"
)
_REGULATION = re.compile(r"\b(SOSFS|HSLF-FS|SKOLFS|AFS|PMFS)\s*((?:19|20)\d\d:\d{1,3})\b")
_MOST = 200
_LONGEST_ABBREVIATION = 6


def numbers_in(text: str) -> list[str]:
    """The numbers of laws and regulations that the text mentions, each once, in order.

    >>> numbers_in("enligt socialtjänstlagen (2001:453) och SOSFS 2011:19, se 3 kap. SoL 2001:453")
    ['2001:453', 'SOSFS 2011:19']
    """
    found = [*_SFS.finditer(text), *_NAMED.finditer(text)]
    placed = [(each.start(1), each[1]) for each in found]
    placed += [(each.start(), f"{each[1]} {each[2]}") for each in _REGULATION.finditer(text)]
    return list(dict.fromkeys(number for _place, number in sorted(placed)))[:_MOST]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text speaks of a law: by a number, or by a short name and a place in it."""

    start: int
    end: int
    said: str


def may_cite(text: str) -> bool:
    """Whether it is worth asking for the laws: there is a paragraph, or a number as laws have.

    >>> may_cite("Senast den 1 mars 2026, till 12 skolor"), may_cite("Se KL 6:38")
    (False, True)
    """
    return bool(_SIGN.search(text))


def mentions(text: str, numbers: tuple[str, ...], names: tuple[str, ...]) -> list[Mention]:
    """Each place where the text cites one of the laws, in order, as much of it as is the citation.

    >>> said = "Enligt 6 kap. 38 § KL och lag (2023:196) 6 § i ärende 2017:30."
    >>> found = mentions(said, ("2023:196", "2017:30"), ("KL",))
    >>> [(said[each.start : each.end], each.said) for each in found]
    [('6 kap. 38 § KL', 'KL'), ('lag (2023:196) 6 §', '2023:196')]
    """
    pattern = _pattern(numbers, names)
    found = islice(pattern.finditer(text), _MOST) if pattern else ()
    return [Mention(each.start(), each.end(), _said(each)) for each in found]


def _said(found: re.Match[str]) -> str:
    return next(said for said in found.groups() if said)


# 6 kap. 38 §, 19 a §, 8–9 §§, and 6:38 as lawyers write it.
_PLACE = (
    r"(?:(?:\d{1,3}(?:\s[a-z])?\s{1,2}kap\.?\s{1,2})?"
    r"\d{1,3}(?:\s[a-z])?(?:\s?[–-]\s?\d{1,3}(?:\s[a-z])?)?\s{0,2}§{1,2}|\d{1,2}:\d{1,3})"
)
_BEFORE, _AFTER = rf"(?:(?<!\w){_PLACE}\s{{1,2}}(?:i\s{{1,2}})?)?", rf"(?:,?\s{{1,2}}{_PLACE})?"
_SAYS_LAW = r"SFS|\w{0,40}(?:lag|balk|förordning)(?:en)?"
_SIGN = re.compile(r"§|\d[:/]\d")
_YEAR_AND_NUMBER = re.compile(r"\d{4}:\d{1,4}")


@lru_cache(maxsize=64)
def _pattern(numbers: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str] | None:
    """What finds them all; a name alone is a word like others, and a number alone any number."""
    called = _any(map(_name, names))
    leads = "|".join(filter(None, (_SAYS_LAW, called)))
    acts = _any(re.escape(each) for each in numbers if _YEAR_AND_NUMBER.fullmatch(each))
    others = _any(re.escape(each) for each in numbers if not _YEAR_AND_NUMBER.fullmatch(each))
    ways = (
        acts and rf"{_BEFORE}\b(?:{leads})\s{{0,2}}\(?(?:SFS\s)?({acts})(?!\d)\)?{_AFTER}",
        others and rf"{_BEFORE}(?<!\w)({others})(?![\d:]){_AFTER}",
        called and rf"(?<!\w){_PLACE}\s{{1,2}}(?:i\s{{1,2}})?({called})\b",
        called and rf"\b({called}),?\s{{1,2}}{_PLACE}",
    )
    told = "|".join(filter(None, ways))
    return re.compile(told) if told else None


def _any(patterns: Iterable[str]) -> str:
    """The longest first, so that none hides behind the beginning of another."""
    return "|".join(sorted(patterns, key=len, reverse=True))


def _name(name: str) -> str:
    """A name that is a word is written with a small letter inside a sentence."""
    if len(name) <= _LONGEST_ABBREVIATION:
        return re.escape(name)
    return f"[{re.escape(name[0].upper())}{re.escape(name[0].lower())}]{re.escape(name[1:])}"
