"""Every change to what those in a forum work with."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import date

from django.db.models import Max
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.forums import searchable_materials as searchable
from samsyn.forums.models import Forum, Material, MaterialKind, MaterialVersion, Reach
from samsyn.intake.api import (
    SentFile,
    guarded,
    guarded_line,
    judge,
    refuse_person,
    safe_name,
    text_of,
)
from samsyn.kernel.errors import RuleBrokenError


class NoFileError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class About:
    """What a material is, and who it is for."""

    kind: MaterialKind
    title: str
    description: str = ""
    for_whom: str = ""
    reach: Reach = Reach.PARTICIPANTS
    url: str = ""

    def guarded(self) -> "About":
        return About(
            self.kind,
            guarded_line(self.title),
            guarded(self.description),
            guarded_line(self.for_whom),
            self.reach,
            self.url.strip(),
        )


def add_material(
    forum: Forum, about: About, sent: SentFile | None = None, *, actor: Actor
) -> Material:
    """Put something in the library of the forum; a document with its file."""
    if about.kind == MaterialKind.DOCUMENT and sent is None:
        raise NoFileError(_("Välj en fil."))
    told = about.guarded()
    with one_change():
        material = Material.objects.create(
            municipality_id=actor.municipality_id,
            forum=forum,
            key=free_key(Material, actor.municipality_id, told.title[:80]),
            **asdict(told),
        )
        if sent is not None:
            add_version(material, sent, "", actor=actor)
        searchable.show_materials([material])
    return material


def describe_material(material: Material, about: About, *, actor: Actor) -> None:
    del actor
    told = asdict(about.guarded())
    with one_change():
        for field, value in told.items():
            setattr(material, field, value)
        material.save(update_fields=list(told))
        searchable.show_materials([material])


def add_version(material: Material, sent: SentFile, note: str, *, actor: Actor) -> MaterialVersion:
    """Add the file as it is now; those before it stay. Raises UnfitFileError."""
    name = safe_name(sent.name)
    media_type = judge(SentFile(name, sent.content))
    text = text_of(media_type, sent.content)
    refuse_person(name, text or "")
    told = guarded(note)
    with one_change():
        last = MaterialVersion.objects.filter(material=material).aggregate(n=Max("number"))["n"]
        added = MaterialVersion.objects.create(
            municipality_id=material.municipality_id,
            material=material,
            number=(last or 0) + 1,
            note=told,
            file_name=name,
            media_type=media_type,
            size=len(sent.content),
            sha256=hashlib.sha256(sent.content).digest(),
            content=sent.content,
            text=text,
            added_at=actor.now,
            added_by_id=actor.account_id,
        )
        searchable.show_materials([material])
    return added


def retire_material(material: Material, on: date | None, *, actor: Actor) -> None:
    """Say from which day it is not used; None takes it into use again."""
    del actor
    with one_change():
        material.retired_on = on
        material.save(update_fields=["retired_on"])
