"""The values that wait for the one who is signed in."""

from samsyn.access.api import Actor
from samsyn.initiatives.queries.indicators import my_awaited
from samsyn.initiatives.web.indicator_words import span
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    awaited = list(my_awaited(actor))
    shown = {
        "awaited": [
            (row, span(period), due_on, due_on < actor.today)
            for row, period, due_on in awaited[:_MOST]
        ]
    }
    return Part("initiatives/_indicators_day.html", shown, len(awaited))
