"""The items that components print; a dictionary with the same names will do as well."""

from dataclasses import dataclass
from datetime import date

from samsyn.pages.cells import Words


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way here; the last has no address."""

    label: Words
    url: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several views of the same thing."""

    label: Words
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it is; an empty text is shown as a dash."""

    term: Words
    text: Words = ""
    url: str = ""
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """A line in a timeline."""

    on: date
    title: Words
    text: Words = ""
    url: str = ""
