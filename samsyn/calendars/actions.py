"""Every change to feeds."""

from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, hashed, new_token, one_change, trace
from samsyn.calendars import queries
from samsyn.calendars.domain import Subject
from samsyn.calendars.models import Feed
from samsyn.calendars.sources import title_of
from samsyn.kernel.errors import NotFoundError, RuleBrokenError

_MOST = 20


class TooManyFeedsError(RuleBrokenError):
    pass


class FeedAlreadyRevokedError(RuleBrokenError):
    pass


class MadeFeed(NamedTuple):
    """A feed, and its whole address, which nobody can read again afterwards."""

    feed: Feed
    address: str


def make_feed(subject: Subject, *, actor: Actor) -> MadeFeed:
    """Give the actor an address to subscribe to; raises NotFoundError for what she may not see."""
    if not subject.is_own and title_of(actor, subject) is None:
        raise NotFoundError
    if queries.own_feeds(actor).count() >= _MOST:
        raise TooManyFeedsError(_("Du har redan tjugo kalenderadresser. Återkalla någon först."))
    token = new_token()
    with one_change():
        feed = Feed.objects.create(
            municipality_id=actor.municipality_id,
            account_id=actor.account_key,
            object_type=subject.object_type,
            object_id=subject.object_id,
            token_hash=hashed(token),
            created_at=actor.now,
        )
        trace(actor, "calendars.make_feed", concerning=feed)
    path = reverse("calendars:feed", kwargs={"token": token})
    return MadeFeed(feed, f"{settings.SAMSYN_ADDRESS}{path}")


def revoke_feed(feed: Feed, *, actor: Actor) -> None:
    """Let the address answer nothing from now on."""
    if feed.revoked_at is not None:
        raise FeedAlreadyRevokedError(_("Kalenderadressen är redan återkallad."))
    feed.revoked_at = actor.now
    feed.save(update_fields=["revoked_at"])
