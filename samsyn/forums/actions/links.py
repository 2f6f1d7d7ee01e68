"""Letting those without an account take part, by a link in a letter."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, MadeLink, Municipality, links_to, one_change, within
from samsyn.forums.links import link_to
from samsyn.forums.models import Forum, Seat
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import formats
from samsyn.post import api as post


class NobodyToSendToError(RuleBrokenError):
    pass


def send_link(seat: Seat, name: str, email: str, *, actor: Actor) -> MadeLink:
    """Make a link to the seat, and write a letter with it."""
    with one_change():
        made = link_to(seat, name, email, actor=actor)
        post.write(_letter(seat, made, email, actor), actor=actor)
    return made


def send_links(forum: Forum, *, actor: Actor) -> int:
    """Send a link to each who has an address at a seat and no link that is open; how many."""
    now = organisation.on(actor.today)
    seats = within(Seat, actor).filter(now, forum=forum).exclude(contact_email="")
    waiting = list(_without_link(list(seats), actor.now, actor))
    if not waiting:
        told = _("Alla som har en adress vid sin plats har redan en länk.")
        raise NobodyToSendToError(told)
    with one_change():
        for seat in waiting:
            send_link(
                seat, seat.contact_name or seat.contact_email, seat.contact_email, actor=actor
            )
    return len(waiting)


def _without_link(seats: list[Seat], at: datetime, actor: Actor) -> Iterable[Seat]:
    links = links_to(actor, [seat.pk for seat in seats])
    linked = {link.object_id for link in links if link.is_open(at)}
    return (seat for seat in seats if seat.pk not in linked)


_TEXT = """Hej!

Du deltar i %(forum)s, %(place)s. Med den här länken svarar du på kallelser och
skriver ditt bidrag till mötena, utan konto:

%(address)s

Länken är bara din och gäller till och med %(day)s. Skicka den inte vidare. Vill
du ha en ny, eller inte längre delta, vänd dig till den som sammankallar.

Skriv inget om enskilda barn.
"""


def _letter(seat: Seat, made: MadeLink, email: str, actor: Actor) -> post.Draft:
    place = Municipality.objects.get(pk=actor.municipality_id)
    told = {
        "forum": seat.forum.name,
        "place": place.name,
        "address": made.address,
        "day": formats.long_day(formats.local_moment(made.link.expires_at).date()),
    }
    # Like every letter in the language of the municipality: who receives it has said no other.
    subject = f"Din länk till {seat.forum.name}"
    return post.Draft(email, subject, _TEXT % told, about=seat)
