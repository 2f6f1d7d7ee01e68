"""What is found of forums that look alike, and of the school year that meetings follow."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change, within
from samsyn.forums import guard
from samsyn.forums.models import Apart, Forum, SchoolBreak, SchoolTerm
from samsyn.kernel.errors import RuleBrokenError


class UnknownForumError(RuleBrokenError):
    pass


class SameForumError(RuleBrokenError):
    pass


class BreakOutsideTermError(RuleBrokenError):
    pass


def keep_apart(one: UUID, other: UUID, why: str, *, actor: Actor) -> Apart:
    """Remember that two forums have been looked at, and why they are not the same."""
    guard.refuse_person(why)
    if one == other:
        raise SameForumError(_("Välj två olika forum."))
    first, second = sorted((one, other))
    if within(Forum, actor).filter(pk__in=(one, other)).count() != len((one, other)):
        raise UnknownForumError(_("Något av det du valde finns inte."))
    with one_change():
        return Apart.objects.create(
            municipality_id=actor.municipality_id,
            forum_id=first,
            other_id=second,
            why=why,
            looked_on=actor.today,
        )


def add_school_term(
    name: str,
    *,
    starts_on: date,
    ends_on: date,
    breaks: Collection[tuple[str, date, date]] = (),
    actor: Actor,
) -> SchoolTerm:
    """Write down when the schools teach; `breaks` are the half-open days when they do not."""
    if any(first < starts_on or last > ends_on for _name, first, last in breaks):
        raise BreakOutsideTermError(_("Lovet ligger utanför terminen."))
    own = {"municipality_id": actor.municipality_id}
    with one_change():
        term = SchoolTerm.objects.create(**own, name=name, starts_on=starts_on, ends_on=ends_on)
        for named, first, last in breaks:
            SchoolBreak.objects.create(**own, term=term, name=named, starts_on=first, ends_on=last)
    return term


def remove_school_term(term: SchoolTerm, *, actor: Actor) -> None:
    """Take back a term that was written wrong."""
    with one_change():
        term.breaks.all().delete()
        term.delete()
