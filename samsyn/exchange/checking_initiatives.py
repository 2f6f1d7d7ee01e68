"""Tells what of initiatives does not go together."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.checking import no_circle
from samsyn.exchange.checking_governance import no_doubles
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.state import State, touched
from samsyn.initiatives.api import faults_of_shares
from samsyn.kernel.period import Period
from samsyn.pages.api import formats

_SECTION = "initiatives"
_SAID = slice(6, 11)  # of an evaluation: what it told


def initiatives(state: State) -> None:
    wrong, right = _("Insatsen efterträder sig själv."), _("ange en annan insats")
    no_circle(state, _SECTION, "predecessor", wrong, right)
    places = kind_of(_SECTION).places
    for entry in touched(state.of(_SECTION)):
        value = {name: entry.values[place] for name, place in places.items()}
        _ages(state, entry, value)
        _boards(state, entry, value["responsible"])
        _no_overlap(state, entry, "partners", [(row[0], row[2]) for row in value["partners"]])
        no_doubles(state, entry, "areas", [row[0] for row in value["areas"]])
        _belongings(state, entry, value["belongings"])
        _moves(state, entry, value["phase"], value["moves"])
        _evaluations(state, entry, value["evaluations"])
        _decisions(state, entry, value["decisions"])
        _visits(state, entry, value["visits"])


def _ages(state: State, entry: Entry, value: dict[str, Any]) -> None:
    youngest, oldest = value["age_from"], value["age_to"]
    if youngest is not None and oldest is not None and youngest > oldest:
        wrong = _("Den lägsta åldern är högre än den högsta.")
        state.wrong(entry, "age_from", wrong, f"age_from: {oldest}, age_to: {youngest}")


def _boards(state: State, entry: Entry, rows: Iterable[Any]) -> None:
    told = [(body, share, period) for body, _answers_for, share, period, _source in rows]
    _no_overlap(state, entry, "responsible", [(body, period) for body, _share, period in told])
    for day, total in faults_of_shares((share, period) for _body, share, period in told):
        since = _("från %(day)s") % {"day": day} if day else _("från början")
        wrong = _("Andelarna av kostnaden är %(sum)s procent %(since)s.")
        said = wrong % {"sum": formats.short(total), "since": since}
        state.wrong(entry, "responsible", said, _("låt dem tillsammans vara 100"))


def _no_overlap(state: State, entry: Entry, field: str, rows: Iterable[tuple[str, Period]]) -> None:
    """A body is in a list once at a time."""
    seen: list[tuple[str, Period]] = []
    for number, (body, period) in enumerate(rows, 1):
        if any(body == other and period.overlaps(when) for other, when in seen):
            wrong = _("%(body)s står två gånger för samma tid.") % {"body": body}
            state.wrong(entry, f"{field}[{number}]", wrong, _("ändra en av perioderna"))
        seen.append((body, period))


def _belongings(state: State, entry: Entry, rows: Iterable[Any]) -> None:
    seen: set[Any] = set()
    for number, row in enumerate(rows, 1):
        path, named = f"belongings[{number}]", [each for each in row[:4] if each]
        if len(named) != 1:
            wrong = _("Ange ett av avtal, styrdokument, forum och uppdrag.")
            state.wrong(entry, path, wrong, "agreement: …")
        elif row[:4] in seen:
            wrong = _("%(value)s står två gånger.") % {"value": named[0]}
            state.wrong(entry, path, wrong, _("låt det stå en gång"))
        seen.add(row[:4])


def _moves(state: State, entry: Entry, phase: str, rows: Iterable[Any]) -> None:
    told = list(rows)
    days = [row[2] for row in told]
    if days != sorted(days):
        wrong = _("Flyttarna mellan faserna står inte i den ordning som de gjordes.")
        state.wrong(entry, "moves", wrong, _("börja med den första"))
    if told and phase != told[-1][1]:
        wrong = _("Fasen är inte den som insatsen senast kom till.")
        state.wrong(entry, "phase", wrong, f"phase: {told[-1][1]}")


def _evaluations(state: State, entry: Entry, rows: Iterable[Any]) -> None:
    for number, row in enumerate(rows, 1):
        _kind, _form, due_on, _owner, done_on, done_year, *_rest = row
        if not (due_on or done_on or done_year):
            wrong = _("Det står varken när uppföljningen ska göras eller när den gjordes.")
            state.wrong(entry, f"evaluations[{number}]", wrong, "due_on: …")
        elif not (done_on or done_year) and any(row[_SAID]):
            wrong = _("Uppföljningen berättar något, men det står inte när den gjordes.")
            state.wrong(entry, f"evaluations[{number}]", wrong, "done_on: …")


def _decisions(state: State, entry: Entry, rows: Iterable[Any]) -> None:
    for number, (course, decided_on, year, from_on, until_on, *_rest) in enumerate(rows, 1):
        path = f"decisions[{number}]"
        if not (decided_on or year or from_on):
            wrong = _("Det står inte när det bestämdes, eller från när det gäller.")
            state.wrong(entry, path, wrong, "decided_on: …")
        elif until_on and course in {"regular", "stop"}:
            wrong = _("Bara det som fortsätter har en ny sista dag.")
            state.wrong(entry, path, wrong, _("ta bort until_on"))


def _visits(state: State, entry: Entry, rows: Iterable[Any]) -> None:
    for number, (_unit, _grades, year, term, *_rest) in enumerate(rows, 1):
        if bool(year) != bool(term):
            wrong = _("Ange både år och termin, eller inget av dem.")
            state.wrong(entry, f"visits[{number}]", wrong, "year: …, term: …")
