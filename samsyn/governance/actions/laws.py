"""Every change to the library of laws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance import searchable
from samsyn.governance.models import Law, LawKind, Provision
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError


class LawRepealedError(RuleBrokenError):
    """A law that is replaced by what it replaces itself."""


@dataclass(frozen=True, slots=True)
class About:
    """What a law is called and where it stands."""

    kind: LawKind
    short_name: str
    title: str
    number: str
    starts_on: date | None = None
    ends_on: date | None = None
    replaced_by_id: UUID | None = None
    url: str = ""
    note: str = ""
    misprints: Sequence[str] = ()

    def guarded(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "short_name": guarded_line(self.short_name),
            "title": guarded_line(self.title),
            "number": guarded_line(self.number),
            "starts_on": self.starts_on,
            "ends_on": self.ends_on,
            "replaced_by_id": self.replaced_by_id,
            "url": self.url.strip(),
            "note": guarded(self.note),
            "misprints": [guarded_line(each) for each in self.misprints],
        }


def add_law(about: About, *, actor: Actor) -> Law:
    told = about.guarded()
    with one_change():
        law = Law.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Law, actor.municipality_id, told["number"] or told["short_name"]),
            **told,
        )
        searchable.show_laws([law.pk], actor=actor)
    return law


def change_law(law: Law, about: About, *, actor: Actor) -> None:
    """Write what is known of it; what has been changed is to be looked up anew."""
    told = about.guarded()
    if law.pk in _way(told["replaced_by_id"], actor):
        raise LawRepealedError(_("Lagen kan inte ersättas av sig själv, ens genom andra."))
    with one_change():
        if _differs(law, told):
            told["verified_on"] = None
        for field, value in told.items():
            setattr(law, field, value)
        law.save(update_fields=list(told))
        searchable.show_laws([law.pk], actor=actor)


def verify_law(law: Law, *, actor: Actor) -> None:
    """Say that it has been looked up in its source today, with all its provisions."""
    with one_change():
        law.verified_on = actor.today
        law.save(update_fields=["verified_on"])
        within(Provision, actor).filter(law=law).update(verified_on=actor.today)


def add_provision(law: Law, place: str, says: str = "", *, actor: Actor) -> Provision:
    """Say what a place in the law says; it is not looked up until somebody says so."""
    last = within(Provision, actor).filter(law=law).aggregate(last=Max("ordinal"))["last"]
    with one_change():
        return Provision.objects.create(
            municipality_id=actor.municipality_id,
            law=law,
            ordinal=(last or 0) + 1,
            place=guarded_line(place),
            says=guarded(says),
        )


def _way(law_id: UUID | None, actor: Actor) -> list[UUID]:
    """The laws that come one after the other from this one on."""
    after = dict(within(Law, actor).values_list("pk", "replaced_by_id"))
    way: list[UUID] = []
    while law_id is not None and law_id not in way:
        way.append(law_id)
        law_id = after.get(law_id)
    return way


def _differs(law: Law, told: Mapping[str, Any]) -> bool:
    said = ("short_name", "title", "number", "starts_on", "ends_on", "replaced_by_id")
    return any(getattr(law, field) != told[field] for field in said)
