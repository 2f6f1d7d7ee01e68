"""The final report holds what was meant, done, measured, said and decided; and no small number."""

from datetime import timedelta

import pytest

from samsyn.access.api import Account, Role
from samsyn.audit.api import Event
from samsyn.initiatives.actions import course, logic, parts
from samsyn.initiatives.models import Course, Initiative
from samsyn.initiatives.web.initiative_papers import final_paper
from samsyn.printing.api import as_text
from tests import factories as make
from tests import indicator_rows as figures
from tests import initiative_rows as rows
from tests.governance.visiting import get, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.POLITICIAN)


@pytest.fixture
def row() -> Initiative:
    return rows.initiative("Lärstudio", what="En liten grupp.", purpose="Ökad närvaro.")


def _paper(row: Initiative) -> str:
    return " ".join(as_text(final_paper(make.actor(Role.POLITICIAN), row.pk)).split())


def test_it_holds_the_whole_from_problem_to_decision(row: Initiative) -> None:
    giver = make.operator()
    logic.add_step(row, {"kind": "problem", "text": "Hög frånvaro."}, actor=giver)
    parts.add_funding(row, {"origin": "Statsbidrag", "year": 2026, "amount": 500_000}, actor=giver)
    said = {"level": "outcome", "text": "Fler vågar.", "said_by": "Rektor"}
    logic.make_claim(row, said, actor=giver)
    shown = {"result": "Det gick bra.", "lessons": "Börja tidigt.", "done_year": 2025}
    course.evaluate(rows.evaluation(row, kind="final_report"), shown, None, actor=giver)
    stopped = {"course": Course.STOP, "decided_on": TODAY, "why": "Målet är nått."}
    course.decide_course(row, stopped, actor=giver)

    paper = _paper(row)

    for text in (
        *("En liten grupp.", "Ökad närvaro.", "Hög frånvaro.", "Statsbidrag", "500 000"),
        *("Utfall, upplevelse. Fler vågar.", "Slutrapport · 2025", "Det gick bra."),
        *("Lärdom: Börja tidigt.", "Avslutas", "Målet är nått."),
    ):
        assert text in paper, text
    assert "Insatsen pågår" not in paper


def test_small_groups_of_children_are_told_nowhere(row: Initiative) -> None:
    rows.activity(row, participants=24, classes=2)
    rows.activity(row, participants=3)
    rows.activity(row, participants=4, held_on=TODAY - timedelta(days=400))

    paper = _paper(row)

    assert "minst 25" in paper
    assert "minst 1" in paper
    assert "27" not in paper
    assert "28" not in paper


def test_a_hidden_figure_stays_hidden(row: Initiative) -> None:
    of = figures.indicator("Hög frånvaro")
    figures.by_sex(of, 30, 2)
    small = figures.indicator("Få")
    figures.by_sex(small, 3, 0)
    for each, use in ((of, "outcome"), (small, "process")):
        logic.add_measure(row, each.pk, use, actor=make.operator())

    paper = _paper(row)

    assert "32" in paper
    assert "visas inte, för få" in paper


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_it_is_handed_out_and_leaves_a_trace(reader: Account, row: Initiative, ending: str) -> None:
    page = told(get(reader, "initiatives:initiative", row.pk))
    assert "Slutrapport Samlat: syftet" in page

    paper = get(reader, f"initiatives:print-initiative-{ending}", row.pk)

    assert paper.status_code == 200
    assert f"slutrapport-larstudio.{ending}" in paper["Content-Disposition"]
    make.operator()
    assert Event.objects.get(action="initiatives.export_initiative").reason == ending
