"""What a body and a function do in the forums, on their own pages."""

from typing import Any

from samsyn.access.api import Actor
from samsyn.forums import queries
from samsyn.forums.web.addresses import forum_url
from samsyn.organisation.api import Body, Part, Position, add_panel

_MOST = 12
# What a function does in the forums is told in other words where it is handed over.
OWN = "forums/_of_position.html"


def register() -> None:
    add_panel(Body, _of_body)
    add_panel(Position, _of_position)


def _of_body(actor: Actor, body: Any) -> Part:
    """The forums where the body sits, and those that ask for it."""
    seats = [(seat, forum_url(seat.forum_id)) for seat in queries.seats_of_body(actor, body.pk)]
    asked = [(lack, forum_url(lack.forum_id)) for lack in queries.asked_for(actor, body.pk)]
    return Part("forums/_of_body.html", {"seats": seats, "asked": asked})


def _of_position(actor: Actor, position: Any) -> Part:
    """What the function leads, where it sits and what it is to do."""
    shown = {
        "position": position,
        "led": [(row.name, forum_url(row.pk)) for row in queries.led_forums(actor, position.pk)],
        "seats": [
            (seat, forum_url(seat.forum_id)) for seat in queries.seats_of(actor, position.pk)
        ],
        "follow_ups": list(queries.open_follow_ups_of(actor, position.pk)[:_MOST]),
        "today": actor.today,
    }
    return Part(OWN, shown)
