"""Finds the records that a cell names, by key or by what people call them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from samsyn.exchange.kinds import kind_of
from samsyn.exchange.records import Entry
from samsyn.exchange.sheets.cells import alike
from samsyn.exchange.suggestions import meant
from samsyn.kernel.period import Period

_MOST_LISTED = 5


class NotFoundByNameError(ValueError):
    """Says why the name does not tell which record is meant, and what would."""

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(wrong)
        self.wrong, self.right = wrong, right


class Names:
    """What the records of a register are called: now, and before."""

    def __init__(self) -> None:
        self.keys: set[str] = set()
        self._now: dict[Any, list[str]] = defaultdict(list)
        self._before: dict[Any, list[str]] = defaultdict(list)
        self._shown: dict[Any, str] = {}
        self._within: dict[str, str] = {}
        self._called: dict[str, str] = {}

    def add(self, key: str, name: str, *, within: str = "", is_former: bool = False) -> None:
        """Let the record be found by the name; `within` is the body that it belongs to."""
        self.keys.add(key)
        self._within[key] = within
        if not is_former or key not in self._called:
            self._called[key] = name
        for said in {(within, alike(name)), ("", alike(name))}:
            keys = (self._before if is_former else self._now)[said]
            if key not in keys:
                keys.append(key)
            self._shown[said] = name

    def now(self, name: str, within: str = "") -> list[str]:
        """The keys of those that are called so now."""
        return self._now.get((within, alike(name)), [])

    def of(self, name: str, within: str = "") -> list[str]:
        """The keys of those that are called so now, or if none is, that once were."""
        return self.now(name, within) or self._before.get((within, alike(name)), [])

    def find(self, text: str, within: str = "") -> str:
        """The one that is meant by a key or a name, or raise NotFoundByNameError."""
        if text in self.keys and within in {"", self._within[text]}:
            return text
        found = self.of(text, within) or self.of(_turned(text), within)
        if len(found) == 1:
            return found[0]
        if found:
            wrong = _("Flera heter ”%(name)s”.") % {"name": text[:60]}
            keys = ", ".join(sorted(found)[:_MOST_LISTED])
            raise NotFoundByNameError(wrong, _("skriv nyckeln: %(keys)s") % {"keys": keys})
        wrong = _("”%(name)s” finns inte.") % {"name": text[:60]}
        known = [shown for said, shown in self._shown.items() if said[0] == within]
        raise NotFoundByNameError(wrong, meant(text, known))

    def within(self, key: str) -> str:
        return self._within.get(key, "")

    def free_key(self, text: str) -> str:
        """Make a key as the site does, that no other record has."""
        wanted = slugify(text)[:190] or "namnlos"
        numbered = (f"{wanted}-{number}" for number in count(2))
        return (
            wanted if wanted not in self.keys else next(k for k in numbered if k not in self.keys)
        )

    def shortest(self, key: str, within: str = "") -> str:
        """What the record is found by: its name, or its key where that does not do."""
        name = self._called.get(key, "")
        return name if name not in self.keys and self.of(name, within) == [key] else key


def _turned(name: str) -> str:
    """A name that is written as in a register, Sandberg, Karin, as it is said."""
    family, comma, given = name.partition(",")
    return f"{given} {family}" if comma else name


def names_of(stored: Mapping[str, list[Entry]], today: date) -> dict[str, Names]:
    """What every record that a sheet may name is called."""
    names = {section: Names() for section in ("bodies", "positions", "persons", "areas")}
    for entry in stored["bodies"]:
        add_body(names["bodies"], entry, today)
    for section, called in (("areas", ("name",)), ("persons", ("given_name", "family_name"))):
        for entry in stored[section]:
            said = (_value(entry, section, name) for name in called)
            names[section].add(entry.key, " ".join(said))
    for entry in stored["positions"]:
        body, title = entry.values[0], _value(entry, "positions", "title")
        names["positions"].add(entry.key, title, within=body)
    return names


def add_body(names: Names, entry: Entry, today: date) -> None:
    named = _value(entry, "bodies", "names")
    for part in named:
        names.add(entry.key, part[0], is_former=True)
    if (now := at(a_day_of(_value(entry, "bodies", "period"), today), named, 2)) is not None:
        names.add(entry.key, now[0])


def a_day_of(life: Period, today: date) -> date:
    """The day that a sheet tells of: today, or one when the body was or will be there."""
    if today in life:
        return today
    is_over = life.last_day is not None and life.last_day < today
    return (life.last_day if is_over else life.starts_on) or today


def at(day: date, parts: Iterable[tuple[Any, ...]], place: int) -> tuple[Any, ...] | None:
    """The part that holds on the day; `place` is where a part has its period."""
    return next((part for part in parts if day in part[place]), None)


def _value(entry: Entry, section: str, name: str) -> Any:
    return entry.values[kind_of(section).places[name]]
