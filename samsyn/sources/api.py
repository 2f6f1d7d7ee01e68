"""What other contexts may use of the sources: register what has them, cite, and ask."""

from samsyn.sources.actions import (
    Cited,
    DocumentDescription,
    Sourced,
    add_citation,
    cite,
    cite_in_bulk,
    create_document,
    describe_document,
    remove_citation,
    uncite,
)
from samsyn.sources.citing import citing
from samsyn.sources.kinds import Finder, Thing, register, things
from samsyn.sources.models import Citation, SourceDocument
from samsyn.sources.queries import citations_of, cited_in, documents, sources_of
from samsyn.sources.rules import READ_DOCUMENT, READ_DOCUMENTS
from samsyn.sources.searchable import show_many

__all__ = [
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
    "documents",
    "register",
    "remove_citation",
    "show_many",
    "sources_of",
    "things",
    "uncite",
]
