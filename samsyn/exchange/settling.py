"""Completes what the files leave to be understood: short forms, open ends, and who is meant.

An open end reaches as far as what it belongs to: a name as far as the body, an appointment as far
as the function.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.fields import ABSENT, in_order
from samsyn.exchange.kinds import Kind, Values, kind_of
from samsyn.exchange.records import Entry, Record
from samsyn.exchange.state import State, lay, touched
from samsyn.kernel.period import BackwardPeriodError, Period

Part = tuple[Any, ...]
_NAME_PERIOD, _PLACE_PERIOD = 2, 1


def bodies(state: State) -> None:
    kind = kind_of("bodies")
    changed = list(touched(state.of("bodies")))
    for entry in changed:
        entry.put(kind.places["names"], _names(state, kind, entry))
    for entry in changed:
        entry.put(kind.places["placements"], _placements(state, kind, entry))
        for short in ("name", "short_name", "under"):
            entry.put(kind.places[short], ABSENT)


def life(state: State, section: str, key: str) -> Period:
    """When the record exists; one that is not known sets no limit."""
    entry = state.find(section, key)
    return entry.values[kind_of(section).places["period"]] if entry else Period()


def reach(period: Period, within: Period) -> Period:
    """Let open ends reach as far as there is something to reach."""
    try:
        return Period(period.starts_on or within.starts_on, period.ends_on or within.ends_on)
    except BackwardPeriodError:
        return period


def common(one: Period, other: Period) -> Period | None:
    """The days that are in both."""
    if not one.overlaps(other):
        return None
    starts = [day for day in (one.starts_on, other.starts_on) if day]
    ends = [day for day in (one.ends_on, other.ends_on) if day]
    return Period(max(starts, default=None), min(ends, default=None))


def _names(state: State, kind: Kind, entry: Entry) -> tuple[Part, ...]:
    record, own = _record(entry), entry.values[kind.places["period"]]
    name, short_name = record.said("name"), record.said("short_name")
    if record.says("names"):
        if name is not ABSENT or short_name is not ABSENT:
            state.wrong(entry, "name", _("Både name och names står här."), _("skriv ett av dem"))
        named = entry.values[kind.places["names"]]
        return in_order(_extended(part, _NAME_PERIOD, own) for part in named)
    kept = _following(kind, entry, "names", _NAME_PERIOD)
    if name is ABSENT and short_name is ABSENT:
        return kept
    return _one_name(state, entry, (name, short_name, own), kept)


def _one_name(state: State, entry: Entry, said: Part, kept: tuple[Part, ...]) -> tuple[Part, ...]:
    name, short_name, own = said
    latest: Part = kept[-1] if kept else ("", "", own, ())
    new = (
        latest[0] if name is ABSENT else name,
        latest[1] if short_name is ABSENT else short_name,
    )
    if len(kept) > 1:
        if new != latest[:2]:
            state.wrong(
                entry,
                "name" if name is not ABSENT else "short_name",
                _("Organet har haft flera namn, så det framgår inte vad som ändras."),
                _("skriv alla namn med sina perioder i names"),
            )
        return kept
    return ((*new, own, latest[3]),)


def _placements(state: State, kind: Kind, entry: Entry) -> tuple[Part, ...]:
    record, own = _record(entry), entry.values[kind.places["period"]]
    under = record.said("under")
    if record.says("placements"):
        if under is not ABSENT:
            wrong = _("Både under och placements står här.")
            state.wrong(entry, "under", wrong, _("skriv ett av dem"))
        placed = entry.values[kind.places["placements"]]
        return in_order(_placed(state, part, own) for part in placed)
    kept = _following(kind, entry, "placements", _PLACE_PERIOD)
    if under is ABSENT:
        return kept
    if len(kept) > 1 and under != kept[-1][0]:
        wrong = _("Organet har legat på flera ställen, så det framgår inte vad som ändras.")
        state.wrong(entry, "under", wrong, _("skriv alla med sina perioder i placements"))
    if len(kept) > 1 or not under:
        return kept if under else ()
    source = kept[0][2] if kept and kept[0][0] == under else ()
    return (_placed(state, (under, Period(), source), own),)


def _placed(state: State, part: Part, own: Period) -> Part:
    above = life(state, "bodies", part[0])
    return _extended(part, _PLACE_PERIOD, common(own, above) or own)


def _extended(part: Part, place: int, within: Period) -> Part:
    return (*part[:place], reach(part[place], within), *part[place + 1 :])


def _following(kind: Kind, entry: Entry, name: str, place: int) -> tuple[Part, ...]:
    """Let what lasted as long as the body do so when its life is mended, and no longer."""
    parts: tuple[Part, ...] = entry.values[kind.places[name]]
    if entry.before is None:
        return parts
    period = kind.places["period"]
    old, new = entry.before[period], entry.values[period]
    if old == new:
        return parts
    moved = ((part, _moved(part[place], old, new)) for part in parts)
    return in_order((*part[:place], at, *part[place + 1 :]) for part, at in moved if at)


def _moved(period: Period, old: Period, new: Period) -> Period | None:
    starts = new.starts_on if period.starts_on == old.starts_on else period.starts_on
    ends = new.ends_on if period.ends_on == old.ends_on else period.ends_on
    try:
        return common(Period(starts, ends), new)
    except BackwardPeriodError:
        return None


def positions(state: State) -> None:
    kind = kind_of("positions")
    place, body = kind.places["period"], kind.places["body"]
    for entry in touched(state.of("positions")):
        if entry.is_new or _record(entry).says("period"):
            own = life(state, "bodies", entry.values[body])
            entry.put(place, reach(entry.values[place], own))


def appointments(state: State) -> None:
    """Find which appointment of a person to a function each record is about, or add one."""
    kind = kind_of("appointments")
    free: dict[Part, list[Entry]] = defaultdict(list)
    for entry in state.of("appointments"):
        free[entry.values[:2]].append(entry)
    waiting = []
    for record in state.said("appointments"):
        state.wait()
        if record.is_broken or not (record.says("position") and record.says("person")):
            continue
        period = _appointed(state, record)
        same = _that_begins(free.get(record.values[:2], ()), period, record)
        if same is None:
            waiting.append((record, period))
        else:
            _match(same, record, period, free)
    for record, period in waiting:
        same = _only_one(free.get(record.values[:2], ()), period, record)
        _match(same or state.add(kind, record), record, period, free)


def _appointed(state: State, record: Record) -> Period:
    period = record.said("period")
    within = life(state, "positions", record.said("position"))
    return within if period is ABSENT else reach(period, within)


def _that_begins(entries: Iterable[Entry], period: Period, record: Record) -> Entry | None:
    if not record.says("period"):
        return None
    return next((e for e in entries if e.values[2].starts_on == period.starts_on), None)


def _only_one(entries: Iterable[Entry], period: Period, record: Record) -> Entry | None:
    said = record.says("period")
    near = [entry for entry in entries if not said or entry.values[2].overlaps(period)]
    return near[0] if len(near) == 1 else None


def _match(entry: Entry, record: Record, period: Period, free: dict[Part, list[Entry]]) -> None:
    if not entry.is_new:
        free[record.values[:2]].remove(entry)
    lay(entry, record)
    if entry.is_new or record.says("period"):
        entry.put(2, period)


def _record(entry: Entry) -> Record:
    if entry.record is None:
        raise ValueError("only what a file says is completed")
    return entry.record


def short_body(values: Values) -> Values:
    """Write the one name and the one place that lasted as long as the body without periods."""
    kind = kind_of("bodies")
    said = dict(zip(kind.places, values, strict=True))
    names, placements = said["names"], said["placements"]
    if len(names) == 1 and names[0][2:] == (said["period"], ()):
        said |= {"name": names[0][0], "short_name": names[0][1] or ABSENT, "names": ()}
    if len(placements) == 1 and placements[0][1:] == (said["period"], ()):
        said |= {"under": placements[0][0], "placements": ()}
    return tuple(said.values())
