from datetime import timedelta

import pytest

from samsyn.access.api import Role
from samsyn.forums import actions, queries
from samsyn.forums.models import Forum, Lack, LackKind
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make

pytestmark = pytest.mark.django_db


def note(of: Forum, text: str = "Mål saknas.", kind: LackKind = LackKind.GOALS) -> Lack:
    return actions.note_lack(of, kind, text, actor=make.operator())


def mend(lack: Lack, how: str) -> None:
    actions.mend_lack(lack, how, actor=make.operator())


def test_a_lack_is_noted_on_the_day_and_is_open() -> None:
    kept = Lack.objects.get(pk=note(make.forum()).pk)

    assert (kept.noted_on, kept.mended_on, kept.how) == (make.TODAY, None, "")
    assert kept.is_open(make.TODAY)


def test_it_is_mended_in_writing() -> None:
    lack = note(make.forum())

    mend(lack, "Målen står i uppdraget.")

    kept = Lack.objects.get(pk=lack.pk)
    assert (kept.mended_on, kept.how) == (make.TODAY, "Målen står i uppdraget.")
    assert not kept.is_open(make.TODAY)
    assert kept.is_open(make.TODAY - timedelta(1))


def test_without_saying_how_it_is_not_mended() -> None:
    lack = note(make.forum())

    with pytest.raises(RuleBrokenError, match="hur bristen är åtgärdad"):
        mend(lack, "")

    assert Lack.objects.get(pk=lack.pk).mended_on is None


def test_the_open_ones_are_told_first_and_a_party_by_its_name() -> None:
    of, party = make.forum(), make.body("Barnmottagningen")
    mend(note(of, "Inga mål."), "Nu finns de.")
    actions.note_lack(
        of, LackKind.PARTY, "Borde vara med.", body_id=party.pk, actor=make.operator()
    )

    found = queries.lacks(make.actor(Role.PARTICIPANT), of.pk)

    assert [(lack.text, lack.body_name) for lack in found] == [
        ("Borde vara med.", "Barnmottagningen"),
        ("Inga mål.", None),
    ]


def test_a_child_is_no_lack() -> None:
    of = make.forum()
    lack = note(of)

    with pytest.raises(RuleBrokenError, match="personnummer"):
        note(of, "20180101-2392")
    with pytest.raises(RuleBrokenError, match="personnummer"):
        mend(lack, "20180101-2392")
