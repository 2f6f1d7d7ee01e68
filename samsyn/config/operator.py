"""What only the operator of an installation does: found municipalities and let the first in."""

from uuid import UUID

from samsyn.access import api as access
from samsyn.config.problems import ProblemError
from samsyn.organisation import api as organisation


def municipality(key: str) -> access.Municipality:
    found = access.Municipality.objects.filter(key=key).first()
    if found is None:
        known = ", ".join(access.Municipality.objects.order_by("key").values_list("key", flat=True))
        raise ProblemError(f"Det finns ingen kommun med nyckeln {key}. Nycklar: {known or 'inga'}.")
    return found


def let_in(
    email: str, given_name: str, family_name: str, role: access.Role, place: access.Municipality
) -> str:
    """Give a person an account with a role in the whole municipality; returns her first link."""
    with access.acting_in(place.pk) as actor:
        account = access.open_account(email)
        person_id = _person_of(account, actor)
        if person_id is None:
            person = organisation.actions.create_person(given_name, family_name, actor=actor)
            person_id = person.pk
        access.let_sign_in(person_id, email, actor=actor)
        access.grant_role(account, role, body_id=None, starts_on=actor.today, actor=actor)
    return access.first_sign_in_link(account)


def _person_of(account: access.Account, actor: access.Actor) -> UUID | None:
    as_account = access.Actor(account.pk, actor.municipality_id, actor.now)
    return access.person_of_account(as_account)
