"""Who may do what with what is left to do."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action
from samsyn.forums.models import FollowUp
from samsyn.forums.rules.grounds import by_leaders, readers
from samsyn.organisation.api import holds

READ_FOLLOW_UP = Action(
    name="forums.read_follow_up",
    model=FollowUp,
    label=_("läsa uppföljningen"),
    permitted=(*readers("forum"), holds("owner_id")),
)

_of_follow_up = by_leaders(FollowUp, "forum_id", READ_FOLLOW_UP)
CLOSE_FOLLOW_UP = _of_follow_up("close_follow_up", _("avsluta uppföljningen"), holds("owner_id"))
GIVE_NEW_DAY = _of_follow_up("give_new_day", _("ge uppföljningen en ny dag"), holds("owner_id"))
GIVE_NEW_OWNER = _of_follow_up("give_new_owner", _("ge uppföljningen en ny ägare"))
