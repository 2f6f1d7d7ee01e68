"""Every question about feeds."""

from django.db.models import QuerySet

from samsyn.access.api import Actor, hashed, present, visible
from samsyn.calendars.domain import Subject
from samsyn.calendars.models import Feed
from samsyn.calendars.rules import REVOKE_FEED
from samsyn.kernel.errors import NotFoundError


def own_feeds(actor: Actor) -> QuerySet[Feed]:
    """The feeds of the actor that are open, the newest first."""
    return visible(actor, REVOKE_FEED).filter(revoked_at=None).order_by("-created_at", "pk")


def subject_of(feed: Feed) -> Subject:
    return Subject(feed.object_type, feed.object_id)


def feed_of(token: str) -> Feed:
    """The open feed of a token, in whichever municipality; raises NotFoundError without one."""
    token_hash = hashed(token)
    present(token_hash)
    found = Feed.objects.filter(token_hash=token_hash, revoked_at=None).first()
    if found is None:
        raise NotFoundError
    return found
