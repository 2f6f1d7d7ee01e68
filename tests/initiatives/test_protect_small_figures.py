"""No hidden value leaves by any way: not by a page, a list, a file, a filter, or a difference."""

import csv
import io
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import indicators as actions
from samsyn.initiatives.actions.values import Slice
from samsyn.initiatives.models import Disclosure, Indicator, Measure, Target, Value
from samsyn.organisation.api import AreaKind
from tests import factories as make
from tests import indicator_rows as rows
from tests.forums import making
from tests.governance.visiting import at, get, told
from tests.people import TODAY

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
