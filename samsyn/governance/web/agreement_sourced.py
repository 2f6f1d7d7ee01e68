"""The sources of agreements and matters: what they are told of, and how they are added."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, visible
from samsyn.governance.models import Agreement, Clause, Limit, Matter, Party
from samsyn.governance.queries import agreements as queries
from samsyn.governance.rules import agreements as rules
from samsyn.governance.rules.matters import CITE_MATTER, READ_MATTER
from samsyn.governance.web.agreement_addresses import (
    address_of,
    agreement_crumbs,
    agreement_url,
    matter_crumbs,
    matter_url,
)
from samsyn.sources import api as sources
from samsyn.sources.api import Thing

CITE_AGREEMENT = sources.citing(
    rules.CITE_AGREEMENT, crumbs=agreement_crumbs, address_of=address_of
)
CITE_MATTERS = sources.citing(
    CITE_MATTER, crumbs=matter_crumbs, address_of=lambda matter: matter_url(matter.pk)
)


def register() -> None:
    """Tell the sources what rests on them, in the order in which they show it."""
    sources.register(Agreement, _("Avtal"), _agreements)
    for model, label in (
        (Party, _("Parter i avtal")),
        (Clause, _("Åtaganden i avtal")),
        (Limit, _("Gränser i avtal")),
    ):
        sources.register(model, label, _parts(model))
    sources.register(Matter, _("Ärenden"), _matters)


def _agreements(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    found = queries.agreements(actor).filter(pk__in=ids)
    return {row.pk: Thing(row.title, agreement_url(row.pk)) for row in found}


def _matters(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    found = visible(actor, READ_MATTER).filter(pk__in=ids)
    return {row.pk: Thing(row.title, matter_url(row.pk)) for row in found}


def _parts(model: Any) -> sources.Finder:
    """Name parts by their agreement, where they stand."""

    def things(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
        rows = queries.parts_of_agreements(actor, model, ids)
        return {row.pk: Thing(_told(row), agreement_url(row.agreement_id)) for row in rows}

    return things


def _told(row: Any) -> str:
    title: str = row.agreement.title
    return title if isinstance(row, Party) else f"{title}: {row}"
