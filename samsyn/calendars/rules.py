"""Who may have addresses to subscribe to; what they answer, the action of each event decides."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import EVERY_ROLE, Action, Municipality, Rule, has_role
from samsyn.calendars.models import Feed

_ANYONE = has_role(*EVERY_ROLE)
_ANOTHERS = Rule((), lambda actor: ~Q(account_id=actor.account_key), "another's feed")

KEEP_FEEDS = Action(
    name="calendars.keep_feeds",
    model=Municipality,
    label=_("prenumerera på möten i sin kalender"),
    permitted=(_ANYONE,),
)
REVOKE_FEED = Action(
    name="calendars.revoke_feed",
    model=Feed,
    label=_("återkalla en kalenderadress"),
    permitted=(_ANYONE,),
    never=(_ANOTHERS,),
)
