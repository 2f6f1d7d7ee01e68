"""What of agreements and matters waits for each one, stands in a calendar and is found."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from samsyn.access.api import Account, Role
from samsyn.calendars.api import Subject
from samsyn.calendars.sources import events_of
from samsyn.governance.models import Agreement, GoverningDocument, Outcome, StepKind
from samsyn.search import api as search
from tests import factories as make
from tests import governance_rows as rows
from tests.forums.sending import posted
from tests.governance.visiting import at, get, send, told
from tests.surroundings import ALINGSAS

pytestmark = pytest.mark.django_db


def part_of(account: Account) -> Any:
    page = at(account).get(reverse("organisation:my-day"))
    parts = page.context["parts"]
    [part] = [each for each in parts if each.template == "governance/_my_day.html"]
    return part


def test_a_follow_up_that_is_due_waits_for_who_owns_it() -> None:
    owner = make.position()
    of = rows.followed_up(rows.agreement(), owner)
    holder = make.holder_of(owner, Role.PARTICIPANT)
    assert part_of(holder).waits == 0
    make.operator()
    Agreement.objects.filter(pk=of.pk).update(follow_up_on=make.TODAY)

    part = part_of(holder)

    assert [each.pk for each in part.shown["follow_ups"]] == [of.pk]
    assert part_of(make.account_with(Role.PARTICIPANT)).waits == 0


def test_what_has_run_out_waits_for_its_owner_until_it_says_more() -> None:
    owner = make.position()
    over: dict[str, Any] = {"starts_on": date(2022, 1, 1), "ends_on": make.TODAY}
    of = rows.agreement("BUS", owner_id=owner.pk, **over)
    rows.agreement("Det gamla", owner_id=owner.pk, **over, renewal="fixed")
    rows.agreement("Det som gäller", owner_id=owner.pk, starts_on=over["starts_on"])
    holder = make.holder_of(owner, Role.PARTICIPANT)

    part = part_of(holder)

    assert [(each.pk, last) for each, last in part.shown["ran_out"]] == [
        (of.pk, date(2026, 11, 16))
    ]
    assert part.waits == 1
    assert "Avtal vars tid har gått ut BUS" in told(at(holder).get("/"))
    assert part_of(make.account_with(Role.PARTICIPANT)).waits == 0


def test_what_has_run_out_and_has_a_successor_waits_for_nobody() -> None:
    owner = make.position()
    of = rows.agreement(owner_id=owner.pk, starts_on=date(2022, 1, 1), ends_on=make.TODAY)
    rows.agreement("Det nya", predecessor_id=of.pk)

    assert part_of(make.holder_of(owner, Role.PARTICIPANT)).waits == 0


def test_a_decision_and_then_a_signature_wait_for_the_boards_own_secretary() -> None:
    of, board = rows.agreement(), rows.board()
    rows.party(of, board)
    secretary = make.account_with(Role.COORDINATOR, body=board)
    [step] = rows.steps_of(rows.matter(of))
    assert [each.pk for each in part_of(secretary).shown["steps"]] == [step.pk]

    rows.decide(step)
    assert part_of(secretary).waits == 1
    rows.sign(step)

    assert part_of(secretary).waits == 0


def test_whom_the_board_told_to_sign_is_asked_once_it_has_approved() -> None:
    of, board = rows.agreement(), rows.board()
    chair = make.position(board, "Ordförande")
    rows.party(of, board)
    secretary = make.account_with(Role.COORDINATOR, body=board)
    holder, stranger = make.holder_of(chair, Role.POLITICIAN), make.account_with(Role.POLITICIAN)
    [step] = rows.steps_of(rows.matter(of))
    send(secretary, "name-signer", step.pk, to_sign=chair.pk)
    assert part_of(holder).waits == 0

    rows.decide(step)

    [(asked, mandate)] = part_of(holder).shown["signatures"]
    assert (asked.pk, mandate) == (step.pk, "enligt beslutet 15\N{NO-BREAK SPACE}mars 2023, § 33")
    assert part_of(stranger).waits == 0
    matter = told(get(stranger, "matter", step.matter_id))
    assert "Barn- och ungdomsnämnden ska skriva under, genom Ordförande." in matter
    assert "Att skriva under" in told(
        at(holder).get(reverse("organisation:position", args=[chair.pk]))
    )
    answers = {"signed_on": "2023-03-20", "signer": chair.pk}
    assert send(stranger, "record-signature", step.pk, **answers).status_code == 404
    assert send(holder, "record-signature", step.pk, **answers).status_code == 302
    assert part_of(holder).waits == 0


def test_who_is_to_sign_is_not_changed_after_the_signature() -> None:
    of, board = rows.agreement(), rows.board()
    rows.party(of, board)
    [step] = rows.steps_of(rows.matter(of))
    rows.decide(step)
    rows.sign(step)
    secretary = make.account_with(Role.COORDINATOR, body=board)

    refused = send(secretary, "name-signer", step.pk, to_sign=make.position(board).pk)

    assert "Det är redan undertecknat." in told(refused)


def test_another_boards_decision_does_not_wait_for_her() -> None:
    of = rows.agreement()
    rows.party(of)
    rows.matter(of)

    other = make.account_with(Role.COORDINATOR, body=rows.board("Kulturnämnden"))

    assert part_of(other).waits == 0


def test_the_days_of_an_agreement_stand_in_its_owners_calendar() -> None:
    owner = make.position()
    days: dict[str, Any] = {"starts_on": date(2022, 1, 1), "ends_on": date(2027, 1, 1)}
    rows.followed_up(rows.agreement("BUS", owner_id=owner.pk, **days))
    holder = make.holder_of(owner, Role.PARTICIPANT)
    stranger = make.account_with(Role.PARTICIPANT)

    found = events_of(make.actor_for(holder), Subject())

    assert [(each.summary, each.starts) for each in found] == [
        ("BUS slutar gälla", date(2026, 12, 31)),
        ("Följ upp BUS", date(2027, 3, 1)),
    ]
    assert events_of(make.actor_for(stranger), Subject()) == []


def test_the_last_day_to_give_notice_stands_there_too() -> None:
    owner = make.position()
    rows.agreement(
        "BUS",
        owner_id=owner.pk,
        starts_on=date(2022, 1, 1),
        renewal="one_year",
        notice_months=1,
    )
    holder = make.holder_of(owner, Role.PARTICIPANT)

    [event] = events_of(make.actor_for(holder), Subject())

    assert (event.summary, event.starts) == ("Sista dagen att säga upp BUS", date(2026, 11, 30))


@pytest.mark.parametrize("question", ["polisen", "trygghet", "undertecknat"])
def test_an_agreement_is_found_by_what_it_says_and_by_its_file(question: str) -> None:
    of = rows.agreement("Avtal med polisen", purpose="Ökad trygghet.")
    keeper = make.account_with(Role.COORDINATOR)
    send(
        keeper,
        "add-agreement-file",
        of.pk,
        sent=posted("a.txt", "Undertecknat i Alingsås.".encode()),
    )

    hits = search.find(make.actor(Role.PARTICIPANT), question)

    assert [hit.title for hit in hits if hit.kind == "governance.agreement"] == [of.title]


def test_a_matter_is_found_by_its_memo() -> None:
    rows.matter()

    hits = search.find(make.actor(Role.PARTICIPANT), "skolskjuts")

    assert [hit.title for hit in hits if hit.kind == "governance.matter"] == [
        "Remiss om skolskjuts"
    ]


def document() -> GoverningDocument:
    make.operator()
    return GoverningDocument.objects.create(
        municipality_id=ALINGSAS, key="plan", kind="plan", title="Planen"
    )


def test_a_document_is_decided_by_the_last_of_all_boards() -> None:
    plan = document()
    matter = rows.matter(document_id=plan.pk)
    keeper = make.account_with(Role.COORDINATOR)
    boards = [rows.board(name) for name in ("Socialnämnden", "Kulturnämnden")]
    for board in boards:
        send(keeper, "add-step", matter.pk, body=board.pk, kind=StepKind.DECIDES)
    first, second = rows.steps_of(matter)

    rows.decide(first, on=date(2023, 4, 1))
    plan.refresh_from_db()
    assert plan.decided_on is None
    rows.decide(second, Outcome.REFERRED_BACK, on=date(2023, 3, 1))
    plan.refresh_from_db()
    assert plan.decided_on is None
    again = rows.steps_of(matter)[-1]
    rows.decide(again, on=date(2023, 5, 1))

    plan = GoverningDocument.objects.get()
    assert (plan.deciding_body_id, plan.decided_on, plan.paragraph) == (
        boards[1].pk,
        date(2023, 5, 1),
        "§ 33",
    )


def test_what_the_document_says_itself_stays() -> None:
    plan = document()
    GoverningDocument.objects.filter(pk=plan.pk).update(decided_on=date(2020, 1, 1))
    matter = rows.matter(document_id=plan.pk)
    keeper = make.account_with(Role.COORDINATOR)
    send(keeper, "add-step", matter.pk, body=rows.board().pk, kind=StepKind.DECIDES)

    rows.decide(rows.steps_of(matter)[0])

    plan.refresh_from_db()
    assert plan.decided_on == date(2020, 1, 1)


def test_the_memo_is_not_moved_past_a_decision() -> None:
    of = rows.agreement()
    rows.party(of)
    matter = rows.matter(of)
    rows.decide(rows.steps_of(matter)[0])
    keeper = make.account_with(Role.COORDINATOR)

    refused = send(keeper, "describe-matter", matter.pk, title="Ny", written_on="2023-03-16")

    assert "kan inte vara efter ett beslut" in told(refused)


def test_the_memo_is_moved_past_a_board_that_prepared_the_matter_without_it() -> None:
    of = rows.agreement()
    rows.party(of)
    matter = rows.matter(of)
    step = rows.steps_of(matter)[0]
    step.prepared_on = date(2023, 1, 5)
    step.save(update_fields=["prepared_on"])
    rows.decide(step)

    moved = send(
        make.account_with(Role.COORDINATOR),
        "describe-matter",
        matter.pk,
        title="Ny",
        written_on="2023-03-16",
    )

    assert moved.status_code == 302, told(moved)


def test_sources_of_an_agreement_stand_on_its_page() -> None:
    of = rows.agreement()
    make.citation(of)

    shown = told(get(make.account_with(Role.PARTICIPANT), "agreement", of.pk))

    assert "Verksamhetsberättelse BUS 2022" in shown
