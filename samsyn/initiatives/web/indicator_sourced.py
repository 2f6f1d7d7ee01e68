"""The sources of indicators: what they are told of, and how they are added."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor
from samsyn.initiatives.models import Indicator
from samsyn.initiatives.queries import indicators as queries
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web.indicator_addresses import indicator_crumbs, indicator_url
from samsyn.sources import api as sources
from samsyn.sources.api import Thing

CITE_INDICATOR = sources.citing(
    rules.CITE_INDICATOR,
    crumbs=indicator_crumbs,
    address_of=lambda row: indicator_url(row.pk),
)


def register() -> None:
    """Tell the sources what rests on them."""
    sources.register(Indicator, _("Indikatorer"), _indicators)


def _indicators(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    rows = queries.indicators_by_id(actor, ids)
    return {row.pk: Thing(row.name, indicator_url(row.pk)) for row in rows}
