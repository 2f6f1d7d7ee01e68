"""A forum and each part of its charter may rest on a record, and the record tells of them."""

import re

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from samsyn.access.api import Role
from samsyn.forums import actions
from samsyn.forums.models import Forum, LackKind, Unit
from samsyn.sources.api import Citation
from tests import factories as make

pytestmark = pytest.mark.django_db

PANEL = re.compile(r'id="kallor">(.*?)</section>', re.DOTALL)


def panel(of: Forum, role: Role = Role.AUDITOR) -> str:
    client = Client()
    client.force_login(make.account_with(role))
    shown = client.get(reverse("forums:forum", args=[of.pk])).content.decode()
    found = PANEL.search(shown)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def charter() -> list[Model]:
    of, giver = make.forum("Nätverket"), make.operator()
    return [
        of,
        make.seat(of, of_body=make.body("Skolan")),
        actions.add_rhythm(of, Unit.TERM, {}, actor=giver),
        actions.add_standing_item(of, "Lägesbild", actor=giver),
        actions.note_lack(of, LackKind.GOALS, "Mål saknas.", actor=giver),
    ]


def test_each_source_stands_beside_what_it_is_of() -> None:
    rows, record = charter(), make.document()
    for row in rows:
        make.citation(row, record)

    told = panel(rows[0])  # type: ignore[arg-type]

    assert told.count("Verksamhetsberättelse BUS 2022") == 5
    for about in (
        "Plats: Skolan",
        "Hur ofta: en gång per termin",
        "Punkt: Lägesbild",
        "Brist: Mål saknas.",
    ):
        assert about in told


def test_many_sources_are_folded() -> None:
    of, record = make.forum(), make.document()
    for number in range(9):
        make.citation(of, record, place=f"s. {number}")

    assert "Visa 9 källor" in panel(of)


def test_the_record_tells_of_the_forum() -> None:
    of, record = make.forum("Nätverket"), make.document()
    make.citation(of, record)
    client = Client()
    client.force_login(make.account_with(Role.PARTICIPANT))

    shown = client.get(reverse("sources:document", args=[record.pk])).content.decode()

    assert reverse("forums:forum", args=[of.pk]) in shown


def test_who_leads_the_forum_says_where_it_is_from() -> None:
    held = make.position()
    of = make.forum("Nätverket", {"convener_id": held.pk})
    record = make.document()
    client = Client()
    client.force_login(make.holder_of(held, Role.PARTICIPANT))

    answer = client.post(
        f"{reverse('forums:cite-forum', args=[of.pk])}spara/",
        {"document": str(record.pk), "place": "s. 4", "quote": "nätverket"},
    )

    assert answer.status_code == 302
    make.operator()
    assert Citation.objects.get().place == "s. 4"


@pytest.mark.parametrize("part", [2, 3])
def test_what_is_taken_away_takes_its_sources_along(part: int) -> None:
    rows = charter()
    make.citation(rows[part])
    remove = actions.remove_rhythm if part == 2 else actions.remove_standing_item

    remove(rows[part], actor=make.operator())  # type: ignore[arg-type]

    assert not Citation.objects.exists()
