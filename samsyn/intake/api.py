"""What other contexts use to take in texts and files."""

from samsyn.intake.bounds import LONGEST_TEXT, bounded
from samsyn.intake.fields import FileField, long_text
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

__all__ = [
    "ENDINGS",
    "LARGEST",
    "LONGEST_TEXT",
    "PDF",
    "FileField",
    "SentFile",
    "UnfitFileError",
    "bounded",
    "guarded",
    "guarded_line",
    "judge",
    "long_text",
    "refuse_person",
    "safe_name",
    "text_of",
]
