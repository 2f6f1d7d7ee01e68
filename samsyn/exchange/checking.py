"""Tells what does not go together, in what the municipality has and the files say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.days import write_period
from samsyn.exchange.fields import ABSENT
from samsyn.exchange.kinds import Kind, kind_of, kinds
from samsyn.exchange.records import Entry
from samsyn.exchange.settling import common, life
from samsyn.exchange.state import State, touched
from samsyn.exchange.suggestions import meant
from samsyn.kernel.period import Period, gaps

_HELD_BY_ONE = frozenset({"ordinary", "acting"})
# More than in any municipality; and what is deeper takes the longer to look through.
_MOST_LEVELS = 50


def check(state: State) -> None:
    """Check every record that the files speak of, and all that hangs on it."""
    for kind in kinds():
        for entry in touched(state.of(kind.section)):
            state.wait()
            _complete(state, kind, entry)
            _references(state, kind, entry)
        kind.check(state)


def _complete(state: State, kind: Kind, entry: Entry) -> None:
    if not entry.is_new or entry.record is None:
        return
    for field in kind.fields:
        if field.is_required and not entry.record.says(field.name):
            wrong = _("Fältet %(name)s saknas.") % {"name": field.name}
            state.wrong(entry, "", wrong, field.expected())


def _references(state: State, kind: Kind, entry: Entry) -> None:
    if entry.record is None:
        return
    for place, field in kind.referring:
        said = entry.record.values[place]
        if said is ABSENT:
            continue
        for step, section, key in field.referred(said):
            if key and state.find(section, key) is None:
                _unknown(state, entry, step, section, key)


def _unknown(state: State, entry: Entry, step: str, section: str, key: str) -> None:
    wrong = _("”%(key)s” finns inte under %(section)s.") % {"key": key[:60], "section": section}
    known = map(str, state.known[section]) if state.report.has_room else ()
    state.wrong(entry, step, wrong, meant(key, list(known)))


def terms(state: State) -> None:
    one_at_a_time(state, "terms")


def one_at_a_time(state: State, section: str) -> None:
    """Tell of periods that overlap; they are the first field of their records."""
    kind = kind_of(section)
    entries = sorted(state.of(section), key=lambda e: e.values[0].starts_on or date.min)
    for earlier, later in pairwise(entries):
        if earlier.values[0].overlaps(later.values[0]):
            told = later if later.record else earlier
            other = earlier if told is later else later
            _overlaps(state, told, kind.fields[0].name, other.key)


def _overlaps(state: State, entry: Entry, field: str, other: str) -> None:
    wrong = _("Perioden överlappar %(other)s.") % {"other": other}
    state.wrong(entry, field, wrong, _("låt den ena sluta dagen innan den andra börjar"))


def areas(state: State) -> None:
    wrong = _("Området ligger i sig självt.")
    no_circle(state, "areas", "within", wrong, _("ange ett område som är större"))


def no_circle(state: State, section: str, field: str, wrong: str, right: str) -> None:
    """Tell of each record that lies in itself by the field, directly or through others."""
    place = kind_of(section).places[field]
    above = {entry.key: entry.values[place] for entry in state.of(section)}
    for entry in touched(state.of(section)):
        reached = _reached(entry.key, above)
        if reached == entry.key:
            state.wrong(entry, field, wrong, right)
        elif reached:
            state.wrong(entry, field, _("Det ligger i varandra i för många led."))


def _reached(start: str, above: dict[str, str]) -> str:
    """Go outwards until there is no more or it comes back, and no further than anyone means."""
    key = above.get(start, "")
    for _step in range(_MOST_LEVELS):
        if not key or key == start:
            break
        key = above.get(key, "")
    return key


def bodies(state: State) -> None:
    kind = kind_of("bodies")
    changed = list(touched(state.of("bodies")))
    for entry in changed:
        own = entry.values[kind.places["period"]]
        _names(state, kind, entry, own)
        _placements(state, entry, entry.values[kind.places["placements"]], own)
        _shared(state, kind, entry)
    _circles(state, kind, changed)
    _inside_changed_bodies(state, kind)


def _names(state: State, kind: Kind, entry: Entry, own: Period) -> None:
    names = entry.values[kind.places["names"]]
    if not names:
        state.wrong(entry, "names", _("Organet har inget namn."), "name: …")
        return
    for earlier, later in pairwise(names):
        if earlier[2].overlaps(later[2]):
            wrong = _("Namnen ”%(one)s” och ”%(other)s” överlappar varandra.")
            told = wrong % {"one": earlier[0], "other": later[0]}
            state.wrong(entry, "names", told, _("låt det ena sluta dagen innan det andra börjar"))
            return
    for gap in gaps(own, (part[2] for part in names)):
        wrong = _("Organet har inget namn %(period)s.") % {"period": write_period(gap)}
        state.wrong(entry, "names", wrong, _("låt namnen följa på varandra utan glapp"))


def _placements(state: State, entry: Entry, placed: tuple[Any, ...], own: Period) -> None:
    for earlier, later in pairwise(placed):
        if earlier[1].overlaps(later[1]):
            wrong = _("Organet ligger under både %(one)s och %(other)s samtidigt.")
            told = wrong % {"one": earlier[0], "other": later[0]}
            state.wrong(entry, "placements", told, _("låt det ena sluta innan det andra börjar"))
    for under, period, _source in placed:
        if not own.covers(period):
            _outside(state, entry, "placements", period, (entry.key, own))
        elif not (above := life(state, "bodies", under)).covers(period):
            _outside(state, entry, "placements", period, (under, above))


def _outside(
    state: State, entry: Entry, field: str, period: Period, whole: tuple[str, Period]
) -> None:
    """`whole` is what the period has to lie within, by its key."""
    named = {"period": write_period(period), "whole": whole[0], "life": write_period(whole[1])}
    wrong = _("%(period)s går utanför den tid som %(whole)s finns.") % named
    state.wrong(entry, field, wrong, _("håll den inom %(life)s") % named)


def _shared(state: State, kind: Kind, entry: Entry) -> None:
    is_shared = entry.values[kind.places["shared"]]
    if entry.before is not None and entry.before[kind.places["shared"]] != is_shared:
        wrong = _("Ett organ kan inte börja eller sluta spänna över flera kommuner.")
        state.wrong(entry, "shared", wrong, _("ge det andra organet en egen nyckel"))
    elif is_shared and entry.values[kind.places["area"]]:
        wrong = _("Ett organ som spänner över flera kommuner har inget område i en av dem.")
        state.wrong(entry, "area", wrong, _("ta bort det"))
    elif is_shared and not state.is_operator and _is_changed_for_all(kind, entry):
        wrong = _("Ett organ som spänner över flera kommuner kan bara driften ändra.")
        state.wrong(entry, "shared", wrong)


def _is_changed_for_all(kind: Kind, entry: Entry) -> bool:
    of_all = ("kind", "names", "period", "own_authority", "organisation_number")
    before = entry.before or ()
    return not before or any(
        entry.values[kind.places[name]] != before[kind.places[name]] for name in of_all
    )


def _circles(state: State, kind: Kind, changed: Iterable[Entry]) -> None:
    above = {e.key: e.values[kind.places["placements"]] for e in state.of("bodies")}
    for entry in changed:
        if wrong := _wrong_above(state, entry.key, above):
            field = "under" if entry.record and entry.record.says("under") else "placements"
            state.wrong(entry, field, wrong, _("ange ett organ som är överordnat"))


def _wrong_above(state: State, start: str, above: dict[str, tuple[Any, ...]]) -> str:
    """Follow the hierarchy upwards, a level at a time, through the days on which it holds."""
    level = {(start, Period())}
    for _step in range(_MOST_LEVELS):
        level = {each for key, at in level for each in _held(state, above.get(key, ()), at)}
        if not level:
            return ""
        if any(key == start for key, _at in level):
            return _("Organet ligger under sig självt.")
    return _("Organen ligger under varandra i för många led.")


def _held(state: State, placed: Iterable[Any], at: Period) -> Iterator[tuple[str, Period]]:
    state.wait()
    return ((part[0], both) for part in placed if (both := common(part[1], at)))


def _inside_changed_bodies(state: State, kind: Kind) -> None:
    """What the files do not mention may still be left outside, when a body's life changes."""
    place = kind.places["period"]
    shrunk = {
        entry.key: entry
        for entry in touched(state.of("bodies"))
        if entry.before and entry.before[place] != entry.values[place]
    }
    if not shrunk:
        return
    _left_positions(state, shrunk, place)
    for entry in state.of("bodies"):
        if entry.record is None:
            for under, period, _source in entry.values[kind.places["placements"]]:
                if under in shrunk:
                    _left_outside(state, shrunk[under], place, entry.key, period)


