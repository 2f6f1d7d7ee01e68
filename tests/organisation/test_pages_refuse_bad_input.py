from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samsyn.audit.api import Event
from samsyn.config.checks import addresses
from samsyn.organisation.models import Area, Body, Person, Position, TermOfOffice
from samsyn.sources.api import SourceDocument
from tests import factories as make
from tests.conftest import BuildOnce
from tests.organisation.pages import NEW, VALID, World, name_of, sentences
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

FORMS = sorted(VALID)
_CHOSEN = (Area, Body, Person, TermOfOffice, SourceDocument)
_TENANTS = """
select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
where a.attname = 'municipality_id' and c.relkind = 'r' and c.relname <> 'audit_event' order by 1
"""


@pytest.fixture(scope="module")
def built(build_once: BuildOnce) -> tuple[World, list[Model]]:
    """Our municipality, and every row of the other one."""
    both: tuple[World, list[Model]] = build_once(lambda: (World(), make.everything(TYRESO)))
    return both


@pytest.fixture
def world(built: tuple[World, list[Model]]) -> World:
    built[0].sign_in()
    return built[0]


@pytest.fixture
def theirs(built: tuple[World, list[Model]]) -> list[Model]:
    return built[1]


def stored() -> dict[str, list[Any]]:
    """Every row of the municipality, but for the trail."""
    make.operator()
    with connection.cursor() as cursor:
        cursor.execute(_TENANTS)
        tables = [name for (name,) in cursor.fetchall()]
        return {table: list(_rows(cursor, table)) for table in tables}


def _rows(cursor: Any, table: str) -> Iterator[Any]:
    cursor.execute(f"select t::text from {table} t order by 1")
    return iter(cursor.fetchall())


def done() -> int:
    return Event.objects.filter(outcome="done").count()


def spoilt(world: World, form: str, foreign: list[str]) -> list[dict[str, str]]:
    """Each field of the form, with each thing that it cannot take."""
    spoils: dict[type[forms.Field], list[str]] = {
        forms.CharField: ["å" * 10_000, "a\x00b@example.se"],
        forms.DateField: ["2026-02-30", "i går", "0000-01-01", "10000-01-01", "2026-13-01"],
        forms.ChoiceField: [*foreign, "' or 1=1 --"],
        forms.IntegerField: ["0", "101", "-1", "1e3", "9" * 400, "hundra"],
    }
    return [
        {name: value}
        for name, field in world.fields(form).items()
        for kind, values in spoils.items()
        if isinstance(field, kind)
        for value in values
    ]


def is_refused(answer: HttpResponse, name: str) -> bool:
    if answer.status_code != 422:
        return False
    return name in answer.context["form"].errors  # type: ignore[attr-defined]


def _of_the_organisation() -> list[URLPattern | URLResolver]:
    """And of the sources: the forms of other contexts are tried by their own tests."""
    own = {"organisation", "sources"}
    parts = get_resolver().url_patterns
    return [each for each in parts if getattr(each, "app_name", None) in own]


def test_every_form_is_tried() -> None:
    names = {pattern.name or "" for _, pattern in addresses(_of_the_organisation())}

    assert {name.removesuffix("-save") for name in names if name.endswith("-save")} == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_takes_what_is_valid(form: str, world: World) -> None:
    assert world.send(form).status_code == 302


@pytest.mark.parametrize("form", FORMS)
def test_what_a_field_cannot_take_is_refused_beside_it(
    form: str, world: World, theirs: list[Model]
) -> None:
    last = {type(row): row for row in theirs}
    foreign = [str(last[kind].pk) for kind in _CHOSEN]
    before = stored(), done()

    accepted = [
        answers
        for answers in spoilt(world, form, foreign)
        if not is_refused(world.send(form, **answers), *answers)
    ]

    assert accepted == []
    assert (stored(), done()) == before


@pytest.mark.parametrize("form", FORMS)
def test_another_kind_of_content_changes_nothing(form: str, world: World) -> None:
    before = stored(), done()

    answers = [
        world.client.post(f"{world.address(form)}spara/", data='{"name": 1}', content_type=kind)
        for kind in ("application/json", "text/xml", "multipart/form-data", "nonsense")
    ]

    assert {answer.status_code for answer in answers} <= {400, 422}
    assert (stored(), done()) == before


