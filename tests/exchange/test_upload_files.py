"""Files are sent, looked at, and read in, thrown away or refused."""

import pytest

from samsyn.exchange.api import Import, Upload
from samsyn.organisation.models import Body, BodyName
from tests import factories as make
from tests.exchange.files import HEAD
from tests.exchange.sending import (
    BODY,
    START,
    Coordinator,
    changes,
    problems,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator() -> Coordinator:
    return Coordinator()


def test_what_is_sent_is_shown_before_anything_is_changed(coordinator: Coordinator) -> None:
    shown = coordinator.preview(BODY)

    told = changes(shown)["Barn- och ungdomsnämnden"]
    assert told == ["Slag av organ: nämnd", "Namn över tid: Barn- och ungdomsnämnden"]
    assert not Body.objects.exists()


def test_what_was_shown_is_read_in(coordinator: Coordinator) -> None:
    shown = coordinator.preview(BODY)

    answer = coordinator.confirm(shown)

    make.operator()
    done = Import.objects.get()
    assert answer.url == f"{START}{done.pk}/"
    assert (done.account_id, done.file_names) == (coordinator.account.pk, ["organ.yaml"])
    assert BodyName.objects.get().name == "Barn- och ungdomsnämnden"


def test_what_is_read_in_is_not_kept_as_sent(coordinator: Coordinator) -> None:
    coordinator.confirm(coordinator.preview(BODY))

    make.actor_for(coordinator.account)
    assert not Upload.objects.exists()


def test_what_is_thrown_away_changes_nothing(coordinator: Coordinator) -> None:
    shown = coordinator.preview(BODY)

    answer = coordinator.forget(shown)

    make.actor_for(coordinator.account)
    assert (answer.url, Upload.objects.exists(), Body.objects.exists()) == (START, False, False)


def test_the_difference_is_told_in_words(coordinator: Coordinator) -> None:
    body = make.body("Barn- och ungdomsnämnden")
    make.body("Kommunstyrelsen")
    text = f"bodies: {{{body.key}: {{kind: unit, under: kommunstyrelsen, own_authority: ja}}}}"

    shown = coordinator.preview(HEAD + text)

    assert changes(shown)["Barn- och ungdomsnämnden"] == [
        "Slag av organ: nämnd → enhet",
        "Är en egen myndighet: nej → ja",
        "Överordnade organ över tid: Kommunstyrelsen, från 1\u00a0jan 2020 tills vidare",
    ]


def test_what_is_there_leads_to_its_page(coordinator: Coordinator) -> None:
    body = make.body()

    shown = coordinator.preview(HEAD + f"bodies: {{{body.key}: {{kind: unit}}}}")

    assert shown.context["sections"][0].shown[0].url == f"/organ/{body.pk}/"


def test_every_error_is_shown_and_nothing_is_offered(coordinator: Coordinator) -> None:
    wrong = ["a: {kind: bord, name: A}", "b: {kind: board, nam: B}", "c: {under: d}"]
    text = "\n  ".join(["bodies:", *wrong])

    shown = coordinator.preview(HEAD + text)

    told = [line.partition(": ")[0] for line in problems(shown)]
    assert sorted(set(told)) == ["organ.yaml:4", "organ.yaml:5", "organ.yaml:6"]
    assert b"las-in" not in shown.content
    assert coordinator.confirm(shown).url == shown.request["PATH_INFO"]
    assert not Body.objects.exists()


def test_a_list_tells_of_each_part_and_of_nothing_that_stays(coordinator: Coordinator) -> None:
    body = make.body("Bildningsnämnden", starts_on=None)
    text = f"""
bodies:
  {body.key}:
    names:
      - {{name: Skolnämnden, period: ../2019-12-31}}
      - {{name: Utbildningsnämnden, short_name: UN, period: 2020-01-01/2022-12-31}}
      - {{name: Bildningsnämnden, period: 2023-01-01/..}}
"""

    shown = coordinator.preview(HEAD + text)

    (told,) = changes(shown)["Bildningsnämnden"]
    assert told.partition(" → ")[2].split("; ") == [
        "Skolnämnden, t.o.m. 31\u00a0dec 2019",
        "Utbildningsnämnden, UN, 1\u00a0jan 2020 – 31\u00a0dec 2022",
        "Bildningsnämnden, från 1\u00a0jan 2023 tills vidare",
    ]


def test_a_long_list_is_bounded_and_what_is_changed_stands_first(coordinator: Coordinator) -> None:
    person = make.person("Östen", "Öst")
    new = "".join(f"p{n}: {{given_name: A, family_name: B}}, " for n in range(40))

    shown = coordinator.preview(HEAD + f"persons: {{{new}{person.key}: {{family_name: Ek}}}}")

    (section,) = shown.context["sections"]
    assert [str(tag.word) for tag in section.counts] == ["40 skapas", "1 ändras"]
    assert (section.shown[0].title, len(section.shown), section.rest) == ("Östen Ek", 30, 11)
    assert "… och 11 till" in shown.content.decode()
