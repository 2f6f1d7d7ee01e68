"""Words as the search sees them: without signs, and when folded without case and accents."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 60

# Carried by almost every text, so that they say nothing of what is sought.
STOP_WORDS = frozenset(
    "att av de den det ett en från för har hos i inom med mot och om på som till ur vid är".split()
)

_ENDINGS = ("orna", "arna", "erna", "or", "ar", "er", "en", "et", "an", "na", "n", "a", "s")
_SHORTEST_STUMP = 5


def words(text: str) -> list[str]:
    """Split a text into words of letters and digits; an endless word is cut.

    >>> words("Barn- och utbildningsnämnden, dnr 2025.317 \\x00 ' & %_")
    ['Barn', 'och', 'utbildningsnämnden', 'dnr', '2025', '317']
    """
    found = _WORD.findall(unicodedata.normalize("NFKC", text))
    return [word[:_LONGEST_WORD] for word in found]


def fold(text: str) -> str:
    """Take away what people leave out when they type in a hurry.

    >>> fold("Örnsköldsvik"), fold("Åsa Kjær"), fold("é")
    ('ornskoldsvik', 'asa kjar', 'e')
    """
    bare = text.lower().translate(_BARE_LETTERS)
    return bare if bare.isascii() else _without_accents(bare)


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans("øæœđðłþß", "oaoddlts")
# The letters of Europe at once: most texts have no others.
_BARE_LETTERS = {
    sign: _without_accents(chr(sign)) for sign in range(0xC0, 0x180)
} | _LETTERS_WITHOUT_DECOMPOSITION


def stump(folded: str) -> str:
    """Take one ending off a folded word, to look for it inside other words.

    >>> stump("skoterskorna"), stump("namnd")
    ('skotersk', 'namnd')
    """
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) >= _SHORTEST_STUMP + len(ending):
            return folded.removesuffix(ending)
    return folded
