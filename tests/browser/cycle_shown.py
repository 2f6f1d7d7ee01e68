"""A year with something of every sort in it, and a priority followed to its end."""

from dataclasses import replace
from datetime import date, timedelta

from samsyn.access.api import Actor
from samsyn.forums.models import Forum
from samsyn.governance.actions import declining, duties, priorities
from samsyn.governance.models import Ending, ProposalAnswer, Reply
from samsyn.organisation.models import Body, Position
from tests import factories as make

_BOARDS = ("barn-och-ungdomsnamnden", "kultur-och-utbildningsnamnden", "socialnamnden")


def ids_of_the_cycle(held: Position, actor: Actor) -> dict[str, str]:
    """The objects by kind."""
    owned = {"owner_id": held.pk}
    meeting = {
        "kind": "meeting",
        "title": "Vårens politiska möte",
        "recurs": "day",
        "by_month": 5,
        "by_day": 31,
        "basis": "Eget beslut",
        "what": "Ett möte.\nTvå timmar.",
        "agenda": "Det gångna året\nNuläget",
    }
    duty = duties.add_duty(meeting | owned, actor=actor)
    for number in range(6):
        said = {"kind": "report", "title": f"Uppföljning av frånvaro {number}", "recurs": "week"}
        duties.add_duty({**said, "week": 11 + number}, actor=actor)
    last = date(actor.today.year, 5, 31)
    if last > actor.today:
        last = date(actor.today.year - 1, 5, 31)
    duties.do_duty(duty, last, last + timedelta(3), "Båda nämnderna var med.", actor=actor)
    _decline(actor)
    return {"governance.duty": str(duty.pk), **_priorities(held, actor)}


def _decline(actor: Actor) -> None:
    """One that is not for us, and one that was not until today."""
    declining.decline_duty("loggkontroll", "Ingen har inloggning än.", actor=actor)
    before = replace(actor, now=actor.now - timedelta(30))
    earlier = declining.decline_duty("stockholmsenkaten", "Vi är inte med.", actor=before)
    declining.take_back_declined(earlier, actor=actor)


def _priorities(held: Position, actor: Actor) -> dict[str, str]:
    presidium = Forum.objects.get(key="bus-styrgrupp")
    told = {"name": "Ungas hälsa", "chosen_year": 2024, "chosen_by_id": presidium.pk}
    area = priorities.choose_area(told | {"why": "Analysen visade det."}, actor=actor)
    boards = [Body.objects.get(key=key).pk for key in _BOARDS]
    said = {"title": "Fler kuratorer", "year": 2027, "area_id": area.pk, "text": "Tre till."}
    proposal = priorities.make_proposal(said, boards, actor=actor)
    answer = ProposalAnswer.objects.filter(proposal=proposal).earliest("pk")
    priorities.answer_proposal(
        answer, Reply.PARTLY, actor.today, paragraph="§ 33", text="Två till.", actor=actor
    )
    given = {"title": "Ökad närvaro", "year": 2022, "area_id": area.pk, "owner_id": held.pk}
    assignment = priorities.give_assignment(given, actor=actor)
    ended = priorities.give_assignment(given | {"title": "Kartläggning"}, actor=actor)
    priorities.end_assignment(ended, Ending.REGULAR, actor.today, "Ordinarie.", actor=actor)
    make.citation(area)
    return {
        "governance.focusarea": str(area.pk),
        "governance.proposal": str(proposal.pk),
        "governance.proposalanswer": str(answer.pk),
        "governance.assignment": str(assignment.pk),
        "ended assignment": str(ended.pk),
    }