@pytest.mark.parametrize("form", sorted(set(FORMS) - NEW))
def test_the_form_of_a_row_of_another_municipality_is_not_there(
    form: str, world: World, theirs: list[Model]
) -> None:
    for row in theirs:
        address = reverse(name_of(form), args=[row.pk])

        assert world.client.get(address).status_code == 404
        assert world.client.post(f"{address}spara/", VALID[form]).status_code == 404


# What the rules of the organisation refuse, in their own words.
@pytest.mark.parametrize(
    "form",
    ["rename-body", "describe-position", "appoint", "correct-appointment", "create-term"],
)
def test_a_period_that_ends_before_it_begins_is_refused(form: str, world: World) -> None:
    before = stored(), done()

    answer = world.send(form, starts_on="2025-06-01", ends_on="2025-05-01")

    assert answer.status_code == 422
    assert "Perioden slutar innan den börjar." in sentences(answer)
    assert (stored(), done()) == before


def test_a_role_does_not_end_before_it_begins(world: World) -> None:
    before = stored(), done()

    answer = world.send("grant-role", starts_on="2026-06-01", ends_on="2026-05-01")

    assert sentences(answer) == ["Rollen kan inte sluta innan den börjar."]
    assert (stored(), done()) == before


@pytest.mark.parametrize("form", ["end-body", "end-position", "end-appointment"])
def test_nothing_ends_before_it_began(form: str, world: World) -> None:
    before = stored(), done()

    answer = world.send(form, ends_on="1999-12-31")

    assert answer.status_code == 422
    assert sentences(answer) == ["Perioden slutar innan den börjar."]
    assert (stored(), done()) == before


def test_a_function_for_one_is_not_held_by_two(world: World) -> None:
    world.send("appoint")

    answer = world.send("appoint", given_name="Per")

    assert answer.status_code == 422
    assert "redan" in " ".join(sentences(answer))
    assert not Person.objects.filter(given_name="Per").exists()


def test_a_name_that_leaves_a_gap_is_refused(world: World) -> None:
    before = stored()

    answer = world.send("rename-body", starts_on="2024-01-01", ends_on="2024-12-31")

    assert "glapp" in " ".join(sentences(answer))
    assert stored() == before


def test_a_name_that_overlaps_the_next_is_refused(world: World) -> None:
    world.send("rename-body", starts_on="2024-01-01")
    before = stored()

    answer = world.send("rename-body", starts_on="2023-01-01", ends_on="2025-01-01")

    assert "redan ett annat namn" in " ".join(sentences(answer))
    assert stored() == before


def test_a_hierarchy_does_not_bite_its_tail(world: World) -> None:
    below = make.body("Enheten under", parent=world.body)
    before = stored()

    answer = world.send("place-body", parent=str(below.pk))

    assert answer.status_code == 422
    assert sentences(answer)
    assert stored() == before


def test_a_body_with_living_functions_is_not_ended(world: World) -> None:
    before = stored()
    address = reverse("organisation:end-body-save", args=[world.body.pk])

    answer: Any = world.client.post(address, {"ends_on": "2026-01-31"})

    assert answer.status_code == 422
    assert "funktion" in " ".join(sentences(answer))
    assert stored() == before


def test_an_area_does_not_lie_in_itself(world: World) -> None:
    before = stored()

    answer = world.send("describe-area", parent=str(world.row("describe-area").pk))

    assert answer.status_code == 422
    assert stored() == before


DATED = [form for form in FORMS if {"starts_on", "ends_on"} & set(VALID[form])]


@pytest.mark.parametrize("form", DATED)
def test_the_ends_of_time_break_nothing(form: str, world: World) -> None:
    fields = world.fields(form)
    days = [name for name, field in fields.items() if isinstance(field, forms.DateField)]
    for first, last in (("0001-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31")):
        answers = {name: last if name == "ends_on" else first for name in days}

        assert world.send(form, **answers).status_code in {302, 422}

    for name in ("my-day", "bodies", "positions", "persons", "terms"):
        assert world.client.get(reverse(f"organisation:{name}")).status_code == 200


