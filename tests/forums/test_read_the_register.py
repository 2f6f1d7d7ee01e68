"""The list of all forums, and the page of one: what they tell and what is missing."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samsyn.access.api import Account, Role
from samsyn.forums import actions, queries
from samsyn.forums.models import FollowUp, Forum, ForumKind, LackKind, Level, Meeting, Unit
from tests import factories as make

pytestmark = pytest.mark.django_db

REGISTER = "/forum/"


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def shown(address: str, role: Role = Role.PARTICIPANT) -> str:
    answer = client_of(make.account_with(role)).get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def page_of(of: Forum, role: Role = Role.PARTICIPANT) -> str:
    return shown(reverse("forums:forum", args=[of.pk]), role)


def listed(**answers: str) -> list[str]:
    client = client_of(make.account_with(Role.PARTICIPANT))
    found: Any = client.get(REGISTER, answers)
    return [line[0][1].text for line in found.context["listing"].lines]


def meet(of: Forum, day: date, state: str = "held") -> Meeting:
    own = {"municipality_id": of.municipality_id}
    return Meeting.objects.create(
        **own, forum=of, key=f"mote-{Meeting.objects.count()}", meets_on=day, state=state
    )


def test_the_register_tells_when_they_met_and_meet_and_what_is_late() -> None:
    of, other = make.forum("Ett"), make.forum("Två")
    for days, state in ((-30, "held"), (-9, "held"), (-2, "cancelled"), (8, "planned")):
        meet(of, make.TODAY + timedelta(days), state)
    for days in (-1, 1):
        FollowUp.objects.create(
            municipality_id=of.municipality_id,
            forum=of,
            key=f"u{days}",
            what="Ring",
            owner=make.position(),
            due_on=make.TODAY + timedelta(days),
        )
    actions.note_lack(other, LackKind.GOALS, "Mål saknas.", actor=make.operator())

    one, two = queries.forums_with_signs(make.actor(Role.PARTICIPANT))

    assert one.met_on == make.TODAY - timedelta(9)
    assert one.meets_next_on == make.TODAY + timedelta(8)
    assert (one.overdue, one.lacks_now) == (1, 0)
    assert (two.met_on, two.overdue, two.lacks_now) == (None, 0, 1)


def test_those_that_have_ended_are_shown_when_asked_for() -> None:
    make.forum("Lever")
    gone = make.forum("Avslutat")
    actions.end_forum(gone, ends_on=make.LONG_AGO, actor=make.operator())

    assert listed() == ["Lever"]
    assert listed(visa="avslutade") == ["Avslutat"]
    assert listed(visa="alla") == ["Avslutat", "Lever"]


def test_the_register_is_narrowed_by_level_kind_name_and_what_is_missing() -> None:
    make.forum("Styrgruppen", level=Level.POLITICAL, kind=ForumKind.STEERING_GROUP)
    lacking = make.forum("Nätverket")
    for text in ("Mål saknas.", "Mål är otydliga."):
        actions.note_lack(lacking, LackKind.GOALS, text, actor=make.operator())

    assert listed(niva="political") == ["Styrgruppen"]
    assert listed(slag="network") == ["Nätverket"]
    assert listed(namn="styr") == ["Styrgruppen"]
    assert listed(brist="goals") == ["Nätverket"]
    assert listed(niva="påhittad") == ["Nätverket", "Styrgruppen"]


def test_the_list_is_asked_for_as_often_however_long_it_is() -> None:
    assert _questions(REGISTER, 1) == _questions(REGISTER, 20)


def _questions(address: str, more: int) -> int:
    for _ in range(more):
        of = make.forum(charter={"convener_id": make.position().pk})
        actions.note_lack(of, LackKind.GOALS, "Mål saknas.", actor=make.operator())
    client = client_of(make.account_with(Role.COORDINATOR))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_page_is_asked_for_as_often_however_much_stands_on_it() -> None:
    counts = []
    for number in (1, 20):
        of = make.forum(f"Forum {number}")
        for _ in range(number):
            _add_parts(of)
        counts.append(_questions(reverse("forums:forum", args=[of.pk]), 0))

    assert counts[0] == counts[1]


def _add_parts(of: Forum) -> None:
    giver = make.operator()
    make.seat(of, make.appointment().position)
    make.seat(of, ends_on=make.LONG_AGO)
    actions.add_rhythm(of, Unit.TERM, {}, actor=giver)
    actions.add_standing_item(of, "Lägesbild", actor=giver)
    lack = actions.note_lack(of, LackKind.GOALS, "Mål saknas.", actor=giver)
    make.citation(lack)
    make.forum("Undergrupp", {"above_id": of.pk})


def test_a_bare_forum_says_all_that_its_charter_does_not() -> None:
    found = page_of(make.forum())

    for told in (
        "Syftet är inte beskrivet",
        "Mål saknas",
        "Ingen funktion är sammankallande",
        "Inga platser är angivna",
        "Det står inte hur ofta forumet möts",
        "Ingen stående dagordning",
        "Inget hållet möte är antecknat. Inget möte är planerat.",
    ):
        assert told in found


def test_only_who_may_mend_it_is_offered_to() -> None:
    of = make.forum()
    form = reverse("forums:describe-purpose", args=[of.pk])

    assert form in page_of(of, Role.COORDINATOR)
    assert form not in page_of(of, Role.PARTICIPANT)


def test_a_vacant_function_that_leads_is_missing() -> None:
    of = make.forum(charter={"convener_id": make.position(title="Folkhälsostrateg").pk})

    assert "Folkhälsostrateg är vakant" in page_of(of)


def test_a_forum_that_meets_says_when() -> None:
    of = make.forum()
    meet(of, date(2024, 3, 1))
    meet(of, date(2900, 3, 1), "planned")

    found = page_of(of)

    assert "Forumet möttes senast 1 mars 2024. Nästa möte är 1 mars 2900." in found


def test_one_that_has_ended_says_so_and_nothing_is_missing_in_it() -> None:
    of = make.forum()
    actions.end_forum(of, ends_on=make.LONG_AGO, actor=make.operator())

    found = page_of(of)

    assert "Forumet finns inte i dag" in found
    assert "Saknas i uppdraget" not in found


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(6, 16, "6–16 år"), (None, 17, "till och med 17 år"), (13, None, "från 13 år")],
)
def test_ages_are_said_in_words(low: int | None, high: int | None, words: str) -> None:
    assert words in page_of(make.forum(charter={"age_from": low, "age_to": high}))


def test_script_is_shown_harmless() -> None:
    found = page_of(make.forum(charter={"purpose": "<script>alert(1)</script>"}))

    assert "<script>alert" not in found
    assert "&lt;script&gt;alert(1)" in found
