"""What of governance waits for the one who is signed in."""

from samsyn.access.api import Actor
from samsyn.governance.queries import agreements, matters
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    """Agreements to follow up by my functions, and what my boards are to decide and sign."""
    follow_ups = list(agreements.mine_to_follow_up(actor)[:_MOST])
    steps = list(matters.awaiting_me(actor)[:_MOST])
    shown = {"follow_ups": follow_ups, "steps": steps}
    return Part("governance/_my_day.html", shown, len(follow_ups) + len(steps))
