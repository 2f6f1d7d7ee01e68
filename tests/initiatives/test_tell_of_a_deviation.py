"""What of a deviation is told to whom, on the pages beside its own."""

import pytest

from samsyn.access.api import Account, Role
from tests import deviation_rows as rows
from tests import factories as make
from tests import governance_rows as governed
from tests import initiative_rows
from tests.governance.visiting import get, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_what_it_is_about_tells_a_stranger_of_none(keeper: Account) -> None:
    """The pages of the forum, the party, the agreement and the initiative are read by all."""
    stranger, school = make.account_with(Role.POLITICIAN), make.body("Skolan")
    forum, initiative = make.forum("Styrgruppen"), initiative_rows.initiative()
    agreement = governed.agreement("Samverkansavtal")
    rows.deviation(
        rows.TITLE,
        school,
        forum_id=forum.pk,
        agreement_id=agreement.pk,
        initiative_id=initiative.pk,
    )
    pages = {
        "forums:forum": forum.pk,
        "organisation:body": school.pk,
        "governance:agreement": agreement.pk,
        "initiatives:initiative": initiative.pk,
    }

    for name, pk in pages.items():
        assert rows.TITLE in told(get(keeper, name, pk))
        assert rows.TITLE not in told(get(stranger, name, pk))


def test_a_word_of_ones_own_is_told_to_those_who_read_the_report(keeper: Account) -> None:
    stranger = make.account_with(Role.POLITICIAN)
    rows.deviation(category="rektorn")
    rows.deviation(category="sekretess")

    year = told(get(stranger, "initiatives:deviation-compilation"))

    assert "rektorn" not in told(get(stranger, "initiatives:deviations"))
    assert "rektorn" not in told(get(stranger, "initiatives:report-deviation"))
    assert "rektorn" in told(get(keeper, "initiatives:deviations"))
    assert "rektorn" not in year
    assert "andra ämnen 1" in year
    assert "sekretess 1" in year


def test_the_auditors_words_for_obstacles_are_proposed(keeper: Account) -> None:
    form = told(get(keeper, "initiatives:report-deviation"))

    for word in ("stuprörstänk", "personalomsättning", "otydliga syften"):
        assert word in form
