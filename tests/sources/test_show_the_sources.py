"""What the pages of the organisation tell of the sources, and who is offered to change them."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.access.api import Role
from samsyn.organisation import actions
from samsyn.organisation.web.addresses import address_of
from samsyn.sources.api import Citation
from tests import factories as make

pytestmark = pytest.mark.django_db

PANEL = re.compile(r'id="kallor">(.*?)</section>', re.DOTALL)


def client_of(role: Role) -> Client:
    client = Client()
    client.force_login(make.account_with(role))
    return client


def panel(row: Model, role: Role = Role.AUDITOR) -> str:
    """The text of the panel on the page of the row, or nothing."""
    shown = client_of(role).get(address_of(row)).content.decode()
    found = PANEL.search(shown)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()).replace(" ,", ",") if found else ""


def one_of_each() -> list[Model]:
    return [make.body(), make.position(), make.person(), make.area()]


def test_a_page_tells_the_record_the_place_and_the_words() -> None:
    for row in one_of_each():
        make.citation(row, place="s. 1", quote="samverkan")

        assert panel(row) == "Källor Verksamhetsberättelse BUS 2022, s. 1 ”samverkan”"


def test_a_page_without_sources_has_no_panel_for_those_who_only_read() -> None:
    assert [panel(row) for row in one_of_each()] == [""] * 4


def test_those_who_keep_the_sources_are_offered_to_add_one() -> None:
    told = [panel(row, Role.COORDINATOR) for row in one_of_each()]

    assert told == ["Källor Ingen källa är angiven. Lägg till källa"] * 4


def test_the_sources_of_a_name_and_of_a_place_are_told_beside_what_they_are_of() -> None:
    body = make.body(parent=make.body("Kommunstyrelsen"))
    make.citation(body, place="s. 1", quote="")
    make.citation(body.names.get(), place="s. 2", quote="")
    make.citation(body.placements.get(), place="s. 3", quote="")

    title = "Verksamhetsberättelse BUS 2022"
    told = [f"{title}, s. 1", f"Namnet Socialnämnden {title}, s. 2", f"Plats {title}, s. 3"]
    assert panel(body) == " ".join(["Källor", *told])


def test_the_source_of_an_appointment_is_told_by_the_function_and_by_the_person() -> None:
    held = make.appointment()
    make.citation(held)

    assert "Anna Lind Verksamhets" in panel(held.position)
    assert "Socialchef Verksamhets" in panel(held.person)


def test_the_list_of_terms_tells_their_sources() -> None:
    citation = make.citation(make.term(), place="§ 14")
    client = client_of(Role.POLITICIAN)

    fetched = client.get("/mandatperioder/?hamta=csv").content.decode("utf-8-sig")
    shown = client.get("/mandatperioder/").content.decode()

    assert "Verksamhetsberättelse BUS 2022, § 14" in fetched
    assert reverse("sources:document", args=[citation.document_id]) in shown


def test_a_source_is_added_from_the_page_of_what_rests_on_it() -> None:
    body, document = make.body(), make.document()
    answers = {"document": str(document.pk), "place": "§ 14", "quote": "en samordnare"}

    there = reverse("organisation:cite-body", args=[body.pk])
    answer = client_of(Role.COORDINATOR).post(f"{there}spara/", answers)

    assert answer["Location"] == address_of(body)
    assert "§ 14 ”en samordnare”" in panel(body)


def test_a_source_is_removed_and_its_page_is_shown_again() -> None:
    body = make.body()
    citation = make.citation(body)

    answer = client_of(Role.COORDINATOR).post(
        reverse("sources:remove-citation", args=[citation.pk])
    )

    assert answer["Location"] == address_of(body)
    assert panel(body) == ""


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.DIRECTOR, Role.POLITICIAN, Role.PARTICIPANT])
def test_those_who_only_read_are_refused(role: Role) -> None:
    body = make.body()
    citation = make.citation(body)
    client = client_of(role)

    assert client.get(reverse("organisation:cite-body", args=[body.pk])).status_code == 403
    client.post(reverse("sources:remove-citation", args=[citation.pk]))
    assert "Ta bort" not in panel(body, role)
    assert "Verksamhetsberättelse" in panel(body, role)


def test_a_quote_is_shown_harmless() -> None:
    body = make.body()
    make.citation(body, quote="<script>alert(1)</script>")

    shown = client_of(Role.AUDITOR).get(address_of(body)).content.decode()

    assert "<script>alert" not in shown
    assert "”&lt;script&gt;alert(1)&lt;/script&gt;”" in shown


def test_a_page_asks_for_its_sources_once_however_many_they_are() -> None:
    held, document = make.appointment(), make.document()
    pages = [held.position.body, held.position, held.person, make.area()]
    for row in [*pages, held, held.position.body.names.get()]:
        for place in range(5):
            make.citation(row, document, place=f"s. {place}")

    assert [len(_questions_of_sources(address_of(row))) for row in pages] == [1] * 4
    assert len(_questions_of_sources("/mandatperioder/")) == 1


def _questions_of_sources(address: str) -> list[Any]:
    client = client_of(Role.ADMINISTRATOR)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return [each for each in asked.captured_queries if "sources_citation" in each["sql"]]


def test_a_place_that_is_forgotten_takes_its_sources_along() -> None:
    body = make.body(parent=make.body("Kommunstyrelsen"))
    make.citation(body.placements.get())

    actions.place_body(body, None, starts_on=make.LONG_AGO, actor=make.operator())

    assert not Citation.objects.exists()


def test_a_name_that_never_came_into_use_takes_its_sources_along() -> None:
    body = make.body()
    later = actions.rename_body(body, "Ny", starts_on=date(2027, 1, 1), actor=make.operator())
    make.citation(later)
    kept = make.citation(body)

    actions.end_body(body, ends_on=date(2026, 12, 1), actor=make.operator())

    assert list(Citation.objects.values_list("pk", flat=True)) == [kept.pk]
