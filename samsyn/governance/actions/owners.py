"""Whom what is governed may be given to: only to one who is there."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, within
from samsyn.forums.api import Forum
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Position

_FUNCTIONS = ("owner_id", "follow_up_owner_id", "to_sign_id")


class OwnerEndedError(RuleBrokenError):
    pass


def refuse_ended_owner(told: Mapping[str, Any], actor: Actor, of: Model | None = None) -> None:
    """Refuse a function or a group that has ended: nobody would look after the thing.

    What the row `of` has already may stay, so that all else of it can still be corrected.
    """
    had = {field: str(getattr(of, field, None)) for field in told}
    given = {field: pk for field, pk in told.items() if str(pk) != had[field]}
    for field, row in _ended(given, actor).items():
        if field == "owner_forum_id":
            raise OwnerEndedError(_("%(name)s har upphört.") % {"name": row.name})
        raise OwnerEndedError(_("Funktionen %(title)s har upphört.") % {"title": row.title})


def living_owners(told: Mapping[str, Any], actor: Actor) -> dict[str, Any]:
    """The same without the owners that have ended: to be taken over by what comes after."""
    ended = _ended(told, actor)
    return {field: None if field in ended else value for field, value in told.items()}


def _ended(told: Mapping[str, Any], actor: Actor) -> dict[str, Any]:
    """What of the owners is over today, by field."""
    functions = {field: within(Position, actor) for field in _FUNCTIONS}
    rows: dict[str, QuerySet[Any]] = {**functions, "owner_forum_id": within(Forum, actor)}
    over = {
        field: of_kind.filter(pk=told[field], ends_on__lte=actor.today).first()
        for field, of_kind in rows.items()
        if told.get(field)
    }
    return {field: row for field, row in over.items() if row is not None}
