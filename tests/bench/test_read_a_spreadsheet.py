"""`make bench` reads a spreadsheet in as one who may log everywhere does, and leaves nothing."""

import pytest

from samsyn.access.api import Role
from samsyn.initiatives.models import Activity
from tests import factories as make
from tests import initiative_rows as rows
from tests.surroundings import ALINGSAS
from tools.bench import spreadsheet

pytestmark = pytest.mark.django_db


def test_every_row_is_read_and_none_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_ROWS", 30)
    rows.initiative("Besöken")
    account = make.account_with(Role.ADMINISTRATOR)

    lines = list(spreadsheet.lines(ALINGSAS, account.email or ""))

    assert [line[0].partition(" (")[0] for line in lines] == [
        "activities from a spreadsheet",
        "the same once more",
    ]
    make.operator()
    assert not Activity.objects.exists()
