"""What is in the libraries of the forums."""

from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.db.models import OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, visible, within
from samsyn.forums.models import MaterialVersion
from samsyn.forums.rules import READ_MATERIAL

# What is heavy, and is only wanted when a file is taken away.
_HEAVY = ("content", "text")


def materials(actor: Actor, forum_id: UUID) -> QuerySet[Any]:
    """The library of the forum as the actor may see it, each with its newest version."""
    newest = within(MaterialVersion, actor).filter(material=OuterRef("pk")).order_by("-number")
    rows: QuerySet[Any] = visible(actor, READ_MATERIAL).filter(forum_id=forum_id)
    told: QuerySet[Any] = rows.annotate(
        version=Subquery(newest.values("number")[:1]),
        size=Subquery(newest.values("size")[:1]),
        added_at=Subquery(newest.values("added_at")[:1]),
    )
    return told.order_by("title", "pk")


def with_words(rows: QuerySet[Any], actor: Actor, words: str) -> QuerySet[Any]:
    """Those where the words stand in the title, the description or the newest file."""
    newest = within(MaterialVersion, actor).filter(material=OuterRef("pk")).order_by("-number")
    text: Any = Coalesce(Subquery(newest.values("text")[:1]), Value(""), output_field=TextField())
    said = SearchVector("title", "description", "for_whom", text, config="swedish")
    asked = SearchQuery(words, search_type="websearch", config="swedish")
    found: QuerySet[Any] = rows.annotate(said=said).filter(said=asked)
    return found


def versions_of_material(actor: Actor, material_id: UUID) -> QuerySet[MaterialVersion]:
    """Every version, the newest first, without what is in the files."""
    rows = within(MaterialVersion, actor).filter(material_id=material_id)
    return rows.defer(*_HEAVY).order_by("-number", "pk")


def is_read(actor: Actor, material_id: UUID) -> bool:
    """Whether the words of the newest file can be searched for."""
    newest = versions_of_material(actor, material_id).values_list("text", flat=True).first()
    return newest is not None
