"""Every question about letters."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from samsyn.access.api import Actor, visible, within
from samsyn.post.models import Letter
from samsyn.post.rules import READ_LETTER

WAITING = Q(sent_at__isnull=True, given_up_at__isnull=True)
SENT = Q(sent_at__isnull=False)
GIVEN_UP = Q(given_up_at__isnull=False)

_BODIES = ("text", "html")


def letters(actor: Actor) -> QuerySet[Letter]:
    """Every letter that may be seen, the newest first; what stands in them is not fetched."""
    return visible(actor, READ_LETTER).defer(*_BODIES).order_by("-created_at", "pk")


def letters_about(actor: Actor, row: Model) -> QuerySet[Letter]:
    """To whom it was written about a row, which the caller has entered; the oldest first."""
    return letters_about_many(actor, [row.pk]).filter(object_type=row._meta.label_lower)


def letters_about_many(actor: Actor, object_ids: Iterable[UUID]) -> QuerySet[Letter]:
    rows = within(Letter, actor).filter(object_id__in=list(object_ids))
    return rows.defer(*_BODIES).order_by("created_at", "pk")


def due_letters(actor: Actor) -> QuerySet[Letter]:
    """Those that may be sent now and that nobody else is sending, the oldest first."""
    rows = within(Letter, actor).filter(WAITING, due_at__lte=actor.now)
    return rows.select_for_update(skip_locked=True, no_key=True).order_by("due_at", "pk")
