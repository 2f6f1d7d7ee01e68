"""What was probably meant by a word that is not known."""

from collections.abc import Collection
from difflib import get_close_matches
from itertools import islice

from django.utils.translation import gettext as _

_MOST_COMPARED = 5_000
_MOST_LISTED = 20
_LONGEST_COMPARED = 100  # no key or name that is meant is longer, and a text may be endless


def meant(word: str, known: Collection[str]) -> str:
    """Suggest the nearest of the known words, or list them when they are few."""
    word = word[:_LONGEST_COMPARED]
    likely = known if len(known) <= _MOST_COMPARED else _alike(word, known)
    near = get_close_matches(word.lower(), likely, n=1, cutoff=0.6)
    if near:
        return _("menade du %(word)s?") % {"word": near[0]}
    if not known:
        return ""
    if len(known) <= _MOST_LISTED:
        return _("välj bland %(words)s") % {"words": ", ".join(known)}
    return ""


def _alike(word: str, known: Collection[str]) -> list[str]:
    """Those that begin or end as the word does: to compare with all takes too long."""
    begins, ends = word[:3], word[-3:]
    found = (each for each in known if each.startswith(begins) or each.endswith(ends))
    return list(islice(found, _MOST_COMPARED))