def _left_positions(state: State, shrunk: dict[str, Entry], place: int) -> None:
    own = kind_of("positions").places["period"]
    for entry in state.of("positions"):
        if entry.record is None and entry.values[0] in shrunk:
            _left_outside(state, shrunk[entry.values[0]], place, entry.key, entry.values[own])


def _left_outside(state: State, body: Entry, place: int, key: str, period: Period) -> None:
    if not body.values[place].covers(period):
        wrong = _("%(key)s finns %(period)s, och blir kvar utanför den tiden.")
        told = wrong % {"key": key, "period": write_period(period)}
        state.wrong(body, "period", told, _("avsluta eller flytta det i samma fil"))


def positions(state: State) -> None:
    kind = kind_of("positions")
    place = kind.places["period"]
    for entry in touched(state.of("positions")):
        body = entry.values[0]
        own = life(state, "bodies", body)
        if not own.covers(entry.values[place]):
            _outside(state, entry, "period", entry.values[place], (body, own))


def appointments(state: State) -> None:
    kind = kind_of("positions")
    single, place = kind.places["several"], kind.places["period"]
    held: dict[str, list[Entry]] = defaultdict(list)
    for entry in state.of("appointments"):
        held[entry.values[0]].append(entry)
    for key, entries in held.items():
        position = state.find("positions", key)
        if position is None or not (position.record or any(e.record for e in entries)):
            continue
        for entry in entries:
            _within_position(state, position, entry, place)
        entries.sort(key=_start)
        _held_twice(state, position, entries, is_single=not position.values[single])


