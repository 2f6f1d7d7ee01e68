"""What is only done when the one who does it has said that it is meant so; the trail keeps that."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.http import HttpRequest

# The name of the box that is ticked, and what it then says.
CONFIRMED = "bekraftat"
_YES = frozenset({"on", "ja"})


@dataclass(slots=True)
class _Word:
    is_given: bool
    is_taken: bool = False


_WORD: ContextVar[_Word] = ContextVar("word", default=_Word(is_given=False))  # noqa: B039 - not given


def has_confirmed() -> bool:
    """Whether the word has been given for what is done now; asking is to rely on it."""
    word = _WORD.get()
    if word.is_given:
        word.is_taken = True
    return word.is_given


@contextmanager
def word_of(request: HttpRequest) -> Iterator[_Word]:
    """Let what the request does rely on the word that came with it."""
    word = _Word(request.POST.get(CONFIRMED) in _YES)
    token = _WORD.set(word)
    try:
        yield word
    finally:
        _WORD.reset(token)
