"""When a file says that it was made: on the day of the document, so that files can be compared."""

from datetime import UTC, datetime, time

from samsyn.printing.document import Document


def made_at(document: Document) -> datetime:
    return datetime.combine(document.made_on, time(12), UTC)
