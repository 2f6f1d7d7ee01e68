"""What of the forums waits for the one who is signed in."""

from samsyn.access.api import Actor
from samsyn.forums import queries
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    """What is asked of me, what I am to do, and when I meet."""
    approvals = list(queries.awaiting_my_approval(actor)[:_MOST])
    asked = list(queries.asked_of_me(actor)[:_MOST])
    follow_ups = list(queries.my_follow_ups(actor)[:_MOST])
    shown = {
        "today": actor.today,
        "approvals": approvals,
        "asked": asked,
        "follow_ups": follow_ups,
        "meetings": list(queries.my_meetings(actor)[:_MOST]),
    }
    due = [each for each in follow_ups if each.due_on <= actor.today]
    return Part("forums/_my_day.html", shown, len(approvals) + len(asked) + len(due))
