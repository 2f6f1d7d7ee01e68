"""What of deviations waits for the one who is signed in, and what she has reported."""

from samsyn.access.api import Actor
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.web.deviation_words import tags_of
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    handled, reported = list(queries.mine_to_handle(actor)), list(queries.mine_reported(actor))
    shown = {
        "handled": [(row, tags_of(row, actor)) for row in handled[:_MOST]],
        "reported": [(row, tags_of(row, actor)) for row in reported[:_MOST]],
    }
    return Part("initiatives/_deviations_day.html", shown, len(handled))
