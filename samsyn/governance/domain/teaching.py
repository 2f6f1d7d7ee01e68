"""Whether a function has been taught what a document says, as the document reads now."""

from enum import StrEnum


class Taught(StrEnum):
    GIVEN = "given"
    # Somebody has been taught, and nobody wrote down which function.
    UNCLEAR = "unclear"
    BEFORE = "before"
    NONE = "none"
