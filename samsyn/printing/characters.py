"""Which characters may stand on paper: those that a person can see or that part words."""

import re
import unicodedata

# Line and page ends of every system, and those that Word pastes.
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, lone surrogates, what Unicode says is no character, and what turns the direction of
# the text that follows: none of it can be seen, and XML forbids most of it.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ud800-\udfff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "]"
)
# The bullets of Word's symbol fonts lie among characters that mean nothing in other fonts.
_SEEN = "LNPS"  # letters, numbers, punctuation and symbols, as Unicode has them
_SYMBOLS = str.maketrans({"\t": " ", "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "▸", "\uf0fc": "✓"})


def clean(text: str) -> str:
    r"""Leave what can be printed; each line ends with a line feed.

    >>> clean("Ett\r\ntvå\x0btre\x00\x1b")
    'Ett\ntvå\ntre'
    """
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)).translate(_SYMBOLS)


def one_line(text: str) -> str:
    r"""Leave what can be printed, on one line.

    >>> one_line(" Ett\n två ")
    'Ett två'
    """
    return " ".join(clean(text).split())


def title_line(text: str) -> str:
    """Leave what can be printed on one line, and a dash if nothing of it can be seen.

    >>> title_line("Möte"), title_line("\u200b")
    ('Möte', '–')
    """
    line = one_line(text)
    return line if any(unicodedata.category(sign)[0] in _SEEN for sign in line) else "–"


def shortened(line: str, length: int) -> str:
    """Leave what has room in the margin of a page.

    >>> shortened("Protokoll från mötet", 12)
    'Protokoll …'
    """
    return line if len(line) <= length else f"{line[: length - 2].rstrip()} …"
