import pytest

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db
PERSONAL_NUMBER = "20180101-2392"


def test_two_persons_of_one_name_are_told_apart_by_their_keys() -> None:
    one, two = make.person("Anna", "Lind"), make.person("Anna", "Lind")

    assert (one.key, two.key) == ("anna-lind", "anna-lind-2")


def test_a_name_can_be_corrected() -> None:
    anna = make.person("Anna", "Lind")

    actions.correct_person(anna, "Anna", "Lindh", actor=make.operator())

    assert Person.objects.get(pk=anna.pk).name == "Anna Lindh"


@pytest.mark.parametrize("name", [PERSONAL_NUMBER, f"Anna {PERSONAL_NUMBER}", "180101-2392"])
def test_a_personal_number_in_a_name_is_refused(name: str) -> None:
    with pytest.raises(RuleBrokenError, match="inget personnummer"):
        make.person("Anna", name)

    assert Person.objects.count() == 0


def test_a_personal_number_cannot_be_corrected_in() -> None:
    anna = make.person("Anna", "Lind")

    with pytest.raises(RuleBrokenError, match="inget personnummer"):
        actions.correct_person(anna, PERSONAL_NUMBER, "Lind", actor=make.operator())


@pytest.mark.parametrize("name", ["x" * 10_000, "", " ", "två\nrader"])
def test_a_name_that_is_not_one_line_is_refused(name: str) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        make.person("Anna", name)


@pytest.mark.parametrize("name", ["=1+1", "<script>alert(1)</script>", "O'Brien", "d'Ärc; --"])
def test_script_and_formulas_are_kept_as_text(name: str) -> None:
    anna = make.person("Anna", name)

    assert Person.objects.get(pk=anna.pk).family_name == name


def test_persons_stand_in_swedish_order() -> None:
    for family in ("Öberg", "Ångström", "Ärlig", "Zetterlund", "Andersson", "öman"):
        make.person("Anna", family)

    found = queries.persons(make.actor(Role.PARTICIPANT))

    assert [person.family_name for person in found] == [
        "Andersson",
        "Zetterlund",
        "Ångström",
        "Ärlig",
        "Öberg",
        "öman",
    ]


def test_persons_of_one_family_name_stand_by_given_name() -> None:
    for given in ("Örjan", "Åsa", "Bo"):
        make.person(given, "Lind")

    found = queries.persons(make.actor(Role.PARTICIPANT))

    assert [person.given_name for person in found] == ["Bo", "Åsa", "Örjan"]


@pytest.mark.parametrize("words", ["anna", "ANNA LIND", "lind an", "indh"])
def test_a_person_is_looked_up_by_parts_of_her_name(words: str) -> None:
    anna = make.person("Anna", "Lindh")
    make.person("Bo", "Ek")

    assert queries.persons_called(make.actor(Role.PARTICIPANT), words, most=20) == [anna]


@pytest.mark.parametrize("answer", ["", "x", "0" * 10_000, "new"])
def test_what_is_no_identifier_names_nobody(answer: str) -> None:
    assert queries.person_by_text(make.actor(Role.PARTICIPANT), answer) is None
