"""Who may do what with a forum and its charter."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality
from samsyn.forums.links import ON_SEAT
from samsyn.forums.models import Forum, Lack, Rhythm, SchoolTerm, Seat, StandingItem
from samsyn.forums.rules.grounds import by_leaders
from samsyn.organisation.api import anyone, keepers

READ_FORUMS = Action(
    name="forums.read_forums", model=Municipality, label=_("se forumen"), permitted=(anyone,)
)
READ_FORUM = Action(
    name="forums.read_forum", model=Forum, label=_("se forumet"), permitted=(anyone,)
)
CREATE_FORUM = Action(
    name="forums.create_forum",
    model=Municipality,
    label=_("lägga till forum"),
    permitted=(keepers,),
    seen_by=READ_FORUMS,
)

_of_forum = by_leaders(Forum, "pk", READ_FORUM)
DESCRIBE_FORUM = _of_forum("describe_forum", _("ändra forumets uppdrag"))
RENAME_FORUM = _of_forum("rename_forum", _("byta namn på forumet"))
END_FORUM = _of_forum("end_forum", _("avsluta forumet"))
ADD_SEAT = _of_forum("add_seat", _("lägga till platser"))
ADD_RHYTHM = _of_forum("add_rhythm", _("ange hur ofta forumet möts"))
ADD_STANDING_ITEM = _of_forum("add_standing_item", _("lägga till stående punkter"))
NOTE_LACK = _of_forum("note_lack", _("anteckna brister"))
CITE_FORUM = _of_forum("cite_forum", _("ange källor för forumet"))
SEND_LINKS = _of_forum("send_links", _("skicka länkar till dem utan konto"))
PLAN_MEETING = _of_forum("plan_meeting", _("planera möten"))
FOLLOW_UP_IN_FORUM = _of_forum("follow_up_in_forum", _("lägga till uppföljningar"))

_of_seat = by_leaders(Seat, "forum_id")
CHANGE_SEAT = _of_seat("change_seat", _("ändra platsen"))
KEEP_LINKS = _of_seat("keep_links", _("skicka och återkalla länkar"))
CHANGE_RHYTHM = by_leaders(Rhythm, "forum_id")("change_rhythm", _("ändra hur ofta forumet möts"))
CHANGE_STANDING_ITEM = by_leaders(StandingItem, "forum_id")(
    "change_standing_item", _("ändra den stående punkten")
)
MEND_LACK = by_leaders(Lack, "forum_id")("mend_lack", _("skriva hur bristen är åtgärdad"))
OPEN_LINK = Action(
    name="forums.open_link",
    model=Seat,
    label=_("öppna sin länk till forumet"),
    permitted=(ON_SEAT,),
)

KEEP_SCHOOL_TERMS = Action(
    name="forums.keep_school_terms",
    model=Municipality,
    label=_("skriva in läsårstider"),
    permitted=(keepers,),
    seen_by=READ_FORUMS,
)
CHANGE_SCHOOL_TERM = Action(
    name="forums.change_school_term",
    model=SchoolTerm,
    label=_("ändra läsårstider"),
    permitted=(keepers,),
)
CHOOSE_DIGEST = Action(
    name="forums.choose_digest",
    model=Municipality,
    label=_("välja om man får veckobrev"),
    permitted=(anyone,),
)
LOOK_AT_TRACKS = Action(
    name="forums.look_at_tracks",
    model=Municipality,
    label=_("anteckna att två forum inte är samma sak"),
    permitted=(keepers,),
    seen_by=READ_FORUMS,
)
