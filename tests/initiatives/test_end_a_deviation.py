"""A report ends with what was changed or without a change, and words can be taken out of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from samsyn.access.api import Account, Role
from samsyn.audit.api import Event
from samsyn.initiatives.actions import deviation_endings as actions
from samsyn.initiatives.actions import deviations
from samsyn.initiatives.models import Deviation, DeviationStep, Ending
from samsyn.kernel.errors import RuleBrokenError
from tests import deviation_rows as rows
from tests import factories as make
from tests.governance.visiting import at, get, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db

NAME, MASK = "Anna Svensson", "[borttaget]"


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def _get(row: Deviation) -> Deviation:
    make.operator()
    return Deviation.objects.get(pk=row.pk)


def test_a_duplicate_is_closed_without_inventing_a_change(keeper: Account) -> None:
    first, again = rows.deviation(), rows.deviation("Skolan fick inget veta")

    answer = send(
        keeper,
        "initiatives:close-deviation",
        again.pk,
        ending=Ending.DUPLICATE,
        duplicate_of=first.pk,
    )

    assert answer.status_code == 302, told(answer)
    found = _get(again)
    assert (found.changed, found.duplicate_of_id, found.closed_on) == ("", first.pk, TODAY)
    assert DeviationStep.objects.get(deviation=again).text == "Samma som en annan rapport."
    assert rows.TITLE in told(get(keeper, "initiatives:deviation", again.pk))
    assert "Skolan fick inget veta" in told(get(keeper, "initiatives:deviation", first.pk))


def test_what_is_asked_follows_from_how_it_ends(keeper: Account) -> None:
    row = rows.deviation()

    unsaid = send(keeper, "initiatives:close-deviation", row.pk, ending="")
    of_none = send(keeper, "initiatives:close-deviation", row.pk, ending=Ending.DUPLICATE)
    withdrawn = send(
        keeper, "initiatives:close-deviation", row.pk, ending=Ending.WITHDRAWN, changed="Ringt."
    )

    assert "Skriv vad som ändrades" in told(unsaid)
    assert "Välj vilken rapport" in told(of_none)
    assert withdrawn.status_code == 302
    assert (_get(row).ending, _get(row).changed) == (Ending.WITHDRAWN, "")
    assert "Ringt." in told(get(keeper, "initiatives:deviation", row.pk))


def test_the_original_is_another_and_no_duplicate_itself() -> None:
    row, other, third = rows.deviation(), rows.deviation("Den andra"), rows.deviation("Tredje")
    giver = make.actor(Role.COORDINATOR)
    actions.close_deviation(other, "", Ending.DUPLICATE, third.pk, actor=giver)

    with pytest.raises(RuleBrokenError, match="Välj vilken"):
        actions.close_deviation(row, "", Ending.DUPLICATE, row.pk, actor=giver)
    with pytest.raises(RuleBrokenError, match="Välj den andra"):
        actions.close_deviation(row, "", Ending.DUPLICATE, other.pk, actor=giver)


def test_what_was_no_deviation_makes_no_pattern(keeper: Account) -> None:
    school = make.body("Skolan")
    for ending in (Ending.NO_DEVIATION, Ending.WITHDRAWN):
        row = rows.deviation(rows.TITLE, school, category="väntetid")
        actions.close_deviation(row, "", ending, actor=make.operator())

    page = get(keeper, "initiatives:deviation-patterns")
    year = told(get(keeper, "initiatives:deviation-compilation"))

    assert (page.context["tables"], page.context["rows"]) == ([], [])
    assert "ingen avvikelse 2" in year
    assert "Inget som du får läsa är avslutat" in year


def _named(keeper: Account) -> Deviation:
    row = rows.deviation("Anna Svensson fick ingen plan", what="Annas plan kom bort.")
    giver = make.operator()
    deviations.note_on_deviation(row, "ANNA har bytt skola. 100 % är_inte klart.", actor=giver)
    return row


def test_a_name_is_taken_out_of_all_that_was_written(keeper: Account) -> None:
    row = _named(keeper)

    answer = send(
        keeper,
        "initiatives:mask-deviation",
        row.pk,
        words=f"{NAME}\nAnna",
        why="Anna är ett barn.",
    )

    assert answer.status_code == 302, told(answer)
    found = _get(row)
    assert (found.title, found.what) == (f"{MASK} fick ingen plan", f"{MASK} plan kom bort.")
    assert "anna" not in found.key
    texts = list(DeviationStep.objects.order_by("ordinal").values_list("kind", "text"))
    assert texts == [
        ("noted", f"{MASK} har bytt skola. 100 % är_inte klart."),
        ("masked", f"{MASK} är ett barn."),
    ]


def test_the_search_forgets_it_and_the_trail_never_knew(keeper: Account) -> None:
    row = _named(keeper)
    assert "fick ingen plan" in told(at(keeper).get("/sok/?q=Svensson"))

    send(keeper, "initiatives:mask-deviation", row.pk, words=f"{NAME}\nAnna", why="Ett namn.")

    assert "fick ingen plan" not in told(at(keeper).get("/sok/?q=Svensson"))
    make.operator()
    event = Event.objects.get(action="initiatives.mask_deviation")
    assert event.object_id == row.pk
    assert "Anna" not in str(event.__dict__)


def test_it_is_taken_out_of_what_is_closed_too(keeper: Account) -> None:
    row = _named(keeper)
    actions.close_deviation(row, "Anna har en plan.", actor=make.operator())

    page = get(keeper, "initiatives:deviation", row.pk).content.decode()
    send(keeper, "initiatives:mask-deviation", row.pk, words=f"{NAME}\nAnna", why="Ett namn.")

    assert f"/avvikelser/{row.pk}/ta-bort-ord/" in page
    assert f"/avvikelser/{row.pk}/svara/" not in page
    assert _get(row).changed == f"{MASK} har en plan."


def test_words_that_are_not_there_take_nothing_out(keeper: Account) -> None:
    row = _named(keeper)

    answer = send(keeper, "initiatives:mask-deviation", row.pk, words="Ann", why="Ett namn.")

    assert answer.status_code == 422
    assert "Orden står inte i rapporten." in told(answer)
    assert _get(row).steps.count() == 1


def test_one_who_only_reported_takes_no_words_out() -> None:
    account = make.account_with(Role.PARTICIPANT)
    send(account, "initiatives:report-deviation", **rows.SAID)
    make.operator()
    row = Deviation.objects.get()

    said = {"words": "skolan", "why": "Ett namn."}
    assert send(account, "initiatives:mask-deviation", row.pk, **said).status_code == 403


@pytest.mark.parametrize(
    "text", ["Anna har inte bytt skola.", f"{MASK} har inte bytt skola.", "", MASK + MASK * 99]
)
def test_the_database_lets_words_be_taken_out_of_a_step_and_nothing_else(text: str) -> None:
    row = rows.deviation()
    deviations.note_on_deviation(row, "Anna har bytt skola.", actor=make.operator())

    with pytest.raises(IntegrityError, match="not changed"), transaction.atomic():
        DeviationStep.objects.update(text=text)
    with pytest.raises(IntegrityError, match="not changed"), transaction.atomic():
        DeviationStep.objects.update(
            text=f"{MASK} har bytt skola.", taken_on=TODAY - timedelta(days=1)
        )
    DeviationStep.objects.update(text=f"{MASK} har bytt skola.")
