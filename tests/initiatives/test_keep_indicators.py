"""An indicator is declared, given values, judged and aimed at; what cannot be is refused."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import indicators as actions
from samsyn.initiatives.actions import values
from samsyn.initiatives.actions.values import Slice
from samsyn.initiatives.models import Disclosure, Indicator, Light, Measure, Measurement, Value
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make
from tests import indicator_rows as rows
from tests.forums import making
from tests.governance.visiting import get, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db

_SAID = {
    "name": "Hög frånvaro",
    "measure": "share",
    "disclosure": "share",
    "direction": "less",
    "frequency": "year",
    "breakdowns": ["sex"],
}


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_it_is_declared_judged_and_read_by_anyone_with_a_role(keeper: Account) -> None:
    answer = send(keeper, "initiatives:add-indicator", **_SAID, focus_areas="Skolnärvaro")
    assert answer.status_code == 302, told(answer)
    make.operator()
    row = Indicator.objects.get()
    judged = {"colour": "yellow", "why": "Några gör det.", "judged_on": TODAY.isoformat()}

    answer = send(keeper, "initiatives:judge-indicator", row.pk, **judged)

    assert answer.status_code == 302, told(answer)
    reader = make.account_with(Role.POLITICIAN)
    listed = told(get(reader, "initiatives:indicators"))
    assert "Hög frånvaro gul" in listed
    assert "Några gör det. Skolnärvaro utan ägare" in listed
    assert "Några gör det." in told(get(reader, "initiatives:indicator", row.pk))


def test_a_light_without_a_motive_is_refused(keeper: Account) -> None:
    row = rows.indicator()
    judged = {"colour": "red", "why": "", "judged_on": TODAY.isoformat()}

    assert send(keeper, "initiatives:judge-indicator", row.pk, **judged).status_code == 422
    with pytest.raises(RuleBrokenError, match="varför ni bedömer"):
        actions.judge_indicator(
            row, {"colour": "red", "why": "", "judged_on": TODAY}, actor=make.operator()
        )


def test_a_light_that_was_wrong_is_mended_the_same_day_alone() -> None:
    row, before = rows.indicator(), TODAY - timedelta(days=1)
    for day in (before, TODAY):
        judged = {"colour": "red", "why": "Det ökar.", "judged_on": day}
        actions.judge_indicator(row, judged, actor=make.operator())
    mended = {"colour": "yellow", "why": "Det ökar lite."}

    actions.judge_indicator(row, mended | {"judged_on": TODAY}, actor=make.operator())

    assert list(row.lights.order_by("judged_on").values_list("colour", flat=True)) == [
        "red",
        "yellow",
    ]
    with pytest.raises(RuleBrokenError, match="redan en bedömning"):
        actions.judge_indicator(row, mended | {"judged_on": before}, actor=make.operator())


def test_who_judges_is_proposed_to_be_her_own_function() -> None:
    owner = make.position(title="Folkhälsostrateg")
    row = rows.indicator(owner_id=owner.pk)

    form = get(making.holder(owner), "initiatives:judge-indicator", row.pk).context["form"]

    assert form["by"].value() == str(owner.pk)


def test_a_new_light_leaves_the_one_before() -> None:
    row = rows.indicator()
    for day, colour in ((date(2026, 1, 1), "red"), (TODAY, "green")):
        told_of = {"colour": colour, "why": "Vi ser det.", "judged_on": day}
        actions.judge_indicator(row, told_of, actor=make.operator())

    assert Light.objects.filter(indicator=row).count() == 2


SHARE: Any = {"measure": Measure.SHARE, "disclosure": Disclosure.SHARE}


@pytest.mark.parametrize(
    ("of", "figures", "said"),
    [
        (SHARE, {"numerator": 12, "denominator": 0}, "Nämnaren är 0"),
        (SHARE, {"numerator": 12, "denominator": 10}, "mer än 100 procent"),
        (SHARE, {"number": Decimal("100.1")}, "mer än 100 procent"),
        (SHARE, {"numerator": 12}, "både täljare och nämnare"),
        ({}, {"number": Decimal(-1)}, "mindre än noll"),
        ({}, {"number": Decimal("1.5")}, "ett helt tal"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(of: Any, figures: Any, said: str) -> None:
    row = rows.indicator(**of)

    with pytest.raises(RuleBrokenError, match=said):
        rows.enter(row, rows.told("2025", **figures))


def test_a_period_that_overlaps_another_is_refused() -> None:
    row = rows.indicator()
    rows.enter(row, rows.told("2025", 30))

    with pytest.raises(RuleBrokenError, match="överlappar"):
        rows.enter(row, rows.told("2025 kv 1", 8))


def test_two_targets_for_the_same_time_are_refused() -> None:
    row = rows.indicator()
    aimed = {"number": Decimal(10), "starts_on": TODAY, "ends_on": date(2028, 1, 1)}
    actions.set_target(row, aimed, actor=make.operator())

    with pytest.raises(RuleBrokenError, match="redan ett mål"):
        actions.set_target(row, aimed | {"number": Decimal(5)}, actor=make.operator())


def test_a_target_that_ends_early_leaves_room_for_the_next(keeper: Account) -> None:
    row = rows.indicator()
    aimed = {"number": Decimal(10), "starts_on": TODAY, "ends_on": date(2028, 1, 1)}
    first = actions.set_target(row, aimed, actor=make.operator())
    form = get(keeper, "initiatives:change-target", first.pk).content.decode()

    last_day = TODAY.replace(day=TODAY.day + 1)
    said = {"number": "12", "starts_on": TODAY.isoformat(), "ends_on": last_day.isoformat()}
    send(keeper, "initiatives:change-target", first.pk, **said)
    after = last_day + timedelta(days=1)
    actions.set_target(row, aimed | {"starts_on": after}, actor=make.operator())

    assert 'value="2027-12-31"' in form
    assert list(row.targets.order_by("starts_on").values_list("number", "ends_on")) == [
        (Decimal(12), after),
        (Decimal(10), date(2028, 1, 1)),
    ]


def test_a_breakdown_that_is_not_declared_is_refused() -> None:
    row = rows.indicator(breakdowns=[])

    with pytest.raises(RuleBrokenError, match="delas inte upp på kön"):
        rows.enter(row, rows.told("2025", 30, Slice("girls")))


def test_a_share_is_worked_out_from_what_it_is_counted_on() -> None:
    row = rows.indicator(**SHARE)
    rows.enter(row, rows.told("2025", numerator=30, denominator=120))

    assert Value.objects.get().number == Decimal(25)
    page = told(get(make.account_with(Role.POLITICIAN), "initiatives:indicator", row.pk))
    assert "25 % 2025 · 30 av 120" in page.replace("\xa0", " ")


def test_a_survey_shows_its_margin_and_response_rate() -> None:
    row = rows.indicator(**SHARE)
    rows.enter(row, rows.told("2025", 20, answers=200, response_rate=Decimal(80)))

    page = told(get(make.account_with(Role.POLITICIAN), "initiatives:indicator", row.pk))

    assert "200 svar" in page
    assert "17,6 % till 22,6 %" in page.replace("\xa0", " ")


def test_what_is_written_again_takes_the_place_of_what_stood() -> None:
    row = rows.indicator()
    rows.enter(row, rows.told("2025", 30))

    rows.enter(row, rows.told("2025", 31))

    assert [each.number for each in Value.objects.all()] == [31]


def test_a_break_is_marked_and_cuts_the_trend(keeper: Account) -> None:
    row = rows.indicator()
    rows.enter(row, *(rows.told(str(2018 + n), 10 + 5 * n) for n in range(8)))
    page = told(get(keeper, "initiatives:indicator", row.pk))
    assert "ökar" in page
    broken = Measurement.objects.get(starts_on=date(2024, 1, 1))

    answer = send(keeper, "initiatives:mark-break", broken.pk, break_note="Ny gräns för frånvaro.")

    assert answer.status_code == 302, told(answer)
    page = told(get(keeper, "initiatives:indicator", row.pk))
    assert "Ny gräns för frånvaro." in page
    assert "ökar" not in page


def test_what_the_source_does_not_show_is_kept_apart_from_nought() -> None:
    row = rows.indicator()
    rows.enter(
        row,
        rows.told("2022", 0),
        rows.told("2023", state="few"),
        rows.told("2024", state="withheld"),
        rows.told("2025", 100, state="about"),
    )

    page = told(get(make.account_with(Role.POLITICIAN), "initiatives:indicator", row.pk))

    for said in (
        "2022 totalt 0",
        "2023 totalt ~ för få",
        "2024 totalt .. visas",
        "2025 totalt ~100",
    ):
        assert said in page


def test_what_measures_stays_while_there_are_values() -> None:
    row = rows.indicator()
    rows.enter(row, rows.told("2025", 30))

    with pytest.raises(RuleBrokenError, match="har värden"):
        actions.describe_indicator(row, {"measure": Measure.VALUE}, actor=make.operator())


def test_its_owner_is_told_what_waits_and_writes_it() -> None:
    owner = make.position(title="Folkhälsostrateg")
    account, other = making.holder(owner), make.account_with(Role.PARTICIPANT)
    row = rows.indicator(owner_id=owner.pk)
    rows.enter(row, rows.told("2024", 30))
    day = told(get(account, "organisation:my-day"))
    assert "Värden att skriva in Orosanmälningar på grund av frånvaro 2025" in day
    written = {"period-0": "2025", "value-0": "28"}

    assert send(other, "initiatives:enter-values", row.pk, **written).status_code in {403, 404}
    assert send(account, "initiatives:enter-values", row.pk, **written).status_code == 302

    assert "Värden att skriva in" not in told(get(account, "organisation:my-day"))


def test_the_grid_says_what_is_wrong_in_its_row_and_loses_nothing(keeper: Account) -> None:
    row = rows.indicator()
    written = {"period-0": "2024", "value-0": "30", "period-1": "2025", "value-1": "trettio"}

    answer = send(keeper, "initiatives:enter-values", row.pk, **written)

    assert answer.status_code == 422
    assert "”trettio” är inget tal" in told(answer)
    assert 'value="trettio"' in answer.content.decode()
    make.operator()
    assert not Value.objects.exists()


def test_asks_the_database_as_often_for_twenty_as_for_one(keeper: Account) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert get(keeper, "initiatives:indicators").status_code == 200
        return len(queries)

    rows.by_sex(rows.indicator("Första"), 30, 25)
    asked()
    one = asked()
    make.operator()
    for number in range(19):
        rows.by_sex(rows.indicator(f"Indikator {number}"), 30, 25)

    assert asked() == one


def test_taking_away_a_figure_protects_the_others_anew() -> None:
    row = rows.indicator()
    rows.by_sex(row, 57, 3)
    assert Value.objects.filter(is_hidden=True).count() == 2

    values.enter_values(row, [rows.told("2025", None, Slice("boys"))], actor=make.operator())

    assert Value.objects.count() == 2
