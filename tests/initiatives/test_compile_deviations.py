"""A year of deviations is counted for everyone, and what comes again and again is seen."""

from datetime import timedelta
from typing import Any

import pytest

from samsyn.access.api import Account, Municipality, Role
from samsyn.audit.api import Event
from samsyn.initiatives.actions.deviation_endings import close_deviation
from samsyn.initiatives.models import Deviation
from samsyn.initiatives.web.deviation_papers import compilation_paper
from samsyn.organisation.api import Body
from samsyn.printing.api import as_text
from tests import deviation_rows as rows
from tests import factories as make
from tests.governance.visiting import get, told
from tests.people import TODAY
from tests.surroundings import ALINGSAS, TYRESO

pytestmark = pytest.mark.django_db

WAIT = "väntetid"


@pytest.fixture
def school() -> Body:
    return make.body("Skolan")


@pytest.fixture
def reader() -> Account:
    return make.account_with(Role.POLITICIAN)


def _closed(title: str, *parties: Body, **told: Any) -> Deviation:
    row = rows.deviation(title, *parties, category=WAIT, **told)
    close_deviation(row, "Vi ringer varandra varje vecka.", actor=make.operator())
    return row


def test_everyone_may_count_what_only_some_may_read(reader: Account, school: Body) -> None:
    _closed("Väntan blev lång", school)
    rows.deviation("Ingen kom", school, category=WAIT)

    page = told(get(reader, "initiatives:deviation-compilation"))

    assert f"{WAIT} 2" in page
    assert "Skolan 2" in page
    assert "inget forum 2" in page
    assert "Rapporter 2" in page
    assert "Väntan blev lång" not in page
    assert "Vi ringer varandra" not in page


def test_what_was_changed_is_told_to_those_who_may_read_it(school: Body) -> None:
    _closed("Väntan blev lång", school)
    keeper = make.account_with(Role.AUDITOR)

    assert "Vi ringer varandra varje vecka." in told(
        get(keeper, "initiatives:deviation-compilation")
    )


def test_another_year_and_another_municipality_are_not_counted(
    reader: Account, school: Body
) -> None:
    rows.deviation(municipality_id=TYRESO)
    row = rows.deviation(rows.TITLE, school)
    Deviation.objects.filter(pk=row.pk).update(reported_on=TODAY - timedelta(days=400))

    this_year = told(get(reader, "initiatives:deviation-compilation"))
    then = (TODAY - timedelta(days=400)).year
    that_year = told(get(reader, "initiatives:deviation-compilation", query=f"?ar={then}"))

    assert "Skolan 1" not in this_year
    assert "Skolan 1" in that_year


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_year_is_printed_and_leaves_a_trace(reader: Account, school: Body, ending: str) -> None:
    _closed("Väntan blev lång", school)

    paper = get(reader, f"initiatives:print-deviations-{ending}")

    assert paper.status_code == 200
    make.operator()
    assert Event.objects.get(action="initiatives.export_deviations").reason == ending


def test_the_paper_holds_the_counts_and_what_one_may_read(school: Body) -> None:
    _closed("Väntan blev lång", school)
    place = Municipality.objects.get(pk=ALINGSAS)

    open_to_all = as_text(compilation_paper(make.actor(Role.POLITICIAN), place, TODAY.year))
    for_keepers = as_text(compilation_paper(make.actor(Role.COORDINATOR), place, TODAY.year))

    assert "Skolan" in open_to_all
    assert "Vi ringer varandra" not in open_to_all
    assert "Vi ringer varandra varje vecka." in for_keepers


def test_what_comes_twice_is_a_pattern_with_the_way_to_it(school: Body) -> None:
    forum = make.forum("Närgruppen")
    for title, word in (("Väntan blev lång", WAIT), ("Väntan igen", WAIT.capitalize())):
        rows.deviation(title, school, category=word, forum_id=forum.pk)
    rows.deviation("Väntan utan forum", school, category=WAIT)
    keeper = make.account_with(Role.COORDINATOR)

    page = get(keeper, "initiatives:deviation-patterns")

    assert f"{WAIT} Skolan Närgruppen 2" in told(page)
    (_row, url), *others = page.context["rows"]
    assert others == []
    listed = told(get(keeper, "initiatives:deviations", query=url.partition("/avvikelser/")[2]))
    assert "Väntan blev lång" in listed
    assert "Väntan igen" in listed
    assert "Väntan utan forum" not in listed


def _lines(page: Any) -> dict[str, list[tuple[str, int]]]:
    return {
        table.of_what: [(row.name.lower(), row.count) for row, _url in table.lines]
        for table in page.context["tables"]
    }


def test_a_word_a_party_and_a_forum_are_patterns_each_alone(reader: Account, school: Body) -> None:
    social, forum = make.body("Socialtjänsten"), make.forum("Närgruppen")
    for _each in range(3):
        rows.deviation(category="Återkoppling")
    rows.deviation(rows.TITLE, school, category="återkoppling")
    rows.deviation(rows.TITLE, social, school, category=WAIT, forum_id=forum.pk)
    rows.deviation(rows.TITLE, category="", forum_id=forum.pk)

    found = _lines(get(reader, "initiatives:deviation-patterns"))

    assert found == {
        "Ämne": [("återkoppling", 4)],
        "Part": [("skolan", 2)],
        "Forum": [("närgruppen", 2)],
    }


def test_each_way_leads_to_as_many_in_the_register(school: Body) -> None:
    keeper, forum = make.account_with(Role.COORDINATOR), make.forum("Närgruppen")
    for word in (WAIT, WAIT.capitalize()):
        row = rows.deviation(rows.TITLE, school, category=word, forum_id=forum.pk)
        close_deviation(row, "Vi ringer.", actor=make.operator())
    old = rows.deviation(rows.TITLE, school, category=WAIT, forum_id=forum.pk)
    Deviation.objects.filter(pk=old.pk).update(reported_on=TODAY - timedelta(days=300))

    page = get(keeper, "initiatives:deviation-patterns", query="?manader=6")

    lines = [line for table in page.context["tables"] for line in table.lines]
    assert len(lines) == 3
    for row, url in [*lines, *page.context["rows"]]:
        query = "?" + url.partition("?")[2]
        listed = get(keeper, "initiatives:deviations", query=query).context["listing"]
        assert (row.count, listed.pages.total) == (2, 2), url


def test_the_compilation_counts_a_word_in_whatever_letters(reader: Account) -> None:
    for word in (WAIT, WAIT.capitalize()):
        rows.deviation(category=word)

    assert f"{WAIT} 2" in told(get(reader, "initiatives:deviation-compilation"))


def test_what_was_long_ago_is_no_pattern(reader: Account, school: Body) -> None:
    for title in ("Väntan blev lång", "Väntan igen"):
        rows.deviation(title, school, category=WAIT)
    make.operator()
    Deviation.objects.update(reported_on=TODAY - timedelta(days=800))

    assert WAIT not in told(get(reader, "initiatives:deviation-patterns"))
    assert WAIT in told(get(reader, "initiatives:deviation-patterns", query="?manader=36"))
