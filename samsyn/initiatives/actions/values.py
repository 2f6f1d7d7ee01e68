"""Every change to the values of an indicator."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, insert_many, one_change, update_many, within
from samsyn.governance.api import kept
from samsyn.initiatives.actions.protecting import protect
from samsyn.initiatives.models import (
    Breakdown,
    Indicator,
    Measure,
    Measurement,
    State,
    Value,
)
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.period import Period
from samsyn.organisation.api import Area, AreaKind

_HUNDRED, _PER = 100, 1000
_DECIMALS = Decimal("0.0001")
_SERIES = ("sex", "area_id", "school_form")
_UNDIVIDED = frozenset({Measure.COUNT, Measure.VALUE})
_FIGURES = ("state", "number", "numerator", "denominator", "answers", "response_rate")


class UnfitValueError(RuleBrokenError):
    """A figure that cannot be; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Of whom a value tells: all, or a sex, an area and a school form."""

    sex: str = ""
    area_id: UUID | None = None
    school_form: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure for a period as someone writes it; without state and number it is taken away."""

    period: Period
    series: Slice = Slice()
    state: str = State.KNOWN
    number: Decimal | None = None
    numerator: int | None = None
    denominator: int | None = None
    answers: int | None = None
    response_rate: Decimal | None = None

    @property
    def says_nothing(self) -> bool:
        return self.state == State.KNOWN and self.number is None and self.numerator is None


def enter_values(indicator: Indicator, told: Sequence[Told], *, actor: Actor) -> None:
    """Write the figures, each in place of what stood for the same series and period.

    What may be shown is worked out anew for the periods that are touched.
    """
    whole = _without_the_whole(actor)
    settled = [settle(indicator, _in_total(each, whole)) for each in told]
    with one_change():
        periods = _periods(indicator, settled, actor)
        _write(periods, settled, actor)
        protect([periods[each.period.starts_on] for each in settled], actor=actor)


def mark_break(measurement: Measurement, note: str, source: str, *, actor: Actor) -> None:
    """Say why the values from this period on are not to be compared with those before."""
    said = kept({"break_note": note, "source": source}, {"break_note"}, {"source"})
    measurement.break_note, measurement.source = said["break_note"], said["source"]
    with one_change():
        measurement.save(update_fields=list(said))


def settle(indicator: Indicator, told: Told) -> Told:
    """Refuse what cannot be, and work out the figure from what it is counted on."""
    _refuse_undeclared(indicator, told.series)
    if told.state not in {State.KNOWN, State.ABOUT} or told.says_nothing:
        return Told(told.period, told.series, told.state, response_rate=told.response_rate)
    _refuse_impossible(indicator, told)
    number = _figure(indicator.measure, told)
    return Told(told.period, told.series, told.state, number, *_rest(told))


def _rest(told: Told) -> tuple[Any, ...]:
    return told.numerator, told.denominator, told.answers, told.response_rate


def _figure(measure: str, told: Told) -> Decimal | None:
    if told.numerator is None or told.denominator is None:
        return told.number
    times = _HUNDRED if measure == Measure.SHARE else _PER
    return (Decimal(times * told.numerator) / told.denominator).quantize(_DECIMALS)


def _refuse_impossible(indicator: Indicator, told: Told) -> None:
    if told.denominator is not None and told.denominator < 1:
        raise UnfitValueError(
            _("Nämnaren är %(n)d. En andel av ingen finns inte.") % {"n": told.denominator}
        )
    if (told.numerator is None) != (told.denominator is None):
        raise UnfitValueError(_("Skriv både täljare och nämnare, eller ingen av dem."))
    if told.numerator is not None and told.numerator < 0:
        raise UnfitValueError(_("Ett antal kan inte vara mindre än noll."))
    if indicator.measure in _UNDIVIDED and told.numerator is not None:
        raise UnfitValueError(_("Ett antal eller ett värde har ingen täljare och nämnare."))
    _refuse_unfit(indicator, _figure(indicator.measure, told))


