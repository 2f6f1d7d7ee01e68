"""What shows that something agreed on is done: governing documents and meetings."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from samsyn.access.api import Actor, visible
from samsyn.forums.api import queries as forums
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.pages.api import formats

_MOST = 300


def document_choices(actor: Actor) -> list[tuple[str, str]]:
    rows = visible(actor, READ_DOCUMENT).order_by("title_key", "pk")
    return [(str(pk), title) for pk, title in rows.values_list("pk", "title")]


def meeting_choices(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of the meetings that the actor may read, the newest first."""
    rows = forums.meetings(actor).filter(meets_on__lte=actor.today)
    newest = rows.select_related("forum").order_by("-meets_on", "pk")[:_MOST]
    return [(str(row.pk), _told(row)) for row in newest]


def meetings_told(actor: Actor, ids: Collection[UUID | None]) -> Mapping[UUID, str]:
    """What those of the meetings that the actor may read are called."""
    wanted = [pk for pk in ids if pk]
    if not wanted:
        return {}
    found = forums.meetings(actor).filter(pk__in=wanted).select_related("forum")
    return {row.pk: _told(row) for row in found}


def _told(meeting: Any) -> str:
    return f"{meeting.forum.name}, {formats.short_day(meeting.meets_on)}"
