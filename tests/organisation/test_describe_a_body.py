import pytest

from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions
from samsyn.organisation.models import Body, BodyKind
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_body_becomes_what_is_said_of_it() -> None:
    board, area = make.body(), make.area()
    about = actions.Description(
        BodyKind.EXECUTIVE_BOARD, is_own_authority=True, organisation_number="", area_id=area.pk
    )

    actions.describe_body(board, about, actor=make.operator())

    kept = Body.objects.get(pk=board.pk)
    assert (kept.kind, kept.is_own_authority, kept.area_id) == (
        "executive_board",
        True,
        area.pk,
    )


def test_a_wrong_organisation_number_changes_nothing() -> None:
    board = make.body(kind=BodyKind.BOARD)
    about = actions.Description(BodyKind.UNIT, organisation_number="123")

    with pytest.raises(RuleBrokenError, match="NNNNNN-NNNN"):
        actions.describe_body(board, about, actor=make.operator())

    assert Body.objects.get(pk=board.pk).kind == "board"


def test_an_organisation_number_can_be_taken_away() -> None:
    board = make.body()
    number = actions.Description(BodyKind.BOARD, organisation_number="212000-1355")
    actions.describe_body(board, number, actor=make.operator())

    actions.describe_body(board, actions.Description(BodyKind.BOARD), actor=make.operator())

    assert Body.objects.get(pk=board.pk).organisation_number == ""
