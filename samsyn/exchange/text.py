"""Text as it stands in a file: as it is where that is safe, otherwise within quotation marks."""

import json
import re
from functools import lru_cache

# What every YAML reader takes for text, also within brackets.
_PLAIN = re.compile(r"[^\W_](?:[\w .;!?()/+*%&=@–—’”…§-]++|:(?=[\w/])|'(?=\w))*+")
_LIKE_A_NUMBER = re.compile(r"\d[\d.:_eExXoa-fA-F+\-TtZz ]*")
_TAKEN = frozenset("y n yes no on off true false null none ja nej inf nan".split())
_LONGEST_TAKEN = max(map(len, _TAKEN))
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")

_as_json = json.JSONEncoder(ensure_ascii=False).encode


@lru_cache(maxsize=10_000)  # keys and choices come again and again
def quoted(value: str) -> str:
    """Write a text so that it is read as the same text.

    >>> quoted("Barn- och ungdomsnämnden"), quoted("no"), quoted("1489"), quoted("a: b")
    ('Barn- och ungdomsnämnden', '"no"', '"1489"', '"a: b"')
    """
    if is_plain(value):
        return value
    written = _as_json(value)
    return written if written.isprintable() else _UNPRINTABLE.sub(_escaped, written)


def is_plain(value: str) -> bool:
    return (
        _PLAIN.fullmatch(value) is not None
        and (len(value) > _LONGEST_TAKEN or value.lower() not in _TAKEN)
        and _LIKE_A_NUMBER.fullmatch(value) is None
        and not value.endswith(" ")
    )


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
