"""What of initiatives waits for the one who is signed in."""

from samsyn.access.api import Actor
from samsyn.initiatives.queries import portfolio as queries
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    """What is to be followed up by a function of mine, and what ends without a decision."""
    evaluations = list(queries.my_evaluations(actor))
    ending = list(queries.mine_ending_undecided(actor))
    shown = {
        "evaluations": [(each, each.due_on < actor.today) for each in evaluations[:_MOST]],
        "ending": ending[:_MOST],
    }
    return Part("initiatives/_my_day.html", shown, len(evaluations) + len(ending))
