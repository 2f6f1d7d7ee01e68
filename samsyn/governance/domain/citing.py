"""The laws that a text mentions, by their numbers as people write them."""

import re

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


def numbers_in(text: str) -> list[str]:
    """The numbers of laws and regulations that the text mentions, each once, in order.

    >>> numbers_in("enligt socialtjänstlagen (2001:453) och SOSFS 2011:19, se 3 kap. SoL 2001:453")
    ['2001:453', 'SOSFS 2011:19']
    """
    found = [*_SFS.finditer(text), *_NAMED.finditer(text)]
    placed = [(each.start(1), each[1]) for each in found]
    placed += [(each.start(), f"{each[1]} {each[2]}") for each in _REGULATION.finditer(text)]
    return list(dict.fromkeys(number for _place, number in sorted(placed)))[:_MOST]
