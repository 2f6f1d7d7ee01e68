"""A text is sent to bodies, they make statements, and each is met before it is compiled."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from samsyn.access.api import Account, Role
from samsyn.calendars.api import Subject
from samsyn.calendars.sources import events_of
from samsyn.forums.api import Reach
from samsyn.governance import letters
from samsyn.governance.actions import consultations as actions
from samsyn.governance.actions.editions import add_edition
from samsyn.governance.models import Consultation, GoverningDocument, Regard, Statement
from samsyn.intake.api import SentFile
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Body, Position
from samsyn.post.api import Letter
from tests import factories as make
from tests import risk_rows as rows
from tests.forums import making
from tests.governance.visiting import at, get, send, told
from tests.people import NOW, TODAY
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

_TODAY, _LATER = TODAY.isoformat(), rows.NEXT_MONTH.isoformat()
_ASKED = {
    "title": "Ny handlingsplan",
    "question": "Vad saknas?",
    "text": "Vi möts varje månad.",
    "answer_by": _LATER,
}


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


@pytest.fixture
def rector() -> Position:
    return make.position(make.body("Skolan"), "Rektor")


def test_who_leads_a_forum_asks_the_bodies_that_have_a_seat(rector: Position) -> None:
    chair = make.position(make.body("Kommunledningen"), "Strateg")
    forum, leader = making.forum(chair=chair), making.holder(chair)
    making.seat(forum, rector)
    listed = get(leader, "consultations")
    assert f"Skicka en remiss från {forum.name}" in told(listed)
    form = get(leader, "send-from-forum", forum.pk).content.decode()
    assert f'value="{rector.body_id}"' in form.partition("checked")[0].rpartition("<input")[2]

    answer = send(leader, "send-from-forum", forum.pk, **_ASKED, bodies=[str(rector.body_id)])

    assert answer.status_code == 302, told(answer)
    make.operator()
    row = Consultation.objects.get()
    page = told(get(leader, "consultation", row.pk))
    assert "Skolan väntas" in page
    assert forum.name in page


def test_who_does_not_lead_the_forum_cannot_ask_from_it(rector: Position) -> None:
    forum = making.forum()
    other = making.holder(rector)

    assert send(other, "send-from-forum", forum.pk, **_ASKED).status_code in {403, 404}
    assert send(other, "send-consultation", **_ASKED).status_code == 403


def test_a_round_inside_a_group_is_read_by_the_group_and_by_those_asked(rector: Position) -> None:
    chair = make.position(make.body("Kommunledningen"), "Strateg")
    forum, leader = making.forum(chair=chair, reach=Reach.PARTICIPANTS), making.holder(chair)
    asked, stranger = making.holder(rector), make.account_with(Role.POLITICIAN)
    row = rows.consultation(rector.body, forum_id=forum.pk, title="Gruppens behovsanalys")
    statement = rows.statement(row)

    for account in (leader, asked, make.account_with(Role.AUDITOR)):
        assert "Gruppens behovsanalys" in told(get(account, "consultation", row.pk))
    for account in (stranger, making.holder(make.position(make.body("En annan"), "Chef"))):
        assert get(account, "consultation", row.pk).status_code == 404
        assert get(account, "print-consultation-pdf", row.pk).status_code == 404
        assert get(account, "make-statement", statement.pk).status_code == 404
        assert "Gruppens behovsanalys" not in told(get(account, "consultations"))
        assert "Gruppens behovsanalys" not in told(at(account).get("/sok/?q=behovsanalys"))


def test_it_is_written_to_those_who_hold_a_function_in_the_body(rector: Position) -> None:
    account = making.holder(rector)

    rows.consultation(rector.body)

    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == (account.email, "Remiss: Ny handlingsplan")
    assert "17 december 2026" in letter.text


def test_the_document_goes_as_it_is_today() -> None:
    document = GoverningDocument.objects.create(
        municipality_id=make.operator().municipality_id, key="plan", kind="plan", title="Plan"
    )
    for name in ("plan-1.txt", "plan-2.txt"):
        add_edition(document, SentFile(name, b"Vi ses."), actor=make.operator())

    row = rows.consultation(text="", document_id=document.pk)
    add_edition(document, SentFile("plan-3.txt", b"Vi ses inte."), actor=make.operator())

    row.refresh_from_db()
    assert row.edition is not None
    assert row.edition.file_name == "plan-2.txt"


def test_a_statement_is_made_by_who_holds_a_function_in_the_body(rector: Position) -> None:
    account = making.holder(rector)
    stranger = making.holder(make.position(make.body("En annan"), "Chef"))
    row = rows.consultation(rector.body)
    statement = rows.statement(row)
    said = {"text": "Tiden saknas.", "stated_on": _TODAY, "stated_by": str(rector.pk)}
    day = at(account)
    assert "Ny handlingsplan" in told(day.get("/"))

    assert send(stranger, "make-statement", statement.pk, **said).status_code in {403, 404}
    answer = send(account, "make-statement", statement.pk, **said)

    assert answer.status_code == 302, told(answer)
    page = told(get(stranger, "consultation", row.pk))
    assert "Skolan har yttrat sig 17 november 2026 · Rektor Tiden saknas." in page
    assert "Ny handlingsplan" not in told(day.get("/"))


def test_it_is_compiled_when_every_statement_is_met(keeper: Account, rector: Position) -> None:
    row = rows.consultation(rector.body)
    statement = rows.stated(row, "Tiden saknas.")

    early = send(keeper, "compile-consultation", row.pk, summary="En tid är satt.")
    assert "hur varje yttrande har tillgodosetts" in told(early)

    without = send(keeper, "meet-statement", statement.pk, regard="partly")
    assert "inte helt är tillgodosett" in told(without)
    met = {"regard": "partly", "because": "Lokalen är upptagen.", "changed": "Punkt 3."}
    assert send(keeper, "meet-statement", statement.pk, **met).status_code == 302
    done = send(keeper, "compile-consultation", row.pk, summary="En tid är satt.")

    assert done.status_code == 302, told(done)
    page = told(get(keeper, "consultation", row.pk))
    for words in ("sammanställd", "delvis tillgodosett", "Lokalen är upptagen.", "Punkt 3."):
        assert words in page
    assert "En tid är satt." in page


def test_nobody_is_left_out_before_the_last_day(keeper: Account, rector: Position) -> None:
    row = rows.consultation(rector.body)

    answer = send(keeper, "compile-consultation", row.pk, summary="Klart.")

    assert answer.status_code == 422
    assert "alla har inte yttrat sig" in told(answer)


def test_after_the_last_day_it_is_compiled_without_those_who_were_silent() -> None:
    row = rows.consultation()
    later = replace(make.operator(), now=NOW + timedelta(days=60))

    actions.compile_consultation(row, "Ingen yttrade sig.", actor=later)

    assert row.compiled_on == later.today


def test_a_statement_after_the_round_was_compiled_is_refused(keeper: Account) -> None:
    row = rows.consultation()
    statement = rows.stated(row)
    actor = make.operator()
    actions.meet_statement(statement, Regard.MET, "", "", actor=actor)
    actions.compile_consultation(row, "Allt är med.", actor=actor)

    answer = send(keeper, "make-statement", statement.pk, text="Nytt.", stated_on=_TODAY)

    assert answer.status_code == 422
    assert "är sammanställd" in told(answer)


def test_a_new_text_waits_for_a_new_answer() -> None:
    statement = rows.stated()
    actions.meet_statement(statement, Regard.MET, "", "Allt.", actor=make.operator())

    actions.make_statement(statement, "Mer.", TODAY, by=None, actor=make.operator())

    statement.refresh_from_db()
    assert (statement.regard, statement.changed) == ("", "")


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        ({"bodies": []}, "vilka organ"),
        ({"text": ""}, "Skriv texten, eller välj"),
        ({"question": ""}, "Vad frågar ni om"),
        ({"answer_by": (TODAY - timedelta(1)).isoformat()}, "redan varit"),
        ({"question": "Vad säger 20180101-2392?"}, "personnummer"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    keeper: Account, answers: dict[str, Any], refusal: str
) -> None:
    said = _ASKED | {"bodies": [str(make.body("Skolan").pk)]}

    answer = send(keeper, "send-consultation", **(said | answers))

    assert answer.status_code == 422
    assert refusal in told(answer)
    make.operator()
    assert not Consultation.objects.exists()
    assert not Letter.objects.exists()


def test_a_statement_about_a_child_is_refused(keeper: Account) -> None:
    statement = rows.statement()

    answer = send(keeper, "make-statement", statement.pk, text="Om 20180101-2392", stated_on=_TODAY)

    assert answer.status_code == 422
    assert "personnummer" in told(answer)


def test_those_who_are_silent_are_reminded_once_the_week_before(rector: Position) -> None:
    account = making.holder(rector)
    silent, other = rector.body, make.body("Klara")
    contact = make.contact(other, "klara@example.se")
    row = rows.consultation(silent, other)
    _state_for(row, other)

    for days in (1, 22, 23, 24, 29):
        letters.remind(replace(make.operator(), now=NOW + timedelta(days)))

    reminders = Letter.objects.filter(subject__startswith="Svara snart").values_list("to")
    assert list(reminders) == [(account.email,)]
    assert Letter.objects.filter(to=contact.value).count() == 1


def _state_for(row: Consultation, body: Body) -> None:
    statement = Statement.objects.get(consultation=row, body=body)
    actions.make_statement(statement, "Bra.", TODAY, by=None, actor=make.operator())


def test_last_days_stand_in_the_calendars_of_those_who_are_to_answer(rector: Position) -> None:
    account = making.holder(rector)
    row = rows.consultation(rector.body)
    rows.risk("Samverkan stannar", owner_id=rector.pk, due_on=rows.NEXT_MONTH)

    found = events_of(make.actor_for(account), Subject())

    assert {(each.summary, each.starts) for each in found} == {
        (f"Svara på remissen {row.title}", rows.NEXT_MONTH),
        ("Klart senast: Samverkan stannar", rows.NEXT_MONTH),
    }
    assert events_of(make.actor_for(make.account_with(Role.AUDITOR)), Subject()) == []


def test_more_time_is_given_until_it_is_compiled(keeper: Account) -> None:
    row = rows.consultation()
    later = (rows.NEXT_MONTH + timedelta(14)).isoformat()

    said = {"title": row.title, "question": row.question, "answer_by": later}
    assert send(keeper, "change-consultation", row.pk, **said).status_code == 302

    row.refresh_from_db()
    assert row.answer_by.isoformat() == later


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_compilation_is_taken_away(keeper: Account, ending: str, begins: bytes) -> None:
    row = rows.consultation()
    rows.stated(row, "Tiden saknas.")

    answer = get(keeper, f"print-consultation-{ending}", row.pk)

    assert answer.content.startswith(begins)
    assert f".{ending}" in answer["Content-Disposition"]


def test_it_is_not_met_before_it_is_made() -> None:
    with pytest.raises(RuleBrokenError, match="har inte yttrat sig"):
        actions.meet_statement(rows.statement(), Regard.MET, "", "", actor=make.operator())


def test_the_search_finds_rounds_risks_and_recommendations(keeper: Account) -> None:
    rows.consultation(title="Remiss om samverkan")
    rows.risk("Samverkan stannar")
    rows.recommendation(text="Säkerställ samverkan.")

    page = told(at(keeper).get("/sok/?q=samverkan"))

    for title in ("Remiss om samverkan", "Samverkan stannar", "Säkerställ samverkan."):
        assert title in page


def test_a_stranger_to_the_municipality_sees_nothing() -> None:
    row = rows.consultation(municipality_id=ALINGSAS)
    stranger = make.account_with(Role.ADMINISTRATOR, municipality_id=TYRESO)

    assert get(stranger, "consultation", row.pk).status_code == 404


def test_where_a_round_stands_is_told_by_who_sends_it(keeper: Account) -> None:
    chair = make.position()
    forum = making.forum(chair=chair, reach=Reach.EVERYONE)
    asked = rows.consultation(forum_id=forum.pk)
    leader = making.holder(chair)
    record = {"document": make.document("Remissbrev").pk, "place": "s. 1"}

    refused = send(make.account_with(Role.POLITICIAN), "cite-consultation", asked.pk, **record)
    done = send(leader, "cite-consultation", asked.pk, **record)

    assert (refused.status_code, done.status_code) == (403, 302)
    shown = told(get(leader, "consultation", asked.pk))
    assert "Remissbrev , s. 1" in shown
    assert "Ta bort" not in shown
    assert "Ta bort" in told(get(keeper, "consultation", asked.pk))
