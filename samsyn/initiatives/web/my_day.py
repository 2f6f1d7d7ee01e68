"""What of initiatives waits for the one who is signed in."""

from samsyn.access.api import Actor
from samsyn.initiatives.queries import activities
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.web.activities import task_tag
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    """What functions of mine are to do and to follow up, and what ends without a decision."""
    evaluations = list(queries.my_evaluations(actor))
    ending = list(queries.mine_ending_undecided(actor))
    tasks = list(activities.my_tasks(actor))
    shown = {
        "tasks": [(each, task_tag(each, actor)) for each in tasks[:_MOST]],
        "evaluations": [(each, each.due_on < actor.today) for each in evaluations[:_MOST]],
        "ending": ending[:_MOST],
        "worked_in": list(queries.worked_in(actor)[:_MOST]),
    }
    return Part("initiatives/_my_day.html", shown, len(evaluations) + len(ending) + len(tasks))
