"""What of risks, recommendations and consultation rounds the search finds."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, within
from samsyn.governance.models import Consultation, Recommendation, Risk
from samsyn.governance.rules.consultations import READ_CONSULTATION
from samsyn.governance.rules.risks import READ_RECOMMENDATION, READ_RISK
from samsyn.search import api as search

RISK, RECOMMENDATION = "governance.risk", "governance.recommendation"
CONSULTATION = "governance.consultation"
_LONGEST_TITLE = 200


def register() -> None:
    search.register(RISK, _("Risk eller hinder"), READ_RISK, "governance:risk")
    search.register(
        RECOMMENDATION, _("Rekommendation"), READ_RECOMMENDATION, "governance:recommendation"
    )
    search.register(CONSULTATION, _("Remiss"), READ_CONSULTATION, "governance:consultation")


def show_risks(ids: Collection[UUID], *, actor: Actor) -> None:
    search.index_many(_risk(each) for each in within(Risk, actor).filter(pk__in=ids))


def show_recommendations(ids: Collection[UUID], *, actor: Actor) -> None:
    rows = within(Recommendation, actor).filter(pk__in=ids)
    search.index_many(_recommendation(each) for each in rows)


def show_consultations(ids: Collection[UUID], *, actor: Actor) -> None:
    rows = within(Consultation, actor).filter(pk__in=ids)
    search.index_many(_consultation(each) for each in rows)


def _risk(row: Risk) -> search.Draft:
    words = "\n".join(part for part in (row.text, row.action, row.outcome) if part)
    return search.Draft(RISK, row.pk, row.municipality_id, row.title, row.category, words)


def _recommendation(row: Recommendation) -> search.Draft:
    title = " ".join(str(row).split())[:_LONGEST_TITLE]
    said = (row.text, row.answer, row.action, row.result)
    words = "\n".join(part for part in said if part)
    return search.Draft(RECOMMENDATION, row.pk, row.municipality_id, title, "", words)


def _consultation(row: Consultation) -> search.Draft:
    words = "\n".join(part for part in (row.question, row.text, row.summary) if part)
    return search.Draft(CONSULTATION, row.pk, row.municipality_id, row.title, "", words)
