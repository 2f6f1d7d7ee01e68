"""A row of an activity as people write it, read into what is stored, or refused in words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.initiatives.actions.headings import alike
from samsyn.initiatives.queries.naming import Known, Names
from samsyn.initiatives.web import activity_cells as cells
from samsyn.initiatives.web.activity_columns import NOTES
from samsyn.initiatives.web.table_import import UnreadRowError

_NOTHING = frozenset({"", "-", "\N{EN DASH}", "\N{EM DASH}", ".", "..", "…", "?"})
# Said to few rows, and so put into words only then.
_NO_WHAT = gettext_lazy("Skriv vad som gjordes.")
_NO_NAME = gettext_lazy("Skriv vilken insats det var.")
_NO_DAY = gettext_lazy("Skriv vilken dag det var.")


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds for the rows that do not say: the initiative, the kind, and who is counted."""

    initiative_id: UUID | None
    kind: str
    whom: str


@dataclass(slots=True)
class Reading:
    """What is read of a row: its texts by column, what it came to, and what is wrong in it."""

    known: Known
    usual: Usual
    texts: Mapping[str, str]
    notes: list[str]
    whys: list[tuple[str, str]]

    def cell(self, column: str, read: Callable[[str], Any], empty: Any = None) -> Any:
        text = self.texts.get(column, "")
        if text in _NOTHING:
            return empty
        try:
            return read(text)
        except cells.UnreadCellError as refusal:
            self.whys.append((column, str(refusal)))
            return empty

    def needed(self, column: str, read: Callable[[str], Any], told: Promise) -> Any:
        if self.texts.get(column, "") in _NOTHING:
            self.whys.append((column, str(told)))
        return self.cell(column, read)


def told_of(said: Iterable[tuple[str, str, str]], known: Known, usual: Usual) -> dict[str, Any]:
    """Read a row by heading, meaning and text of its cells; raises all that is wrong at once."""
    texts, notes = _apart(said)
    row = Reading(known, usual, texts, notes, [])
    initiative = _initiative(row)
    told = {
        "initiative_id": initiative,
        "series_id": row.cell("series", lambda text: _series(known, initiative, text)),
        "what": row.needed("what", str, _NO_WHAT),
        "held_on": _held_on(row),
        "kind": row.cell("kind", cells.kind, usual.kind),
        "whom": row.cell("whom", cells.whom, usual.whom),
        "body_id": row.cell("body", lambda text: cells.the_one(known.bodies, text, _no_body)),
        **_where(row),
        **_counts(row),
    }
    if row.whys:
        raise UnreadRowError(row.whys)
    return told | {"note": "\n".join(row.notes)}


def _apart(said: Iterable[tuple[str, str, str]]) -> tuple[Mapping[str, str], list[str]]:
    """The texts by column, and what is to stand in the note, each under its heading."""
    texts: defaultdict[str, str] = defaultdict(str)
    notes = []
    for heading, meaning, text in said:
        if meaning != "note":
            texts[meaning] = text
        elif text:
            notes.append(text if alike(heading) in NOTES else f"{heading}: {text}")
    return texts, notes


def _initiative(row: Reading) -> UUID | None:
    usual = row.usual.initiative_id
    if usual is None:
        read = _open_to(row.known)
        found: UUID | None = row.needed("initiative", read, _NO_NAME)
        return found
    named = row.cell("initiative", _open_to(row.known), usual)
    if named != usual:
        told = _("Raden är för en annan insats. Läs in den från listan över aktiviteter.")
        row.whys.append(("initiative", told))
    return usual


def _open_to(known: Known) -> Callable[[str], UUID]:
    def read(text: str) -> UUID:
        found = cells.the_one(known.initiatives, text, _no_initiative)
        if found not in known.open_to:
            told = _("Du får inte logga i ”%(text)s”. Be någon som arbetar i insatsen.")
            raise cells.UnreadCellError(told % cells.shown(text))
        return found

    return read


def _held_on(row: Reading) -> Any:
    found = row.needed("held_on", cells.day, _NO_DAY)
    if found is None:
        return None
    day, clock = found
    if clock:
        row.notes.append(_("Klockan %(time)s.") % {"time": clock})
    return day


def _where(row: Reading) -> dict[str, Any]:
    """The unit, the venue and the place; a place that is called as one of them is that one."""
    known = row.known
    told = {
        "unit_id": row.cell("unit", lambda text: cells.the_one(known.bodies, text, _no_unit)),
        "venue_id": row.cell("venue", lambda text: cells.the_one(known.venues, text, _no_venue)),
        "place": row.cell("place", str, ""),
    }
    for name, names in (("venue_id", known.venues), ("unit_id", known.bodies)):
        found = names.of(told["place"]) if told["place"] else set()
        if len(found) == 1 and told[name] in {None, *found}:
            told |= {name: next(iter(found)), "place": ""}
    return told


def _counts(row: Reading) -> dict[str, Any]:
    """How many, what years of school, and what they thought."""
    grades = row.cell("grades", cells.grades, ())
    classes = row.cell("classes", cells.classes)
    many, of_classes = classes or (None, ())
    return {
        "participants": _participants(row),
        "grades": list(grades or of_classes),
        "classes": many,
        "answered": row.cell("answered", cells.whole),
        "rating": row.cell("rating", cells.rating),
    }


def _participants(row: Reading) -> int | None:
    """How many came; that it is about so many, or too few to tell, is kept in words."""
    figure = row.cell("participants", cells.figure)
    if figure is None:
        return None
    if figure.number is None:
        row.notes.append(_("De som deltog var för få för att visas."))
        return None
    if figure.state == "about":
        # Without the number: few children are told nowhere.
        row.notes.append(_("Antalet som deltog är ungefärligt."))
    return int(figure.number)


def _series(known: Known, initiative: UUID | None, text: str) -> UUID | None:
    if initiative is None:
        return None
    return cells.the_one(known.series.get(initiative, Names()), text, _no_series)


def _no_initiative() -> str:
    return _("Ingen insats heter ”%(text)s”. Skriv namnet som det står i portföljen.")


def _no_body() -> str:
    return _(
        "Inget organ heter ”%(text)s”. Skriv namnet som det står under Organ, eller töm rutan."
    )


def _no_unit() -> str:
    return _("Ingen skola eller enhet heter ”%(text)s”. Skriv namnet som det står under Organ.")


def _no_venue() -> str:
    return _("Ingen plats heter ”%(text)s”. Skriv namnet som det står under Platser.")


def _no_series() -> str:
    return _("Ingen serie i insatsen heter ”%(text)s”. Skriv dess namn, eller töm rutan.")
