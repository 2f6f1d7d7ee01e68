"""The annual cycle and the priorities, a row of everything."""

from typing import Any

from django.db.models import Model

from samsyn.governance.actions import declining, duties, priorities
from samsyn.governance.models import AreaBasis, Duty, ProposalAnswer
from samsyn.organisation.models import Body, Position
from tests.document_rows import document
from tests.people import TODAY, operator


def duty(title: str = "Vårens möte", **more: Any) -> Duty:
    said = {"kind": "meeting", "title": title, "recurs": "day", "by_month": 12, "by_day": 1}
    return duties.add_duty(said | more, actor=operator())


def whole_cycle(board: Body, held: Position, group: Model | None = None) -> list[Model]:
    """What recurs and is done, and an area with its chain, owned by the function and the group."""
    assert held.municipality_id is not None
    giver = operator(held.municipality_id)
    by = {"chosen_by_id": group.pk if group else None}
    owners = {"owner_id": held.pk, "owner_forum_id": group.pk if group else None}
    said = {"kind": "report", "title": "Rapport", "recurs": "week", "week": 11, **owners}
    recurs = duties.add_duty(said, actor=giver)
    rests_on = document("Analysen", municipality_id=held.municipality_id)
    area = priorities.choose_area({"name": "Ungas hälsa", **by}, [rests_on.pk], actor=giver)
    told = {"title": "Fler kuratorer", "year": 2027, "made_by_id": by["chosen_by_id"]}
    proposal = priorities.make_proposal(told, [board.pk], actor=giver)
    given = {"title": "Närvaro", "year": 2026, **owners}
    return [
        recurs,
        duties.do_duty(recurs, TODAY, TODAY, actor=giver),
        declining.decline_duty("loggkontroll", "Ingen är loggad.", actor=giver),
        area,
        AreaBasis.objects.get(area=area),
        proposal,
        ProposalAnswer.objects.get(proposal=proposal),
        priorities.give_assignment(given, actor=giver),
    ]
