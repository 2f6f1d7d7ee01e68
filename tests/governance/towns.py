"""A town of three boards that takes an agreement through them."""

from datetime import date
from typing import Any

from django.urls import reverse

from samsyn.access.api import Account, Role
from samsyn.governance.models import Step
from tests import factories as make
from tests import governance_rows as rows
from tests.governance.visiting import at, get, post, send, told

MEMO = {
    "title": "Överenskommelse om BUS 2023–2026",
    "written_on": "2023-01-09",
    "statement": "Avtalet gick ut vid årsskiftet.",
    "proposal": "Nämnden godkänner överenskommelsen.",
}


def after(account: Account, name: str, pk: Any) -> str:
    """What stands on the page that a pressed button leads to."""
    client = at(account)
    pressed = client.post(reverse(f"governance:{name}", args=[pk]), follow=True)
    return told(pressed)


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
