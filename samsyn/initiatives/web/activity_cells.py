"""A cell in a list of activities, read, or refused in a sentence that says what to write."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samsyn.initiatives.actions.headings import alike
from samsyn.initiatives.domain.days import NoSuchDayError, NotADayError, NoYearError, read_day
from samsyn.initiatives.domain.figures import Figure, NotAFigureError, read_figure
from samsyn.initiatives.domain.grades import NotAGradeError, classes_in, read_grades
from samsyn.initiatives.models import ActivityKind, Whom
from samsyn.initiatives.queries.naming import Names
from samsyn.kernel.errors import RuleBrokenError

_OF_SOMETHING = frozenset("st st. elever barn ungdomar personer deltagare vuxna klasser".split())
_LONGEST_SHOWN = 40
_KINDS = {
    ActivityKind.VISIT: "besök klassbesök skolbesök visit",
    ActivityKind.LECTURE: "föreläsning föreläsningar lecture",
    ActivityKind.SESSION: "träff gruppträff samtalsgrupp session",
    ActivityKind.TRAINING: "utbildning fortbildning kurs training",
    ActivityKind.GUARDIANS: "föräldramöte föräldraträff vårdnadshavare guardians",
    ActivityKind.PRESENCE: "vuxennärvaro vandring trygghetsvandring nattvandring presence",
    ActivityKind.EVENT: "evenemang event temadag",
    ActivityKind.OTHER: "annat övrigt other",
}
_WHOM = {
    Whom.CHILDREN: "barn unga ungdomar elever barn/unga children pupils",
    Whom.ADULTS: "vuxna personal föräldrar vårdnadshavare pedagoger adults",
}


class UnreadCellError(RuleBrokenError):
    """What stands in a cell cannot be read; the sentence says what to write instead."""


def shown(text: str) -> dict[str, str]:
    return {"text": text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"}


def day(text: str) -> Any:
    try:
        return read_day(text)
    except NoYearError as fault:
        told = _("”%(text)s” har inget år. Skriv till exempel 4 mars 2025.")
        raise UnreadCellError(told % shown(text)) from fault
    except NoSuchDayError as fault:
        told = _("Dagen ”%(text)s” finns inte. Se efter i almanackan.")
        raise UnreadCellError(told % shown(text)) from fault
    except NotADayError as fault:
        told = _("”%(text)s” är ingen dag. Skriv till exempel 2025-03-04 eller 4 mars 2025.")
        raise UnreadCellError(told % shown(text)) from fault


def kind(text: str) -> str:
    found = _words(get_language())[ActivityKind].get(alike(text))
    if found is None:
        told = _("”%(text)s” är inget slag. Skriv till exempel besök, föreläsning eller träff.")
        raise UnreadCellError(told % shown(text))
    return found


def whom(text: str) -> str:
    found = _words(get_language())[Whom].get(alike(text))
    if found is None:
        told = _("”%(text)s” säger inte vilka som räknas. Skriv barn och unga, eller vuxna.")
        raise UnreadCellError(told % shown(text))
    return found


@cache
def _words(_language: str) -> Mapping[Any, Mapping[str, str]]:
    """What each is called in the language of the reader, and by those who keep lists."""
    return {of: _words_of(of, usual) for of, usual in ((ActivityKind, _KINDS), (Whom, _WHOM))}


def _words_of(of: Any, usual: Mapping[Any, str]) -> Mapping[str, str]:
    words = {word: each.value for each, told in usual.items() for word in told.split()}
    return {**words, **{alike(str(each.label)): each.value for each in of}}


@lru_cache(maxsize=4096)
def _read(text: str) -> Figure | None:
    words = text.lower().split()
    if "%" in text:
        raise NotAFigureError(text)
    counts = words[1:] and words[-1] in _OF_SOMETHING
    return read_figure(" ".join(words[:-1] if counts else words))


def figure(text: str) -> Figure | None:
    try:
        found = _read(text)
    except NotAFigureError as fault:
        told = _("”%(text)s” är inget antal. Skriv en siffra, eller lämna rutan tom.")
        raise UnreadCellError(told % shown(text)) from fault
    if found and found.number is not None and (found.number < 0 or found.number % 1):
        told = _("”%(text)s” är inget antal. Skriv ett helt tal från 0.")
        raise UnreadCellError(told % shown(text))
    return found


def whole(text: str) -> int | None:
    found = figure(text)
    return int(found.number) if found and found.number is not None else None


def classes(text: str) -> tuple[int | None, tuple[str, ...]]:
    return classes_in(text) or (whole(text), ())


def rating(text: str) -> Decimal | None:
    try:
        found = read_figure(text)
    except NotAFigureError as fault:
        told = _("”%(text)s” är inget betyg. Skriv ett tal från 1 till 5.")
        raise UnreadCellError(told % shown(text)) from fault
    return found.number if found else None


def grades(text: str) -> tuple[str, ...]:
    try:
        return read_grades(text)
    except NotAGradeError as fault:
        raise UnreadCellError(_no_grade(text)) from fault


def _no_grade(text: str) -> str:
    try:
        read_day(text)
    except NotADayError:
        told = _("”%(text)s” är ingen årskurs. Skriv till exempel 7 eller 7–9.")
    else:
        told = _("Kalkylbladet har gjort årskursen till dagen ”%(text)s”. Skriv till exempel 7–9.")
    return told % shown(text)


def the_one(names: Names, text: str, told: Callable[[], str]) -> UUID:
    """The one that is called so; the sentence says which name it may be instead."""
    found = names.of(text)
    if len(found) == 1:
        return next(iter(found))
    if found:
        several = _("Flera heter ”%(text)s”. Skriv namnet så att det bara kan vara en av dem.")
        raise UnreadCellError(several % shown(text))
    near = names.nearest(text)
    meant = _("Menar du ”%(name)s”?") % {"name": near} if near else ""
    raise UnreadCellError(" ".join(filter(None, (told() % shown(text), meant))))
