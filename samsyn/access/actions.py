"""Every change to accounts and to the roles they hold."""

from datetime import date
from uuid import UUID

from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _

from samsyn.access import queries
from samsyn.access.domain import Actor
from samsyn.access.entry import trace
from samsyn.access.models import Account, Assignment, Membership, Municipality, Role
from samsyn.access.refusals import one_change
from samsyn.kernel.errors import RuleBrokenError


class LastAdministratorError(RuleBrokenError):
    pass


class AnotherPersonError(RuleBrokenError):
    pass


class RoleAlreadyEndedError(RuleBrokenError):
    pass


class NoAccountError(RuleBrokenError):
    pass


class RoleStillHeldError(RuleBrokenError):
    pass


class OwnRoleError(RuleBrokenError):
    pass


def found_municipality(*, key: str, name: str, code: str) -> Municipality:
    """Take a municipality into the installation; only the operator can."""
    with one_change():
        return Municipality.objects.create(key=key, name=name, code=code)


def open_account(email: str) -> Account:
    """Find or make the account of an address; the caller cannot tell which."""
    found = Account.objects.filter(email__iexact=email).first()
    if found is not None:
        return found
    account = Account(email=email)
    account.set_unusable_password()
    account.save(force_insert=True)
    EmailAddress.objects.create(user=account, email=email, verified=True, primary=True)
    return account


def let_sign_in(person_id: UUID, email: str, *, actor: Actor) -> Account:
    """Give a person of the municipality an account."""
    with one_change():
        account = open_account(email)
        _refuse_another_person(account, person_id, actor)
        membership, is_new = Membership.objects.get_or_create(
            municipality_id=actor.municipality_id, account=account, person_id=person_id
        )
        if is_new:
            trace(actor, "access.let_sign_in", concerning=membership)
    return account


def _refuse_another_person(account: Account, person_id: UUID, actor: Actor) -> None:
    here = Membership.objects.filter(municipality_id=actor.municipality_id)
    taken = here.filter(account=account).exclude(person_id=person_id).exists()
    if taken or here.filter(person_id=person_id).exclude(account=account).exists():
        raise AnotherPersonError(
            _("Adressen hör till en annan person, eller så har personen redan ett konto.")
        )


def stop_sign_in(person_id: UUID, *, actor: Actor) -> None:
    """Part a person from her account, so that she can get another; not while she has a role."""
    own = Membership.objects.filter(municipality_id=actor.municipality_id, person_id=person_id)
    accounts = own.values("account_id")
    if queries.roles_in_municipality(actor).filter(account_id__in=accounts).exists():
        raise RoleStillHeldError(_("Avsluta personens roller först."))
    with one_change():
        own.delete()


def grant_role(
    account: Account,
    role: Role,
    *,
    body_id: UUID | None,
    starts_on: date,
    ends_on: date | None = None,
    actor: Actor,
) -> Assignment:
    """Let the account hold a role for a period; it ends by itself."""
    if actor.account_id == account.pk:
        raise OwnRoleError(_("Du kan inte ge dig själv en roll. Be en annan administratör."))
    with one_change():
        assignment = Assignment.objects.create(
            municipality_id=actor.municipality_id,
            account=account,
            role=role,
            body_id=body_id,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        trace(actor, "access.grant_role", concerning=assignment, reason=role)
    return assignment


def end_role(assignment: Assignment, *, actor: Actor) -> None:
    """End a role from today; whoever is signed in by it loses it at the next click."""
    if assignment.ends_on is not None and assignment.ends_on <= actor.today:
        raise RoleAlreadyEndedError(_("Rollen har redan slutat."))
    with one_change():
        _keep_one_administrator(assignment, actor)
        assignment.ends_on = max(actor.today, assignment.starts_on)
        assignment.save(update_fields=["ends_on"])


def _keep_one_administrator(assignment: Assignment, actor: Actor) -> None:
    if assignment.role != Role.ADMINISTRATOR or assignment.body_id is not None:
        return
    # One at a time, or two could end each other's role and leave none.
    Municipality.objects.select_for_update(no_key=True).get(pk=actor.municipality_id)
    if not queries.administrators(actor).exclude(pk=assignment.pk).exists():
        raise LastAdministratorError(
            _("Kommunen måste ha en administratör. Ge någon annan rollen först.")
        )
