"""The sources of risks and recommendations: what they are told of, and how they are added."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor
from samsyn.governance.models import Consultation, Recommendation, Risk
from samsyn.governance.queries import consultations, recommendations, risks
from samsyn.governance.rules import consultations as of_rounds
from samsyn.governance.rules import risks as rules
from samsyn.governance.web.consultations import consultation_crumbs, consultation_url
from samsyn.governance.web.recommendations import (
    name_of,
    recommendation_crumbs,
    recommendation_url,
)
from samsyn.governance.web.risks import risk_crumbs, risk_url
from samsyn.sources import api as sources
from samsyn.sources.api import Thing

CITE_RISK = sources.citing(rules.CITE_RISK, crumbs=risk_crumbs, address_of=risk_url)
CITE_RECOMMENDATION = sources.citing(
    rules.CITE_RECOMMENDATION, crumbs=recommendation_crumbs, address_of=recommendation_url
)

CITE_CONSULTATION = sources.citing(
    of_rounds.CITE_CONSULTATION, crumbs=consultation_crumbs, address_of=consultation_url
)


def register() -> None:
    """Tell the sources what rests on them, in the order in which they show it."""
    sources.register(Risk, _("Risker och hinder"), _risks)
    sources.register(Recommendation, _("Rekommendationer"), _recommendations)
    sources.register(Consultation, _("Remisser"), _consultations)


def _risks(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    return {row.pk: Thing(row.title, risk_url(row)) for row in risks.risks_by_id(actor, ids)}


def _recommendations(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    rows = recommendations.recommendations_by_id(actor, ids)
    return {row.pk: Thing(name_of(row), recommendation_url(row)) for row in rows}


def _consultations(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    rows = consultations.consultations_by_id(actor, ids)
    return {row.pk: Thing(row.title, consultation_url(row)) for row in rows}
