"""What other contexts may use of the sources: register what has them, cite, and ask."""

from samsyn.sources import many
from samsyn.sources.actions import (
    Cited,
    DocumentDescription,
    Sourced,
    add_citation,
    cite,
    cite_in_bulk,
    create_document,
    describe_document,
    keep_documents_in_bulk,
    remove_citation,
    uncite,
)
from samsyn.sources.citing import citing
from samsyn.sources.kinds import Finder, Thing, register, things
from samsyn.sources.models import Citation, SourceDocument
from samsyn.sources.queries import citations_of, cited_in, document_choices, documents
from samsyn.sources.rules import KEEP_DOCUMENTS, READ_DOCUMENT, READ_DOCUMENTS

__all__ = [
    "KEEP_DOCUMENTS",
    "READ_DOCUMENT",
    "READ_DOCUMENTS",
    "Citation",
    "Cited",
    "DocumentDescription",
    "Finder",
    "SourceDocument",
    "Sourced",
    "Thing",
    "add_citation",
    "citations_of",
    "cite",
    "cite_in_bulk",
    "cited_in",
    "citing",
    "create_document",
    "describe_document",
    "document_choices",
    "documents",
    "keep_documents_in_bulk",
    "many",
    "register",
    "remove_citation",
    "things",
    "uncite",
]
