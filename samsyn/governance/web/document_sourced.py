"""The sources of documents: what they are told of."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor
from samsyn.governance.models import Dialogue, GoverningDocument, Remark, Training
from samsyn.governance.queries import documents as queries
from samsyn.governance.web.document_addresses import document_url
from samsyn.sources import api as sources
from samsyn.sources.api import Thing


def register() -> None:
    """Tell the sources what rests on them, in the order in which they show it."""
    sources.register(GoverningDocument, _("Styrdokument"), _documents)
    sources.register(Remark, _("Brister i styrdokument"), _parts(Remark))
    sources.register(Training, _("Utbildningar"), _parts(Training))
    sources.register(Dialogue, _("Dialoger"), _parts(Dialogue))


def _documents(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    found = queries.documents(actor).filter(pk__in=ids)
    return {row.pk: Thing(row.title, document_url(row.pk)) for row in found}


def _parts(model: Any) -> sources.Finder:
    """Name parts by their document, where they stand."""

    def things(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
        rows = queries.parts_by_id(actor, model, ids)
        return {
            row.pk: Thing(f"{row.document.title}: {row}", document_url(row.document_id))
            for row in rows
        }

    return things
