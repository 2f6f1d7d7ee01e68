"""Two boards that are written down at the same moment, each by a connection of its own."""

from datetime import date
from typing import Any

from django.db import transaction

from samsyn.access.api import Account, Actor, Role, enter
from samsyn.governance.actions import agreements, decisions, matters, taking_back
from samsyn.governance.domain.standing import State
from samsyn.governance.models import Agreement, GoverningDocument, Outcome, Step
from samsyn.governance.queries.agreements import standing_of
from samsyn.governance.rules.agreements import ACTIVATE_AGREEMENT
from samsyn.governance.rules.matters import RECORD_DECISION, RECORD_SIGNATURE, REMOVE_STEP
from samsyn.kernel.errors import NotFoundError, RuleBrokenError
from tests import factories as make
from tests import governance_rows as rows
from tests.document_rows import document
from tests.forums.together import together

DAY = date(2023, 3, 15)


class Town:
    """Two boards that are to decide the same, and one who writes for both."""

    def __init__(self) -> None:
        self.keeper = make.account_with(Role.COORDINATOR)
        self.boards = [rows.board("Socialnämnden"), rows.board("Skolnämnden")]

    def agreement(self) -> Agreement:
        of = rows.followed_up(rows.agreement(starts_on=DAY, renewal="one_year"))
        for board in self.boards:
            rows.party(of, board)
        rows.matter(of)
        return of

    def steps(self) -> list[Step]:
        make.operator()
        return list(Step.objects.order_by("ordinal"))

    def decides(self, step: Step, outcome: Outcome = Outcome.APPROVED) -> Any:
        ruling = decisions.Ruling(DAY, outcome, "§ 33")
        return entering(
            self.keeper,
            RECORD_DECISION,
            step,
            lambda found, actor: decisions.record_decision(found, ruling, actor=actor),
        )

    def removes(self, step: Step) -> Any:
        return entering(
            self.keeper,
            REMOVE_STEP,
            step,
            lambda found, actor: taking_back.remove_step(found, actor=actor),
        )

    def signs(self, step: Step) -> Any:
        signed = decisions.Signed(DAY, signed_by="Kim Ek")
        return entering(
            self.keeper,
            RECORD_SIGNATURE,
            step,
            lambda found, actor: decisions.record_signature(found, signed, actor=actor),
        )

    def activates(self, of: Agreement) -> Any:
        return entering(
            self.keeper,
            ACTIVATE_AGREEMENT,
            of,
            lambda found, actor: agreements.activate_agreement(found, DAY, actor=actor),
        )


def entering(account: Account, action: Any, row: Any, change: Any) -> Any:
    """Make the change as a page does: by the door, which locks the row."""

    def made(_operator: Actor) -> None:
        actor = make.actor_for(account)
        try:
            found = enter(actor, action, row.pk, changing=True)
        except NotFoundError as gone:
            raise RuleBrokenError("Finns inte.") from gone
        change(found, actor)

    return made


def test_both_decisions_stay_and_the_agreement_is_in_force_once(committed_database: str) -> None:
    with transaction.atomic():
        town = Town()
        of = town.agreement()
        steps = town.steps()

    assert together(*map(town.decides, steps)) == ["", ""]
    assert together(*map(town.signs, steps)) == ["", ""]
    told = together(town.activates(of), town.activates(of))

    assert sorted(told) == ["", "Avtalet är redan aktiverat."]
    with transaction.atomic():
        assert [(step.outcome, step.signed_on) for step in town.steps()] == [
            (Outcome.APPROVED, DAY)
        ] * 2
        assert standing_of(make.operator(), Agreement.objects.get()).state == State.IN_FORCE


def test_a_document_is_decided_by_two_boards_at_once(committed_database: str) -> None:
    with transaction.atomic():
        town = Town()
        matter = matters.create_matter(
            "Planen", matters.Memo(), {"document_id": document().pk}, actor=make.operator()
        )
        for board in town.boards:
            matters.add_step(matter, matters.NewStep(board.pk), actor=make.operator())
        steps = town.steps()

    assert together(*map(town.decides, steps)) == ["", ""]

    with transaction.atomic():
        make.operator()
        plan = GoverningDocument.objects.get()
        assert (plan.decided_on, plan.paragraph) == (DAY, "§ 33")
        assert plan.deciding_body_id in {board.pk for board in town.boards}


def _twice(town: Town) -> list[Step]:
    """The steps of a matter that the first board has two of, though it is not a party."""
    matter = matters.create_matter("Planen", matters.Memo(), {}, actor=make.operator())
    for board in (town.boards[0], town.boards[0]):
        matters.add_step(matter, matters.NewStep(board.pk), actor=make.operator())
    return town.steps()


def test_a_step_is_not_removed_while_its_board_decides(committed_database: str) -> None:
    with transaction.atomic():
        town = Town()
        step, _other = _twice(town)

    told = together(town.decides(step), town.removes(step))

    with transaction.atomic():
        left = {each.pk: each.outcome for each in town.steps()}
    if told == ["Finns inte.", ""]:
        assert step.pk not in left
    else:
        assert told[1] == "Organet har beslutat, skrivit under eller expedierat."
        assert left[step.pk] == Outcome.APPROVED


def test_a_board_that_is_to_take_it_up_again_keeps_a_step_for_it(committed_database: str) -> None:
    with transaction.atomic():
        town = Town()
        first, second = _twice(town)

    together(town.decides(first, Outcome.REFERRED_BACK), town.removes(second))

    with transaction.atomic():
        assert [step.outcome for step in town.steps()] == [Outcome.REFERRED_BACK, ""]
