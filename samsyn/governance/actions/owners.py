"""Whom agreements and documents may be given to: only to one who is there."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, within
from samsyn.forums.api import Forum
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Position

FUNCTIONS = ("owner_id", "follow_up_owner_id")


class OwnerEndedError(RuleBrokenError):
    pass


def refuse_ended_owner(told: Mapping[str, Any], actor: Actor) -> None:
    """Refuse a function or a group that has ended: nobody would look after the thing."""
    for field, row in _ended(told, actor).items():
        if field == "owner_forum_id":
            raise OwnerEndedError(_("%(name)s har upphört.") % {"name": row.name})
        raise OwnerEndedError(_("Funktionen %(title)s har upphört.") % {"title": row.title})


def living_owners(told: Mapping[str, Any], actor: Actor) -> dict[str, Any]:
    """The same without the owners that have ended: to be taken over by what comes after."""
    ended = _ended(told, actor)
    return {field: None if field in ended else value for field, value in told.items()}


def _ended(told: Mapping[str, Any], actor: Actor) -> dict[str, Any]:
    """What of the owners is over today, by field."""
    functions = {told[field]: field for field in FUNCTIONS if told.get(field)}
    rows: list[tuple[str, Any]] = [
        (functions[row.pk], row) for row in within(Position, actor).filter(pk__in=functions)
    ]
    if forum_id := told.get("owner_forum_id"):
        groups = within(Forum, actor).filter(pk=forum_id)
        rows += [("owner_forum_id", row) for row in groups]
    return {field: row for field, row in rows if row.ends_on and row.ends_on <= actor.today}
