"""A guard for places where no identified person belongs: it finds what looks like one, and asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from samsyn.kernel import birth_numbers, children, reaching


class Kind(StrEnum):
    """What a piece of text looks like; of two that share words, the one named first is told."""

    PERSONAL_NUMBER = "personal_number"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    NAMED_CHILD = "named_child"
    DESCRIBED_CHILD = "described_child"


@dataclass(frozen=True, slots=True)
class Sign:
    """Words of the text that point at a person: `text[start:end] == words`."""

    kind: Kind
    words: str
    start: int
    end: int

    @property
    def is_weak(self) -> bool:
        """Points at somebody only for those who already know whom it is about."""
        return self.kind == Kind.DESCRIBED_CHILD


def signs_of_a_person(text: str) -> list[Sign]:
    """Find what points at a single person, in the order of the text, in time linear in its length.

    It is rules and no dictionary of names, so that a rare name is found as a common one is: a word
    counts as a name by its capital letter and by standing beside an age or a school class. What it
    misses is a name alone. The words are for the one who wrote them, and belong in no log.

    >>> [(sign.kind.value, sign.words) for sign in signs_of_a_person("Kalle, 13 år, 070-174 06 05")]
    [('named_child', 'Kalle, 13 år'), ('phone', '070-174 06 05')]
    >>> signs_of_a_person("Dnr 2025.355 BUN § 12, SFS 2025:400: 1 250 000 kr till barn under 18 år")
    []
    """
    found = sorted(_without_overlap(text))
    return [Sign(kind, text[start:end], start, end) for start, end, kind in found]


def _without_overlap(text: str) -> Iterator[tuple[int, int, Kind]]:
    taken = bytearray(len(text))
    for kind, spans in _found(text):
        for start, end in _joined(spans):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield start, end, kind


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Put together those that share words: a boy of thirteen in 7B is one child."""
    joined: list[tuple[int, int]] = []
    for span in sorted(spans):
        if joined and span[0] < joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], span[1])
        else:
            joined.append(span)
    return joined


def _found(text: str) -> Iterable[tuple[Kind, Iterable[tuple[int, int]]]]:
    return (
        (Kind.PERSONAL_NUMBER, birth_numbers.personal_numbers(text)),
        (Kind.EMAIL, reaching.private_emails(text)),
        (Kind.PHONE, reaching.phones(text)),
        (Kind.ADDRESS, reaching.addresses(text)),
        (Kind.NAMED_CHILD, children.named(text)),
        (Kind.DESCRIBED_CHILD, children.described(text)),
    )
