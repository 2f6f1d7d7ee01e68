"""How a law stands on a day."""

from enum import StrEnum


class LawState(StrEnum):
    COMING = "coming"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    REPEALED = "repealed"
