"""Every question about who may do what."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Model, Q, QuerySet

from samsyn.access.domain import Actor, Held
from samsyn.access.models import Account, Assignment, Membership, Municipality, Role
from samsyn.access.prepared import SOMEONE, SOMETHING, answers, written
from samsyn.access.rules import ACTIONS, Action, Row

_MUNICIPALITY = [field.attname for field in Municipality._meta.concrete_fields]


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
    question = written(
        ("permitted", type(row), *by_rules),
        lambda: _whether(type(row), [each[0] for each in by_rules.values()]),
    )
    found = answers(question, actor, row.pk)
    may = zip(found[0], by_rules.values(), strict=True) if found else ()
    return frozenset(action.name for is_so, alike in may if is_so for action in alike)


def allowed(actor: Actor, row: Model, actions: Iterable[Action[Any]]) -> frozenset[str]:
    """The same as pages ask for it: without the context, whose pages know their own."""
    return frozenset(name.partition(".")[2] for name in permitted(actor, row, actions))


def _whether(model: type[Model], actions: Iterable[Action[Any]]) -> "QuerySet[Any, Any]":
    """Ask of one row whether each of the actions may be taken on it."""
    flags = {f"may_{place}": _flag(action) for place, action in enumerate(actions)}
    return within(model, SOMEONE).filter(pk=SOMETHING).values_list(*flags.values())


def permitted_in_municipality(actor: Actor) -> frozenset[str]:
    """Name the actions that concern the municipality as a whole and that the actor may take."""
    municipality = Municipality(pk=actor.municipality_id)
    return permitted(actor, municipality, [a for a in ACTIONS.values() if a.model is Municipality])


def _flag(action: Action[Any]) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(action.condition(SOMEONE), output_field=BooleanField())


def grounds(actor: Actor, action: Action[Any]) -> list[Held]:
    """The roles of the actor that open the action: why she can see this."""
    roles = {role for rule in action.permitted for role in rule.roles}
    return [held for held in actor.held if held.role in roles]


def roles_anywhere(actor: Actor) -> list[tuple[Held, Municipality]]:
    """Every role that the account holds today, in whichever municipality."""
    found = answers(written("roles anywhere", _roles_anywhere), actor)
    return [
        (Held(role, body_id), Municipality.from_db(None, _MUNICIPALITY, place))
        for role, body_id, *place in found
    ]


def _roles_anywhere() -> "QuerySet[Any, Any]":
    place = [f"municipality__{name}" for name in _MUNICIPALITY]
    rows = current(SOMEONE).filter(account_id=SOMEONE.account_key)
    ordered = rows.order_by("municipality__name", "role", "pk")
    return ordered.values_list("role", "body_id", *place)


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
