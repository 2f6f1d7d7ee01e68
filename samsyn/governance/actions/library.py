"""Brings the laws that Samsyn comes with into a municipality, and touches nobody's own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance import library, searchable
from samsyn.governance.library import KnownLaw
from samsyn.governance.models import Law, Provision


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it: laws by their numbers; those that differ were changed here and stay."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)


def would_bring(*, actor: Actor) -> Brought:
    """What would come of bringing it now."""
    found = Brought()
    here = _here(actor)
    for law in library.laws().values():
        row = here.get(law.number)
        if row is None:
            found.added.append(law.number)
        elif not _is_alike(row, law, actor):
            is_as_brought = row.brought == library.digest(words_of(row, actor))
            (found.updated if is_as_brought else found.differing).append(law.number)
    return found


def bring_library(*, actor: Actor) -> Brought:
    """Add the laws that are missing, and renew those that nobody has changed since they came."""
    here, done = _here(actor), would_bring(actor=actor)
    with one_change():
        for key, law in library.laws().items():
            if law.number in done.added:
                own = {"municipality_id": actor.municipality_id}
                here[law.number] = Law(**own, key=free_key(Law, actor.municipality_id, key))
            if law.number in {*done.added, *done.updated}:
                _write(here[law.number], law, actor, is_new=law.number in done.added)
            elif law.number not in done.differing:
                _look_up(here[law.number], law)
        _tie(here, done)
        searchable.show_laws([row.pk for row in here.values()], actor=actor)
    return done


def _here(actor: Actor) -> dict[str, Law]:
    """The laws that have a number, by it: every law of the library has."""
    rows = within(Law, actor).exclude(number="").select_related("replaced_by")
    return {row.number: row for row in rows}


def _is_alike(row: Law, law: KnownLaw, actor: Actor) -> bool:
    return library.digest(words_of(row, actor)) == library.digest(law.words)


def words_of(row: Law, actor: Actor) -> Mapping[str, Any]:
    """What the municipality says of the law, as the library does."""
    by = row.replaced_by
    said = within(Provision, actor).filter(law=row)
    return {
        **{name: getattr(row, name) for name in ("kind", "short_name", "title", "number")},
        **{name: getattr(row, name) for name in ("starts_on", "ends_on", "url", "note")},
        "replaced_by": _key_of(by.number or by.key) if by else "",
        "misprints": tuple(row.misprints),
        "provisions": dict(said.values_list("place", "says")),
    }


def _key_of(number: str) -> str:
    """By what the library calls it, or else by its number."""
    keys = {law.number: key for key, law in library.laws().items()}
    return keys.get(number, number)


def _write(row: Law, law: KnownLaw, actor: Actor, *, is_new: bool) -> None:
    for name in ("kind", "short_name", "title", "number", "starts_on", "ends_on", "url", "note"):
        setattr(row, name, getattr(law, name))
    row.misprints, row.verified_on = list(law.misprints), law.verified_on
    row.brought = library.digest(law.words)
    row.save(force_insert=is_new)
    within(Provision, actor).filter(law=row).delete()
    Provision.objects.bulk_create(
        Provision(
            municipality_id=actor.municipality_id,
            law=row,
            ordinal=ordinal,
            place=each.place,
            says=each.says,
            verified_on=law.verified_on if each.verified else None,
        )
        for ordinal, each in enumerate(law.provisions, 1)
    )


def _look_up(row: Law, law: KnownLaw) -> None:
    """The words are the same; the later of two days on which somebody looked them up holds."""
    days = [day for day in (row.verified_on, law.verified_on) if day]
    row.verified_on, row.brought = max(days, default=None), library.digest(law.words)
    row.save(update_fields=["verified_on", "brought"])


def _tie(here: Mapping[str, Law], done: Brought) -> None:
    """Say what came after what, once all are there; what is changed here stays."""
    ids: dict[str, UUID] = {_key_of(number): row.pk for number, row in here.items()}
    for law in library.laws().values():
        row, after = here[law.number], ids.get(law.replaced_by)
        if law.number not in done.differing and row.replaced_by_id != after:
            row.replaced_by_id = after
            row.save(update_fields=["replaced_by"])