def _refuse_unfit(indicator: Indicator, number: Decimal | None) -> None:
    if number is None:
        raise UnfitValueError(_("Skriv ett tal, eller varför det inte finns något."))
    if number < 0 and indicator.measure != Measure.VALUE:
        raise UnfitValueError(_("Ett antal kan inte vara mindre än noll."))
    if indicator.measure == Measure.SHARE and number > _HUNDRED:
        raise UnfitValueError(_("En andel kan inte vara mer än 100 procent."))
    if indicator.measure == Measure.COUNT and number % 1:
        raise UnfitValueError(_("Ett antal är ett helt tal."))


def _refuse_undeclared(indicator: Indicator, series: Slice) -> None:
    said = (
        (Breakdown.SEX, series.sex),
        (Breakdown.AREA, series.area_id),
        (Breakdown.SCHOOL_FORM, series.school_form),
    )
    for breakdown, answer in said:
        if answer and breakdown not in indicator.breakdowns:
            told = {"breakdown": breakdown.label}
            raise UnfitValueError(_("Indikatorn delas inte upp på %(breakdown)s.") % told)


def _without_the_whole(actor: Actor) -> set[UUID]:
    """The area that is the municipality itself: a value of it is of all."""
    rows = within(Area, actor).filter(kind=AreaKind.MUNICIPALITY)
    return set(rows.values_list("pk", flat=True))


def _in_total(told: Told, whole: set[UUID]) -> Told:
    if told.series.area_id not in whole:
        return told
    series = Slice(told.series.sex, None, told.series.school_form)
    return Told(told.period, series, told.state, told.number, *_rest(told))


def _periods(indicator: Indicator, told: Iterable[Told], actor: Actor) -> Mapping[Any, UUID]:
    """The measurement of each period, by its first day; what is not there is begun."""
    rows = within(Measurement, actor).filter(indicator=indicator)
    had = {(m.starts_on, m.ends_on): m.pk for m in rows}
    wanted = dict.fromkeys((each.period.starts_on, each.period.ends_on) for each in told)
    insert_many(
        Measurement,
        ("starts_on", "ends_on", "break_note", "source"),
        [(*days, "", "") for days in wanted if days not in had],
        municipality_id=actor.municipality_id,
        indicator_id=indicator.pk,
    )
    found = {(m.starts_on, m.ends_on): m.pk for m in rows.all()}
    return {starts_on: pk for (starts_on, _ends_on), pk in found.items()}


def _write(periods: Mapping[Any, UUID], told: Sequence[Told], actor: Actor) -> None:
    """Write what is new or other than before; who saw a figure has not seen the one after it."""
    rows = within(Value, actor).filter(measurement__in=set(periods.values()))
    kept = ("pk", "measurement_id", *_SERIES, *_FIGURES, "is_hidden", "settled_on")
    had = {(row.measurement_id, *_series(row)): row for row in rows.values_list(*kept, named=True)}
    new, changed, gone = [], [], []
    for each in told:
        at = (periods[each.period.starts_on], *_series(each.series))
        before, figures = had.get(at), _figures(each)
        if each.says_nothing:
            gone.append(before.pk if before else None)
        elif before is None:
            new.append((*at, *figures, True, None))
        elif figures != _figures(before):
            changed.append(
                (before.pk, *figures, True, before.settled_on if before.is_hidden else None)
            )
    columns = (*_FIGURES, "is_hidden", "settled_on")
    insert_many(
        Value, ("measurement_id", *_SERIES, *columns), new, municipality_id=actor.municipality_id
    )
    update_many(Value, ("id", *columns), changed, municipality_id=actor.municipality_id)
    rows.filter(pk__in=[pk for pk in gone if pk]).delete()


def _series(of: Any) -> tuple[Any, ...]:
    return tuple(getattr(of, name) for name in _SERIES)


def _figures(of: Any) -> tuple[Any, ...]:
    return tuple(getattr(of, name) for name in _FIGURES)
