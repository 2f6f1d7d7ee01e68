"""The two municipalities in `examples/`, read as they are written: every value is text."""

from collections.abc import Hashable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"
PLACES = ("alingsas", "tyreso")
SECTIONS = (
    *("documents", "terms", "areas", "bodies", "positions", "persons"),
    *("forums", "meetings", "decisions", "follow_ups"),
    *("laws", "governing_documents", "agreements", "matters"),
    *("risks", "recommendations"),
    *("methods", "venues", "initiatives", "indicators"),
)

# The text that each document is quoted from, by the number that its file begins with.
QUOTED_FROM = {
    "alingsas": {
        "bus-2025": "000",
        "bus-2022-text": "001",
        "bus-2022": "002",
        "bus-overenskommelse": "003",
    },
    "tyreso": {"granskning-2023": "004"},
}

Record = dict[str, Any]


class RepeatedKeyError(ValueError):
    pass


class _Text(yaml.BaseLoader):
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        found = super().construct_mapping(node, deep)
        if len(found) < len(node.value):
            raise RepeatedKeyError(str(node.start_mark))
        return found


def files(place: str) -> list[Path]:
    return sorted((EXAMPLES / place).glob("*.yaml"))


@cache
def section(place: str, name: str) -> dict[str, Record]:
    """All records of a kind, by key, from every file of the folder."""
    found: dict[str, Record] = {}
    for told in _told(place):
        part = told.get(name, {})
        if repeated := found.keys() & part:
            raise RepeatedKeyError(", ".join(repeated))
        found |= part
    return found


@cache
def appointments(place: str) -> list[Record]:
    return [each for told in _told(place) for each in told.get("appointments", ())]


@cache
def steps(place: str) -> list[Record]:
    return [each for told in _told(place) for each in told.get("steps", ())]


@cache
def claims(place: str) -> list[Record]:
    return [each for told in _told(place) for each in told.get("claims", ())]


def names(place: str) -> set[str]:
    """What bodies, areas and forums are called, and functions by their title."""
    told = [
        each for kind in ("bodies", "areas", "forums") for each in section(place, kind).values()
    ]
    short = {each["short_name"] for each in told if "short_name" in each}
    titles = {each["title"] for each in section(place, "positions").values()}
    return titles | short | {each["name"] for each in told}


def sources(record: Record) -> list[Record]:
    """Those of the record itself, and those of its parts."""
    told = record.get("source", [])
    own = told if isinstance(told, list) else [told]
    return [*own, *(source for part in parts(record) for source in sources(part))]


def parts(record: Record) -> list[Record]:
    """The mappings listed in it, such as names, seats and items, but not its sources."""
    return [
        part
        for name, value in record.items()
        if name != "source" and isinstance(value, list)
        for part in value
        if isinstance(part, dict)
    ]


def every_source(place: str) -> Iterator[tuple[str, Record]]:
    for name in SECTIONS:
        for key, record in section(place, name).items():
            yield from ((key, source) for source in sources(record))
    for each in appointments(place):
        yield from ((each["position"], source) for source in sources(each))
    for each in steps(place):
        yield from ((each["matter"], source) for source in sources(each))


def seed(number: str) -> str:
    [path] = SEEDS.glob(f"{number}_*.txt")
    return on_one_line(path.read_text(encoding="utf-8"))


def on_one_line(text: str) -> str:
    return " ".join(text.split())


@cache
def _told(place: str) -> list[Record]:
    return [yaml.load(path.read_text(encoding="utf-8"), _Text) for path in files(place)]
