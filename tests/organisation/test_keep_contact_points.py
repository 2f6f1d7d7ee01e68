import pytest
from django.db import IntegrityError, transaction

from samsyn.access.api import Role
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries
from samsyn.organisation.models import Body, ContactKind, ContactPoint, Person, Position
from tests import factories as make

pytestmark = pytest.mark.django_db
OWNERS = [make.body, make.position, make.person]


@pytest.mark.parametrize("owner", OWNERS, ids=lambda owner: owner.__name__)
def test_a_way_to_reach_someone_is_shown_with_them(owner: object) -> None:
    found = owner()  # type: ignore[operator]

    contact = make.contact(found)

    assert list(queries.contact_points(make.actor(Role.PARTICIPANT), found)) == [contact]


def test_a_way_to_reach_another_is_not_shown() -> None:
    body: Body = make.body()
    position: Position = make.position(body)
    person: Person = make.person()
    for owner in (body, position, person):
        make.contact(owner, f"{type(owner).__name__}@example.se")

    shown = queries.contact_points(make.actor(Role.PARTICIPANT), position)

    assert [contact.value for contact in shown] == ["Position@example.se"]


def test_it_can_be_removed() -> None:
    body = make.body()

    actions.remove_contact(make.contact(body), actor=make.operator())

    assert list(queries.contact_points(make.actor(Role.PARTICIPANT), body)) == []


@pytest.mark.parametrize("value", ["x" * 10_000, "", "två\nrader"])
def test_what_is_not_one_line_is_refused(value: str) -> None:
    with pytest.raises(RuleBrokenError, match="1–200 tecken"):
        make.contact(make.body(), value)


def test_a_label_of_10_000_characters_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="högst 200 tecken"):
        actions.add_contact(
            make.body(), ContactKind.PHONE, "0322", label="x" * 10_000, actor=make.operator()
        )


def test_a_personal_number_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="inget personnummer"):
        make.contact(make.person(), "20180101-2392")


def test_the_database_refuses_a_contact_point_of_two() -> None:
    contact = make.contact(make.body())
    person = make.person()

    with pytest.raises(IntegrityError, match="belongs_to_one"), transaction.atomic():
        ContactPoint.objects.filter(pk=contact.pk).update(person=person)
