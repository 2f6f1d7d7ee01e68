from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.template.loader import render_to_string
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries

from samsyn.pages.api import Cell, Column, Tag, list_page
from tests.pages.rows import groups, listing, shown

pytestmark = pytest.mark.django_db


def html(**arguments: Any) -> str:
    return render_to_string("pages/_listing.html", {"listing": listing(**arguments)})


def many(count: int) -> None:
    groups(*(f"grupp {number:03}" for number in range(count)))


def test_rows_come_in_the_order_the_page_has_chosen() -> None:
    groups("b", "c", "a")

    assert shown(listing()) == ["a", "b", "c"]


def test_a_column_turns_the_order_when_it_is_asked_for_again() -> None:
    groups("b", "c", "a")

    turned = listing("ordna=-namn")

    assert shown(turned) == ["c", "b", "a"]
    assert turned.headers[0].direction == "descending"
    assert listing().headers[0].url == "?ordna=-namn"


def test_rows_that_are_equal_keep_their_place_from_page_to_page() -> None:
    many(60)
    same: tuple[Column[Group], ...] = (
        Column("namn", "Namn", lambda group: Cell(group.pk), ("permissions",)),
    )

    found = [pk for page in (1, 2, 3) for pk in shown(listing(f"sida={page}", columns=same))]

    assert found == sorted(Group.objects.values_list("pk", flat=True))


def test_a_filter_narrows_the_list_and_stays_in_every_address() -> None:
    many(30)
    groups("annan")

    narrowed = listing("namn=grupp")

    assert narrowed.pages.total == 30
    assert narrowed.pages.next_url == "?namn=grupp&sida=2"
    assert narrowed.headers[0].url == "?namn=grupp&ordna=-namn"


def test_an_answer_that_is_not_among_the_choices_is_not_heard() -> None:
    groups("a1", "b1")

    assert shown(listing("slag=a")) == ["a1"]
    assert shown(listing("slag=b")) == ["a1", "b1"]


@pytest.mark.parametrize(
    "asked",
    [
        "sida=0",
        "sida=-1",
        "sida=x",
        "sida=٣",
        "sida=" + "9" * 5000,
        "ordna=password",
        "ordna=--namn",
        "ordna=langd",
        "namn=%00",
        "slag=%00%FF",
        "hamta=exe",
        "okand=1&sida=1&sida=2",
    ],
)
def test_nonsense_in_the_address_shows_the_list_all_the_same(asked: str) -> None:
    groups("a")

    assert shown(listing(asked)) == ["a"]
    assert "<table" in html(asked=asked)


@pytest.mark.parametrize("column", ["password", "langd", "pk", "namn,pk"])
def test_the_list_is_sorted_by_nothing_but_its_sortable_columns(column: str) -> None:
    groups("b", "a")

    assert shown(listing(f"ordna=-{column}")) == ["a", "b"]


def test_a_page_beyond_the_last_is_the_last() -> None:
    many(30)

    beyond = listing("sida=99")

    assert (beyond.pages.current, len(beyond.lines)) == (2, 5)


def test_the_way_to_other_pages_shows_the_first_the_last_and_the_nearest() -> None:
    many(250)

    near = listing("sida=5").pages.near

    assert [page.number if page.url else "…" for page in near] == [1, "…", 4, 5, 6, "…", 10]


@pytest.mark.parametrize("count", [1, 20])
def test_the_database_is_asked_twice_however_many_rows(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    many(count)

    with django_assert_num_queries(2):
        html()


def test_a_list_without_rows_says_what_it_is_for() -> None:
    assert "Här står grupper." in html()


def test_a_filter_that_leaves_nothing_offers_the_way_back() -> None:
    groups("a")

    assert "Rensa filter" in html(asked="namn=finns+inte")


def test_what_a_person_wrote_is_text_and_never_markup() -> None:
    groups("<script>alert(1)</script>")

    page = html(asked="namn=%3Cscript%3E")

    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_no_part_of_a_cell_is_markup() -> None:
    groups("a")
    cell = Cell("<b>", url='/"><b>', tags=(Tag("<b>", '"><b>'),), note="<b>")
    columns: tuple[Column[Group], ...] = (Column("a", "<b>", lambda _group: cell),)

    assert "<b>" not in html(columns=columns)


def test_a_part_answers_htmx_with_its_own_address_for_the_history(rf: RequestFactory) -> None:
    many(30)
    request = rf.get("/lista/?sida=2&x=1", headers={"HX-Request": "true"})

    response = list_page(request, "no/page.html", listing("sida=2&x=1"))

    assert response["HX-Push-Url"] == "/lista/?sida=2"
    assert "HX-Request" in response["Vary"]
    assert b"<html" not in response.content


def test_a_list_that_grows_for_ever_is_counted_to_its_limit() -> None:
    many(30)

    bounded, whole = listing(most=20), listing(most=30)

    assert (bounded.pages.total, bounded.has_more) == (20, True)
    assert (whole.pages.total, whole.has_more) == (30, False)
    assert len(list(bounded.all_lines())) == 30
