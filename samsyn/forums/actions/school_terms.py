"""The school year, which the suggested days of meetings follow."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.forums.models import SchoolBreak, SchoolTerm
from samsyn.kernel.errors import RuleBrokenError

Breaks = Collection[tuple[str, date, date]]


class BreakOutsideTermError(RuleBrokenError):
    pass


def add_school_term(
    name: str, *, starts_on: date, ends_on: date, breaks: Breaks = (), actor: Actor
) -> SchoolTerm:
    """Write down when the schools teach; `breaks` are the half-open days when they do not."""
    term = SchoolTerm(municipality_id=actor.municipality_id)
    return _write(term, name, starts_on, ends_on, breaks)


def change_school_term(
    term: SchoolTerm, name: str, *, starts_on: date, ends_on: date, breaks: Breaks, actor: Actor
) -> SchoolTerm:
    """Write the term anew, with these breaks and no others."""
    return _write(term, name, starts_on, ends_on, breaks)


def _write(
    term: SchoolTerm, name: str, starts_on: date, ends_on: date, breaks: Breaks
) -> SchoolTerm:
    if any(first < starts_on or last > ends_on for _name, first, last in breaks):
        raise BreakOutsideTermError(_("Lovet ligger utanför terminen."))
    term.name, term.starts_on, term.ends_on = name, starts_on, ends_on
    with one_change():
        term.save()
        term.breaks.all().delete()
        SchoolBreak.objects.bulk_create(
            SchoolBreak(
                municipality_id=term.municipality_id,
                term=term,
                name=named,
                starts_on=first,
                ends_on=last,
            )
            for named, first, last in breaks
        )
    return term


def remove_school_term(term: SchoolTerm, *, actor: Actor) -> None:
    """Take back a term that was written wrong."""
    with one_change():
        term.breaks.all().delete()
        term.delete()
