"""What of the annual cycle waits for the one who is signed in."""

from samsyn.access.api import Actor
from samsyn.governance.queries import duties as queries
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    due = queries.my_duties(actor)
    return Part("governance/_duties_day.html", {"due": due[:_MOST]}, len(due))
