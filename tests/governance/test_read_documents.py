"""The register, the page of a document, the comparison and what the routines leave out."""

import csv
import io
import time
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.access.api import Account, Role
from samsyn.calendars.api import Subject
from samsyn.governance import review_days
from samsyn.governance.actions import documents as actions
from samsyn.governance.actions.remarks import mend_remark, remark
from samsyn.governance.models import DocumentKind, GoverningDocument
from tests import document_rows as rows
from tests import factories as make
from tests.document_rows import TEXT, decided, document, edition
from tests.forums.making import at, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.AUDITOR)


def get(account: Account, name: str, *arguments: Any, **asked: str) -> str:
    return told(at(account).get(reverse(f"governance:{name}", args=arguments), asked))


def test_the_register_leaves_out_what_is_over_until_it_is_asked_for(reader: Account) -> None:
    decided("Gällande plan")
    decided("Gammal plan", ends_on=TODAY)

    assert "Gammal plan" not in get(reader, "documents")
    for asked in ({"visa": "alla"}, {"status": "ended"}):
        assert "Gammal plan" in get(reader, "documents", **asked)


def test_the_register_shows_what_is_not_over_whatever_else_it_is(reader: Account) -> None:
    actor = make.operator()
    documents: dict[str, dict[str, Any]] = {
        "Ett utkast": {},
        "En som krävs": {"required_by": "SOSFS 2011:9"},
        "En kommande": {"decided_on": TODAY, "starts_on": TODAY + YEAR},
        "En obeslutad": {"starts_on": TODAY - YEAR},
        "En ersatt": {"decided_on": TODAY - YEAR},
    }
    for name, said in documents.items():
        document(name, **said)
    replaced = GoverningDocument.objects.get(title="En ersatt")
    actions.replace_document(replaced, "Den nya", {"decided_on": TODAY}, actor=actor)

    page = get(reader, "documents").partition("<table")[2]

    for name in ("Ett utkast", "En som krävs", "En kommande", "En obeslutad", "Den nya"):
        assert name in page, name
    assert "En ersatt" not in page


def test_each_filter_narrows_the_register(reader: Account) -> None:
    body, forum, owner = make.body("Förvaltningen"), make.forum("Nätet"), make.position()
    make.appointment(owner)
    wanted = document(
        "Rutin för oro",
        DocumentKind.ROUTINE,
        responsible_id=body.pk,
        registry_number="2025.355 BUN",
        decided_on=TODAY,
    )
    actions.say_what_it_concerns(wanted, forum.pk, actor=make.operator())
    document("Annat", owner_id=owner.pk)

    for asked in (
        {"ord": "355 rutin"},
        {"slag": "routine"},
        {"slag": "rutiner"},
        {"status": "in_force"},
        {"ansvarig": str(body.pk)},
        {"forum": str(forum.pk)},
        {"agare": "saknas"},
    ):
        page = get(reader, "documents", **asked)
        assert "Rutin för oro" in page, asked
        assert "Annat" not in page.partition("<table")[2], asked


def test_the_register_is_taken_away_as_a_file(reader: Account) -> None:
    body = make.body("Barn- och ungdomsnämnden")
    decided("Plan", deciding_body_id=body.pk, registry_number="2025.355 BUN")

    file = at(reader).get(reverse("governance:documents"), {"hamta": "csv"})

    content = b"".join(file) if file.streaming else file.content
    found = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert found[0]["Beslutat av"] == "Barn- och ungdomsnämnden"
    assert found[0]["Diarienummer"] == "2025.355 BUN"


def test_the_register_asks_as_many_questions_for_twenty_as_for_one(reader: Account) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            get(reader, "documents")
        return len(found)

    decided("Plan", owner_id=make.position().pk)
    asked()
    first = asked()
    for n in range(19):
        decided(f"Plan {n}", owner_id=make.position().pk)

    assert asked() == first


def test_the_page_tells_all_of_a_document(reader: Account) -> None:
    owner = make.position(title="Strateg")
    of: Any = rows.whole_document(owner)[0]
    actions.describe_document(
        of, {"registry_number": "2023.006 BUN", "distribution": "Rektorer"}, actor=make.operator()
    )

    page = get(reader, "document", of.pk)

    for words in (
        *("Strateg", "vakant", "2023.006 BUN", "Rektorer", "plan.txt", "Kontrollsumma"),
        *("Elevhälsan", "12 deltog", "Det står inte vem som följer upp.", "10 kap. 8 §"),
        *("inte kontrollerad", "utkast"),
    ):
        assert words in page, words


def test_the_page_asks_as_many_questions_whatever_hangs_on_it(reader: Account) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            get(reader, "document", of.pk)
        return len(found)

    of: Any = rows.whole_document(make.position())[0]
    asked()
    first = asked()
    for n in range(5):
        giver = make.operator()
        actions.record_training(of, actions.Lesson(TODAY, f"Skola {n}"), actor=giver)
        remark(of, f"Brist {n}", actor=giver)
        edition(of, f"{TEXT} {n}")
        actions.say_what_it_concerns(of, make.forum(f"Forum {n}").pk, actor=make.operator())

    assert asked() == first


