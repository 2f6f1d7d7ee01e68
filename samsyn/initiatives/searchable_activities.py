"""What of activities the search finds."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, within
from samsyn.initiatives.models import Activity
from samsyn.initiatives.rules.activities import READ_ACTIVITY
from samsyn.search import api as search

ACTIVITY = "initiatives.activity"


def register() -> None:
    search.register(ACTIVITY, _("Aktivitet"), READ_ACTIVITY, "initiatives:activity")


def show_activities(ids: Collection[UUID], *, actor: Actor) -> None:
    rows = within(Activity, actor).filter(pk__in=ids)
    search.index_many(
        search.Draft(
            ACTIVITY,
            each.pk,
            each.municipality_id,
            each.what,
            each.held_on.isoformat(),
            "\n".join(part for part in (each.place, each.note) if part),
        )
        for each in rows
    )


def forget_activity(activity_id: UUID, *, actor: Actor) -> None:
    search.forget(ACTIVITY, activity_id, actor.municipality_id)


def show_nothing(ids: Collection[UUID], *, actor: Actor) -> None:
    """What belongs to an initiative's lists is found by the initiative."""
    del ids, actor