# Script and formulas are texts like others: they are kept, and shown and taken away harmless.
SCRIPT, FORMULA = "<script>alert(1)</script>", "=HYPERLINK(0)"
_TEXTS = {
    "create-body": ("name", "short_name"),
    "rename-body": ("name", "short_name"),
    "correct-name": ("name",),
    "create-position": ("title",),
    "describe-position": ("title",),
    "appoint": ("given_name", "family_name"),
    "create-person": ("given_name", "family_name"),
    "correct-person": ("given_name", "family_name"),
    "add-contact-to-body": ("value", "label"),
    "add-contact-to-position": ("value", "label"),
    "add-contact-to-person": ("value", "label"),
    "create-area": ("name", "code", "description"),
    "describe-area": ("name", "code", "description"),
    "create-term": ("name",),
    "create-document": ("title", "number", "publisher"),
    "describe-document": ("title", "number", "publisher"),
    "cite-body": ("place", "quote"),
    "cite-position": ("place", "quote"),
    "cite-person": ("place", "quote"),
    "cite-area": ("place", "quote"),
}
_LISTS = ("bodies", "positions", "persons", "areas", "terms", "accounts", "trail")


@pytest.mark.parametrize("text", [SCRIPT, FORMULA])
def test_script_and_formulas_are_shown_as_they_are_written(text: str, world: World) -> None:
    for form, names in _TEXTS.items():
        answer = world.send(form, **dict.fromkeys(names, text))
        if answer.status_code == 302:
            shown = world.client.get(answer["Location"]).content.decode()
            assert SCRIPT not in shown
        else:
            assert SCRIPT not in answer.content.decode()

    for page in _pages(world.client):
        assert SCRIPT not in page


def _pages(client: Client) -> Iterator[str]:
    lists = [reverse(f"organisation:{name}") for name in (*_LISTS, "my-day")]
    bodies = [reverse("organisation:body", args=[row.pk]) for row in Body.objects.all()]
    positions = [reverse("organisation:position", args=[row.pk]) for row in Position.objects.all()]
    records = [reverse("sources:document", args=[row.pk]) for row in SourceDocument.objects.all()]
    search = ["/sok/?q=script", "/sok/?q=alert(1)"]
    for address in [*lists, *bodies, *positions, "/kallor/", *records, *search]:
        yield client.get(address).content.decode()


def test_no_formula_is_taken_away(world: World) -> None:
    for form, names in _TEXTS.items():
        world.send(form, **dict.fromkeys(names, FORMULA))

    cells = [cell for name in _LISTS for cell in _taken_away(world.client, name)]

    assert any(FORMULA in cell for cell in cells)
    assert [cell for cell in cells if cell.strip('"').startswith(("=", "+", "@"))] == []


def _taken_away(client: Client, name: str) -> list[str]:
    answer = client.get(reverse(f"organisation:{name}"), {"hamta": "csv"})
    return answer.content.decode("utf-8-sig").replace("\r\n", ";").split(";")


NONSENSE = (
    {"ordna": "lösenord", "sida": "-1"},
    {"sida": "9" * 400, "ordna": "-"},
    {"namn": "a\x00b", "slag": "\x00", "visa": "x" * 10_000},
    {"namn": "%", "vem": "_", "utfall": "' or 1=1"},
    {"hamta": "exe"},
)


@pytest.mark.parametrize("name", _LISTS)
def test_a_list_ignores_nonsense(name: str, world: World) -> None:
    address = reverse(f"organisation:{name}")

    answers = [world.client.get(address, query).status_code for query in NONSENSE]

    assert set(answers) == {200}


def test_a_body_is_shown_whatever_day_is_asked_for(world: World) -> None:
    address = reverse("organisation:body", args=[world.body.pk])
    days = ("2023-02-30", "igår", "\x00", "9999-12-31", "0001-01-01", "")

    assert {world.client.get(address, {"dag": day}).status_code for day in days} == {200}


def test_another_municipality_is_not_chosen(world: World) -> None:
    address = reverse("organisation:choose-municipality")

    for wanted in (str(TYRESO), "x" * 10_000, "a\x00b", ""):
        assert world.client.post(address, {"municipality": wanted}).status_code == 302

    assert world.client.session["municipality"] == str(ALINGSAS)
