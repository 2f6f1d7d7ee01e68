"""Global search: contexts register what can be found, tell of every change, and find."""

from samsyn.search.actions import Draft, forget, index, index_many
from samsyn.search.kinds import register
from samsyn.search.matches import Why
from samsyn.search.models import Entry
from samsyn.search.queries import Findings, Hit, find, findings

__all__ = [
    "Draft",
    "Entry",
    "Findings",
    "Hit",
    "Why",
    "find",
    "findings",
    "forget",
    "index",
    "index_many",
    "register",
]
