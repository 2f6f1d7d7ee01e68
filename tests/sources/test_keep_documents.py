from datetime import date

import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.sources import api as sources
from samsyn.sources.api import DocumentDescription, SourceDocument
from tests import factories as make
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db

BUS = DocumentDescription(
    "Verksamhetsberättelse BUS 2022",
    "2023.006 BUN",
    "Barn- och ungdomsnämnden",
    date(2023, 2, 21),
    "https://example.se/bus-2022.pdf",
)


def test_a_record_is_kept_with_all_that_is_said_of_it() -> None:
    document = sources.create_document(BUS, actor=make.operator())

    kept = SourceDocument.objects.get(pk=document.pk)
    assert kept.key == "verksamhetsberattelse-bus-2022"
    assert (kept.number, kept.dated_on) == (BUS.number, BUS.dated_on)
    assert (kept.publisher, kept.url) == (BUS.publisher, BUS.url)


def test_two_records_of_the_same_title_have_each_their_key() -> None:
    keys = [make.document("Beslut").key for _ in range(2)]

    assert keys == ["beslut", "beslut-2"]


def test_a_record_is_corrected() -> None:
    document = make.document("Verksamhetsberätelse")

    sources.describe_document(document, BUS, actor=make.operator())

    assert SourceDocument.objects.get(pk=document.pk).title == BUS.title


@pytest.mark.parametrize("url", ["http://example.se", "javascript:alert(1)", "https://", "bus.pdf"])
def test_an_address_that_is_not_secure_is_refused(url: str) -> None:
    with pytest.raises(RuleBrokenError, match="https://"):
        make.document(url=url)


@pytest.mark.parametrize("title", ["", "två\nrader", "x" * 201])
def test_a_title_that_is_not_one_line_is_refused(title: str) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        make.document(title)


def test_a_personal_number_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="personnummer"):
        make.document("Beslut om 19121212-1212")


def test_the_records_of_another_municipality_are_not_listed() -> None:
    make.document("Alingsås beslut")
    make.document("Tyresös beslut", municipality_id=TYRESO)

    listed = sources.documents(make.actor(Role.PARTICIPANT))

    assert [document.title for document in listed] == ["Alingsås beslut"]


def test_one_without_a_role_is_listed_no_records() -> None:
    make.document()

    assert list(sources.documents(make.actor())) == []


def test_records_are_listed_in_swedish_order_with_how_often_they_are_cited() -> None:
    make.document("Ärendelista")
    cited = make.document("Avtal")
    for _ in range(2):
        make.citation(make.body(), cited)
    make.citation(make.area(), cited)

    listed = sources.documents(make.actor(Role.AUDITOR))

    found = [(document.title, document.citations_now) for document in listed]
    assert found == [("Avtal", 3), ("Ärendelista", 0)]
