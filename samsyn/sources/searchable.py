"""What of the sources the search finds."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Among, within
from samsyn.search import api as search
from samsyn.sources.models import SourceDocument
from samsyn.sources.rules import READ_DOCUMENT

DOCUMENT = "sources.sourcedocument"


def register() -> None:
    search.register(DOCUMENT, _("Källor"), READ_DOCUMENT, "sources:document")


def show_many(ids: Collection[UUID], *, actor: Actor) -> None:
    show_documents(within(SourceDocument, actor).filter(Among("pk", ids)))


def show_documents(documents: Iterable[SourceDocument]) -> None:
    """Find a record by its title, its number and who published it."""
    search.index_many(
        search.Draft(
            DOCUMENT,
            document.pk,
            document.municipality_id,
            document.title,
            detail=" · ".join(part for part in (document.number, document.publisher) if part),
        )
        for document in documents
    )
