"""An initiative tells how it is thought to work, by what it is measured, and what is only said."""

import pytest

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import logic as actions
from samsyn.initiatives.models import Indicator, InitiativeMeasure, LogicKind, LogicStep, Use
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests import indicator_rows
from tests import initiative_rows as rows
from tests.governance.visiting import get, post, send, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_it_cannot_be_evaluated_until_it_has_both_measures(keeper: Account) -> None:
    row = rows.initiative()
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "kan inte utvärderas processmått saknas, utfallsmått saknas" in page
    listed = told(get(keeper, "initiatives:initiatives", query="?saknar=matt"))
    assert "Skolsocialt team fasen" in listed
    assert "kan inte utvärderas" in listed
    for name, use in (("Samtal", "process"), ("Frånvaro", "outcome")):
        make.operator()
        indicator = indicator_rows.indicator(name)
        answer = send(keeper, "initiatives:add-measure", row.pk, indicator=indicator.pk, use=use)
        assert answer.status_code == 302, told(answer)

    page = told(get(keeper, "initiatives:initiative", row.pk))

    assert "kan inte utvärderas" not in page
    assert "Frånvaro utfallsmått" in page
    assert "Skolsocialt team" not in told(
        get(keeper, "initiatives:initiatives", query="?saknar=matt")
    )


def test_a_measure_is_taken_away_and_the_indicator_stays(keeper: Account) -> None:
    row, indicator = rows.initiative(), indicator_rows.indicator()
    measure = actions.add_measure(row, indicator.pk, Use.OUTCOME, actor=make.operator())

    assert post(keeper, "initiatives:remove-measure", measure.pk).status_code == 302

    make.operator()
    assert not InitiativeMeasure.objects.filter(initiative=row).exists()
    assert Indicator.objects.filter(pk=indicator.pk).exists()


def test_the_chain_is_told_in_its_order(keeper: Account) -> None:
    row = rows.initiative()
    send(keeper, "initiatives:add-step", row.pk, kind="problem", text="Många är borta.")
    make.operator()
    problem = LogicStep.objects.get()
    send(
        keeper,
        *("initiatives:add-step", row.pk),
        kind="cause",
        text="Otrygg väg.",
        after=str(problem.pk),
    )

    page = told(get(keeper, "initiatives:initiative", row.pk))

    assert (
        "problem Många är borta. Ändra Många är borta. orsak Otrygg väg. följer av: Många" in page
    )


def test_a_cause_does_not_follow_from_its_effect() -> None:
    row, actor = rows.initiative(), make.operator()
    effect = actions.add_step(row, {"kind": LogicKind.EFFECT, "text": "Fler stannar."}, actor=actor)
    cause = {"kind": LogicKind.CAUSE, "text": "Otrygg väg.", "after_id": effect.pk}

    with pytest.raises(RuleBrokenError, match="orsak kan inte följa på effekt"):
        actions.add_step(row, cause, actor=actor)


def test_a_statement_without_a_measure_is_a_perception(keeper: Account) -> None:
    row = rows.initiative()
    said = {"level": "effect", "text": "Den är lyckad, den är välbesökt.", "said_by": "Rapporten"}

    answer = send(keeper, "initiatives:make-claim", row.pk, **said)

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "effekt Den är lyckad, den är välbesökt. Rapporten" in page
    assert "upplevelse" in page


def test_a_perception_without_a_source_is_refused(keeper: Account) -> None:
    row = rows.initiative()

    answer = send(keeper, "initiatives:make-claim", row.pk, level="effect", text="Den är lyckad.")

    assert answer.status_code == 422
    assert "vem som säger det" in told(answer)


def test_a_statement_with_a_measure_is_measured(keeper: Account) -> None:
    row, indicator = rows.initiative(), indicator_rows.indicator()

    send(
        keeper,
        *("initiatives:make-claim", row.pk),
        level="outcome",
        text="Färre är borta.",
        indicator=str(indicator.pk),
    )

    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "mätt" in page
    assert "upplevelse" not in page
