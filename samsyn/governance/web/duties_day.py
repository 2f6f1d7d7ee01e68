"""What of the annual cycle and of assignments waits for the one who is signed in."""

from samsyn.access.api import Actor
from samsyn.governance.queries import duties as queries
from samsyn.governance.queries import priorities
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    due = queries.my_duties(actor)
    given = list(priorities.my_assignments(actor)[:_MOST])
    late = [each for each in given if each.report_on and each.report_on <= actor.today]
    shown = {"due": due[:_MOST], "given": given}
    return Part("governance/_duties_day.html", shown, len(due) + len(late))
