"""What is exported, imported into an empty database and exported again is the same bytes."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samsyn.access.api import Actor
from samsyn.exchange.text import quoted
from samsyn.kernel.identity import holds_personal_number
from samsyn.organisation.models import AppointmentKind, AreaKind, BodyKind, ContactKind, Office
from tests.exchange.files import HEAD, exported, import_files

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


def _maybe(draw: Any, strategy: Any) -> str | None:
    return _value(draw(strategy)) if draw(st.booleans()) else None


@st.composite
def municipalities(draw: Any) -> str:
    """A whole municipality, small and odd, as a file."""
    rows: list[str] = []
    documents = [f"handling-{n}" for n in range(draw(st.integers(0, 2)))]
    bodies = [f"organ-{n}" for n in range(draw(st.integers(1, 4)))]
    persons = [f"person-{n}" for n in range(draw(st.integers(0, 3)))]
    positions = [f"funktion-{n}" for n in range(draw(st.integers(0, 3)))]

    def source() -> str | None:
        if not documents or draw(st.booleans()):
            return None
        one = lambda: _record(  # noqa: E731
            {
                "document": draw(st.sampled_from(documents)),
                "place": _maybe(draw, _TEXTS),
                "quote": _maybe(draw, _LINES),
            }
        )
        return f"[{', '.join(one() for _ in range(draw(st.integers(1, 2))))}]"

    def contacts() -> str | None:
        kinds = st.sampled_from(ContactKind.values)
        some = [
            _record(
                {"kind": draw(kinds), "value": _value(draw(_TEXTS)), "label": _maybe(draw, _TEXTS)}
            )
            for _ in range(draw(st.integers(0, 2)))
        ]
        return f"[{', '.join(some)}]" if some else None

    def section(name: str, records: Iterator[tuple[str, dict[str, Any]]]) -> None:
        told = [f"  {key}: {_record(fields)}" for key, fields in records]
        rows.extend([f"{name}:", *told] if told else [])

    section(
        "documents",
        (
            (key, {"title": _value(draw(_TEXTS)), "number": _maybe(draw, _TEXTS)}) | {}
            if False
            else (key, {"title": _value(draw(_TEXTS)), "dated_on": _maybe(draw, _DAYS)})
            for key in documents
        ),
    )
    section(
        "areas",
        (
            (
                f"omrade-{n}",
                {
                    "kind": draw(st.sampled_from(AreaKind.values)),
                    "name": _value(draw(_TEXTS)),
                    "description": _maybe(draw, _LINES),
                    "within": f"omrade-{n - 1}" if n and draw(st.booleans()) else None,
                    "source": source(),
                },
            )
            for n in range(draw(st.integers(0, 3)))
        ),
    )
    section(
        "bodies", (_body(draw, n, key, bodies, contacts, source) for n, key in enumerate(bodies))
    )
    section(
        "positions",
        (
            (
                key,
                {
                    "body": draw(st.sampled_from(bodies)),
                    "title": _value(draw(_TEXTS)),
                    "office": _maybe(draw, st.sampled_from(Office.values)),
                    "several": "ja",
                    "contacts": contacts(),
                    "source": source(),
                },
            )
            for key in positions
        ),
    )
    section(
        "persons",
        (
            (
                key,
                {
                    "given_name": _value(draw(_TEXTS)),
                    "family_name": _value(draw(_TEXTS)),
                    "invented": _maybe(draw, st.booleans()),
                    "contacts": contacts(),
                },
            )
            for key in persons
        ),
    )
    pairs = [(position, person) for position in positions for person in persons]
    held = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=4)) if pairs else []
    rows.extend(["appointments:"] if held else [])
    for position, person in held:
        kind = _maybe(draw, st.sampled_from(AppointmentKind.values))
        share = _maybe(draw, st.integers(1, 100))
        fields = {"position": position, "person": person, "kind": kind, "share": share}
        rows.append(f"  - {_record(fields | {'source': source()})}")
    return "\n".join(rows) + "\n"


def _body(draw: Any, n: int, key: str, bodies: list[str], contacts: Any, source: Any) -> Any:
    fields: dict[str, Any] = {"kind": draw(st.sampled_from(BodyKind.values))}
    if draw(st.booleans()):
        fields |= {"name": _value(draw(_TEXTS)), "short_name": _maybe(draw, _TEXTS)}
    else:
        change = draw(_DAYS)
        before = {"name": _value(draw(_TEXTS)), "period": f"../{change}", "source": source()}
        after = {"name": _value(draw(_TEXTS)), "period": f"{change + timedelta(1)}/.."}
        fields["names"] = f"[{_record(before)}, {_record(after)}]"
    if n and draw(st.booleans()):
        place = {"under": draw(st.sampled_from(bodies[:n])), "period": draw(_periods())}
        fields["placements"] = f"[{_record(place | {'source': source()})}]"
    fields |= {"own_authority": _maybe(draw, st.booleans()), "contacts": contacts()}
    return key, fields | {"source": source()}


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=municipalities())
def test_a_municipality_that_is_made_up(actor: Actor, text: str) -> None:
    first = _after_import({"a.yaml": HEAD + text}, actor)

    again = _after_import(first, actor)

    assert again == first


def _after_import(files: dict[str, str | bytes], actor: Actor) -> dict[str, str | bytes]:
    """Import into the empty municipality, export, and leave it empty."""
    with transaction.atomic():
        import_files(files, actor)
        told = exported(actor)
        assert import_files(told, actor).changes == []
        transaction.set_rollback(True)
    return told
