"""The smallest valid deviations, routines and links to report by, made by the real actions."""

from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.access.api import MadeLink, Receiver
from samsyn.forums.models import Forum
from samsyn.initiatives.actions import deviation_routines, deviations
from samsyn.initiatives.models import Deviation, DeviationKind, DeviationRoutine
from samsyn.organisation.api import Body, Position
from tests.people import TODAY, operator
from tests.surroundings import ALINGSAS

TITLE, WHAT = "Skolan fick inget besked", "Planen ändrades utan att skolan fick veta det."
SAID = {"title": TITLE, "what": WHAT, "kind": "deviation", "happened_on": TODAY.isoformat()}
KIM = Receiver("Kim Ek", "kim.ek@example.org")


def deviation(
    title: str = TITLE, *parties: Body, municipality_id: UUID = ALINGSAS, **told: Any
) -> Deviation:
    said = {"title": title, "what": WHAT, "kind": DeviationKind.DEVIATION} | told
    bodies = [each.pk for each in parties]
    return deviations.report_deviation(said, bodies, actor=operator(municipality_id))


def routine(
    title: str = "Så tar vi hand om avvikelser", *, municipality_id: UUID = ALINGSAS, **told: Any
) -> DeviationRoutine:
    giver = operator(municipality_id)
    return deviation_routines.add_deviation_routine({"title": title} | told, actor=giver)


def report_link(row: Body | Forum, whose: str = "Bussbolaget") -> MadeLink:
    assert row.municipality_id is not None
    giver = operator(row.municipality_id)
    return deviation_routines.send_report_link(row, whose, KIM, actor=giver)


def whole_deviation(body: Body, handler: Position, forum_id: UUID) -> list[Model]:
    """A row of each kind: the body is a party, the function handles it, within the forum."""
    municipality_id: Any = handler.municipality_id
    own = routine(municipality_id=municipality_id, days=10)
    row = deviation("Väntan blev lång", body, municipality_id=municipality_id, forum_id=forum_id)
    giver = operator(municipality_id)
    step = deviations.name_handler(row, handler.pk, None, actor=giver)
    return [own, row, row.parties.get(), step]
