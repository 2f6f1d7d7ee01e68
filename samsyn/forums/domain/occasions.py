"""What each letter is written for: one with the same occasion is not written again."""

from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """What the forums write letters for."""

    SUMMONS = "forums.summons"
    CANCELLATION = "forums.cancellation"
    PACK = "forums.pack"
    MINUTES = "forums.minutes"
    ASK_FOR_CONTRIBUTION = "forums.ask_for_contribution"
    ASK_FOR_ANSWER = "forums.ask_for_answer"
    DIGEST = "forums.digest"

    def occasion(self, about: UUID, *more: object) -> str:
        """Name what a letter of this kind is for.

        >>> Kind.DIGEST.occasion(UUID(int=1), "2026-11-23")
        'forums.digest 00000000-0000-0000-0000-000000000001 2026-11-23'
        """
        return " ".join(map(str, (self.value, about, *more)))

    def has(self, occasion: str | None) -> bool:
        """Whether a letter for the occasion is of this kind."""
        return (occasion or "").startswith(f"{self.value} ")
