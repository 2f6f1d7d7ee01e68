"""What the columns of people's own tables are, and what is done where nobody can tell."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor
from samsyn.initiatives.actions.headings import alike, remember_headings, remembered
from samsyn.initiatives.models import HeadingOf
from samsyn.intake.api import MOST_KEPT, Row, Sheet, TableField, sheets_of, unpacked
from samsyn.kernel.errors import RuleBrokenError

LEFT_OUT = "left_out"
_LEFT_OUT = (LEFT_OUT, gettext_lazy("Ska inte läsas in"))
_MOST_TEXT = 2_000_000
_SAMPLES, _LONGEST_SAMPLE = 3, 40


class UnclearColumnsError(RuleBrokenError):
    """The columns that are chosen do not say what is needed."""


class TableForm(forms.Form):
    """A file or a pasted table, or what the page has kept of one."""

    file = TableField(
        label=gettext_lazy("Fil"),
        required=False,
        help_text=gettext_lazy("CSV, Excel eller OpenDocument."),
    )
    table = forms.CharField(
        label=gettext_lazy("Eller klistra in från ett kalkylblad"),
        required=False,
        max_length=_MOST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Den första raden är rubriker."),
    )
    kept = forms.CharField(required=False, max_length=MOST_KEPT, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Columns:
    """What a column may be, and by which headings it is known in lower case.

    Each of `needed` has to be there; of `several` there may be more than one.
    """

    of: HeadingOf
    choices: tuple[tuple[str, Any], ...]
    usual: Mapping[str, str]
    needed: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()

    @property
    def offered(self) -> tuple[tuple[str, Any], ...]:
        return (*self.choices, _LEFT_OUT)

    def guessed(self, sheet: Sheet, said: Mapping[str, str]) -> list[str]:
        """What each column is by what has been said before, or else by what is usual."""
        guesses: list[str] = []
        for heading in sheet.headings:
            guess = said.get(alike(heading)) or self.usual.get(alike(heading), "")
            is_taken = guess in guesses and guess not in {LEFT_OUT, *self.several}
            guesses.append(guess if guess in dict(self.offered) and not is_taken else "")
        return guesses

    def refuse_unclear(self, meant: Sequence[str]) -> None:
        counted = Counter(meant)
        for meaning, label in self.choices:
            if meaning in self.needed and not counted[meaning]:
                told = _("Ingen kolumn är %(column)s. Välj den som säger det.")
                raise UnclearColumnsError(told % {"column": label})
            if counted[meaning] > 1 and meaning not in self.several:
                told = _("Flera kolumner är %(column)s. Välj en av dem.")
                raise UnclearColumnsError(told % {"column": label})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of what was sent, with its first rows and what it is."""

    at: int
    heading: str
    meant: str
    samples: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was sent: its sheets, the one that is read, and what each of its columns is."""

    sheets: Sequence[Sheet]
    at: int
    meant: Sequence[str]
    is_answered: bool

    @property
    def sheet(self) -> Sheet:
        return self.sheets[self.at]

    @property
    def columns(self) -> list[Column]:
        return [
            Column(at, heading, meant, _samples(self.sheet, at))
            for at, (heading, meant) in enumerate(zip(self.sheet.headings, self.meant, strict=True))
        ]

    def said(self, row: Row) -> list[tuple[str, str, str]]:
        """Heading, meaning and text of each cell that is to be read."""
        whole = zip(self.sheet.headings, self.meant, row.texts, strict=True)
        return [cell for cell in whole if cell[1] != LEFT_OUT]

    def remember(self, of: HeadingOf, actor: Actor) -> None:
        told = dict(zip(self.sheet.headings, self.meant, strict=True))
        remember_headings(of, told, actor=actor)


def taken(form: TableForm, posted: QueryDict, columns: Columns, actor: Actor) -> Taken:
    """Read what was sent, with what is answered about it and what is mended in it."""
    sheets = _sheets(form)
    known = remembered(columns.of, actor)
    guesses = [columns.guessed(each, known) for each in sheets]
    usual = max(range(len(sheets)), key=lambda at: sum(map(bool, guesses[at])))
    at = _number(posted.get("sheet", ""), usual, len(sheets))
    sheets[at] = _mended(sheets[at], posted)
    is_answered = "heading-0" in posted and posted.get("answered-of", str(at)) == str(at)
    meant = _answers(posted, columns, guesses[at]) if is_answered else guesses[at]
    return Taken(sheets, at, meant, is_answered)


def _sheets(form: TableForm) -> list[Sheet]:
    file, table, kept = (form.cleaned_data[name] for name in ("file", "table", "kept"))
    return unpacked(kept) if kept and not file and not table else sheets_of(table, file)


def _number(text: str, usual: int, many: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and int(text) < many else usual


def _answers(posted: QueryDict, columns: Columns, guesses: Sequence[str]) -> list[str]:
    offered = dict(columns.offered)
    answers = [posted.get(f"heading-{at}", "") for at in range(len(guesses))]
    return [each if each in offered else "" for each in answers]


def _mended(sheet: Sheet, posted: QueryDict) -> Sheet:
    """With what was written in the cells that were shown, without the rows that were let go."""
    cells, left = {}, set()
    for name in posted:
        what, *numbers = name.split("-")
        if what == "cell" and len(numbers) == 2:  # noqa: PLR2004 - the row and the column
            cells[_place(numbers[0]), _place(numbers[1])] = str(posted[name]).strip()
        elif what == "leave" and len(numbers) == 1:
            left.add(_place(numbers[0]))
    return sheet.mended(cells, left)


def _place(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else -1


def _samples(sheet: Sheet, at: int) -> str:
    told = list(dict.fromkeys(row.texts[at] for row in sheet.rows if row.texts[at]))[:_SAMPLES]
    shown = (f"{each[:_LONGEST_SAMPLE]}…" if len(each) > _LONGEST_SAMPLE else each for each in told)
    return " · ".join(shown)
