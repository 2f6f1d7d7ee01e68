"""A board's secretary takes an agreement through three boards, until it is in force."""

import hashlib
from datetime import date
from typing import Any

import pytest

from samsyn.access.api import Role
from samsyn.governance.actions import editions
from samsyn.governance.models import Agreement, Edition, Matter, Outcome, Step
from samsyn.governance.web.memo_papers import memo_paper
from samsyn.printing import api as printing
from tests import factories as make
from tests import governance_rows as rows
from tests.forums.sending import pdf, posted
from tests.governance.visiting import get, post, send, told

pytestmark = pytest.mark.django_db

MEMO = {
    "title": "Överenskommelse om BUS 2023–2026",
    "written_on": "2023-01-09",
    "statement": "Avtalet gick ut vid årsskiftet.",
    "proposal": "Nämnden godkänner överenskommelsen.",
}


class Town:
    """Three boards, each with a secretary of its own, and one who keeps it all."""

    def __init__(self) -> None:
        names = ("Socialnämnden", "Barn- och ungdomsnämnden", "Kultur- och utbildningsnämnden")
        self.boards = [rows.board(name) for name in names]
        self.secretaries = {
            board.pk: make.account_with(Role.COORDINATOR, body=board) for board in self.boards
        }
        self.keeper = make.account_with(Role.COORDINATOR)
        self.reader = make.account_with(Role.PARTICIPANT)
        self.agreement = rows.agreement(
            starts_on=date(2023, 1, 1), ends_on=date(2027, 1, 1), purpose="Tidiga insatser."
        )
        for board in self.boards:
            rows.party(self.agreement, board)

    def prepare(self) -> list[Step]:
        first = self.secretaries[self.boards[0].pk]
        assert send(first, "prepare-decision", self.agreement.pk, **MEMO).status_code == 302
        return self.steps()

    def steps(self) -> list[Step]:
        make.operator()
        return list(Step.objects.filter(matter__agreement=self.agreement).order_by("ordinal"))

    def decide(self, step: Step, day: str, outcome: str = "approved") -> Any:
        whose = self.secretaries[step.body_id]
        answers = {"decided_on": day, "outcome": outcome, "paragraph": "§ 33"}
        return send(whose, "record-decision", step.pk, **answers)

    def sign(self, step: Step, day: str) -> Any:
        whose = self.secretaries[step.body_id]
        answers = {"signed_on": day, "signed_by": "Kim Ek", "mandate": "§ 33"}
        return send(whose, "record-signature", step.pk, **answers)

    def page(self) -> str:
        return told(get(self.reader, "agreement", self.agreement.pk))

    def activate(self) -> Any:
        return post(
            self.keeper, "activate-agreement-save", self.agreement.pk, activated_on="2023-04-01"
        )


@pytest.fixture
def town(db: None) -> Town:
    return Town()


def test_from_draft_to_in_force(town: Town) -> None:
    assert "Utkast: ingen part har beslutat" in town.page()
    steps = town.prepare()
    assert [step.is_to_sign for step in steps] == [True, True, True]

    for step, day in zip(steps, ("2023-02-14", "2023-03-01", "2023-03-15"), strict=True):
        assert town.decide(step, day).status_code == 302
        assert town.sign(step, day).status_code == 302

    refused = town.activate()
    assert refused.status_code == 422
    assert "Det står inte hur avtalet följs upp" in told(refused)
    assert "Beslutat men inte aktiverat: skriv hur det följs upp" in town.page()

    follow_up = {
        "follow_up": "I en rapport till nämnderna.",
        "follow_up_on": "2027-03-01",
        "follow_up_owner": str(make.position(town.boards[0]).pk),
    }
    assert (
        send(
            town.keeper, "describe-agreement-follow-up", town.agreement.pk, **follow_up
        ).status_code
        == 302
    )
    assert town.activate().status_code == 302
    shown = town.page()
    assert "Gäller till och med 31 december 2026." in shown
    assert "73 dagar utan att alla hade skrivit under" in shown


def test_the_signed_file_comes_back_byte_for_byte(town: Town) -> None:
    content = pdf("Undertecknat")
    sent = {"sent": posted("avtal.pdf", content), "is_signed": "on", "note": "Skannat"}
    assert send(town.keeper, "add-agreement-file", town.agreement.pk, **sent).status_code == 302

    page = get(town.reader, "agreement", town.agreement.pk)
    make.operator()
    edition = Edition.objects.get()
    file = get(town.reader, "edition", edition.pk)

    assert file.content == content
    assert file["Content-Disposition"] == 'attachment; filename="avtal.pdf"'
    assert "Hämta det undertecknade avtalet" in told(page)
    assert hashlib.sha256(content).hexdigest() in told(page)


