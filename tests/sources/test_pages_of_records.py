from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.access.api import Role
from samsyn.organisation import actions
from samsyn.search import api as search
from samsyn.sources.api import Citation, SourceDocument
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


def reader(*roles: Role, **where: Any) -> Client:
    client = Client()
    client.force_login(make.account_with(*(roles or (Role.PARTICIPANT,)), **where))
    return client


def page_of(document: SourceDocument, client: Client | None = None, query: str = "") -> str:
    there = reverse("sources:document", args=[document.pk])
    return (client or reader()).get(f"{there}{query}").content.decode()


def test_the_list_tells_of_each_record_and_how_often_it_is_cited() -> None:
    document = make.document(number="2023.006 BUN", publisher="Barn- och ungdomsnämnden")
    for name in ("Socialnämnden", "Miljönämnden"):
        make.citation(make.body(name), document)

    fetched = reader().get("/kallor/", {"hamta": "csv"}).content.decode("utf-8-sig")

    line = "Verksamhetsberättelse BUS 2022;2023.006 BUN;Barn- och ungdomsnämnden;;2"
    assert line in fetched.splitlines()


@pytest.mark.parametrize("words", ["berättelse", "2023.006", "ungdoms"])
def test_the_list_is_narrowed_by_title_number_and_publisher(words: str) -> None:
    make.document(number="2023.006 BUN", publisher="Barn- och ungdomsnämnden")
    make.document("Annat beslut")

    shown = reader().get("/kallor/", {"ord": words}).content.decode()

    assert "Verksamhetsberättelse BUS 2022" in shown
    assert "Annat beslut" not in shown


def test_only_those_who_keep_records_are_offered_to_add_one() -> None:
    assert "/kallor/ny/" in reader(Role.COORDINATOR).get("/kallor/").content.decode()
    assert "/kallor/ny/" not in reader(Role.AUDITOR).get("/kallor/").content.decode()


def test_a_record_tells_all_that_rests_on_it_grouped_by_kind() -> None:
    document, held = make.document(), make.appointment()
    rows = [held, make.term(), held.person, make.area("Sollebrunn"), held.position]
    for row in (*rows, held.position.body):
        make.citation(row, document)

    listed = reader().get(reverse("sources:document", args=[document.pk])).context["listing"]

    told = [(str(line[0][1].value), str(line[1][1].value)) for line in listed.lines]
    assert told == [
        ("Organ", "Socialnämnden"),
        ("Funktioner", "Socialchef, Socialnämnden"),
        ("Personer", "Anna Lind"),
        ("Uppdrag", "Anna Lind, Socialchef, Socialnämnden"),
        ("Områden", "Sollebrunn"),
        ("Mandatperioder", "2023–2027"),
    ]


def test_names_and_places_of_a_body_are_told_with_the_body() -> None:
    document, top = make.document(), make.body("Kommunstyrelsen")
    body = make.body(parent=top)
    for row in (body.names.get(), body.placements.get()):
        make.citation(row, document)

    shown = page_of(document)

    assert "Socialnämnden under Kommunstyrelsen" in shown
    assert shown.count(reverse("organisation:body", args=[body.pk])) == 2


def test_each_place_has_its_quote_in_quotation_marks_and_a_way_to_the_thing() -> None:
    body = make.body()
    citation = make.citation(body, place="s. 3", quote="samverkan & skola")

    shown = page_of(citation.document)

    assert "s. 3" in shown
    assert "”samverkan &amp; skola”" in shown
    assert reverse("organisation:body", args=[body.pk]) in shown


def test_one_kind_alone_may_be_asked_for() -> None:
    document = make.document()
    make.citation(make.body("Miljönämnden"), document)
    make.citation(make.area("Sollebrunn"), document)

    shown = page_of(document, query="?slag=organisation.area")

    assert "Sollebrunn" in shown
    assert "Miljönämnden" not in shown


def test_what_is_gone_is_said_to_be_gone() -> None:
    citation = make.citation(make.body())
    make.operator()
    Citation.objects.filter(pk=citation.pk).update(object_id=citation.pk)

    assert "finns inte längre" in page_of(citation.document)


def test_the_page_of_a_record_costs_the_same_whatever_rests_on_it() -> None:
    few, many = make.document("Få"), make.document("Många")
    for name in range(20):
        make.citation(make.body(f"Nämnd {name}"), many)
    make.citation(make.body("Ensam nämnd"), few)
    client = reader()

    def questions(document: SourceDocument) -> int:
        with CaptureQueriesContext(connection) as asked:
            page_of(document, client)
        return len(asked)

    questions(few)
    assert questions(few) == questions(many)


def test_one_of_another_municipality_is_told_of_no_record() -> None:
    document = make.document()
    client = reader(*Role, municipality_id=TYRESO)

    listed = client.get("/kallor/").content.decode()
    answer = client.get(reverse("sources:document", args=[document.pk]))

    assert document.title not in listed
    assert answer.status_code == 404


def test_a_stranger_is_told_of_no_record() -> None:
    document = make.document()
    client = Client()
    client.force_login(make.account_with())

    there = ["/kallor/", reverse("sources:document", args=[document.pk])]

    assert [client.get(address).status_code for address in there] == [404, 404]


def test_a_record_taken_away_as_a_file_leaves_a_trace() -> None:
    citation = make.citation(make.body())
    keeper = reader(Role.ADMINISTRATOR)
    page_of(citation.document, keeper, "?hamta=csv")
    keeper.get("/kallor/?hamta=xlsx")

    shown = keeper.get(reverse("organisation:trail")).content.decode()

    assert shown.count("hämta en lista som fil") == 2


@pytest.mark.parametrize("words", ["verksamhetsberättelse", "2023.006", "ungdomsnämnden"])
def test_a_record_is_found_by_what_is_written_on_it(words: str) -> None:
    document = make.document(number="2023.006 BUN", publisher="Barn- och ungdomsnämnden")

    hits = search.find(make.actor(Role.PARTICIPANT), words)

    assert [(hit.title, hit.url) for hit in hits] == [
        (document.title, reverse("sources:document", args=[document.pk]))
    ]


def test_an_invented_person_is_said_to_be_so_where_she_is_found() -> None:
    giver = make.operator()
    invented = actions.create_person("Karin", "Sandberg", is_invented=True, actor=giver)
    actions.create_person("Karin", "Öst", actor=giver)
    client = reader()

    hits = search.find(make.actor(Role.PARTICIPANT), "karin")
    pages = [
        client.get(address).content.decode()
        for address in ("/personer/", reverse("organisation:person", args=[invented.pk]))
    ]

    assert {hit.title: hit.detail for hit in hits} == {
        "Karin Sandberg": "påhittad",
        "Karin Öst": "",
    }
    assert all("påhittad" in page for page in pages)
