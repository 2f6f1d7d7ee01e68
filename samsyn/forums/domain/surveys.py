"""What is asked of how a forum works, and what of the answers may be told."""

from collections.abc import Sequence
from dataclasses import dataclass

# Fewer answers than these are told of nowhere: they would be as good as signed.
FEWEST = 5
HIGHEST = 5
_WIDTH, _HEIGHT, _EDGE = 160, 40, 6

# Asked of the forum as a whole; answered by how well each sentence agrees with what one has seen.
OF_FORUM = (
    "Jag vet vad forumet är till för.",
    "Det är tydligt vad vi får besluta här och vad vi för vidare.",
    "De som behövs är med på mötena.",
    "Vi får underlag i tid och är förberedda.",
    "Det vi kommer överens om blir gjort.",
    "Jag vet vad jag får berätta för de andra med hänsyn till sekretessen.",
    "Vårt arbete här gör skillnad för barn och unga.",
)
OF_FORUM_IN_WORDS = ("Vad ska vi börja med, sluta med eller göra annorlunda?",)
OF_MEETING = (
    "Mötet hade ett tydligt syfte.",
    "De som behövdes var med.",
    "Det jag ville säga blev hört.",
    "Vi vet vem som gör vad till nästa gång.",
)
OF_MEETING_IN_WORDS = ("Vad ska vi göra annorlunda nästa gång?",)


@dataclass(frozen=True, slots=True)
class Score:
    """How a question was answered on the scale, when enough have answered it."""

    answers: int
    mean: float
    spread: float

    @property
    def width(self) -> int:
        """How far the bar reaches, in hundredths of the whole scale from 1 to 5."""
        return round((self.mean - 1) / (HIGHEST - 1) * 100)


def line(means: Sequence[float]) -> list[tuple[int, int]]:
    """Where the points of a small trend stand, from left to right.

    >>> line([1.0, 5.0])
    [(6, 34), (154, 6)]
    """
    step = (_WIDTH - 2 * _EDGE) / max(1, len(means) - 1)
    room = _HEIGHT - 2 * _EDGE
    return [
        (round(_EDGE + place * step), round(_HEIGHT - _EDGE - (mean - 1) / (HIGHEST - 1) * room))
        for place, mean in enumerate(means)
    ]
