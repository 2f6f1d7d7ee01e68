"""Personal links, by which those without an account take part in one forum."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, MadeLink, Purpose, Receiver, has_link, make_link
from samsyn.forums.models import Seat

TAKE_PART = Purpose(
    name="forums.take_part",
    model=Seat,
    label=_("svara och bidra i ett forum"),
    url_name="forums:by-link",
    lasts=timedelta(days=365),
)
ON_SEAT = has_link(TAKE_PART)
ON_ATTENDANCE = has_link(TAKE_PART, path="seat_id")


def link_to(seat: Seat, name: str, email: str, *, actor: Actor) -> MadeLink:
    """Make one more link to the seat; those made before open it too until they are revoked."""
    return make_link(TAKE_PART, seat, Receiver(name, email, seat.body_id), actor=actor)
