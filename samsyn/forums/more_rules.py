"""Who may ask how a forum works and who may answer, and who keeps and reads its library."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action
from samsyn.forums.models import Forum, Material, MaterialVersion, Meeting, Survey
from samsyn.forums.rules import (
    READ_FORUM,
    READ_MEETING,
    is_meant_for,
    leaders,
    overseers,
    readers,
    takes_part,
)

READ_SURVEY = Action(
    name="forums.read_survey",
    model=Survey,
    label=_("se utvärderingen"),
    permitted=readers("forum"),
)
MAKE_SURVEY = Action(
    name="forums.make_survey",
    model=Forum,
    label=_("göra utvärderingar"),
    permitted=leaders("pk"),
    seen_by=READ_FORUM,
)
EVALUATE_MEETING = Action(
    name="forums.evaluate_meeting",
    model=Meeting,
    label=_("utvärdera mötet"),
    permitted=leaders("forum_id"),
    seen_by=READ_MEETING,
)
CHANGE_SURVEY = Action(
    name="forums.change_survey",
    model=Survey,
    label=_("ändra utvärderingen"),
    permitted=leaders("forum_id"),
    seen_by=READ_SURVEY,
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
ADD_MATERIAL = Action(
    name="forums.add_material",
    model=Forum,
    label=_("lägga till material"),
    permitted=leaders("pk"),
    seen_by=READ_FORUM,
)
CHANGE_MATERIAL = Action(
    name="forums.change_material",
    model=Material,
    label=_("ändra materialet"),
    permitted=leaders("forum_id"),
    seen_by=READ_MATERIAL,
)
