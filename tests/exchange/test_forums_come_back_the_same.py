"""Forums, meetings, decisions and follow-ups: exported, imported and exported the same bytes."""

from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.access.api import Actor
from samsyn.forums import models
from tests.exchange.files import HEAD
from tests.exchange.test_come_back_the_same import (
    _DAYS,
    _LINES,
    _TEXTS,
    _after_import,
    _periods,
    _record,
    _value,
)

_CLOCKS = st.times().map(lambda at: f"{at:%H:%M}")
_MOMENTS = st.integers(0, 10**9).map(
    lambda seconds: (datetime(2000, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).isoformat()
)
_BODIES = """
documents: {handling: {title: Handlingen}}
bodies: {skolan: {kind: unit, name: Skolan}, polisen: {kind: police, name: Polisen}}
positions: {rektor: {body: skolan, title: Rektor}, polis: {body: polisen, title: Kommunpolis}}
persons: {anna: {given_name: Anna, family_name: Lind}, bo: {given_name: Bo, family_name: Ek}}
"""
_SOURCE = "{document: handling, place: s. 1, quote: samverkan}"


class _Maker:
    """Draws forums and what comes of them, small and odd."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw
        self.forums = self._keys("forum", 1, 3)
        self.meetings = self._keys("mote", 0, 3)
        self.decisions = self._keys("beslut", 0, 2) if self.meetings else []
        self.follow_ups = self._keys("gora", 0, 2)
        self.terms = [_value(name) for name in draw(st.lists(_TEXTS, unique=True, max_size=2))]

    def _keys(self, name: str, least: int, most: int) -> list[str]:
        return [f"{name}-{n}" for n in range(self._draw(st.integers(least, most)))]

    def _one_of(self, choices: Any) -> Any:
        return self._draw(st.sampled_from(choices))

    def _maybe(self, strategy: Any) -> str | None:
        return _value(self._draw(strategy)) if self._draw(st.booleans()) else None

    def _choice(self, choices: Any) -> str | None:
        return self._maybe(st.sampled_from(choices.values))

    def _function(self) -> str | None:
        return self._maybe(st.sampled_from(["rektor", "polis"]))

    def _period(self) -> str | None:
        return str(self._draw(_periods())) if self._draw(st.booleans()) else None

    def _source(self) -> str | None:
        return _SOURCE if self._draw(st.booleans()) else None

    def _list(self, part: Any) -> str:
        some = [_record(part() | {"source": self._source()}) for _ in range(self._few())]
        return f"[{', '.join(some)}]"

    def _few(self) -> int:
        return int(self._draw(st.integers(0, 2)))

    def forum(self, number: int) -> dict[str, Any]:
        low, high = sorted([self._draw(st.integers(0, 120)), self._draw(st.integers(0, 120))])
        texts = ("basis_text", "purpose", "goals", "target_group", "decides", "refers", "follow_up")
        duties = ("convener", "chair", "secretary", "follow_up_owner")
        return {
            "name": _value(self._draw(_TEXTS)),
            "short_name": self._maybe(_TEXTS),
            "level": self._one_of(models.Level.values),
            "kind": self._one_of(models.ForumKind.values),
            "period": self._period(),
            "above": f"forum-{number - 1}" if number and self._draw(st.booleans()) else None,
            "basis": self._choice(models.Basis),
            **{name: self._maybe(_LINES) for name in texts},
            **{name: self._function() for name in duties},
            "age_from": self._maybe(st.just(low)),
            "age_to": self._maybe(st.just(high)),
            "school_forms": self._words(st.sampled_from(models.SchoolForm.values)),
            "focus_areas": self._words(_TEXTS),
            "documentation": self._choice(models.Documentation),
            "reach": self._choice(models.Reach),
            "shows_contributions": self._maybe(st.booleans()),
            "follow_up_on": self._maybe(_DAYS),
            "former_names": self._list(self._former_name),
            "seats": self._list(self._seat),
            "rhythms": self._list(self._rhythm),
            "agenda": self._list(self._standing),
            "lacks": self._list(self._lack),
            "source": self._source(),
        }

    def _words(self, of: Any) -> str:
        return f"[{', '.join(_value(word) for word in self._draw(st.lists(of, max_size=3)))}]"

    def _former_name(self) -> dict[str, Any]:
        return {"name": _value(self._draw(_TEXTS)), "period": self._period()}

    def _seat(self) -> dict[str, Any]:
        return {
            "body": self._one_of(["skolan", "polisen"]),
            "position": self._function(),
            "wording": self._maybe(_TEXTS),
            "count": self._maybe(st.integers(1, 100)),
            "kind": self._choice(models.SeatKind),
            "contact_name": self._maybe(_TEXTS),
            "period": self._period(),
        }

    def _rhythm(self) -> dict[str, Any]:
        per = self._one_of(models.Unit.values)
        return {
            "per": per,
            # What would never occur is refused: test_refuse_forums.
            "times": self._maybe(st.integers(1, 1 if per == models.Unit.NEED else 5)),
            "every": self._maybe(st.integers(1, 9)),
            "weekday": self._maybe(st.integers(1, 5)),
            "at": self._maybe(_CLOCKS),
            "audience": self._maybe(_TEXTS),
            "words": self._maybe(_TEXTS),
        }

    def _standing(self) -> dict[str, Any]:
        return {"title": _value(self._draw(_TEXTS)), "note": self._maybe(_LINES)}

    def _lack(self) -> dict[str, Any]:
        mended = self._draw(st.booleans())
        return {
            "kind": self._one_of(models.LackKind.values),
            "text": _value(self._draw(_TEXTS)),
            "body": self._maybe(st.sampled_from(["skolan", "polisen"])),
            "noted_on": self._maybe(_DAYS),
            "mended_on": _value(self._draw(_DAYS)) if mended else None,
            "how": _value(self._draw(_TEXTS)) if mended else None,
        }

    def meeting(self, number: int) -> dict[str, Any]:
        off = self._draw(st.booleans())
        return {
            "forum": self._one_of(self.forums),
            "date": _value(self._draw(_DAYS)),
            "starts_at": _value("08:00"),
            "ends_at": self._maybe(st.just("16:30")),
            "state": "cancelled" if off else self._maybe(st.just("held")),
            "why_not": self._maybe(_LINES) if off else None,
            **{name: self._maybe(_TEXTS) for name in ("title", "audience", "place")},
            "mode": self._choice(models.Mode),
            "items_by": self._maybe(_MOMENTS),
            "contributions_by": self._maybe(_MOMENTS),
            "agenda": self._list(lambda: self._item(number)),
            "attendances": self._list(self._attendance),
            "went_well": self._maybe(_LINES),
            "invented": self._maybe(st.booleans()),
            "source": self._source(),
        }

    def _item(self, number: int) -> dict[str, Any]:
        return {
            "title": _value(self._draw(_TEXTS)),
            "background": self._maybe(_LINES),
            "notes": self._maybe(_LINES),
            "state": self._choice(models.ItemState),
            "standing": self._maybe(st.booleans()),
            "proposed_by": self._maybe(_TEXTS),
            "carried_from": "mote-0" if number and self._draw(st.booleans()) else None,
        }

    def _attendance(self) -> dict[str, Any]:
        return {
            "body": self._one_of(["skolan", "polisen"]),
            "position": self._function(),
            "person": self._maybe(st.just("anna")),
            "wording": self._maybe(_TEXTS),
            "answer": self._choice(models.Answer),
            "status": self._choice(models.Presence),
            "contribution": self._maybe(_LINES),
            "contributed": self._maybe(_MOMENTS),
        }

    def decision(self, number: int) -> dict[str, Any]:
        return {
            "forum": self._one_of(self.forums),
            "meeting": self._one_of(self.meetings),
            "year": "2026",
            "number": str(number + 1),
            "at_item": None,
            "text": _value(self._draw(_TEXTS)),
            "source": self._source(),
        }

    def follow_up(self, _number: int) -> dict[str, Any]:
        closed = self._draw(st.booleans())
        return {
            "forum": self._one_of(self.forums),
            "meeting": self._maybe(st.sampled_from(self.meetings)) if self.meetings else None,
            "what": _value(self._draw(_TEXTS)),
            "why": self._maybe(_LINES),
            "owner": self._one_of(["rektor", "polis"]),
            "carried_by": self._maybe(st.sampled_from(self.forums)),
            "due": _value(self._draw(_DAYS)),
            "overruns": self._maybe(st.integers(0, 999)),
            "closed_on": _value(self._draw(_DAYS)) if closed else None,
            "closed_as": self._one_of(models.Closing.values) if closed else None,
            "result": _value(self._draw(_TEXTS)) if closed else None,
            "new_days": self._new_days(),
            "source": self._source(),
        }

    def apart(self) -> list[str]:
        """Each two of the forums at most once, in either order."""
        pairs = [pair for pair in combinations(self.forums, 2) if self._draw(st.booleans())]
        return [
            _record(
                {
                    "forums": f"[{', '.join(self._draw(st.permutations(pair)))}]",
                    "why": _value(self._draw(_TEXTS)),
                    "looked_on": _value(self._draw(_DAYS)),
                }
            )
            for pair in pairs
        ]

    def hand_overs(self) -> list[str]:
        days = self._draw(st.lists(_DAYS, unique=True, max_size=2))
        return [_record(self._hand_over(day)) for day in days]

    def _hand_over(self, day: date) -> dict[str, Any]:
        accepted = self._draw(st.booleans())
        return {
            "position": self._one_of(["rektor", "polis"]),
            "leaver": "anna",
            "last_day": _value(day),
            "notes": self._maybe(_LINES),
            "begun": _value(self._draw(_MOMENTS)),
            "successor": "bo" if accepted else None,
            "accepted": _value(self._draw(_MOMENTS)) if accepted else None,
        }

    def minutes(self) -> list[str]:
        return [
            _record(self._minutes(meeting, version))
            for meeting in self.meetings
            for version in range(1, self._few() + 1)
        ]

    def _minutes(self, meeting: str, version: int) -> dict[str, Any]:
        approved = _value(self._draw(_MOMENTS)) if self._draw(st.booleans()) else None
        approval = {"position": self._one_of(["rektor", "polis"]), "approved": approved}
        sent = {"list": self._one_of(models.DispatchList.values), "sent": approved, "count": "1"}
        return {
            "meeting": meeting,
            "version": version,
            "why": _value(self._draw(_TEXTS)) if version > 1 else None,
            "made": _value(self._draw(_MOMENTS)),
            "approved": approved,
            "approvals": f"[{_record(approval)}]",
            "dispatches": f"[{_record(sent)}]" if approved else None,
            "content": _record(self._content()) if self._draw(st.booleans()) else None,
        }

    def _content(self) -> dict[str, Any]:
        return {
            "occasion": _record(
                {
                    "forum": _value(self._draw(_TEXTS)),
                    "date": _value(self._draw(_DAYS)),
                    "starts_at": self._maybe(_CLOCKS),
                    "place": self._maybe(_TEXTS),
                    "mode": self._choice(models.Mode),
                }
            ),
            "attendees": self._some(self._attendee),
            "points": self._some(self._point),
            "rulings": self._some(self._ruling),
            "tasks": self._some(self._task),
            "debt": self._some(self._task),
        }

    def _some(self, part: Any) -> str:
        return f"[{', '.join(_record(part()) for _ in range(self._few()))}]"

    def _attendee(self) -> dict[str, Any]:
        return {"person": self._maybe(_TEXTS), "status": self._choice(models.Presence)}

    def _point(self) -> dict[str, Any]:
        return {
            "item": str(self._draw(st.integers(0, 99))),
            "title": _value(self._draw(_TEXTS)),
            "notes": self._maybe(_LINES),
            "state": self._choice(models.ItemState),
            "rulings": self._some(self._ruling),
            "tasks": self._some(self._task),
        }

    def _ruling(self) -> dict[str, Any]:
        return {"number": _value(self._draw(_TEXTS)), "text": _value(self._draw(_TEXTS))}

    def _task(self) -> dict[str, Any]:
        return {
            "what": _value(self._draw(_TEXTS)),
            "owner": _value(self._draw(_TEXTS)),
            "due": _value(self._draw(_DAYS)),
            "why": self._maybe(_LINES),
            "days_late": self._maybe(st.integers(0, 99)),
        }

    def term(self, number: int) -> dict[str, Any]:
        first = date(2020 + number, 1, self._draw(st.integers(1, 31)))
        last = first + timedelta(self._draw(st.integers(0, 300)))
        some = [
            _record({"name": _value(self._draw(_TEXTS)), "period": f"{first}/{first}"})
            for _ in range(self._few())
        ]
        return {"period": f"{first}/{last}", "breaks": f"[{', '.join(some)}]"}

    def _new_days(self) -> str:
        some = [
            _record(
                {
                    "was_due": _value(self._draw(_DAYS)),
                    "due": _value(self._draw(_DAYS)),
                    "why": _value(self._draw(_TEXTS)),
                    "given": _value(self._draw(_MOMENTS)),
                }
            )
            for _ in range(self._few())
        ]
        return f"[{', '.join(some)}]"


@st.composite
def collaborations(draw: Any) -> str:
    """What a municipality has of forums, as a file."""
    make = _Maker(draw)
    rows = [_BODIES]
    for section, keys, record in (
        ("forums", make.forums, make.forum),
        ("meetings", make.meetings, make.meeting),
        ("decisions", make.decisions, make.decision),
        ("follow_ups", make.follow_ups, make.follow_up),
        ("school_terms", make.terms, make.term),
    ):
        told = [f"  {key}: {_record(record(number))}" for number, key in enumerate(keys)]
        rows += [f"{section}:", *told] if told else []
    for section, records in (
        ("apart", make.apart()),
        ("hand_overs", make.hand_overs()),
        ("minutes", make.minutes()),
    ):
        rows += [f"{section}:", *(f"  - {record}" for record in records)] if records else []
    return "\n".join(rows) + "\n"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=collaborations())
def test_forums_that_are_made_up(actor: Actor, text: str) -> None:
    first = _after_import({"a.yaml": HEAD + text}, actor)

    again = _after_import(first, actor)

    assert again == first
