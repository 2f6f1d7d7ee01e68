"""What other contexts use to take in texts and files."""

from samsyn.intake.bounds import LONGEST_TEXT, bounded
from samsyn.intake.fields import FileField, TableField, long_text
from samsyn.intake.files import (
    ENDINGS,
    LARGEST,
    PDF,
    SentFile,
    UnfitFileError,
    judge,
    safe_name,
    text_of,
)
from samsyn.intake.guard import guarded, guarded_line, refuse_person
from samsyn.intake.tables import MOST_KEPT, Row, Sheet, packed, sheets_of, unpacked

__all__ = [
    "ENDINGS",
    "LARGEST",
    "LONGEST_TEXT",
    "MOST_KEPT",
    "PDF",
    "FileField",
    "Row",
    "SentFile",
    "Sheet",
    "TableField",
    "UnfitFileError",
    "bounded",
    "guarded",
    "guarded_line",
    "judge",
    "long_text",
    "packed",
    "refuse_person",
    "safe_name",
    "sheets_of",
    "text_of",
    "unpacked",
]
