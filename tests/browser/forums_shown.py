"""A forum with something of everything on its page, for the browser to visit."""

from datetime import date

from samsyn.access.api import Actor
from samsyn.forums import actions
from samsyn.forums.models import Documentation, Forum, LackKind, Rhythm, SeatKind, Unit
from samsyn.organisation.models import Position
from tests import factories as make
from tests.browser.meetings_shown import ids_of_meetings


def ids_of_forums(actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    of = Forum.objects.get(key="bus-styrgrupp")
    leads = Position.objects.get(key="folkhalsoarbetet-folkhalsostrateg")
    _lead(of, leads, actor)
    lack = actions.note_lack(
        of, LackKind.PARTY, "Primärvården\när inte med.", body_id=leads.body_id, actor=actor
    )
    seat = make.seat(of, leads, kind=SeatKind.GUEST, ends_on=date(2999, 1, 1))
    make.seat(of, leads, ends_on=date(2024, 1, 1))
    rhythm = _rhythm(of, actor)
    for row in (of, seat, rhythm, lack):
        make.citation(row)
    bare, ended = make.forum("Ett forum utan uppdrag"), make.forum("Nätverket för länge sedan")
    actions.end_forum(ended, ends_on=date(2025, 1, 1), successor_id=of.pk, actor=actor)
    return {
        "forums.forum": str(of.pk),
        "forums.seat": str(seat.pk),
        "forums.lack": str(lack.pk),
        "forums.schoolterm": str(make.school_term(municipality_id=actor.municipality_id).pk),
        **ids_of_meetings(of, leads, actor),
        "link": actions.send_link(seat, "Kim Ek", "kim@example.se", actor=actor).address,
        "bare forum": str(bare.pk),
        "ended forum": str(ended.pk),
    }


def _lead(of: Forum, leads: Position, actor: Actor) -> None:
    told = {
        "convener_id": leads.pk,
        "documentation": Documentation.NONE,
        "not_discussed": "Enskilda barn.\nPersonalfrågor.",
        "school_forms": ["preschool", "compulsory"],
        "age_to": 17,
    }
    actions.describe_forum(of, told, actor=actor)
    actions.rename_forum(of, "BUS politiska styrgrupp", starts_on=date(2023, 1, 1), actor=actor)
    actions.add_standing_item(of, "Lägesbild", "Varje förvaltning\nberättar kort.", actor=actor)


def _rhythm(of: Forum, actor: Actor) -> Rhythm:
    return actions.add_rhythm(of, Unit.TERM, {"times": 2, "weekday": 3}, actor=actor)