def test_the_page_says_whose_decision_is_missing(town: Town) -> None:
    first, second, _third = town.prepare()
    town.decide(first, "2023-02-14")
    town.decide(second, "2023-02-14")

    names = ["Socialnämnden", "Barn- och ungdomsnämnden", "Kultur- och utbildningsnämnden"]
    undecided = names[[board.pk for board in town.boards].index(_third.body_id)]
    assert f"Beslut saknas från {undecided}." in town.page()


def test_activation_names_every_decision_and_signature_that_is_missing(town: Town) -> None:
    steps = town.prepare()
    town.decide(steps[0], "2023-02-14")
    town.sign(steps[0], "2023-02-15")
    town.decide(steps[1], "2023-02-14")

    refused = told(town.activate())

    sentence = refused.partition("kan inte aktiveras än.")[2].partition(".")[0]
    assert sentence.count("Beslut saknas från") == 1
    assert sentence.count("Underskrift saknas från") == 2
    assert f"/arenden/{steps[0].matter_id}/" in str(town.activate().content)


def test_a_board_that_refers_back_takes_it_up_in_a_step_of_its_own(town: Town) -> None:
    steps = town.prepare()

    town.decide(steps[0], "2023-02-14", "referred_back")

    again = town.steps()[-1]
    assert (len(town.steps()), again.body_id, again.decided_on) == (4, steps[0].body_id, None)
    assert again.is_to_sign


def test_a_referral_back_that_was_a_slip_is_forgotten(town: Town) -> None:
    step = town.prepare()[0]
    town.decide(step, "2023-02-14", "referred_back")
    town.decide(step, "2023-02-14", "referred_back")
    assert len(town.steps()) == 4

    town.decide(step, "2023-02-14")

    assert len(town.steps()) == 3


def test_it_is_not_activated_before_the_last_signature(town: Town) -> None:
    rows.agreed(town.agreement, on=date(2023, 4, 2))
    rows.followed_up(town.agreement)

    assert "innan alla har skrivit under" in told(town.activate())


def test_a_signature_is_lost_when_the_board_decides_anew(town: Town) -> None:
    rows.agreed(town.agreement)
    matter = rows.matter(town.agreement)
    rows.decide(rows.steps_of(matter)[0], on=date(2023, 5, 1))

    assert "Underskrift saknas från" in town.page()


def test_a_decision_before_the_memo_changes_nothing(town: Town) -> None:
    step = town.prepare()[0]

    refused = town.decide(step, "2023-01-08")

    assert refused.status_code == 422
    assert "Beslutet kan inte vara före tjänsteskrivelsen." in told(refused)
    assert town.steps()[0].decided_on is None


def test_nobody_signs_before_the_board_has_approved(town: Town) -> None:
    step = town.prepare()[0]

    assert "har inte bifallit" in told(town.sign(step, "2023-02-14"))


def test_a_day_to_come_is_refused(town: Town) -> None:
    step = town.prepare()[0]

    assert "Den dagen har inte varit än." in told(town.decide(step, "2027-01-01"))


def test_a_secretary_writes_for_her_own_board_only(town: Town) -> None:
    step = town.prepare()[0]
    other = next(who for body, who in town.secretaries.items() if body != step.body_id)

    answer = send(other, "record-decision", step.pk, decided_on="2023-02-14", outcome="approved")

    assert answer.status_code == 404


def test_an_approval_that_is_referred_back_is_warned_of(town: Town) -> None:
    steps = town.prepare()
    town.decide(steps[0], "2023-02-14")
    town.decide(steps[1], "2023-02-14")
    matter = rows.matter(town.agreement)
    again = Step.objects.get(matter=matter, body=steps[0].body_id)
    Matter.objects.filter(pk=matter.pk).update(written_on=date(2023, 3, 1))

    town.decide(again, "2023-04-01", "referred_back")

    assert "hade bifallit avtalet, och har sedan återremitterat det" in town.page()


