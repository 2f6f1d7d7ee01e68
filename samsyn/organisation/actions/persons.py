"""Every change to persons."""

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.kernel.errors import RuleBrokenError
from samsyn.kernel.identity import holds_personal_number
from samsyn.organisation import searchable
from samsyn.organisation.models import Person


class PersonalNumberError(RuleBrokenError):
    pass


def create_person(
    given_name: str, family_name: str, *, is_invented: bool = False, actor: Actor
) -> Person:
    _refuse_personal_number(given_name, family_name)
    with one_change():
        person = Person.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Person, actor.municipality_id, f"{given_name} {family_name}"),
            given_name=given_name,
            family_name=family_name,
            is_invented=is_invented,
        )
        searchable.show_person(person)
    return person


def correct_person(person: Person, given_name: str, family_name: str, *, actor: Actor) -> None:
    """Mend or change what a person is called."""
    _refuse_personal_number(given_name, family_name)
    with one_change():
        person.given_name, person.family_name = given_name, family_name
        person.save(update_fields=["given_name", "family_name"])
        searchable.show_person(person)


def _refuse_personal_number(*texts: str) -> None:
    if holds_personal_number(" ".join(texts)):
        raise PersonalNumberError(_("Skriv inget personnummer här. Det behövs inte."))
