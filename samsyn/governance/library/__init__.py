"""What Samsyn comes with: the laws that collaboration around children rests on."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

_LAWS = Path(__file__).with_name("laws.yaml")


@dataclass(frozen=True, slots=True)
class KnownProvision:
    """A place in a law, and whether what it says has been read in a source."""

    place: str
    says: str
    verified: bool = True


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """A law as the library tells of it."""

    kind: str
    short_name: str
    title: str
    number: str
    starts_on: date | None = None
    ends_on: date | None = None
    replaced_by: str = ""
    url: str = ""
    verified_on: date | None = None
    note: str = ""
    misprints: tuple[str, ...] = ()
    provisions: tuple[KnownProvision, ...] = ()

    @property
    def words(self) -> Mapping[str, Any]:
        """What it says, without when it was looked up."""
        told = asdict(self)
        del told["verified_on"], told["provisions"]
        return told | {"provisions": {each.place: each.says for each in self.provisions}}


@cache
def laws() -> Mapping[str, KnownLaw]:
    """Every law of the library, by its key."""
    told: dict[str, dict[str, Any]] = yaml.safe_load(_LAWS.read_text("utf-8"))["laws"]
    return {key: _law(law) for key, law in told.items()}


def digest(words: Mapping[str, Any]) -> str:
    """By which it is seen that nobody has changed what was brought."""
    said = json.dumps(words, sort_keys=True, default=str)
    return sha256(said.encode()).hexdigest()


def _law(told: dict[str, Any]) -> KnownLaw:
    provisions = tuple(KnownProvision(**each) for each in told.pop("provisions", ()))
    misprints = tuple(told.pop("misprints", ()))
    return KnownLaw(**told, provisions=provisions, misprints=misprints)
