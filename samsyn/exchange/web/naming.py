"""What the records of a file are called, and the pages where they stand."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django.urls import reverse

from samsyn.access.api import Actor, visible, within
from samsyn.exchange.kinds import Kind, Name, kind_of
from samsyn.exchange.state import State
from samsyn.sources import api as sources
from samsyn.sources.api import Thing

_DOCUMENTS = "documents"


def names_in(state: State) -> Name:
    """Name records as they will be called, also those that are not there yet."""

    def name(section: str, key: str) -> str:
        entry = state.find(section, key)
        if entry is None:
            return key
        kind = kind_of(section)
        said = dict(zip(kind.places, entry.values, strict=True))
        return kind.title(said, name) or key

    return name


def names_now(actor: Actor, referred: Iterable[tuple[str, str]]) -> Name:
    """Name the records referred to as they are called today: a question or two for each section."""
    keys: dict[str, set[str]] = defaultdict(set)
    for section, key in referred:
        if section:
            keys[section].add(key)
    found = {section: _by_key(actor, kind_of(section), asked) for section, asked in keys.items()}
    return lambda section, key: found.get(section, {}).get(key, key)


def _by_key(actor: Actor, kind: Kind, keys: Collection[str]) -> dict[str, str]:
    rows = within(kind.model, actor).filter(**{f"{kind.key}__in": keys}).order_by("pk")
    ids = dict(rows.values_list(kind.key, "pk"))
    things = things_of(actor, kind, ids.values())
    return {key: things[pk].title for key, pk in ids.items() if pk in things}


def things_of(actor: Actor, kind: Kind, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    """What the rows are called and where they stand, of those that the actor may see."""
    if kind.section == _DOCUMENTS:
        rows = visible(actor, sources.READ_DOCUMENT).filter(pk__in=ids).order_by("pk")
        return {
            row.pk: Thing(row.title, reverse("sources:document", args=[row.pk])) for row in rows
        }
    return sources.things(actor, kind.model, ids)


def parts_of_key(kind: Kind, key: str) -> list[tuple[str, str]]:
    """What one without a key is known by: records in their sections, and words of no section."""
    if kind.key:
        return []
    sections = (section for _place, field in kind.knowing for section in field.sections)
    return list(zip(sections, key.split(" "), strict=False))


def called(kind: Kind, key: str, name: Name) -> str:
    parts = parts_of_key(kind, key)
    return ", ".join(name(*part) for part in reversed(parts)) or name(kind.section, key)
