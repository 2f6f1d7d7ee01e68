"""What is exported, imported into an empty database and exported again is the same bytes."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.access.api import Actor
from samsyn.exchange.text import quoted
from samsyn.kernel.identity import holds_personal_number
from samsyn.organisation import actions
from samsyn.organisation.models import (
    AppointmentKind,
    AreaKind,
    Body,
    BodyKind,
    ContactKind,
    Office,
)
from tests import factories as make
from tests.access import owner
from tests.exchange.files import HEAD, exported, import_files
from tests.surroundings import ALINGSAS, TYRESO

Files = dict[str, str | bytes]

OTHER_HEAD = HEAD.replace("alingsas", "tyreso")

_DAY_ONE = date(2000, 1, 1)
_ANY_SIGN = st.characters(exclude_categories=["Cs"], exclude_characters="\x00\n\r")
_TEXTS = (
    st.one_of(
        st.text(_ANY_SIGN, min_size=1, max_size=20),
        st.sampled_from(
            ["no", "~", "null", "2023", "1:30", "a: b", "- x", "#", "'", '"', "ja", "é"]
        ),
    )
    .map(str.strip)
    .filter(bool)
    .filter(lambda said: not holds_personal_number(said))
)
_LINES = st.lists(_TEXTS, max_size=3).map("\n".join).filter(lambda t: not holds_personal_number(t))
_DAYS = st.integers(0, 9000).map(lambda n: _DAY_ONE + timedelta(n))


@st.composite
def _periods(draw: Any) -> str:
    first, last = sorted([draw(_DAYS), draw(_DAYS)])
    return draw(st.sampled_from([f"{first}/{last}", f"{first}/..", f"../{last}", "../.."]))


def _value(said: Any) -> str:
    if isinstance(said, bool):
        return "ja" if said else "nej"
    return quoted(str(said))


def _record(fields: dict[str, Any]) -> str:
    """In brackets, as a person may write it; the export has its own layout."""
    said = (f"{name}: {v}" for name, v in fields.items() if v is not None)
    return f"{{{', '.join(said)}}}"


class _Maker:
    """Draws the records of a municipality, small and odd."""

    def __init__(self, draw: Any, *, shares: bool) -> None:
        self._draw = draw
        self._shares = shares
        self.documents = self._keys("handling", 0, 2)
        self.bodies = self._keys("organ", 1, 4)
        self.positions = self._keys("funktion", 0, 3)
        self.persons = self._keys("person", 0, 3)
        self.areas = self._keys("omrade", 0, 3)
        self.terms = [_value(name) for name in draw(st.lists(_TEXTS, unique=True, max_size=3))]

    def _keys(self, name: str, least: int, most: int) -> list[str]:
        return [f"{name}-{n}" for n in range(self._draw(st.integers(least, most)))]

    def _text(self) -> str:
        return _value(self._draw(_TEXTS))

    def _maybe(self, strategy: Any) -> str | None:
        return _value(self._draw(strategy)) if self._draw(st.booleans()) else None

    def _one_of(self, choices: Any) -> str:
        return str(self._draw(st.sampled_from(choices)))

    def _source(self) -> str | None:
        if not self.documents or self._draw(st.booleans()):
            return None
        cited = [
            _record(
                {
                    "document": self._one_of(self.documents),
                    "place": self._maybe(_TEXTS),
                    "quote": self._maybe(_LINES),
                }
            )
            for _ in range(self._draw(st.integers(1, 2)))
        ]
        return f"[{', '.join(cited)}]"

    def _contacts(self) -> str | None:
        some = [
            _record(
                {
                    "kind": self._one_of(ContactKind.values),
                    "value": self._text(),
                    "label": self._maybe(_TEXTS),
                }
            )
            for _ in range(self._draw(st.integers(0, 2)))
        ]
        return f"[{', '.join(some)}]" if some else None

    def document(self, _number: int) -> dict[str, Any]:
        return {
            "title": self._text(),
            "number": self._maybe(_TEXTS),
            "dated_on": self._maybe(_DAYS),
        }

    def term(self, number: int) -> dict[str, Any]:
        first = 2003 + 4 * number
        return {"period": f"{first}-01-01/{first + 3}-12-31", "source": self._source()}

    def area(self, number: int) -> dict[str, Any]:
        return {
            "kind": self._one_of(AreaKind.values),
            "name": self._text(),
            "description": self._maybe(_LINES),
            "within": f"omrade-{number - 1}" if number and self._draw(st.booleans()) else None,
            "source": self._source(),
        }

    def body(self, number: int) -> dict[str, Any]:
        is_shared = self._shares and self._draw(st.booleans())
        return {
            "kind": self._one_of(BodyKind.values),
            **self._names(),
            "shared": "ja" if is_shared else None,
            "area": self._one_of(self.areas) if self.areas and not is_shared else None,
            "placements": self._placements(number),
            "own_authority": self._maybe(st.booleans()),
            "contacts": self._contacts(),
            "source": self._source(),
        }

    def _names(self) -> dict[str, Any]:
        if self._draw(st.booleans()):
            return {"name": self._text(), "short_name": self._maybe(_TEXTS)}
        change = self._draw(_DAYS)
        before = {"name": self._text(), "period": f"../{change}", "source": self._source()}
        after = {"name": self._text(), "period": f"{change + timedelta(1)}/.."}
        return {"names": f"[{_record(before)}, {_record(after)}]"}

    def _placements(self, number: int) -> str | None:
        if not number or self._draw(st.booleans()):
            return None
        under = self._one_of(self.bodies[:number])
        place = {"under": under, "period": self._draw(_periods()), "source": self._source()}
        return f"[{_record(place)}]"

    def position(self, _number: int) -> dict[str, Any]:
        return {
            "body": self._one_of(self.bodies),
            "title": self._text(),
            "office": self._maybe(st.sampled_from(Office.values)),
            "several": "ja",
            "period": self._draw(_periods()) if self._draw(st.booleans()) else None,
            "contacts": self._contacts(),
            "source": self._source(),
        }

    def person(self, _number: int) -> dict[str, Any]:
        return {
            "given_name": self._text(),
            "family_name": self._text(),
            "invented": self._maybe(st.booleans()),
            "contacts": self._contacts(),
        }

    def appointments(self) -> list[str]:
        pairs = [(position, person) for position in self.positions for person in self.persons]
        if not pairs:
            return []
        held = self._draw(st.lists(st.sampled_from(pairs), unique=True, max_size=4))
        return [f"  - {_record(self._appointment(*pair))}" for pair in held]

    def _appointment(self, position: str, person: str) -> dict[str, Any]:
        return {
            "position": position,
            "person": person,
            "kind": self._maybe(st.sampled_from(AppointmentKind.values)),
            "share": self._maybe(st.integers(1, 100)),
            "term": self._one_of(self.terms) if self.terms and self._draw(st.booleans()) else None,
            "source": self._source(),
        }


@st.composite
def municipalities(draw: Any, *, shares: bool = False) -> str:
    """A whole municipality as a file, with bodies that others take part in too if it shares."""
    make = _Maker(draw, shares=shares)
    rows: list[str] = []
    for section, keys, record in (
        ("documents", make.documents, make.document),
        ("terms", make.terms, make.term),
        ("areas", make.areas, make.area),
        ("bodies", make.bodies, make.body),
        ("positions", make.positions, make.position),
        ("persons", make.persons, make.person),
    ):
        told = [f"  {key}: {_record(record(number))}" for number, key in enumerate(keys)]
        rows += [f"{section}:", *told] if told else []
    held = make.appointments()
    return "\n".join([*rows, *(["appointments:", *held] if held else [])]) + "\n"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=municipalities())
def test_a_municipality_that_is_made_up(actor: Actor, text: str) -> None:
    first = _after_import({"a.yaml": HEAD + text}, actor)

    again = _after_import(first, actor)

    assert again == first


def _after_import(files: Files, actor: Actor) -> Files:
    """Import into the empty municipality, export, and leave it empty."""
    with transaction.atomic():
        import_files(files, actor)
        told = exported(actor)
        again = import_files(told, actor)
        assert again is not None
        assert again.changes == []
        transaction.set_rollback(True)
    return told


@pytest.fixture
def as_operator(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Only the operator writes what several municipalities share."""
    with django_db_blocker.unblock(), owner.working_as_owner():
        yield


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(one=municipalities(shares=True), other=municipalities())
def test_municipalities_that_share_bodies(as_operator: None, one: str, other: str) -> None:
    written: tuple[Files, Files] = (
        {"a.yaml": HEAD + one},
        {"a.yaml": OTHER_HEAD + other.replace("organ-", "annat-")},
    )
    first = _after_both(*written)
    told = ["shared: true" in str(files.get("bodies.yaml")) for files in first]
    assert told == ["shared: ja" in one] * 2

    again = _after_both(*first)

    assert again == first


def _after_both(*told: Files) -> list[Files]:
    """Import into the two empty municipalities, export them, and leave them empty."""
    with transaction.atomic():
        written = [_after_sharing(*each) for each in zip((ALINGSAS, TYRESO), told, strict=True)]
        transaction.set_rollback(True)
    return written


def _after_sharing(municipality_id: UUID, files: Files) -> Files:
    actor = make.operator(municipality_id)
    shared = Body.objects.filter(municipality__isnull=True).values_list("key", flat=True)
    actions.take_part(list(shared), actor=actor)
    import_files(files, actor)
    return exported(actor)
