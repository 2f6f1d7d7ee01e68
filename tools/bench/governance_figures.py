"""The pages of governance that are measured; another is a line more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model

from samsyn.access import api as access
from samsyn.governance.api import (
    Agreement,
    Assignment,
    Consultation,
    Duty,
    GoverningDocument,
    Matter,
    Proposal,
    Recommendation,
    Risk,
)
from tools.bench.figures import Figure, Who, pages_of_list

_ALARMS_GOAL = 1_000
_DIFFERENT = 20
_LISTS = {
    "avtal": ("titel", "till", "agare"),
    "arenden": ("beslutat", "utfall"),
    "styrdokument": ("titel", "slag", "beslut", "agare", "oversyn"),
    "prioriteringar/forslag": ("forslag", "ar"),
    "prioriteringar/uppdrag": ("uppdrag", "ar", "rapport"),
    "arshjul/innehall": ("rubrik", "slag"),
    "avtal/saknas": ("namn",),
    "styrdokument/tackning/utbildning": ("dokument", "funktion"),
    "risker": ("rubrik", "bedomd"),
    "rekommendationer": ("given", "agare"),
    "remisser": ("rubrik", "dag"),
}
_FILTERED = {
    "avtal": ("titel=skol", "slag=boards", "laget=in_force"),
    "arenden": ("ar=2025", "utfall=approved", "ord=trygghet"),
    "styrdokument": ("ord=trygghet", "slag=plan", "status=in_force"),
    "prioriteringar/forslag": ("ar=2025", "svar=saknas"),
    "prioriteringar/uppdrag": ("lage=oppna",),
    "arshjul/innehall": ("slag=report",),
    "avtal/saknas": (),
    "styrdokument/tackning/utbildning": (),
    "risker": ("slag=risk", "visa=forsenade"),
    "rekommendationer": ("ord=skol",),
    "remisser": (),
}
_WHOLE = {
    "annual cycle": "/arshjul/",
    "priorities": "/prioriteringar/",
    "coverage": "/styrdokument/tackning/",
    "laws": "/lagar/",
}
_PAGES: Mapping[str, tuple[type[Model], str]] = {
    "agreement": (Agreement, "/avtal/{}/"),
    "matter": (Matter, "/arenden/{}/"),
    "document": (GoverningDocument, "/styrdokument/{}/"),
    "duty": (Duty, "/arshjul/innehall/{}/"),
    "proposal": (Proposal, "/prioriteringar/forslag/{}/"),
    "assignment": (Assignment, "/prioriteringar/uppdrag/{}/"),
    "risk": (Risk, "/risker/{}/"),
    "recommendation": (Recommendation, "/rekommendationer/{}/"),
    "consultation": (Consultation, "/remisser/{}/"),
}


@dataclass(frozen=True, slots=True)
class Governed:
    """Some of each that has a page, by their ids."""

    ids: Mapping[str, Sequence[UUID]]


def governed_in(municipality_id: UUID) -> Governed:
    with access.acting_in(municipality_id):
        return Governed(
            {
                name: list(
                    model._default_manager.order_by("pk").values_list("pk", flat=True)[:_DIFFERENT]
                )
                for name, (model, _path) in _PAGES.items()
            }
        )


def governance_figures(governed: Governed) -> Iterator[Figure]:
    for name, sorts in _LISTS.items():
        yield from pages_of_list(name, sorts, _FILTERED[name])
    for name, path in _WHOLE.items():
        yield Figure(name, (path,))
    yield Figure("warnings", ("/varningar/",), _ALARMS_GOAL)
    yield Figure("warnings counted", ("/varningar/antal/",), _ALARMS_GOAL)
    yield Figure("warnings, as a director", ("/varningar/",), _ALARMS_GOAL, by=Who.DIRECTOR)
    for name, (_model, path) in _PAGES.items():
        if governed.ids[name]:
            yield Figure(name, tuple(path.format(pk) for pk in governed.ids[name]))