def _start(entry: Entry) -> date:
    start: date | None = entry.values[2].starts_on
    return start or date.min


def _within_position(state: State, position: Entry, entry: Entry, place: int) -> None:
    if position.values[place].covers(entry.values[2]):
        return
    if entry.record:
        whole = (position.key, position.values[place])
        _outside(state, entry, "period", entry.values[2], whole)
    else:
        _left_outside(state, position, place, entry.values[1], entry.values[2])


def _held_twice(state: State, position: Entry, entries: list[Entry], *, is_single: bool) -> None:
    last: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        for place in _places_taken(entry, is_single=is_single):
            earlier = last.get(place)
            if earlier and earlier.values[2].overlaps(entry.values[2]):
                _tell_twice(state, position, earlier, entry)
                break
            last[place] = entry


def _places_taken(entry: Entry, *, is_single: bool) -> Iterator[tuple[str, str]]:
    yield "person", entry.values[1]
    if is_single and entry.values[3] in _HELD_BY_ONE:
        yield "kind", entry.values[3]


def _tell_twice(state: State, position: Entry, earlier: Entry, later: Entry) -> None:
    told, other = (later, earlier) if later.record else (earlier, later)
    told = told if told.record else position
    named = {"person": other.values[1], "period": write_period(other.values[2])}
    if earlier.values[1] == later.values[1]:
        wrong = _("%(person)s innehar redan funktionen %(period)s.") % named
        right = _("låt perioderna följa på varandra, eller skriv uppdraget en gång")
    else:
        wrong = _("%(person)s innehar funktionen %(period)s, och den kan bara en inneha.") % named
        right = _("avsluta det ena uppdraget först, eller skriv several: true på funktionen")
    state.wrong(told, "period", wrong, right)
