"""Changes to thousands of rows at once, as a file brings them; what one may bring is checked there.

The constraints of the database are the same as for every other change, and so is the search.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.access.api import Actor, delete_many, insert_many, update_many
from samsyn.organisation import searchable


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
    """Take away rows that are values of another, such as one of a body's names."""
    delete_many(model, ids)


def show_many(ids: Collection[UUID], *, actor: Actor) -> None:
    """Let the search find what has been changed, and what is found by it."""
    searchable.show_many(actor.municipality_id, ids)
