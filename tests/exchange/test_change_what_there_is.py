"""What an import does with what the municipality already has."""

from datetime import date

import pytest

from samsyn.access.api import Actor, Role
from samsyn.audit.api import changes_to
from samsyn.exchange import api as exchange
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Appointment, Body, BodyName, Person, Placement, Position
from samsyn.search.api import find
from tests import factories as make
from tests.exchange.conftest import Refused
from tests.exchange.files import exported, import_text
from tests.surroundings import ALINGSAS

_BASE = """
bodies:
  namnd: {kind: board, name: Socialnämnden, period: 2020-01-01/..,
    contacts: [{kind: web, value: a}]}
  enhet: {kind: unit, name: Enheten, under: namnd, period: 2020-01-01/..}
positions:
  ordf: {body: namnd, title: Ordförande, period: 2020-01-01/..}
persons:
  anna: {given_name: Anna, family_name: Lind}
  bo: {given_name: Bo, family_name: Ek}
appointments:
  - {position: ordf, person: anna, period: 2020-01-01/..}
"""


@pytest.fixture(autouse=True)
def _imported(actor: Actor) -> None:
    import_text(_BASE, actor)


def _whats(plan: exchange.Plan) -> list[tuple[str, str]]:
    return [(change.key, str(change.what)) for change in plan.changes]


def test_twice_changes_nothing(actor: Actor) -> None:
    before = (exported(actor), len(exchange.imports(make.actor(Role.AUDITOR))))

    assert import_text(_BASE, actor).changes == []

    assert (exported(actor), len(exchange.imports(make.actor(Role.AUDITOR)))) == before


def test_what_is_absent_is_left_and_a_tilde_empties(actor: Actor) -> None:
    plan = import_text("bodies:\n  namnd: {contacts: ~}\n", actor)

    assert _whats(plan) == [("namnd", "changed")]
    assert [d.field for d in plan.changes[0].differences()] == ["contacts"]
    assert Body.objects.get(key="namnd").contact_points.count() == 0
    assert BodyName.objects.filter(body__key="namnd").count() == 1


def test_one_name_is_mended(actor: Actor) -> None:
    import_text("bodies:\n  namnd: {name: Nämnden}\n", actor)

    assert [row.name for row in BodyName.objects.filter(body__key="namnd")] == ["Nämnden"]


def test_a_name_among_several_is_not_guessed(actor: Actor, refused: Refused) -> None:
    names = "[{name: A, period: ../2021}, {name: B, period: 2022/..}]"
    import_text(f"bodies:\n  namnd: {{names: {names}}}\n", actor)

    assert import_text("bodies:\n  namnd: {name: B}\n", actor).changes == []
    assert "skriv alla namn" in refused("bodies:\n  namnd: {name: C}\n")[0]


def test_a_body_ends_with_all_that_the_file_says_of_it(actor: Actor) -> None:
    plan = import_text(_BASE.replace("board, name: Socialnämnden, period: 2020-01-01/..",
        "board, name: Socialnämnden, period: 2020-01-01/2025-12-31"), actor)  # fmt: skip

    assert dict(_whats(plan)) == {
        "namnd": "ended", "enhet": "changed", "ordf": "ended", "ordf anna": "ended",
    }  # fmt: skip
    assert Appointment.objects.get().ends_on == date(2026, 1, 1)
    assert Placement.objects.get().ends_on == date(2026, 1, 1)


def test_a_body_does_not_end_over_what_the_file_does_not_mention(refused: Refused) -> None:
    told = refused("bodies:\n  namnd: {period: 2020-01-01/2025-12-31}\n")

    assert "ordf finns 2020-01-01/.., och blir kvar" in told[0]


def test_holders_change_places(actor: Actor) -> None:
    import_text(
        """
appointments:
  - {position: ordf, person: anna, period: 2020-01-01/2024-12-31}
  - {position: ordf, person: bo, period: 2025-01-01/..}
""",
        actor,
    )

    plan = import_text(
        """
appointments:
  - {position: ordf, person: anna, period: 2020-01-01/2025-06-30}
  - {position: ordf, person: bo, period: 2025-07-01/..}
""",
        actor,
    )

    assert _whats(plan) == [("ordf anna", "changed"), ("ordf bo", "changed")]
    assert Appointment.objects.count() == 2


def test_an_appointment_is_known_by_its_first_day(actor: Actor) -> None:
    held = Appointment.objects.get()

    import_text("appointments:\n  - {position: ordf, person: anna, share: 50}\n", actor)

    assert Appointment.objects.get().pk == held.pk
    assert Appointment.objects.get().share_percent == 50


def test_a_name_that_is_kept_keeps_its_row(actor: Actor) -> None:
    kept = BodyName.objects.get(body__key="namnd")
    names = "[{name: Socialnämnden, period: ../2023}, {name: Välfärdsnämnden, period: 2024/..}]"
    import_text(f"bodies:\n  namnd: {{names: {names}}}\n", actor)
    first = BodyName.objects.get(name="Socialnämnden")
    again = names.replace("Välfärdsnämnden", "Omsorgsnämnden")

    import_text(f"bodies:\n  namnd: {{names: {again}}}\n", actor)

    assert BodyName.objects.get(name="Socialnämnden").pk == first.pk
    assert kept.body_id == first.body_id


def test_the_search_finds_what_was_imported(actor: Actor) -> None:
    reader = make.actor(Role.COORDINATOR)

    import_text("bodies:\n  namnd: {name: Välfärdsnämnden}\n", actor)

    assert find(reader, "Välfärdsnämnden")[0].object_id == Body.objects.get(key="namnd").pk
    assert find(reader, "Anna Lind")[0].object_id == Person.objects.get(key="anna").pk
    assert "Välfärdsnämnden" in find(reader, "Ordförande")[0].detail


def test_one_who_is_appointed_is_found_by_the_function(actor: Actor) -> None:
    text = "appointments:\n  - {position: ordf, person: bo, kind: deputy, period: 2024-01-01/..}\n"
    import_text(text, actor)

    found = [each.title for each in find(make.actor(Role.COORDINATOR), "Ordförande")]

    assert "Bo Ek" in found


def test_it_leaves_a_record_and_a_trace_for_each_record(actor: Actor) -> None:
    import_text("persons:\n  anna: {family_name: Ek}\n", actor)

    anna = Person.objects.get(key="anna")
    change = exchange.changes_to(make.actor(Role.AUDITOR), anna.pk).get(what="changed")
    assert change.details == [{"field": "family_name", "before": "Lind", "after": "Ek"}]
    assert change.of.file_names == ["a.yaml"]
    assert [event.action for event in changes_to(ALINGSAS, [anna.pk])] == [
        "exchange.import_file"
    ] * 2
    assert change.of.counts == {"persons": {"changed": 1}}


def test_what_the_pages_made_is_taken_along(actor: Actor) -> None:
    body = make.body("Fritidsgården", parent=Body.objects.get(key="namnd"))
    actions.rename_body(body, "Gården", starts_on=date(2024, 1, 1), short_name="G", actor=actor)
    make.contact(make.position(body, "Fritidsledare"))

    told = exported(actor)

    assert "  - {name: Gården, short_name: G, period: 2024-01-01/..}" in told["bodies.yaml"]
    assert "fritidsgarden-fritidsledare:" in told["positions.yaml"]
    assert Position.objects.count() == 2
    assert queries.bodies(make.actor(Role.AUDITOR)).count() == 3
