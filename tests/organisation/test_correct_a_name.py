import pytest

from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions
from samsyn.organisation.models import BodyName
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_misspelt_name_is_mended_for_the_whole_of_its_period() -> None:
    board = make.body("Socialnämden")
    row = BodyName.objects.get(body=board)

    actions.correct_name(board, row, "Socialnämnden", actor=make.operator())

    kept = BodyName.objects.get(body=board)
    assert (kept.name, kept.starts_on) == ("Socialnämnden", make.LONG_AGO)


def test_a_name_of_10_000_characters_is_refused() -> None:
    board = make.body("Socialnämnden")
    row = BodyName.objects.get(body=board)

    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        actions.correct_name(board, row, "x" * 10_000, actor=make.operator())

    assert BodyName.objects.get(body=board).name == "Socialnämnden"
