"""What the file holds of minutes: what they say, who has approved them and where they were sent.

What stood there when they were made is told by names and not by keys: it stays as it was when
people, forums and functions are called otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_minutes
from samsyn.exchange.fields import (
    Choice,
    Clock,
    Day,
    Field,
    Listed,
    Moment,
    Number,
    Parts,
    Reference,
    Text,
    Whole,
)
from samsyn.exchange.kinds import Kind, Table, declare
from samsyn.exchange.kinds.forums import function, long_text
from samsyn.forums import api as forums

# Several names may stand in one line.
_LONGEST_LINE = 2_000
_MOST_VERSIONS, _MOST_ITEMS, _MOST_DAYS, _MOST_SENT = 999, 9_999, 99_999, 100_000


@dataclass(frozen=True)
class _Content(Whole):
    """What the minutes say; the database keeps it as one JSON value."""

    def take(self, row: Sequence[Any], at: int) -> Any:
        return _values(self.fields, forums.record_from_json(row[at])) if row[at] else ()

    def give(self, value: Any) -> tuple[Any, ...]:
        return (forums.as_json(_said(self.fields, value)) if value else {},)


def _values(fields: tuple[Field, ...], record: Any) -> tuple[Any, ...]:
    return tuple(_value(field, getattr(record, field.column or field.name)) for field in fields)


def _value(field: Field, told: Any) -> Any:
    match field:
        case Whole():
            return _values(field.fields, told)
        case Parts():
            return tuple(_values(field.fields, each) for each in told)
        case _:
            return told


def _said(fields: tuple[Field, ...], values: tuple[Any, ...]) -> dict[str, Any]:
    told = zip(fields, values, strict=True)
    return {field.column or field.name: _plain(field, value) for field, value in told}


def _plain(field: Field, value: Any) -> Any:
    match field:
        case Whole():
            return _said(field.fields, value)
        case Parts():
            return [_said(field.fields, each) for each in value]
        case _:
            return value


def _line(name: str, label: Any, **more: Any) -> Text:
    return Text(name, label, longest=_LONGEST_LINE, **more)


def _days(name: str, label: Any) -> Number:
    return Number(name, label, most=_MOST_DAYS, empty=0)


RULINGS = Listed(
    "rulings",
    _("beslut"),
    fields=(
        _line("number", _("år och nummer"), column="name", is_required=True),
        long_text("text", _("vad som beslutades"), is_required=True),
    ),
)
_TASK = (
    _line("what", _("vad som ska göras"), is_required=True),
    _line("owner", _("funktionen som äger den"), is_required=True),
    _line("body", _("organet")),
    Day("due", _("senast"), column="due_on", is_required=True),
    long_text("why", _("varför")),
    _line("holder", _("vem som hade funktionen")),
    _days("overruns", _("gånger den fått ny dag efter den gamla")),
    _days("days_late", _("dagar för sent")),
)
TASKS = Listed("tasks", _("uppföljningar"), fields=_TASK)
OCCASION = Whole(
    "occasion",
    _("vilket möte det är"),
    is_required=True,
    fields=(
        _line("forum", _("forumets namn då"), is_required=True),
        Day("date", _("dagen"), column="meets_on", is_required=True),
        Clock("starts_at", _("börjar"), column="starts"),
        Clock("ends_at", _("slutar"), column="ends"),
        _line("title", _("tema")),
        _line("audience", _("för vilka")),
        _line("place", _("plats")),
        Choice("mode", _("form"), choices=forums.Mode, empty=forums.Mode.ROOM.value),
    ),
)
ATTENDEES = Listed(
    "attendees",
    _("vilka som kallades och kom"),
    fields=(
        _line("person", _("personen")),
        _line("function", _("funktionen")),
        _line("body", _("organet")),
        Choice("status", _("närvaro"), column="presence", choices=forums.Presence),
    ),
)
POINTS = Listed(
    "points",
    _("punkter med anteckningar"),
    fields=(
        Number(
            "item",
            _("punktens nummer på dagordningen"),
            column="ordinal",
            most=_MOST_ITEMS,
            empty=None,
            is_required=True,
        ),
        _line("title", _("punkt"), is_required=True),
        long_text("background", _("bakgrund")),
        long_text("notes", _("anteckningar")),
        Choice(
            "state",
            _("hur punkten slutade"),
            choices=forums.ItemState,
            empty=forums.ItemState.OPEN.value,
        ),
        _line("moved_to", _("forumet som den flyttades till")),
        _line("proposed_by", _("vem som föreslog den")),
        RULINGS,
        TASKS,
    ),
)

MINUTES = Kind(
    section="minutes",
    show=forums.show_nothing,
    model=forums.Minutes,
    label=_("anteckningar och protokoll"),
    key="",
    known_by=("version", "meeting"),
    order=("meeting__key", "version"),
    fields=(
        Reference("meeting", _("mötet"), section="meetings", is_required=True),
        Number("version", _("version"), least=1, most=_MOST_VERSIONS, empty=None, is_required=True),
        long_text("why", _("varför de rättades")),
        Moment("made", _("när de färdigställdes"), column="made_at", is_required=True),
        Moment("approved", _("när alla hade justerat"), column="approved_at"),
        Parts(
            "approvals",
            _("vilka som justerar"),
            fields=(
                function("position", _("funktionen"), is_required=True),
                Reference("person", _("personen"), section="persons"),
                Moment("approved", _("när den justerade"), column="approved_at"),
            ),
        ),
        Parts(
            "dispatches",
            _("vart de har skickats ut"),
            fields=(
                Choice(
                    "list",
                    _("lista"),
                    column="reach",
                    choices=forums.DispatchList,
                    is_required=True,
                ),
                Moment("sent", _("när"), column="sent_at", is_required=True),
                Number(
                    "count",
                    _("till hur många"),
                    least=1,
                    most=_MOST_SENT,
                    empty=None,
                    is_required=True,
                ),
            ),
        ),
        _Content(
            "content",
            _("det som stod där när de färdigställdes"),
            fields=(
                OCCASION,
                ATTENDEES,
                POINTS,
                RULINGS,
                TASKS,
                Listed("debt", _("det som var öppet sedan tidigare"), fields=_TASK),
            ),
        ),
    ),
    check=checking_minutes.minutes,
    tables={
        "approvals": Table(forums.Approval, "minutes"),
        "dispatches": Table(forums.Dispatch, "minutes"),
    },
)

declare(MINUTES)
