from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from samsyn.access.api import Municipality, OwnedByMunicipality


class Entry(OwnedByMunicipality):
    """What the search knows of one object; written anew whenever the object changes.

    `letters` is the folded title, a line break and how the rest begins. One of the lexemes says
    whose the entry is, so that the index holds the words of each municipality by themselves
    (docs/decisions/0005-search.md).
    """

    # Without an index of its own: the one by kind and object begins with it.
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+", db_index=False)
    kind = models.TextField()
    object_id = models.UUIDField()
    title = models.TextField()
    detail = models.TextField(blank=True)
    text = models.TextField(blank=True)
    lexemes = SearchVectorField()
    letters = models.TextField()

    class Meta:
        verbose_name_plural = "entries"
        constraints: ClassVar = [
            # With the letters, so that those of all names are read from the index alone.
            models.UniqueConstraint(
                fields=["municipality", "kind", "object_id"],
                include=["id", "letters"],
                name="one_entry_per_object_and_kind",
            ),
        ]
        indexes: ClassVar = [
            # What waits to be put into the index is read through by every search: let it be little.
            GinIndex(fields=["lexemes"], name="entry_by_words", gin_pending_list_limit=256),
        ]
