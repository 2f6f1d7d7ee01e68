"""Splits Swedish compounds into known parts, so that a part finds the whole."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from samsyn.search.words import fold

_LEXICON = Path(__file__).with_name("lexicon.txt")
_SHORTEST_PART = 3
_SHORTEST_HEAD_AFTER_A_NAME = 5
_SHORTEST_NAME = 4
_LONGEST_WORD = 60
_LONGEST_PART = 20
_VOWELS = "aeiouyåäö"

# The endings of a noun or an adjective after its base, and after a base without its last vowel.
_ENDINGS = ("", "en", "n", "et", "t", "er", "ar", "r", "erna", "arna", "rna", "na", "a", "ena")
_ENDINGS_OF_VOWEL = ("an", "or", "orna", "ar", "arna", "er", "erna", "et", "t", "en", "na", "n")


@dataclass(frozen=True, slots=True)
class Analysis:
    """A word in its base form, and its parts in theirs; a simple word has no parts."""

    base: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Forms:
    """What each form stands for: within a compound, and at the end of a word."""

    joining: dict[str, str]
    ending: dict[str, str]


class Splitter:
    """Splits with a lexicon whose lines hold a base form and its irregular forms.

    A form ending in a hyphen stands only before another part.

    >>> splitter = Splitter(["skola", "frånvaro", "gata gatu-", "bok böcker bok-"])
    >>> splitter.analyse("skolfrånvaron")
    Analysis(base='skolfrånvaro', parts=('skola', 'frånvaro'))
    >>> splitter.analyse("böckerna"), splitter.analyse("gatuskolorna").parts
    (Analysis(base='bok', parts=()), ('gata', 'skola'))
    """

    def __init__(
        self, lexicon: Iterable[str], spelling: Callable[[str], str] = lambda form: form
    ) -> None:
        self._forms = _forms(lexicon, spelling)

    def analyse(self, word: str) -> Analysis:
        """Give the base form and the known parts; a word without any is its own base."""
        word = word.lower()
        if len(word) > _LONGEST_WORD:
            return Analysis(word)
        if base := self._forms.ending.get(word):
            return Analysis(base)
        found = self._fewest_parts(word) or self._head_after_a_name(word)
        return found or Analysis(word)

    def _fewest_parts(self, word: str) -> Analysis | None:
        """Find the split with the fewest parts, and among those the longest last part."""
        reached: dict[int, tuple[str, ...]] = {0: ()}
        best: Analysis | None = None
        for start in range(len(word) - _SHORTEST_PART + 1):
            if start not in reached:
                continue
            before = reached[start]
            last = self._forms.ending.get(word[start:])
            if last and before and (best is None or len(before) + 1 < len(best.parts)):
                best = Analysis(word[:start] + last, (*before, last))
            for end, part in self._joining_from(word, start):
                if end not in reached or len(reached[end]) > len(before) + 1:
                    reached[end] = (*before, part)
        return best

    def _joining_from(self, word: str, start: int) -> Iterator[tuple[int, str]]:
        longest = min(len(word), start + _LONGEST_PART)
        for end in range(start + _SHORTEST_PART, longest + 1):
            if part := self._forms.joining.get(word[start:end]):
                yield end, part

    def _head_after_a_name(self, word: str) -> Analysis | None:
        """Split off a known last part from what is likely a name: Nolhagaskolan."""
        for start in range(_SHORTEST_NAME, len(word) - _SHORTEST_HEAD_AFTER_A_NAME + 1):
            head = self._forms.ending.get(word[start:])
            if head and len(head) >= _SHORTEST_HEAD_AFTER_A_NAME:
                return Analysis(word[:start] + head, (word[:start], head))
        return None


@cache
def swedish() -> Splitter:
    """Split words written with their accents.

    >>> swedish().analyse("åtgärdsprogrammen")
    Analysis(base='åtgärdsprogram', parts=('åtgärd', 'program'))
    """
    return Splitter(_lexicon())


@cache
def swedish_without_accents() -> Splitter:
    """Split words written without them, into parts written with them.

    >>> swedish_without_accents().analyse("socialnamnd").parts
    ('social', 'nämnd')
    """
    return Splitter(_lexicon(), spelling=fold)


def _lexicon() -> list[str]:
    return _LEXICON.read_text(encoding="utf-8").splitlines()


def _forms(lexicon: Iterable[str], spelling: Callable[[str], str]) -> _Forms:
    joining: dict[str, str] = {}
    ending: dict[str, str] = {}
    for line in lexicon:
        base, *irregular = line.split()
        for form in _joining_forms(base, irregular):
            joining.setdefault(spelling(form), base)
        for form in _ending_forms(base, irregular):
            ending.setdefault(spelling(form), base)
    ending.update({spelling(line.split()[0]): line.split()[0] for line in lexicon})
    return _Forms(joining, ending)


def _joining_forms(base: str, irregular: list[str]) -> Iterator[str]:
    """Give what stands before another part, with the link between them."""
    yield from (form.rstrip("-") for form in irregular)
    yield from (base + link for link in ("", "s", "e", "a"))
    stem = _without_last_vowel(base)
    if len(stem) >= _SHORTEST_PART and stem != base:
        yield from (stem + link for link in ("", "s", "o", "u", "e"))


def _ending_forms(base: str, irregular: list[str]) -> Iterator[str]:
    for form in (base, *irregular):
        if not form.endswith("-"):
            yield from _with_endings(form)


def _with_endings(form: str) -> Iterator[str]:
    stems = [(form, _ENDINGS), *_changed_stems(form)]
    for stem, endings in stems:
        for ending in endings:
            yield stem + ending
            yield stem + ending + "s"


def _changed_stems(form: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the stems that endings are put to: skol-or, programm-en, regl-er."""
    if form[-1] in "ae":
        yield form[:-1], _ENDINGS_OF_VOWEL
    elif form[-1] in "mn" and form[-2] in _VOWELS:
        yield form + form[-1], _ENDINGS[1:]
    elif form[-2:] in {"el", "er", "en"}:
        yield form[:-2] + form[-1], _ENDINGS[1:]


def _without_last_vowel(base: str) -> str:
    return base[:-1] if base[-1] in "ae" else base
