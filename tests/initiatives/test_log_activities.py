"""What is done is logged in a minute, counted by term, and small numbers are nowhere to be had."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from samsyn.access.api import Account, Role
from samsyn.initiatives.actions import activities, parts
from samsyn.initiatives.models import Activity, ActivityKind, Series, Shift, Whom
from samsyn.initiatives.queries import activities as queries
from samsyn.kernel.errors import RuleBrokenError
from samsyn.search import api as search
from tests import factories as make
from tests import initiative_rows as rows
from tests.governance.visiting import at, get, post, send, told
from tests.people import TODAY

pytestmark = pytest.mark.django_db

_SAID = {
    "what": "Besök i 7A och 7B",
    "held_on": TODAY.isoformat(),
    "kind": "visit",
    "whom": "children",
}


@pytest.fixture
def keeper() -> Account:
    return make.account_with(Role.COORDINATOR)


def test_ten_activities_are_logged_one_after_the_other(keeper: Account) -> None:
    row = rows.initiative("Besök av polis och fältare")
    for _each in range(10):
        answer = send(
            keeper, "initiatives:log-activity", row.pk, **_SAID, participants="24", again="on"
        )
        assert answer.status_code == 302, told(answer)
        assert "logga/?vad=" in answer.headers["Location"]

    again = get(keeper, "initiatives:log-activity", row.pk, query="?vad=Bes%C3%B6k+i+7A+och+7B")
    assert 'value="Besök i 7A och 7B"' in again.content.decode()
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "Besök i klass eller grupp 10 gånger, 240 deltog" in page


def test_the_next_one_has_all_but_the_counts_of_the_one_before(keeper: Account) -> None:
    row, school = rows.initiative(), make.body("Skolan")
    said = _SAID | {"grades": ["7", "8"], "unit": str(school.pk), "place": "Aulan"}
    answer = send(keeper, "initiatives:log-activity", row.pk, **said, participants="24", again="on")

    form = at(keeper).get(answer.headers["Location"]).context["form"]

    kept = {name: form[name].value() for name in ("grades", "unit", "place", "again")}
    assert kept == {"grades": ["7", "8"], "unit": str(school.pk), "place": "Aulan", "again": "ja"}
    assert form["participants"].value() is None


def test_the_day_leads_a_field_worker_to_logging() -> None:
    row, police = rows.initiative("Trygghetsvandringar"), make.body("Polisen")
    officer = make.holder_of(make.position(police, "Kommunpolis"), Role.PARTICIPANT)
    other = make.holder_of(make.position(make.body("Kyrkan"), "Diakon"), Role.PARTICIPANT)
    parts.add_partner(row, {"body_id": police.pk}, actor=make.operator())
    address = f"/insatser/{row.pk}/logga/"

    assert address in get(officer, "organisation:my-day").content.decode()
    assert address not in get(other, "organisation:my-day").content.decode()


def test_a_field_worker_of_a_partner_logs_what_she_does() -> None:
    row = rows.initiative()
    police = make.body("Polisen")
    officer = make.holder_of(make.position(police, "Kommunpolis"), Role.PARTICIPANT)
    other = make.holder_of(make.position(make.body("Kyrkan"), "Diakon"), Role.PARTICIPANT)
    parts.add_partner(row, {"body_id": police.pk}, actor=make.operator())

    assert send(other, "initiatives:log-activity", row.pk, **_SAID).status_code == 403
    assert send(officer, "initiatives:log-activity", row.pk, **_SAID).status_code == 302


@pytest.mark.parametrize("name", ["log-activity", "change-activity"])
def test_a_partner_that_has_left_logs_and_changes_nothing_more(name: str) -> None:
    row, club = rows.initiative(), make.body("Föreningen")
    leader = make.holder_of(make.position(club, "Ledare"), Role.PARTICIPANT)
    when = {"starts_on": TODAY - timedelta(days=900), "ends_on": TODAY}
    parts.add_partner(row, {"body_id": club.pk} | when, actor=make.operator())
    of = row if name == "log-activity" else rows.activity(row, participants=3)

    assert get(leader, f"initiatives:{name}", of.pk).status_code == 403


def _took_away(account: Account, query: str = "") -> list[dict[str, str]]:
    answer = get(account, "initiatives:activities", query=f"?hamta=csv{query}")
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("count", [1, 4])
def test_few_children_are_told_nowhere(keeper: Account, count: int) -> None:
    row = rows.initiative()
    small = rows.activity(row, what="Liten grupp", participants=count)
    rows.activity(row, what="Stor grupp", participants=20)

    listed = told(get(keeper, "initiatives:activities"))
    page = told(get(keeper, "initiatives:initiative", row.pk))
    of_one = told(get(keeper, "initiatives:activity", small.pk))
    taken = {each["Vad"]: each["Deltog"] for each in _took_away(keeper)}

    assert "färre än 5" in listed
    assert "minst 21 deltog" in page
    assert "Deltog färre än 5" in of_one
    assert taken == {"Liten grupp": "färre än 5", "Stor grupp": "20"}


def test_what_is_hidden_is_the_same_whatever_the_number() -> None:
    """Two exports, before and after, or one and the total, give nothing back."""
    row, reader = rows.initiative(), make.actor(Role.POLITICIAN)
    rows.activity(row, participants=20)
    totals = set()
    for count in (1, 2, 3, 4):
        small = rows.activity(row, participants=count)
        totals.add(tuple(queries.done_by_kind(reader, row.pk)))
        activities.remove_activity(small, actor=make.operator())

    assert [(done.times, done.came) for (done,) in totals] == [(2, 21)]


def test_adults_are_counted_as_they_are(keeper: Account) -> None:
    rows.activity(kind=ActivityKind.TRAINING, what="Kurs", participants=3, whom=Whom.ADULTS)

    assert [each["Deltog"] for each in _took_away(keeper)] == ["3"]


def test_a_mean_of_few_answers_is_not_told(keeper: Account) -> None:
    few = rows.activity(what="Få svar", answered=4, rating=Decimal("4.5"))
    many = rows.activity(what="Många svar", answered=30, rating=Decimal("4.5"))

    assert "Betyg" not in told(get(keeper, "initiatives:activity", few.pk))
    assert "Betyg, av 5 4,50" in told(get(keeper, "initiatives:activity", many.pk))


def test_visits_are_held_to_what_was_planned_for_the_term(keeper: Account) -> None:
    row = rows.initiative()
    answer = send(
        keeper,
        "initiatives:plan-visits",
        row.pk,
        classes="15",
        is_about="on",
        grades=["7"],
        by="polis och fältassistenter",
    )
    assert answer.status_code == 302, told(answer)
    rows.activity(row, classes=4, grades=["7"])
    rows.activity(row, classes=3, grades=["9"])
    rows.activity(row, classes=5, grades=["7"], held_on=TODAY - timedelta(days=400))

    page = told(get(keeper, "initiatives:initiative", row.pk))

    assert "7 · polis och fältassistenter cirka 15 per termin" in page
    assert [each.visited for each in queries.visits(make.actor(Role.POLITICIAN), row.pk)] == [4]


def test_a_series_tells_what_it_changed_when_enough_have_answered(keeper: Account) -> None:
    row = rows.initiative()
    answers: Any = {
        "title": "Fem tematiska träffar",
        "sessions": "5",
        "led_by": "skolpsykologer",
        "measure": "skolnärvaro i procent",
        "before": "71,5",
        "after": "80",
    }
    assert send(keeper, "initiatives:add-series", row.pk, **answers).status_code == 422
    added = send(keeper, "initiatives:add-series", row.pk, **answers, measured="6")
    assert added.status_code == 302, told(added)
    group = Series.objects.get(initiative=row)
    rows.activity(row, series_id=group.pk, kind=ActivityKind.SESSION)

    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "1 av 5 träffar · skolpsykologer" in page
    assert "skolnärvaro i procent: 71,50 före, 80 efter" in page

    changed = answers | {"measured": "4"}
    assert send(keeper, "initiatives:change-series", group.pk, **changed).status_code == 302
    page = told(get(keeper, "initiatives:initiative", row.pk))
    assert "skolnärvaro i procent: färre än 5 svar" in page
    assert "71,50" not in page


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"participants": "-1"}, "större än eller lika med 0"),
        ({"held_on": (TODAY + timedelta(days=1)).isoformat()}, "Dagen har inte varit än."),
        ({"note": "Pratade med 20180101-2392."}, "personnummer"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    keeper: Account, answers: dict[str, str], said: str
) -> None:
    row = rows.initiative()

    answer = send(keeper, "initiatives:log-activity", row.pk, **(_SAID | answers))

    assert answer.status_code == 422
    assert said in told(answer)
    assert not Activity.objects.exists()


def test_a_rating_says_how_many_gave_it(keeper: Account) -> None:
    made = rows.activity()

    answer = send(keeper, "initiatives:change-activity", made.pk, **_SAID, rating="4,5")

    assert answer.status_code == 422
    assert "hur många som svarade" in told(answer)


def test_a_series_of_another_initiative_is_refused() -> None:
    giver = make.operator()
    group = activities.add_series(rows.initiative("En"), {"title": "Träffar"}, actor=giver)

    with pytest.raises(RuleBrokenError, match="hör till en annan insats"):
        rows.activity(rows.initiative("Två"), series_id=group.pk)


def test_what_was_logged_twice_is_taken_back_and_not_found(keeper: Account) -> None:
    made = rows.activity(what="Vandring på torget")
    assert post(keeper, "initiatives:remove-activity", made.pk).status_code == 302

    reader = make.actor_for(make.account_with(Role.POLITICIAN))
    assert not search.find(reader, "vandring")


def test_adults_are_in_a_place_each_week_until_they_are_not(keeper: Account) -> None:
    row = rows.initiative()
    answer = send(
        keeper,
        "initiatives:plan-shift",
        row.pk,
        place="Centrum",
        weekday="5",
        from_at="21:00",
        until_at="01:00",
        starts_on="2026-01-01",
    )
    assert answer.status_code == 302, told(answer)
    assert "Centrum fredag 21.00–01.00" in told(get(keeper, "initiatives:initiative", row.pk))

    ended = send(
        keeper, "initiatives:end-shift", Shift.objects.get(initiative=row).pk, ends_on="2026-06-30"
    )

    assert ended.status_code == 302
    assert Shift.objects.get(initiative=row).ends_on == date(2026, 7, 1)
