"""The versions of the format, and how what an older one says is read as the newest."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from samsyn.exchange.nodes import Node, Scalar
from samsyn.exchange.problems import Report

NEWEST = 1

# From a version to the next: what a section was called, and what a record of it was.
Upgrade = Callable[[str, Node], tuple[str, Node]]
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


def upgraded(version: int, section: str, node: Node) -> tuple[str, Node]:
    """Say what an older file says in the words of the newest version."""
    for old in range(version, NEWEST):
        section, node = UPGRADES[old](section, node)
    return section, node
