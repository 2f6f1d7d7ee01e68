"""The versions of the format, and how what an older one says is read as the newest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from samsyn.exchange.nodes import Node, Scalar
from samsyn.exchange.problems import Report

NEWEST = 1


def as_it_is(_section: str, node: Node) -> Node:
    """Leave a record as an older file says it."""
    return node


@dataclass(frozen=True, slots=True)
class Upgrade:
    """From a version to the next: what sections are called since, and what a record becomes."""

    sections: Mapping[str, str] = field(default_factory=dict)
    record: Callable[[str, Node], Node] = as_it_is


# By the version that is upgraded from; there is none older than the first.
UPGRADES: dict[int, Upgrade] = {}


def read_version(node: Node, report: Report) -> int | None:
    """Return the version of a file, or None with what is wrong told."""
    right = _("skriv samsyn: %(version)d") % {"version": NEWEST}
    if not isinstance(node, Scalar) or not node.text.isascii() or not node.text.isdigit():
        report.wrong(node.line, _("Formatets version ska vara ett tal."), right, "samsyn")
        return None
    version = int(node.text[:9])
    if version > NEWEST:
        wrong = _("Filen är skriven för en nyare Samsyn (format %(version)d).")
        right = _("uppgradera Samsyn, den här läser format 1–%(newest)d") % {"newest": NEWEST}
        report.wrong(node.line, wrong % {"version": version}, right, "samsyn")
        return None
    if version < 1:
        report.wrong(node.line, _("Det finns inget format %d.") % version, right, "samsyn")
        return None
    return version


def section_now(version: int, section: str) -> str:
    """What the newest version calls a section of an older file."""
    for old in range(version, NEWEST):
        section = UPGRADES[old].sections.get(section, section)
    return section


def record_now(version: int, section: str, node: Node) -> Node:
    """Say a record of an older file as the newest version does; the section is named so too."""
    for old in range(version, NEWEST):
        node = UPGRADES[old].record(section, node)
    return node
