"""No hidden value leaves by any way: not by a page, a list, a file, a filter, or a difference."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from samsyn.access.api import Account, Actor, Role
from samsyn.initiatives.actions import indicators as actions
from samsyn.initiatives.actions import logic, values
from samsyn.initiatives.actions.protecting import protect
from samsyn.initiatives.actions.values import Slice
from samsyn.initiatives.models import Disclosure, Indicator, Measure, Target, Use, Value
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.actions.places import AreaDescription, describe_area
from samsyn.organisation.api import AreaKind
from tests import factories as make
from tests import indicator_rows as rows
from tests import initiative_rows as initiatives
from tests.forums import making
from tests.governance.visiting import at, get, send, told
from tests.people import NOW, TODAY

pytestmark = pytest.mark.django_db

# Figures that stand nowhere else on the page.
FEW, MANY, ALL = 3, 7_391, 7_394


@pytest.fixture
def row() -> Indicator:
    made = rows.indicator()
    rows.by_sex(made, MANY, FEW)
    return made


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.POLITICIAN)


def test_the_page_shows_the_total_and_neither_part(row: Indicator, reader: Account) -> None:
    page = plain(told(get(reader, "initiatives:indicator", row.pk)))

    assert f"totalt {ALL}" in page
    assert "flickor visas inte, för få" in page
    assert "pojkar visas inte, för få" in page
    assert str(MANY) not in page


def plain(text: str) -> str:
    """The words of the page, with figures in one piece."""
    return re.sub(r"(?<=\d)\s(?=\d{3}\b)", "", text)


@pytest.mark.parametrize("way", ["csv", "xlsx"])
def test_files_tell_no_more_than_the_page(row: Indicator, reader: Account, way: str) -> None:
    answer = get(reader, "initiatives:indicators", query=f"?hamta={way}")

    said = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert str(MANY).encode() not in said


def test_no_two_exports_tell_a_hidden_value_by_their_difference(
    row: Indicator, reader: Account
) -> None:
    """Whatever is asked for, what is hidden is the same, so there is nothing to subtract."""
    queries = ["", "?namn=frånvaro", "?omrade=&ljus=inte-bedomda", "?ordna=-period", "?matt=count"]
    first = [shown(get(reader, "initiatives:indicators", query=f"{each}")) for each in queries]

    assert len(set(first)) == 1


def shown(answer: Any) -> str:
    page = plain(told(answer))
    return page[page.index("Orosanmälningar på grund") :].partition("Visar")[0][:120]


def test_a_lone_area_cannot_be_had_back_from_the_whole(reader: Account) -> None:
    whole = make.area("Kommunen", kind=AreaKind.MUNICIPALITY)
    parts = [make.area(name, parent=whole) for name in ("Norr", "Söder", "Öster")]
    made = rows.indicator()
    counts = [4, 31, 62]
    rows.enter(
        made,
        rows.told("2025", sum(counts), Slice(area_id=whole.pk)),
        *(
            rows.told("2025", n, Slice(area_id=area.pk))
            for area, n in zip(parts, counts, strict=True)
        ),
    )

    make.operator()
    gone = set(Value.objects.filter(is_hidden=True).values_list("area__name", flat=True))
    assert gone == {"Norr", "Söder"}


def test_a_share_on_fewer_than_ten_is_hidden_with_its_base(reader: Account) -> None:
    made = rows.indicator(measure=Measure.SHARE, disclosure=Disclosure.SHARE)
    rows.enter(made, rows.told("2025", numerator=9, denominator=5731))

    page = plain(told(get(reader, "initiatives:indicator", made.pk)))

    assert "totalt visas inte, för få" in page
    assert "5731" not in page


def test_a_value_without_a_base_is_hidden_and_not_lost(reader: Account) -> None:
    made = rows.indicator(measure=Measure.SHARE, disclosure=Disclosure.SHARE)
    rows.enter(made, rows.told("2025", Decimal("12.5")))

    assert "12,5" not in told(get(reader, "initiatives:indicator", made.pk))
    make.operator()
    assert Value.objects.get().number == Decimal("12.5")


def test_what_is_protected_changes_with_the_rule(row: Indicator) -> None:
    actions.describe_indicator(row, {"disclosure": Disclosure.NONE}, actor=make.operator())
    assert not Value.objects.filter(is_hidden=True).exists()

    actions.describe_indicator(row, {"disclosure": Disclosure.COUNT}, actor=make.operator())
    assert Value.objects.filter(is_hidden=True).count() == 2


def test_a_baseline_is_hidden_when_its_day_is(reader: Account) -> None:
    made = rows.indicator()
    rows.enter(made, rows.told("2025", FEW))
    Target.objects.create(
        municipality_id=made.municipality_id,
        indicator=made,
        number=1,
        baseline=FEW,
        baseline_on="2025-06-30",
        starts_on=TODAY,
        ends_on="2028-01-01",
    )

    page = told(get(reader, "initiatives:indicator", made.pk))

    assert "från visas inte, för få den" in page


@pytest.mark.parametrize(
    ("of", "may"),
    [
        (lambda: make.account_with(Role.COORDINATOR), True),
        (lambda: make.account_with(Role.AUDITOR), True),
        (lambda: make.account_with(Role.POLITICIAN), False),
        (lambda: make.account_with(Role.PARTICIPANT), False),
    ],
)
def test_what_is_stored_is_for_few(row: Indicator, of: Callable[[], Account], *, may: bool) -> None:
    answer = get(of(), "initiatives:stored-values", row.pk)

    assert (answer.status_code == 200) is may
    assert (str(MANY) in plain(told(answer))) is may


def test_its_owner_sees_what_is_stored() -> None:
    owner = make.position(title="Folkhälsostrateg")
    made = rows.indicator(owner_id=owner.pk)
    rows.by_sex(made, MANY, FEW)

    answer = get(making.holder(owner), "initiatives:stored-values", made.pk)

    assert str(MANY) in plain(told(answer))


def test_the_search_finds_what_it_is_and_not_what_it_shows(row: Indicator, reader: Account) -> None:
    by_name = told(at(reader).get("/sok/?q=orosanmälningar"))
    by_value = told(at(reader).get(f"/sok/?q={MANY}"))

    assert "Orosanmälningar på grund av frånvaro" in by_name
    assert "Orosanmälningar på grund av frånvaro" not in by_value


def test_the_list_of_stored_values_says_which_are_protected(row: Indicator) -> None:
    keeper = make.account_with(Role.COORDINATOR)

    answer = get(keeper, "initiatives:stored-values", row.pk, query="?hamta=csv")

    text = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
    told_of = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))
    assert len(told_of) == 4
    assert "skyddat" in text


@pytest.mark.parametrize(
    ("about", "known"),
    [({Slice("boys")}, "17"), ({Slice()}, "17")],
)
def test_a_figure_that_is_about_is_protected_as_any_other(
    reader: Account, about: set[Slice], known: str
) -> None:
    """Of twenty, seventeen girls: three boys, whichever of the figures has a tilde."""
    made = rows.indicator()
    rows.enter(
        made,
        *(
            rows.told("2025", number, series, state="about" if series in about else "known")
            for number, series in ((20, Slice()), (17, Slice("girls")), (3, Slice("boys")))
        ),
    )

    page = told(get(reader, "initiatives:indicator", made.pk))

    assert "pojkar visas inte" in page
    assert f"flickor {known}" not in page


def test_a_share_that_is_about_shows_no_base(reader: Account) -> None:
    made = rows.indicator(measure=Measure.SHARE, disclosure=Disclosure.SHARE)
    rows.enter(
        made,
        rows.told("2025", Decimal(100), state="about"),
        rows.told("2024", state="about", numerator=FEW, denominator=MANY),
    )

    page = plain(told(get(reader, "initiatives:indicator", made.pk)))

    assert "totalt ~100 %" in page.replace("\xa0", " ")
    assert str(MANY) not in page


def test_a_share_is_held_to_the_rule_for_shares(reader: Account) -> None:
    made = rows.indicator(measure=Measure.SHARE, disclosure=Disclosure.COUNT)
    rows.enter(made, rows.told("2025", numerator=6, denominator=6))
    keeper = make.account_with(Role.COORDINATOR)
    said = {"name": "Andel", "measure": "share", "disclosure": "count"}

    assert "6 av 6" not in told(get(reader, "initiatives:indicator", made.pk))
    assert "skyddet för andelar" in told(send(keeper, "initiatives:add-indicator", **said))


def test_a_count_is_no_part_of_anything() -> None:
    with pytest.raises(RuleBrokenError, match="ingen täljare"):
        rows.enter(rows.indicator(), rows.told("2025", 20, numerator=FEW, denominator=20))


def test_a_survey_with_few_answers_tells_no_margin(reader: Account) -> None:
    made = rows.indicator(measure=Measure.SHARE, disclosure=Disclosure.SHARE)
    rows.enter(made, rows.told("2025", Decimal(50), answers=6, response_rate=Decimal(80)))

    page = told(get(reader, "initiatives:indicator", made.pk))

    assert "totalt visas inte" in page
    assert "%" not in page[page.index("Period Vilka") : page.index("Små tal visas inte")]


def test_a_hidden_total_is_told_by_no_list_file_page_or_paper(reader: Account) -> None:
    made = rows.indicator("Mycket få", focus_areas=["Trygghet"])
    rows.enter(made, rows.told("2024", 7_394), rows.told("2025", FEW))
    initiative = initiatives.initiative(focus_areas=["Trygghet"])
    logic.add_measure(initiative, made.pk, Use.OUTCOME, None, actor=make.operator())

    listed = told(get(reader, "initiatives:indicators"))
    taken = get(reader, "initiatives:indicators", query="?hamta=csv")
    line = next(row for row in _lines(taken) if row["Indikator"] == "Mycket få")
    page = told(get(reader, "initiatives:initiative", initiative.pk))

    assert "Mycket få inte bedömd visas inte, för få" in listed
    assert line["Senaste värde"] == "visas inte, för få"
    assert "Mycket få" in page
    assert "visas inte, för få" in page[page.index("Mycket få") :]


def _lines(answer: Any) -> list[dict[str, str]]:
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("day", ["2026-01-15", "2019-06-30"])
def test_a_baseline_of_a_day_without_a_shown_total_is_hidden(reader: Account, day: str) -> None:
    made = rows.indicator()
    rows.enter(made, rows.told("2025", FEW))
    aimed = {"number": Decimal(1), "starts_on": TODAY, "ends_on": "2028-01-01"}
    baseline = {"baseline": Decimal(FEW), "baseline_on": day}
    actions.set_target(made, aimed | baseline, actor=make.operator())

    assert "från visas inte" in told(get(reader, "initiatives:indicator", made.pk))


def test_what_is_hidden_follows_an_area_that_moves() -> None:
    """A hundred in town, of whom three are in the east: the west must not come to tell of them."""
    town, west = make.area("Staden"), make.area("Väster")
    parts = {name: make.area(name, parent=town) for name in ("Norr", "Söder", "Öster")}
    made = rows.indicator()
    counts = {town: 100, west: 27, parts["Norr"]: 40, parts["Söder"]: 30, parts["Öster"]: FEW}
    rows.enter(made, *(rows.told("2025", n, Slice(area_id=of.pk)) for of, n in counts.items()))
    make.operator()
    assert not Value.objects.get(area=west).is_hidden

    moved = AreaDescription(west.name, AreaKind.DISTRICT, parent_id=town.pk)
    describe_area(west, moved, actor=make.operator())

    shown = Value.objects.filter(is_hidden=False).values_list("number", flat=True)
    assert sum(int(n or 0) for n in shown.exclude(area=town)) != 100 - FEW


def test_two_reports_are_not_subtracted_from_each_other(tomorrow: Callable[[], Actor]) -> None:
    """Six, three and five; the last becomes seven the day after, and must not be shown then."""
    parts = [make.area(name) for name in ("Norr", "Söder", "Öster")]
    made = rows.indicator()
    rows.enter(
        made,
        rows.told("2025", 14),
        *(
            rows.told("2025", n, Slice(area_id=of.pk))
            for of, n in zip(parts, (6, FEW, 5), strict=True)
        ),
    )
    first = _shown()

    corrected = [rows.told("2025", 16), rows.told("2025", 7, Slice(area_id=parts[2].pk))]
    values.enter_values(made, corrected, actor=tomorrow())
    second = _shown()

    assert first == {"Norr": 6, None: 14}
    assert second == {"Norr": 6, None: 16}


def test_what_was_shown_before_hides_nothing_after(tomorrow: Callable[[], Actor]) -> None:
    """The girls have been read of; when the boys come, it is the total that has to go."""
    made = rows.indicator()
    rows.enter(made, rows.told("2025", MANY, Slice("girls")))

    few = [rows.told("2025", ALL), rows.told("2025", FEW, Slice("boys"))]
    values.enter_values(made, few, actor=tomorrow())

    assert set(Value.objects.filter(is_hidden=True).values_list("sex", flat=True)) == {"", "boys"}


def test_what_is_written_wrong_and_mended_the_same_day_is_shown() -> None:
    made = rows.indicator()
    rows.by_sex(made, MANY, FEW)
    rows.by_sex(made, MANY, 3_000)

    make.operator()
    assert not Value.objects.filter(is_hidden=True).exists()


def test_the_same_figures_written_again_are_known_still(tomorrow: Callable[[], Actor]) -> None:
    """A table that is sent whole, with one figure that is other, changes that one alone."""
    made = rows.indicator()
    rows.by_sex(made, MANY, 3_000)
    settled = set(Value.objects.values_list("sex", "settled_on"))

    values.enter_values(made, [rows.told("2025", MANY, Slice("girls"))], actor=tomorrow())

    assert set(Value.objects.values_list("sex", "settled_on")) == settled


def test_more_periods_than_a_question_can_name_are_protected_together(row: Indicator) -> None:
    giver = make.operator()
    Value.objects.update(is_hidden=True)
    own = Value.objects.values_list("measurement_id", flat=True)[0]

    protect([*(uuid4() for _each in range(70_000)), own], actor=giver)

    assert Value.objects.filter(is_hidden=False).count() == 1


def _shown() -> dict[str | None, int]:
    make.operator()
    found = Value.objects.filter(is_hidden=False).values_list("area__name", "number")
    return {name: int(number or 0) for name, number in found}


@pytest.fixture
def tomorrow() -> Callable[[], Actor]:
    return lambda: replace(make.operator(), now=NOW + timedelta(days=1))