def test_the_newest_file_is_what_is_decided_on(town: Town) -> None:
    giver = make.operator()
    editions.add_edition(town.agreement, rows.sent("ett.txt", b"Ett."), actor=giver)
    newest = editions.add_edition(town.agreement, rows.sent("tva.txt", b"Tv\xc3\xa5."), actor=giver)
    town.prepare()
    make.operator()
    editions.add_edition(town.agreement, rows.sent("tre.txt", b"Tre."), actor=make.operator())

    matter = Matter.objects.get(agreement=town.agreement)
    assert [each.edition_id for each in matter.attachments.all()] == [newest.pk]
    assert "tva.txt" in told(get(town.reader, "matter", matter.pk))


def test_a_party_that_is_no_authority_only_signs(town: Town) -> None:
    association = make.body("Friends")
    rows.party(town.agreement, association)
    step = next(step for step in town.prepare() if step.body_id == association.pk)

    refused = send(
        town.keeper, "record-decision", step.pk, decided_on="2023-02-14", outcome="approved"
    )

    assert step.kind == "signs"
    assert "skriver bara under" in told(refused)
    assert (
        send(
            town.keeper, "record-signature", step.pk, signed_on="2023-02-14", signed_by="Kim Ek"
        ).status_code
        == 302
    )


def test_a_decision_is_sent_and_received(town: Town) -> None:
    step = town.prepare()[0]
    whose = town.secretaries[step.body_id]
    town.decide(step, "2023-02-14")

    early = send(whose, "send-decision", step.pk, sent_on="2023-02-13", to_whom="Regionen")
    send(whose, "send-decision", step.pk, sent_on="2023-02-20", to_body=town.boards[1].pk)

    make.operator()
    expedition = step.expeditions.get()
    received = {"received_on": "2023-02-19"}
    assert "innan det är fattat" in told(early)
    assert "innan det skickades" in told(send(whose, "record-receipt", expedition.pk, **received))
    there = town.secretaries[town.boards[1].pk]
    assert send(there, "record-receipt", expedition.pk, received_on="2023-02-21").status_code == 302
    assert "framme 21 februari 2023" in told(get(town.reader, "matter", step.matter_id))


def test_a_board_called_by_an_old_name_is_warned_of(town: Town) -> None:
    step = town.prepare()[0]
    make.operator()
    Step.objects.filter(pk=step.pk).update(named_as="Barn- och utbildningsnämnden")

    shown = told(get(town.reader, "matter", step.matter_id))

    assert "Handlingen säger Barn- och utbildningsnämnden, men" in shown


def test_the_memo_is_printed(town: Town) -> None:
    step = town.prepare()[0]

    paper = get(town.reader, "memo-pdf", step.matter_id)
    word = get(town.reader, "memo-docx", step.matter_id)

    assert (paper.content[:5], word.content[:2]) == (b"%PDF-", b"PK")


def test_a_wrong_decision_can_be_mended_until_it_is_signed(town: Town) -> None:
    step = town.prepare()[0]
    town.decide(step, "2023-02-14", "rejected")
    town.decide(step, "2023-02-14", "approved")
    town.sign(step, "2023-02-15")

    assert "undertecknat och kan inte" in told(town.decide(step, "2023-02-14", "rejected"))
    make.operator()
    assert Step.objects.get(pk=step.pk).outcome == Outcome.APPROVED


def test_an_agreement_that_is_in_force_stays_so_when_something_new_is_prepared(town: Town) -> None:
    rows.agreed(town.agreement)
    rows.followed_up(town.agreement)
    make.operator()
    Agreement.objects.filter(pk=town.agreement.pk).update(activated_on=date(2023, 4, 1))

    rows.matter(town.agreement)

    assert "Gäller till och med 31 december 2026." in town.page()


def test_the_alternatives_considered_stand_in_the_memo_on_the_page_and_on_paper(
    town: Town,
) -> None:
    considered = "Ett gemensamt team. Det valdes bort: för långt emellan."
    said = {**MEMO, "alternatives": considered}
    send(town.keeper, "prepare-decision", town.agreement.pk, **said)
    matter = town.steps()[0].matter

    assert f"Alternativ som har övervägts {considered}" in told(
        get(town.reader, "matter", matter.pk)
    )
    paper = memo_paper(make.actor_for(town.reader), matter.municipality, matter)
    assert considered in printing.as_text(paper)
    again = {**said, "alternatives": "Inga."}
    assert send(town.keeper, "describe-matter", matter.pk, **again).status_code == 302
    assert "övervägts Inga." in told(get(town.reader, "matter", matter.pk))
    person = {**said, "alternatives": "Ring 20180101-2392"}
    assert "personnummer" in told(send(town.keeper, "describe-matter", matter.pk, **person))
