"""Ages and school classes in a text, when they can be those of a single child."""

import re
from dataclasses import dataclass

# Before an age these make it a limit or a while: "under 18 år", "i tre år".
_LIMIT = re.compile(
    r"(?<!\w)(?:under|över|i|efter|om|för|sedan|per|minst|högst|upp|från|till|mellan|eller|varje|de"
    r"|fram)\s$",
    re.IGNORECASE,
)
_LIMIT_REACH = 12
_AGE = re.compile(
    r"(?<![\w.,:§/–-])(?:1\d|20|[1-9])"
    r"(?:\s?års?\b(?!\s(?:sedan|i rad|framåt|\d)|[–/-]\w)|[\s-]?år(?:ing|ingen|ig|ige|iga)\b)"
    r"|(?<!\w)(?:fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton)"
    r"(?:\sår\sgammal|åring|åringen|årig|årige|åriga)\b"
    r"|(?<!\w)(?:född|f\.)\s(?:den\s)?(?:20[012]\d|[012]\d)(?:-?[01]\d-?[0-3]\d)?(?![\w-])"
    r"|(?<=\w )\((?:1\d|[4-9])(?: år)?\)",
    re.IGNORECASE,
)
_GRADE = re.compile(
    r"(?<!\w)(?:årskurs|åk\.?|klass)\s?\d(?!\w|\s?[–/-]\s?\d|\soch\s\d|,\s\d(?!\w))"
    r"|(?<=\bi )(?:ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian)\b",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"(?<![\w§.,:/–-])(?:(?:[Åå]rskurs|[Åå]k\.?|[Kk]lass)\s)?"
    r"(?:[1-9]\s?[A-F]|[1-9][a-f]|(?<=\bi )[1-9]\s[a-f]|[A-ZÅÄÖ]{2,3}[12]\d[A-E]?)"
    r"(?!\w|\s?[–/-]\s?\w|[.,:]\d|\s(?:kap|§))"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """An age or a class; a year without a letter holds a hundred children and is loose."""

    start: int
    end: int
    is_age: bool
    is_loose: bool = False


def facts(text: str) -> list[Fact]:
    """Find them in the order of the text.

    >>> text = "13 år, åk 7, 7B, men barn under 18 år, åk 4–6 och i 3 år"
    >>> [text[fact.start : fact.end] for fact in facts(text)]
    ['13 år', 'åk 7', '7B']
    """
    ages = (Fact(*age.span(), True) for age in _AGE.finditer(text) if not _is_limit(text, age))
    classes = (Fact(*match.span(), False) for match in _CLASS.finditer(text))
    grades = (Fact(*match.span(), False, True) for match in _GRADE.finditer(text))
    return sorted((*ages, *classes, *grades), key=lambda fact: fact.start)


def _is_limit(text: str, age: re.Match[str]) -> bool:
    return _LIMIT.search(text[max(0, age.start() - _LIMIT_REACH) : age.start()]) is not None
