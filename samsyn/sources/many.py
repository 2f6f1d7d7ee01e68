"""Changes to thousands of records at once, as a file brings them; checked there."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.access.api import Actor, delete_many, insert_many, update_many, within
from samsyn.sources import searchable
from samsyn.sources.models import SourceDocument


def add_many(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], *, actor: Actor
) -> None:
    insert_many(model, columns, rows)


def change_many(
    model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Any]], *, actor: Actor
) -> None:
    """Change rows to what they become; the first column is the one that they are known by."""
    update_many(model, columns, rows)


def remove_many(model: type[Model], ids: Collection[UUID], *, actor: Actor) -> None:
    delete_many(model, ids)


def show_many(ids: Collection[UUID], *, actor: Actor) -> None:
    """Let the search find what has been changed."""
    searchable.show_documents(within(SourceDocument, actor).filter(pk__in=ids))
