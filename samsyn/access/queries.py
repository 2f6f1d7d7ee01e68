"""Every question about who may do what."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Model, Q, QuerySet

from samsyn.access.domain import Actor, Held
from samsyn.access.models import Account, Assignment, Membership, Municipality, Role
from samsyn.access.rules import ACTIONS, Action, Row


def within(model: type[Row], actor: Actor) -> QuerySet[Row]:
    """Every row of the actor's municipality: the explicit filter above row security."""
    return model._default_manager.filter(model.within(actor.municipality_id))  # type: ignore[attr-defined]


def visible(actor: Actor, action: Action[Row]) -> QuerySet[Row]:
    """The rows on which the actor may take the action: the list, and every sub-query."""
    return within(action.model, actor).filter(action.condition(actor))


def permitted(actor: Actor, row: Model, actions: Iterable[Action[Any]]) -> frozenset[str]:
    """Name the actions that the actor may take on the row, in one query."""
    by_rules: dict[tuple[Any, ...], list[Action[Any]]] = {}
    for action in actions:
        by_rules.setdefault((action.permitted, action.never), []).append(action)
    alike = {f"may_{place}": each for place, each in enumerate(by_rules.values())}
    flags = {place: _flag(each[0], actor) for place, each in alike.items()}
    found = within(type(row), actor).filter(pk=row.pk).values(**flags).first() or {}
    return frozenset(act.name for place, may in found.items() if may for act in alike[place])


def permitted_in_municipality(actor: Actor) -> frozenset[str]:
    """Name the actions that concern the municipality as a whole and that the actor may take."""
    municipality = Municipality(pk=actor.municipality_id)
    return permitted(actor, municipality, [a for a in ACTIONS.values() if a.model is Municipality])


def _flag(action: Action[Any], actor: Actor) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(action.condition(actor), output_field=BooleanField())


def grounds(actor: Actor, action: Action[Any]) -> list[Held]:
    """The roles of the actor that open the action: why she can see this."""
    roles = {role for rule in action.permitted for role in rule.roles}
    return [held for held in actor.held if held.role in roles]


def roles_anywhere(actor: Actor) -> QuerySet[Assignment]:
    """Every role that the account holds today, in whichever municipality."""
    return (
        current(actor)
        .filter(account_id=actor.account_key)
        .select_related("municipality")
        .order_by("municipality__name", "role", "pk")
    )


def current(actor: Actor) -> QuerySet[Assignment]:
    return Assignment.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gt=actor.today), starts_on__lte=actor.today
    )


def assignments_of_person(actor: Actor, person_id: UUID) -> QuerySet[Assignment]:
    accounts = Membership.objects.filter(
        person_id=person_id, municipality_id=actor.municipality_id
    ).values("account_id")
    return (
        Assignment.objects.filter(municipality_id=actor.municipality_id, account_id__in=accounts)
        .select_related("body")
        .order_by("-starts_on", "pk")
    )


def account_of_person(actor: Actor, person_id: UUID) -> Account | None:
    return Account.objects.filter(
        memberships__person_id=person_id, memberships__municipality_id=actor.municipality_id
    ).first()


def person_of_account(actor: Actor) -> UUID | None:
    return (
        Membership.objects.filter(
            account_id=actor.account_key, municipality_id=actor.municipality_id
        )
        .values_list("person_id", flat=True)
        .first()
    )


def administrators(actor: Actor) -> QuerySet[Assignment]:
    return current(actor).filter(
        municipality_id=actor.municipality_id,
        role=Role.ADMINISTRATOR,
        body__isnull=True,
        account__is_active=True,
    )


def roles_in_municipality(actor: Actor) -> QuerySet[Assignment]:
    """Every role held today, by account."""
    return (
        current(actor)
        .filter(municipality_id=actor.municipality_id)
        .select_related("account", "body")
        .order_by("account__email", "role", "pk")
    )


def person_of(assignment: Assignment) -> UUID | None:
    """Whose role it is, as the municipality knows her."""
    held_by = Membership.objects.filter(
        account_id=assignment.account_id, municipality_id=assignment.municipality_id
    )
    return held_by.values_list("person_id", flat=True).first()
