"""Who sits where, which forums may be the same, and which keep what they have promised."""

from datetime import date
from typing import NamedTuple

import pytest

from samsyn.access.api import Account, Role
from samsyn.forums import actions
from samsyn.forums.models import Apart, Forum, MeetingState, SchoolForm, Unit
from tests import factories as make
from tests.forums import making
from tests.surroundings import TYRESO

pytestmark = pytest.mark.django_db


class Town(NamedTuple):
    """Two forums that look alike and one that does not; a coordinator and a participant."""

    one: Forum
    other: Forum
    apart: Forum
    keeper: Account
    reader: Account


_SAME = {
    "purpose": "Motverka frånvaro i grundskolan genom tidiga samtal med vårdnadshavare.",
    "target_group": "Elever med frånvaro",
    "focus_areas": ["frånvaro"],
    "school_forms": [SchoolForm.COMPULSORY],
    "age_from": 6,
    "age_to": 15,
}


@pytest.fixture
def town() -> Town:
    rector = make.position(make.body("Skolan"), "Rektor")
    one, other = (make.forum(name, dict(_SAME)) for name in ("Närvaroteamet", "Frånvarogruppen"))
    apart = make.forum("Trygg kväll", {"purpose": "Vuxna ute på stan under helgerna."})
    for forum in (one, other):
        make.seat(forum, rector)
    make.seat(apart, of_body=make.body("Räddningstjänsten"))
    return Town(
        one,
        other,
        apart,
        make.account_with(Role.COORDINATOR),
        make.account_with(Role.PARTICIPANT),
    )


def test_the_map_says_the_same_in_the_picture_and_in_the_table(town: Town) -> None:
    answer = making.get(town.reader, "map")

    rows = {row.forum.pk: row for row in answer.context["picture"].rows}
    assert rows[town.one.pk].words == rows[town.other.pk].words == "Skolan"
    assert rows[town.apart.pk].words == "Räddningstjänsten"
    assert making.told(answer).count('<circle class="mark') == 3


def test_what_people_have_called_things_is_no_markup_on_the_map(town: Town) -> None:
    make.seat(make.forum("<b>Nätet</b>"), of_body=make.body("<i>Skolan</i>"))

    page = making.get(town.reader, "map").content.decode()

    assert "<b>Nätet" not in page
    assert "<i>Skolan" not in page
    assert page.count("&lt;b&gt;Nätet&lt;/b&gt;") == page.count("&lt;i&gt;Skolan&lt;/i&gt;") == 2


@pytest.mark.parametrize(("chosen", "word"), [("fokus", "frånvaro"), ("skolform", "grundskola")])
def test_the_map_is_of_words_as_well(town: Town, chosen: str, word: str) -> None:
    answer = making.get(town.reader, "map", query=f"?visa={chosen}")

    rows = {row.forum.pk: row for row in answer.context["picture"].rows}
    assert rows[town.one.pk].words == word
    assert rows[town.apart.pk].words == ""


def test_a_body_that_sits_nowhere_is_told_of(town: Town) -> None:
    make.body("Habiliteringen")

    absent = making.get(town.reader, "map").context["absent"]

    assert [name for name, _url in absent] == ["Habiliteringen"]


def test_a_municipality_without_forums_has_no_map() -> None:
    make.body()

    page = making.told(making.get(make.account_with(Role.PARTICIPANT), "map"))

    assert "Det finns inget att visa än." in page


def test_the_map_of_another_municipality_is_not_shown(town: Town) -> None:
    stranger = make.account_with(*Role, municipality_id=TYRESO)

    assert making.get(stranger, "map").context["picture"].rows == []
    assert making.get(stranger, "tracks").context["tracks"] == []


def test_two_alike_are_shown_with_why(town: Town) -> None:
    answer = making.get(town.reader, "tracks")

    [track] = answer.context["tracks"]
    told = " ".join(track.reasons)
    assert {track.one.pk, track.other.pk} == {town.one.pk, town.other.pk}
    assert "samma fokusområden: frånvaro" in told
    assert "samma organ: Skolan" in told
    assert "samma funktioner: Rektor (Skolan)" in told
    assert "samma åldrar: 6–15 år" in told
    assert "Inte samma sak" not in making.told(answer)


def test_the_two_are_chosen_already_where_one_says_that_they_differ(town: Town) -> None:
    (track,) = making.get(town.keeper, "tracks").context["tracks"]

    page = making.told(making.at(town.keeper).get(track.apart_url))

    assert page.count(f'<option value="{track.one.pk}" selected>') == 1
    assert page.count(f'<option value="{track.other.pk}" selected>') == 1


def test_those_that_are_not_the_same_are_left_out_and_remembered(town: Town) -> None:
    why = "De möter olika åldrar."
    answers = {"one": str(town.other.pk), "other": str(town.one.pk), "why": why}

    assert "Inte samma sak" in making.told(making.get(town.keeper, "tracks"))
    assert making.post(town.keeper, "keep-apart-save", **answers).status_code == 302

    page = making.get(town.reader, "tracks")
    assert page.context["tracks"] == []
    assert why in making.told(page)


def test_it_takes_a_reason_and_two_forums(town: Town) -> None:
    answers = {"one": str(town.one.pk), "other": str(town.one.pk), "why": "Samma."}

    assert making.post(town.keeper, "keep-apart-save", **answers).status_code == 422
    answers |= {"other": str(town.other.pk), "why": ""}
    assert making.post(town.keeper, "keep-apart-save", **answers).status_code == 422
    make.operator()
    assert not Apart.objects.exists()


def test_a_participant_does_not_say_so(town: Town) -> None:
    answers = {"one": str(town.one.pk), "other": str(town.other.pk), "why": "Nej."}

    assert making.post(town.reader, "keep-apart-save", **answers).status_code == 403


def _promise(forum: Forum) -> None:
    actions.add_rhythm(forum, Unit.TERM, {}, actor=make.operator())


def test_a_promise_that_nothing_tells_of_is_missing(town: Town) -> None:
    _promise(town.one)

    answer = making.get(town.reader, "promises")

    [row] = answer.context["rows"]
    assert row.forum.pk == town.one.pk
    assert row.count == answer.context["missing"] > 0
    assert "vårterminen 2026" in [each.name for each in row.shown]
    assert {each.state for each in row.shown} == {"inget antecknat"}


def test_a_meeting_on_record_keeps_its_promise(town: Town) -> None:
    _promise(town.one)
    before = making.get(town.reader, "promises").context["missing"]
    spring = making.meeting(town.one, date(2026, 3, 4))
    spring.state = MeetingState.HELD
    spring.save(update_fields=["state"])

    answer = making.get(town.reader, "promises")

    assert answer.context["missing"] == before - 1
    assert "vårterminen 2026" not in [each.name for each in answer.context["rows"][0].shown]


def test_a_forum_without_a_rhythm_is_told_of(town: Town) -> None:
    _promise(town.one)

    silent = making.get(town.reader, "promises").context["silent"]

    assert {name for name, _url in silent} == {town.other.name, town.apart.name}
