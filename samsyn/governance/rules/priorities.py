"""Who may do what with areas, proposals and assignments."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality
from samsyn.forums.api import leads
from samsyn.governance.models import Assignment, FocusArea, Proposal, ProposalAnswer
from samsyn.governance.rules.grounds import by_owners, secretaries
from samsyn.organisation.api import anyone, keepers

READ_PRIORITIES = Action(
    name="governance.read_priorities",
    model=Municipality,
    label=_("se prioriteringarna"),
    permitted=(anyone,),
)
READ_AREA = Action(
    name="governance.read_area", model=FocusArea, label=_("se området"), permitted=(anyone,)
)
READ_PROPOSAL = Action(
    name="governance.read_proposal", model=Proposal, label=_("se förslaget"), permitted=(anyone,)
)
READ_ASSIGNMENT = Action(
    name="governance.read_assignment",
    model=Assignment,
    label=_("se det politiska uppdraget"),
    permitted=(anyone,),
)
CHOOSE_AREA = Action(
    name="governance.choose_area",
    model=Municipality,
    label=_("lägga till områden"),
    permitted=(keepers,),
    seen_by=READ_PRIORITIES,
)
CHANGE_AREA = Action(
    name="governance.change_area",
    model=FocusArea,
    label=_("ändra området"),
    permitted=(keepers, leads("chosen_by_id")),
    seen_by=READ_AREA,
)
CITE_AREA = Action(
    name="governance.cite_area",
    model=FocusArea,
    label=_("ange källor för området"),
    permitted=(keepers, leads("chosen_by_id")),
    seen_by=READ_AREA,
)
MAKE_PROPOSAL = Action(
    name="governance.make_proposal",
    model=Municipality,
    label=_("lägga till förslag"),
    permitted=(keepers,),
    seen_by=READ_PRIORITIES,
)
CHANGE_PROPOSAL = Action(
    name="governance.change_proposal",
    model=Proposal,
    label=_("ändra förslaget"),
    permitted=(keepers, leads("made_by_id")),
    seen_by=READ_PROPOSAL,
)
CITE_PROPOSAL = Action(
    name="governance.cite_proposal",
    model=Proposal,
    label=_("ange källor för förslaget"),
    permitted=(keepers, leads("made_by_id")),
    seen_by=READ_PROPOSAL,
)
ANSWER_PROPOSAL = Action(
    name="governance.answer_proposal",
    model=ProposalAnswer,
    label=_("skriva in nämndens svar"),
    permitted=(keepers, secretaries("body_id")),
)
GIVE_ASSIGNMENT = Action(
    name="governance.give_assignment",
    model=Municipality,
    label=_("lägga till uppdrag"),
    permitted=(keepers,),
    seen_by=READ_PRIORITIES,
)

_of_assignment = by_owners(Assignment, seen_by=READ_ASSIGNMENT)
CHANGE_ASSIGNMENT = _of_assignment("change_assignment", _("ändra uppdraget"))
CITE_ASSIGNMENT = _of_assignment("cite_assignment", _("ange källor för uppdraget"))
END_ASSIGNMENT = _of_assignment("end_assignment", _("skriva hur uppdraget slutade"))
