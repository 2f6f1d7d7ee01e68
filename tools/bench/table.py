"""Prints what was measured as one table of plain text."""

from collections.abc import Iterator, Sequence

Line = Sequence[str]


def table(head: Line, lines: Sequence[Line]) -> Iterator[str]:
    """Align the first column to the left and the figures to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(head, *lines, strict=True)]
    yield _aligned(head, widths)
    yield "-" * (sum(widths) + 2 * (len(widths) - 1))
    yield from (_aligned(line, widths) for line in lines)


def _aligned(line: Line, widths: Sequence[int]) -> str:
    first, *rest = zip(line, widths, strict=True)
    cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
    return "  ".join(cells).rstrip()
