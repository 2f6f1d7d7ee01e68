"""Initiatives in words: whom they are for, how far they have come, and what they lack."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.api import SchoolForm
from samsyn.initiatives.models import Grade, Initiative, Phase, Prevention
from samsyn.pages.api import Tag, formats

_COLOURS = {
    Phase.INITIATE: "neutral",
    Phase.PLAN: "neutral",
    Phase.ORGANISE: "info",
    Phase.SUPPORT: "success",
    Phase.FOLLOW_UP: "info",
}
_ORDER = tuple(Grade)


def phase_tag(row: Initiative, actor: Actor) -> Tag:
    """The phase in its verb; what has ended or been taken over from is said to."""
    if row.ends_on is not None and row.ends_on <= actor.today:
        return Tag(_("avslutad"), "neutral")
    if getattr(row, "is_succeeded", False):
        return Tag(_("efterträdd"), "neutral")
    if not row.phase:
        return Tag(_("fasen är inte angiven"))
    phase = Phase(row.phase)
    return Tag(phase.label, _COLOURS[phase])


def begun(row: Initiative) -> str:
    """The first day, or the year alone where that is all that is known."""
    if row.starts_on is not None:
        return formats.long_day(row.starts_on)
    return str(row.begun_year or "")


def lasts(row: Initiative) -> str:
    """From when, and until when as far as it is known."""
    if row.starts_on is None and row.begun_year:
        since = _("sedan %(year)d") % {"year": row.begun_year}
        if row.ends_on is None:
            return since
        return f"{since}, {formats.period(row)}"
    return formats.period(row) if row.starts_on or row.ends_on else ""


def grades(values: Sequence[str]) -> str:
    """Years of school that follow on each other are told as a span: F–6.

    >>> grades(["F", "1", "2", "3"])
    'F–3'
    >>> grades(["4", "8"])
    '4, 8'
    """
    places = sorted(_ORDER.index(Grade(value)) for value in values)
    return ", ".join(_span(run) for run in _runs(places))


def _runs(places: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for place in places:
        if run and place != run[-1] + 1:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _span(run: Sequence[int]) -> str:
    first, last = _ORDER[run[0]].value, _ORDER[run[-1]].value
    return first if first == last else f"{first}–{last}"


def ages(row: Initiative) -> str:
    if row.age_from is None and row.age_to is None:
        return ""
    if row.age_to is None:
        return _("från %(age)d år") % {"age": row.age_from}
    if row.age_from is None:
        return _("till och med %(age)d år") % {"age": row.age_to}
    return _("%(youngest)d–%(oldest)d år") % {"youngest": row.age_from, "oldest": row.age_to}


def whom(row: Initiative) -> Iterator[tuple[str, str]]:
    """Term and text of each thing that is said of whom it is for."""
    yield _("Målgrupp"), row.target_group
    yield _("Ålder"), ages(row)
    yield _("Skolformer"), ", ".join(str(SchoolForm(each).label) for each in row.school_forms)
    yield _("Årskurser"), grades(row.grades)
    yield _("Kön"), str(row.get_sex_display()) if row.sex else ""
    yield _("Menad för"), str(row.meant_for or "")
    yield _("Effekten jämförs med"), row.comparison
    yield _("Förebygger"), ", ".join(str(Prevention(each).label) for each in row.prevention)
    yield _("Nivå"), str(row.get_scope_display()) if row.scope else ""


def percent(share: Decimal | None) -> str:
    return f"{formats.short(share)}\N{NO-BREAK SPACE}%" if share is not None else "–"


def amount(number: Decimal | None) -> str:
    """Kronor or posts, or a dash where none are told."""
    return formats.short(number) if number is not None else "–"
