"""A row of figures as people write it, read into what is stored, or refused in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.api import SchoolForm
from samsyn.initiatives.actions.values import Slice, Told, UnfitValueError
from samsyn.initiatives.domain.figures import NotAFigureError, read_count, read_figure
from samsyn.initiatives.domain.spans import NotASpanError, read_span
from samsyn.initiatives.models import Sex, State
from samsyn.kernel.period import Period
from samsyn.organisation.api import queries as organisation

_ALL = frozenset({"", "alla", "totalt", "total", "samtliga", "t", "båda"})
_SEXES = {
    **dict.fromkeys(("flickor", "flicka", "f", "k", "kvinnor", "kvinna", "girls"), Sex.GIRLS),
    **dict.fromkeys(("pojkar", "pojke", "p", "m", "män", "man", "boys"), Sex.BOYS),
}
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Places:
    """The areas of the municipality by what they are called, for a whole file at once."""

    areas: Mapping[str, UUID]

    @classmethod
    def of(cls, actor: Actor) -> "Places":
        found: dict[str, UUID] = {}
        for area in organisation.areas(actor):
            for name in (area.name, area.code, area.key):
                if name:
                    found.setdefault(name.lower(), area.pk)
        return cls(found)


def told_of(said: Mapping[str, str], places: Places) -> Told:
    """Read a row by the names of its columns; what is not there is empty."""
    text = {name: value.strip() for name, value in said.items()}
    figure = _read(read_figure, text.get("value", ""))
    counts = {
        name: _read(read_count, text.get(name, ""))
        for name in ("numerator", "denominator", "answers")
    }
    rate = _read(read_figure, text.get("response_rate", ""))
    return Told(
        _period(text),
        _series(text, places),
        State(figure.state) if figure else State.KNOWN,
        figure.number if figure else None,
        **counts,
        response_rate=rate.number if rate else None,
    )


def _read(how: Any, text: str) -> Any:
    try:
        return how(text)
    except NotAFigureError as fault:
        told = {"text": text[:_LONGEST_SHOWN]}
        raise UnfitValueError(_("”%(text)s” är inget tal som går att läsa.") % told) from fault


def _period(text: Mapping[str, str]) -> Period:
    said = text.get("period", "") or " till ".join(
        day for day in (text.get("starts_on", ""), text.get("ends_on", "")) if day
    )
    try:
        return read_span(said)
    except NotASpanError as fault:
        told = {"text": said[:_LONGEST_SHOWN]}
        raise UnfitValueError(
            _("”%(text)s” är ingen period. Skriv till exempel 2025, 2024/25 eller ht 2025.") % told
        ) from fault


def _series(text: Mapping[str, str], places: Places) -> Slice:
    sex, area, form = (text.get(name, "").lower() for name in ("sex", "area", "school_form"))
    return Slice(
        "" if sex in _ALL else _known(sex, _SEXES),
        None if area in _ALL else _known(area, places.areas),
        "" if form in _ALL else _known(form, _forms()),
    )


def _forms() -> Mapping[str, str]:
    by_label = {str(each.label).lower(): each.value for each in SchoolForm}
    return {**by_label, **{each.value: each.value for each in SchoolForm}}


def _known(said: str, words: Mapping[str, Any]) -> Any:
    if said in words:
        return words[said]
    told = {"text": said[:_LONGEST_SHOWN]}
    raise UnfitValueError(_("”%(text)s” är inget kön, område eller skolform här.") % told)
