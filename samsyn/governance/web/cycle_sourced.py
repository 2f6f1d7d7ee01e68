"""The sources of the annual cycle and of priorities: what is told of, and how they are added."""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Actor, visible
from samsyn.governance.models import Assignment, Duty, FocusArea, Proposal
from samsyn.governance.rules import duties as of_duties
from samsyn.governance.rules import priorities as rules
from samsyn.governance.web.duties import duty_crumbs, duty_url
from samsyn.governance.web.priorities import (
    area_crumbs,
    area_url,
    assignment_crumbs,
    assignment_url,
    proposal_crumbs,
    proposal_url,
)
from samsyn.sources import api as sources
from samsyn.sources.api import Thing

CITE_DUTY = sources.citing(of_duties.CITE_DUTY, crumbs=duty_crumbs, address_of=duty_url)
CITE_AREA = sources.citing(rules.CITE_AREA, crumbs=area_crumbs, address_of=area_url)
CITE_PROPOSAL = sources.citing(rules.CITE_PROPOSAL, crumbs=proposal_crumbs, address_of=proposal_url)
CITE_ASSIGNMENT = sources.citing(
    rules.CITE_ASSIGNMENT, crumbs=assignment_crumbs, address_of=assignment_url
)


def register() -> None:
    """Tell the sources what rests on them, in the order in which they show it."""
    kinds: tuple[tuple[type[Model], Any, Action[Any], Callable[[Any], str]], ...] = (
        (Duty, _("I årshjulet"), of_duties.READ_DUTY, duty_url),
        (FocusArea, _("Prioriterade områden"), rules.READ_AREA, area_url),
        (Proposal, _("Förslag till nämnderna"), rules.READ_PROPOSAL, proposal_url),
        (Assignment, _("Politiska uppdrag"), rules.READ_ASSIGNMENT, assignment_url),
    )
    for model, label, action, address in kinds:
        sources.register(model, label, _things(action, address))


def _things(action: Action[Any], address: Callable[[Any], str]) -> sources.Finder:
    def things(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
        found = visible(actor, action).filter(pk__in=ids)
        return {row.pk: Thing(str(row), address(row)) for row in found}

    return things
