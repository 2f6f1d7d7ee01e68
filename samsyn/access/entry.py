"""Fetching one row: permitted, traced and, when it will be changed, locked."""

from dataclasses import replace
from datetime import datetime
from typing import Any, NoReturn
from uuid import UUID

from django.db import models
from django.db.models import Case, QuerySet, Value, When
from django.utils.translation import gettext as _

from samsyn.access import queries
from samsyn.access.domain import Actor, Held
from samsyn.access.models import Role
from samsyn.access.prepared import SOMEONE, SOMETHING, first, written
from samsyn.access.rules import EVERY_ROLE, Action, Row, held_today
from samsyn.access.tenancy import bind
from samsyn.audit import api as audit
from samsyn.kernel.errors import NotFoundError, NotPermittedError


def enter(actor: Actor, action: Action[Row], pk: UUID, *, changing: bool = False) -> Row:
    """Fetch one row that the actor may take the action on, and leave a trace.

    Raises NotFoundError for what is missing or hidden, NotPermittedError for what may only be seen.
    """
    question = written(
        ("enter", action.model, action.permitted, action.never, changing),
        lambda: _question(action, changing=changing),
    )
    found: Row | None = first(action.model, question, actor, pk)
    if found is None:
        _refuse(actor, action, pk)
    outcome = audit.Outcome.DONE if changing else audit.Outcome.SEEN
    trace(actor, action.name, concerning=found, outcome=outcome, reason=_role(actor, action, found))
    return found


def _question(action: Action[Any], *, changing: bool) -> QuerySet[Any]:
    ground = _ground(SOMEONE, action)
    rows: QuerySet[Any] = queries.visible(SOMEONE, action).filter(pk=SOMETHING)
    rows = rows.annotate(_ground=ground)
    return rows.select_for_update(of=("self",), no_key=True) if changing else rows


def act_as(account_id: UUID, municipality_id: UUID, now: datetime) -> Actor:
    """Act as an account from here on, with the roles that it holds today, as in a job.

    Raises NotFoundError for one who would not be let in either.
    """
    bind(municipality_id, account_id)
    actor = Actor(account_id, municipality_id, now)
    rows = held_today(actor, *EVERY_ROLE).order_by("role", "pk").values_list("role", "body_id")
    held = tuple(Held(role, body_id) for role, body_id in rows)
    if not held:
        raise NotFoundError
    return replace(actor, held=held)


def trace(
    actor: Actor,
    action: str,
    *,
    concerning: models.Model | None = None,
    outcome: audit.Outcome = audit.Outcome.DONE,
    reason: str = "",
) -> None:
    """Add to the trail, in the caller's transaction."""
    audit.record(
        action,
        at=actor.now,
        municipality_id=actor.municipality_id,
        account_id=actor.account_id,
        outcome=outcome,
        concerning=concerning,
        reason=reason or actor.by_link,
    )


def _ground(actor: Actor, action: Action[Any]) -> Case:
    """Number the first rule that holds for a row that may be seen: if no other does, the last."""
    *others, last = range(len(action.permitted)) or [-1]
    whens = [When(action.permitted[n].condition(actor), then=Value(n)) for n in others]
    return Case(*whens, default=Value(last), output_field=models.IntegerField())


def _role(actor: Actor, action: Action[Any], found: models.Model) -> str:
    """The role or link that permitted; a role is told apart from others held elsewhere."""
    rule = action.permitted[found._ground]  # type: ignore[attr-defined]
    held = list(dict.fromkeys(each.role for each in actor.held if each.role in rule.roles))
    if len(held) > 1 and rule.alone is not None:
        row = queries.within(type(found), actor).filter(pk=found.pk)
        alone = ((role, rule.alone(Role(role))) for role in held)
        held = [role for role, each in alone if row.filter(each.condition(actor)).exists()]
    return held[0] if held else actor.by_link or rule.reach


def _refuse(actor: Actor, action: Action[Any], pk: UUID) -> NoReturn:
    if action.seen_by and queries.visible(actor, action.seen_by).filter(pk=pk).exists():
        sentence = _("Du får se det här, men din roll räcker inte för att %(act)s.")
        raise NotPermittedError(sentence % {"act": action.label})
    raise NotFoundError
