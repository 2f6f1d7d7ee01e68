"""Whom made-up documents are about, who has been taught them, and what people said when asked."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up.entries import part
from samsyn.exchange.made_up.spans import NOW
from samsyn.exchange.made_up.staff import Seated
from samsyn.governance.api import DocumentKind

_TAUGHT = {DocumentKind.GUIDELINE, DocumentKind.ROUTINE, DocumentKind.ROLE}
_MOST = 3
# Shares of the whole, one in so many.
_OF_NOBODY, _UNTAUGHT, _UNDATED, _UNCOUNTED = 3, 3, 6, 4
_GROUPS = ("Vårdnadshavare", "Elevrådet", "Unga på fritidsgården", "Föreningar", "Lärare", "Chefer")
_SAID = (
    "Det är oklart vem man ska ringa när det gäller flera verksamheter.",
    "Flera vill ha fler vuxna i korridorerna och på busstorget om kvällarna.",
    "Mötena är bra, men det som bestäms når inte ut till alla.",
    "Det som har blivit bättre är att skolan hör av sig tidigare.",
)


def learners(random: Random, kind: DocumentKind, employed: list[Seated]) -> list[str]:
    """The functions that a document of the kind tells what to do."""
    if kind not in _TAUGHT or random.randrange(_OF_NOBODY) == 0:
        return []
    return sorted({random.choice(employed)[1] for _each in range(random.randint(1, _MOST))})


def trainings(random: Random, functions: list[str], decided_on: date) -> Iterator[Values]:
    """Most have been taught it, and some of them before it was decided."""
    for function in functions:
        given_on = decided_on + timedelta(days=random.randint(-60, 200))
        if random.randrange(_UNTAUGHT) and given_on <= NOW:
            yield part(
                "governing_documents",
                "trainings",
                given_on=given_on,
                to_whom="De som har funktionen",
                position=function,
                count=random.randint(1, 40),
                what="Vad som står i dokumentet, med exempel.",
            )


def dialogues(random: Random, kind: DocumentKind, decided_on: date) -> Iterator[Values]:
    """What the groups said that a document of dialogues tells of; a source leaves things out."""
    if kind is not DocumentKind.DIALOGUE:
        return
    for group in random.sample(_GROUPS, random.randint(1, _MOST)):
        held_on = decided_on - timedelta(days=random.randint(10, 90))
        yield part(
            "governing_documents",
            "dialogues",
            held_on=held_on if random.randrange(_UNDATED) else None,
            with_whom=group,
            count=random.randint(5, 60) if random.randrange(_UNCOUNTED) else None,
            said=random.choice(_SAID),
        )