def test_what_is_replaced_is_not_searched_for_faults(reader: Account) -> None:
    def asked(pk: Any) -> int:
        with CaptureQueriesContext(connection) as found:
            get(reader, "document", pk)
        return len(found)

    plan = decided("Gällande plan", owner_id=make.position().pk)
    old = decided("Gammal plan", owner_id=make.position().pk)
    actions.replace_document(old, "Ny plan", {"decided_on": TODAY}, actor=make.operator())
    asked(plan.pk)

    assert asked(old.pk) < asked(plan.pk)


def test_a_coming_document_says_from_which_day(reader: Account) -> None:
    plan = decided("Plan", starts_on=TODAY + YEAR)

    assert "beslutat, gäller från" in get(reader, "document", plan.pk)


def test_a_replaced_document_leads_to_what_came_after(reader: Account) -> None:
    old = decided("Plan 2022")
    actions.replace_document(old, "Plan 2026", {"decided_on": TODAY}, actor=make.operator())

    page = get(reader, "document", old.pk)

    assert "ersatt" in page
    assert "Plan 2026" in page


def test_the_files_say_how_much_is_the_same_and_lead_to_the_comparison(reader: Account) -> None:
    old = decided("Rapport 2022")
    edition(old)
    new = actions.replace_document(old, "Rapport 2025", {}, actor=make.operator())
    file = edition(new, TEXT.replace("nummer 9", "nummer nio"))

    page = get(reader, "document", new.pk)
    comparison = get(reader, "compare-edition", file.pk)
    whole = get(reader, "compare-edition", file.pk, visa="allt")

    assert "9 av 10 stycken är ordagrant desamma som i Rapport 2022." in page
    assert "omskrivet" in comparison
    assert "åtgärd nummer nio" in comparison
    assert "åtgärd nummer 3" not in comparison
    assert "åtgärd nummer 3" in whole


def test_a_first_file_has_nothing_to_be_compared_with(reader: Account) -> None:
    file = edition(decided())

    assert "ingen text att jämföra med" in get(reader, "compare-edition", file.pk)


def test_two_texts_of_forty_pages_are_compared_within_a_second(reader: Account) -> None:
    plan = decided()
    paragraph = "I paragraf {n} står det vad skolan gör och vad socialtjänsten gör. " * 3
    pages = [paragraph.format(n=n) for n in range(400)]
    edition(plan, "\n\n".join(pages))
    moved = [*pages[200:], *pages[:180], *(f"Nytt: {each}" for each in pages[180:200])]
    file = edition(plan, "\n\n".join(moved))

    begun = time.perf_counter()
    page = get(reader, "compare-edition", file.pk, visa="allt")

    assert time.perf_counter() - begun < 1
    assert "380 av 400 stycken" in page


def test_a_remark_is_noted_and_mended_in_writing(reader: Account) -> None:
    plan, actor = decided(), make.operator()
    noted = remark(plan, "Indikatorer saknas.", actor=actor)
    mend_remark(noted, "Tre är beslutade.", actor=actor)

    assert "Tre är beslutade." in get(reader, "document", plan.pk)


def test_the_coverage_tells_what_is_left_out(reader: Account) -> None:
    leads = make.position(title="Samordnare")
    make.forum("Nätet", {"convener_id": leads.pk})
    document("Rutin för oro", DocumentKind.ROUTINE, decided_on=TODAY)
    document("Rutin som krävs", DocumentKind.ROUTINE, required_by="SOSFS 2011:9")

    page = get(reader, "coverage")

    for words in ("Nätet", "Samordnare", "Rutin för oro", "Rutin som krävs"):
        assert words in page, words


def test_what_is_described_and_taught_is_covered(reader: Account) -> None:
    leads = make.position(title="Samordnare")
    make.forum("Nätet", {"convener_id": leads.pk})
    role, actor = document("Roll", DocumentKind.ROLE, decided_on=TODAY), make.operator()
    actions.say_what_it_concerns(role, None, leads.pk, actor=actor)
    actions.record_training(role, actions.Lesson(TODAY, "Alla samordnare"), actor=actor)

    page = get(reader, "coverage").partition("<main")[2]

    for words in ("Nätet", "Samordnare", "Roll<"):
        assert words not in page, words


def test_the_day_of_review_is_in_the_calendar_of_the_owner() -> None:
    owner = make.position()
    plan = decided("Plan", owner_id=owner.pk, review_on=TODAY + YEAR)
    holder, other = make.holder_of(owner, Role.PARTICIPANT), make.account_with(Role.PARTICIPANT)

    def events(account: Account) -> list[str]:
        found = review_days._events(make.actor_for(account), Subject())
        return [each.summary for each in found]

    assert events(holder) == [f"Se över {plan.title}"]
    assert events(other) == []
