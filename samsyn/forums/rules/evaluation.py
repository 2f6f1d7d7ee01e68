"""Who may ask how a forum works and who may answer, and who keeps and reads its library."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action
from samsyn.forums.models import Forum, Material, MaterialVersion, Meeting, Survey
from samsyn.forums.rules.forums import READ_FORUM
from samsyn.forums.rules.grounds import by_leaders, is_meant_for, readers, takes_part
from samsyn.forums.rules.meetings import READ_MEETING
from samsyn.organisation.api import overseers

READ_SURVEY = Action(
    name="forums.read_survey",
    model=Survey,
    label=_("se utvärderingen"),
    permitted=readers("forum"),
)
MAKE_SURVEY = by_leaders(Forum, "pk", READ_FORUM)("make_survey", _("göra utvärderingar"))
EVALUATE_MEETING = by_leaders(Meeting, "forum_id", READ_MEETING)(
    "evaluate_meeting", _("utvärdera mötet")
)
CHANGE_SURVEY = by_leaders(Survey, "forum_id", READ_SURVEY)(
    "change_survey", _("ändra utvärderingen")
)
ANSWER_SURVEY = Action(
    name="forums.answer_survey",
    model=Survey,
    label=_("svara på utvärderingen"),
    permitted=(takes_part("forum_id"),),
    seen_by=READ_SURVEY,
)

READ_MATERIAL = Action(
    name="forums.read_material",
    model=Material,
    label=_("se materialet"),
    permitted=(overseers, is_meant_for("forum_id", "reach")),
)
READ_MATERIAL_FILE = Action(
    name="forums.read_material_file",
    model=MaterialVersion,
    label=_("hämta filen"),
    permitted=(overseers, is_meant_for("material__forum_id", "material__reach")),
)
ADD_MATERIAL = by_leaders(Forum, "pk", READ_FORUM)("add_material", _("lägga till material"))
CHANGE_MATERIAL = by_leaders(Material, "forum_id", READ_MATERIAL)(
    "change_material", _("ändra materialet")
)
