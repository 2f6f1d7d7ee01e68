"""What someone typed, made harmless and ready to be looked for; no database."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from samsyn.search.compounds import Analysis, swedish, swedish_without_accents
from samsyn.search.words import STOP_WORDS, fold, stump, words

_LONGEST_TEXT = 200
_MOST_WORDS = 6
_SHORTEST_PREFIX = 2
_SHORTEST_INSIDE = 4
_SHORTEST_MISSPELT = 4
_LETTERS_PER_PIECE = 3
_MOST_PIECES = 5
_FORGIVEN = 2
_LONG = 9


@dataclass(frozen=True, slots=True)
class AskedWord:
    """One word that is looked for, in every guise."""

    word: str

    @property
    def folded(self) -> str:
        return fold(self.word)

    @property
    def analysis(self) -> Analysis:
        """Split it; when that fails, as if the accents were left out."""
        found = swedish().analyse(self.word)
        if found == Analysis(self.word.lower()) and self.word.isascii():
            return swedish_without_accents().analyse(self.word)
        return found

    @property
    def forms(self) -> tuple[str, ...]:
        """The word as it was typed, and in its base form.

        >>> AskedWord("böcker").forms, AskedWord("socialnamnd").parts
        (('böcker', 'bok'), ('social', 'nämnd'))
        """
        return tuple(dict.fromkeys((self.word.lower(), self.analysis.base)))

    @property
    def parts(self) -> tuple[str, ...]:
        return self.analysis.parts

    @property
    def is_prefix(self) -> bool:
        return len(self.folded) >= _SHORTEST_PREFIX

    @property
    def inside(self) -> str | None:
        """What to look for inside other words, if it is long enough to mean something."""
        return stump(self.folded) if len(self.folded) >= _SHORTEST_INSIDE else None

    @property
    def may_be_misspelt(self) -> bool:
        return len(self.folded) >= _SHORTEST_MISSPELT and not self.folded.isdigit()

    @property
    def pieces(self) -> list[str]:
        """Cut into disjoint pieces: each error spoils one of them at most, or two if on the border.

        >>> AskedWord("förvaltingschef").pieces, AskedWord("nämd").pieces
        (['for', 'val', 'tin', 'gsc', 'hef'], ['na', 'md'])
        """
        folded = self.folded
        count = max(2, min(_MOST_PIECES, len(folded) // _LETTERS_PER_PIECE))
        bounds = [len(folded) * place // count for place in range(count + 1)]
        return [folded[a:b] for a, b in pairwise(bounds)]

    @property
    def whole_pieces(self) -> int:
        """How many of the pieces something like the word has to hold."""
        return max(1, len(self.pieces) - _FORGIVEN)

    @property
    def swapped(self) -> list[str]:
        """Swap two neighbours, in words so short that the slip would leave little alike.

        >>> AskedWord("soical").swapped
        ['osical', 'siocal', 'social', 'soiacl', 'soicla']
        """
        return list(_swaps(self.folded)) if len(self.folded) < _LONG else []


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that are looked for; all of them have to be found."""

    words: tuple[AskedWord, ...]
    phrase: str


def asked(text: str) -> Asked:
    """Read a question of any kind and length; what is not words is left out.

    >>> question = asked("  Nämnden för %barn' & \\x00 (skola)")
    >>> [word.folded for word in question.words], question.phrase
    (['namnden', 'barn', 'skola'], 'namnden for barn skola')
    >>> asked(" & ' ").words
    ()
    """
    found = words(text[:_LONGEST_TEXT])
    telling = [word for word in found if word.lower() not in STOP_WORDS] or found
    return Asked(tuple(AskedWord(word) for word in telling[:_MOST_WORDS]), fold(" ".join(found)))


def _swaps(folded: str) -> Iterator[str]:
    for place in range(len(folded) - 1):
        first, second = folded[place], folded[place + 1]
        if first != second:
            yield folded[:place] + second + first + folded[place + 2 :]
