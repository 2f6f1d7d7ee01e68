"""How wide the columns of a table are, by what they hold."""

from collections.abc import Sequence

_LINE = 100  # characters of a table's text on a line of A4
_PADDING = 4
_SHORT, _LONG = 40, 120


def shares(columns: Sequence[tuple[str, Sequence[str]]]) -> list[float]:
    """Share the width among columns, each given by its label and its texts; together 1.

    A column of short texts has what it wants before the others share what is left.

    >>> [round(share, 2) for share in shares([("Nr", ["17"]), ("Ärende", ["x" * 400])])]
    [0.06, 0.94]
    """
    wanted = [_wanted(label, texts) for label, texts in columns]
    spare = max(_LINE - sum(wanted), 0)
    fair = _LINE / len(wanted)
    short = sum(width for width in wanted if width <= fair)
    long = sum(wanted) - short
    room = max(_LINE - short, 0) if not spare else long
    given = [width if width <= fair else width * room / long for width in wanted]
    return [width / sum(given) for width in given]


def _wanted(label: str, texts: Sequence[str]) -> float:
    lengths = [len(text) for text in texts] or [0]
    longest = max(lengths)
    if longest > _SHORT:
        longest = max(sum(lengths) // len(lengths), _SHORT)
    return min(max(longest, _label(label)), _LONG) + _PADDING


def _label(label: str) -> float:
    """A label is bold, and may go on to a second line between its words."""
    words = label.split() or [""]
    return 1.2 * max(*map(len, words), len(label) / 2)
