"""What counts as a match, and how good it is, as conditions for the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from samsyn.search.asked import Asked, AskedWord

_TITLE = "A"
_ALL_BUT_PARTS = "ABC"
_ALIKE = 0.4
_SWAPPED = 1.8


class Why(IntEnum):
    """Why something was found, best first."""

    EXACT = 0
    BEGINS = 1
    TITLE = 2
    TEXT = 3
    PART = 4
    MISSPELT = 5


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of a statement, written here, with what is bound to it."""

    text: str
    bound: tuple[object, ...] = ()


def found(question: Asked) -> Sql:
    """Every word is there: inflected, begun, as a part of a compound or inside another word."""
    return joined(" and ", (_there(word) for word in _longest_first(question)))


def found_in_prose(question: Asked) -> Sql:
    """Every word is there: inflected, begun or as a part of a compound."""
    holding = joined(" && ", (_guises(word) for word in question.words))
    # An array, so that its entries are fetched one by one, and no others.
    places = f"select place from search_holding(true, {holding.text})"  # noqa: S608
    return Sql(f"ctid = any (array({places}))", holding.bound)


def rank(question: Asked) -> Sql:
    """Say why, as a number that is lower the better the match is."""
    in_title = joined(" && ", (_word(word, _TITLE) for word in question.words))
    in_text = joined(" && ", (_word(word, _ALL_BUT_PARTS) for word in question.words))
    return Sql(
        f"""case when starts_with(letters, %s) then {Why.EXACT:d}
            when starts_with(letters, %s) then {Why.BEGINS:d}
            when lexemes @@ {in_title.text} then {Why.TITLE:d}
            when lexemes @@ {in_text.text} then {Why.TEXT:d}
            else {Why.PART:d} end""",
        (f"{question.phrase}\n", question.phrase, *in_title.bound, *in_text.bound),
    )


def rank_of_prose(question: Asked) -> Sql:
    """Say why, without a look at the lexemes of what is long: that would take most of the time."""
    words = [f"%{word.folded}%" for word in question.words]
    return Sql(
        f"""case when starts_with(letters, %s) then {Why.EXACT:d}
            when starts_with(letters, %s) then {Why.BEGINS:d}
            when split_part(letters, chr(10), 1) like all (%s) then {Why.TITLE:d}
            else {Why.TEXT:d} end""",
        (f"{question.phrase}\n", question.phrase, words),
    )


def alike(question: Asked) -> Sql:
    """Every word is there, or something like it is."""
    if len(question.words) == 1:  # whatever has the word itself is found already
        return _alike(question.words[0])
    words = _longest_first(question)
    return joined(" and ", (joined(" or ", (_there(word), _alike(word))) for word in words))


def likeness(question: Asked) -> Sql:
    """Say how alike: up to 2 for each word."""
    return joined(" + ", (_likeness(word) for word in question.words))


def _longest_first(question: Asked) -> list[AskedWord]:
    """Ask first for what fewest have."""
    return sorted(question.words, key=lambda word: -len(word.folded))


def _there(word: AskedWord) -> Sql:
    somewhere = _holding(_guises(word))
    if not word.inside:
        return somewhere
    return joined(" or ", (somewhere, Sql("letters like %s", (f"%{word.inside}%",))))


def _guises(word: AskedWord) -> Sql:
    parts = _query("swedish", " & ".join(f"'{part}'" for part in word.parts))
    return joined(" || ", (_word(word), parts) if word.parts else (_word(word),))


def _holding(query: Sql) -> Sql:
    """Ask the index, which row security keeps from an ordinary condition."""
    return Sql(f"id in (select id from search_holding(false, {query.text}))", query.bound)  # noqa: S608


def _alike(word: AskedWord) -> Sql:
    """Look for the pieces first: that is cheap, and most texts hold none."""
    if not word.may_be_misspelt:
        return Sql("false")
    pieces = joined(" + ", (_holds(piece) for piece in word.pieces))
    similar = Sql(
        f"case when {pieces.text} >= %s then word_similarity(%s, letters) >= %s else false end",
        (*pieces.bound, word.whole_pieces, word.folded, _ALIKE),
    )
    return joined(" or ", (similar, _swapped(word)) if word.swapped else (similar,))


def _holds(piece: str) -> Sql:
    return Sql("(letters like %s)::int", (f"%{piece}%",))


def _likeness(word: AskedWord) -> Sql:
    """Measure the title beside the whole: what is called so goes before what mentions it."""
    similar = Sql(
        "word_similarity(%s, letters) + word_similarity(%s, split_part(letters, chr(10), 1))",
        (word.folded, word.folded),
    )
    if not word.swapped:
        return similar
    swapped = _swapped(word)
    return Sql(
        f"greatest(case when {swapped.text} then %s end, {similar.text})",
        (*swapped.bound, _SWAPPED, *similar.bound),
    )


def _swapped(word: AskedWord) -> Sql:
    return _holding(_query("simple", " | ".join(f"'{swapped}':*" for swapped in word.swapped)))


def _word(word: AskedWord, weights: str = "") -> Sql:
    """Find the word inflected, or the beginning of it, where the weights say."""
    stems = " | ".join(f"'{form}':{weights}" for form in word.forms)
    begun = f"'{word.folded}':{'*' if word.is_prefix else ''}{weights}"
    return joined(" || ", (_query("swedish", stems), _query("simple", begun)))


def _query(language: str, text: str) -> Sql:
    """Ask in the language; the words in the text hold letters and digits alone."""
    return Sql(f"to_tsquery('pg_catalog.{language}', %s)", (text,))


def joined(operator: str, pieces: Iterable[Sql]) -> Sql:
    """Put pieces together to one, that stands by itself wherever it is put."""
    row = listed(operator, pieces)
    return Sql(f"({row.text})", row.bound)


def listed(separator: str, pieces: Iterable[Sql]) -> Sql:
    every = list(pieces)
    text = separator.join(piece.text for piece in every)
    return Sql(text, tuple(value for piece in every for value in piece.bound))
