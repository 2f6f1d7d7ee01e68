"""Meetings of a forum before, at and after, and what hangs on them, for the browser to visit."""

from datetime import timedelta
from typing import Any

from samsyn.access.api import Account, Actor, Membership
from samsyn.forums import actions
from samsyn.forums.actions import MeetingPlan, NewTask
from samsyn.forums.models import (
    AgendaItem,
    Attendance,
    Forum,
    Material,
    MaterialKind,
    Meeting,
    Survey,
)
from samsyn.organisation.models import Person, Position
from tests import factories as make

_A_DAY = timedelta(days=1)


def ids_of_meetings(of: Forum, leads: Position, actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    _let_the_administrator_take_part(of, leads, actor)
    coming = _coming(of, actor)
    minutes = _held(of, leads, actor)
    left = actions.follow_up(
        of, NewTask("Bjud in primärvården.", leads, actor.today + 7 * _A_DAY), actor=actor
    )
    handed = make.hand_over(
        make.appointment(make.position(leads.body, "Utredare"), ends_on=actor.today)
    )
    return {
        "forums.meeting": str(coming.pk),
        "held meeting": str(minutes.meeting_id),
        "forums.agendaitem": str(AgendaItem.objects.filter(meeting=coming)[0].pk),
        "forums.attendance": str(Attendance.objects.filter(meeting=coming)[0].pk),
        "forums.minutes": str(minutes.pk),
        "forums.followup": str(left.pk),
        "forums.handover": str(handed.pk),
        "forums.survey": str(_survey(of, actor).pk),
        "forums.material": str(_material(of, actor).pk),
    }


def _let_the_administrator_take_part(of: Forum, leads: Position, actor: Actor) -> None:
    account = Account.objects.get(email="administrator@alingsas.example")
    person = Person.objects.get(
        pk=Membership.objects.get(account=account, municipality_id=actor.municipality_id).person_id
    )
    sits = make.position(leads.body, "Förvaltare av Samsyn")
    make.appointment(sits, person)
    make.seat(of, sits, contact_email="forvaltare@example.se")


def _coming(of: Forum, actor: Actor) -> Meeting:
    plan = MeetingPlan(actor.today + 3 * _A_DAY, title="Höstens läge", place="Rådhuset")
    meeting = actions.plan_meeting(of, plan, actor=actor)
    actions.add_item(meeting, "Skolnärvaro", "Siffrorna för\noktober.", actor=actor)
    return meeting


def _held(of: Forum, leads: Position, actor: Actor) -> Any:
    meeting = actions.plan_meeting(
        of, MeetingPlan(actor.today, title="Vårens bokslut"), actor=actor
    )
    item = actions.add_item(meeting, "Bokslut", "", actor=actor)
    actions.hold_meeting(meeting, actor=actor)
    actions.write_notes(item, "Alla tre nämnderna\nhar rapporterat.", 0, actor=actor)
    actions.decide(meeting, "Rapporten godkänns.", at_item=item.ordinal, actor=actor)
    for each in AgendaItem.objects.filter(meeting=meeting):
        actions.treat_item(each, actor=actor)
    return actions.make_minutes(meeting, [leads], actor=actor)


def _survey(of: Forum, actor: Actor) -> Survey:
    plan = actions.SurveyPlan("Samverkan i höst", actor.today, actor.today + 14 * _A_DAY)
    return actions.make_survey(of, plan, actor=actor)


def _material(of: Forum, actor: Actor) -> Material:
    about = actions.About(MaterialKind.METHOD, "Våldspyramiden", "Det grova vilar på vardagen.")
    return actions.add_material(of, about, None, actor=actor)
