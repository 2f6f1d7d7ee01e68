"""What of the libraries of the forums the search finds."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, within
from samsyn.forums.models import Material, MaterialVersion
from samsyn.forums.rules import READ_MATERIAL
from samsyn.search import api as search

MATERIAL = "forums.material"


def register() -> None:
    search.register(MATERIAL, _("Material"), READ_MATERIAL, "forums:material")


def show_many(ids: Collection[UUID], *, actor: Actor) -> None:
    show_materials(within(Material, actor).filter(pk__in=ids).select_related("forum"))


def show_materials(materials: Iterable[Material]) -> None:
    """Find a material by what it is called and said to be, and by the words of its newest file."""
    found = {material.pk: material for material in materials}
    versions = MaterialVersion.objects.filter(material__in=found).order_by("number")
    newest = dict(versions.values_list("material_id", "text"))
    search.index_many(_draft(each, newest.get(each.pk)) for each in found.values())


def _draft(material: Material, text: str | None) -> search.Draft:
    detail = ", ".join(part for part in (material.forum.name, material.for_whom) if part)
    words = "\n".join(part for part in (material.description, text) if part)
    return search.Draft(
        MATERIAL, material.pk, material.municipality_id, material.title, detail, words
    )
