"""Who may do what with initiatives, methods and venues."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality, Role, has_role
from samsyn.initiatives.models import (
    Belonging,
    Evaluation,
    Funding,
    Initiative,
    InitiativeDecision,
    Method,
    Partner,
    Responsibility,
    Service,
    Staffing,
    Venue,
)
from samsyn.initiatives.rules.grounds import by_those_who_answer, works_in
from samsyn.organisation.api import anyone, holds, keepers

# A board begins what it answers for itself.
_beginners = has_role(Role.COORDINATOR, Role.ADMINISTRATOR)

READ_INITIATIVES = Action(
    name="initiatives.read_initiatives",
    model=Municipality,
    label=_("se insatserna"),
    permitted=(anyone,),
)
READ_INITIATIVE = Action(
    name="initiatives.read_initiative",
    model=Initiative,
    label=_("se insatsen"),
    permitted=(anyone,),
)
ADD_INITIATIVE = Action(
    name="initiatives.add_initiative",
    model=Municipality,
    label=_("lägga till insatser"),
    permitted=(_beginners,),
    seen_by=READ_INITIATIVES,
)

_of_initiative = by_those_who_answer(Initiative, seen_by=READ_INITIATIVE)
DESCRIBE_INITIATIVE = _of_initiative("describe_initiative", _("ändra insatsen"))
MOVE_INITIATIVE = _of_initiative("move_initiative", _("flytta insatsen till en annan fas"))
ADD_RESPONSIBLE = _of_initiative("add_responsible", _("lägga till ansvariga nämnder"))
SPLIT_COST = _of_initiative("split_cost", _("fördela kostnaden mellan nämnderna"))
ADD_FUNDING = _of_initiative("add_funding", _("skriva in finansiering"))
ADD_STAFFING = _of_initiative("add_staffing", _("skriva in tjänster"))
ADD_PARTNER = _of_initiative("add_partner", _("lägga till den som deltar"))
CHOOSE_AREAS = _of_initiative("choose_areas", _("välja var i kommunen insatsen är"))
ADD_BELONGING = _of_initiative("add_belonging", _("koppla insatsen till avtal, planer och forum"))
# Those who were there: field workers and partners too, as they log what they did.
NOTE_AFTERWARDS = _of_initiative(
    "note_afterwards", _("svara på tre frågor efteråt"), works_in("pk")
)
PLAN_EVALUATION = _of_initiative("plan_evaluation", _("planera uppföljningar av insatsen"))
DECIDE_COURSE = _of_initiative("decide_course", _("skriva in vad som bestämdes om insatsen"))
CITE_INITIATIVE = _of_initiative("cite_initiative", _("ange källor för insatsen"))

END_RESPONSIBILITY = by_those_who_answer(Responsibility, "initiative__")(
    "end_responsibility", _("avsluta en nämnds ansvar för insatsen")
)
CHANGE_RESPONSIBILITY = by_those_who_answer(Responsibility, "initiative__")(
    "change_responsibility", _("ändra en nämnds ansvar för insatsen")
)
CHANGE_FUNDING = by_those_who_answer(Funding, "initiative__")(
    "change_funding", _("ändra finansieringen")
)
CHANGE_STAFFING = by_those_who_answer(Staffing, "initiative__")(
    "change_staffing", _("ändra tjänsterna")
)
CHANGE_PARTNER = by_those_who_answer(Partner, "initiative__")(
    "change_partner", _("ändra den som deltar")
)
REMOVE_BELONGING = by_those_who_answer(Belonging, "initiative__")(
    "remove_belonging", _("koppla loss insatsen")
)
EVALUATE = by_those_who_answer(Evaluation, "initiative__")(
    "evaluate", _("skriva in uppföljningen av insatsen"), holds("owner_id")
)
CORRECT_DECISION = by_those_who_answer(InitiativeDecision, "initiative__")(
    "correct_decision", _("rätta det senaste beslutet om insatsen")
)

READ_METHODS = Action(
    name="initiatives.read_methods",
    model=Municipality,
    label=_("se metoderna"),
    permitted=(anyone,),
)
READ_METHOD = Action(
    name="initiatives.read_method", model=Method, label=_("se metoden"), permitted=(anyone,)
)
ADD_METHOD = Action(
    name="initiatives.add_method",
    model=Municipality,
    label=_("lägga till metoder"),
    permitted=(_beginners,),
    seen_by=READ_METHODS,
)
CHANGE_METHOD = Action(
    name="initiatives.change_method",
    model=Method,
    label=_("ändra metoden"),
    permitted=(keepers,),
    seen_by=READ_METHOD,
)
CITE_METHOD = Action(
    name="initiatives.cite_method",
    model=Method,
    label=_("ange källor för metoden"),
    permitted=(keepers,),
    seen_by=READ_METHOD,
)
READ_VENUES = Action(
    name="initiatives.read_venues",
    model=Municipality,
    label=_("se platserna"),
    permitted=(anyone,),
)
READ_VENUE = Action(
    name="initiatives.read_venue", model=Venue, label=_("se platsen"), permitted=(anyone,)
)
ADD_VENUE = Action(
    name="initiatives.add_venue",
    model=Municipality,
    label=_("lägga till platser"),
    permitted=(_beginners,),
    seen_by=READ_VENUES,
)
CHANGE_VENUE = Action(
    name="initiatives.change_venue",
    model=Venue,
    label=_("ändra platsen"),
    permitted=(keepers,),
    seen_by=READ_VENUE,
)
OFFER_SERVICE = Action(
    name="initiatives.offer_service",
    model=Venue,
    label=_("skriva in vad som erbjuds på platsen"),
    permitted=(keepers,),
    seen_by=READ_VENUE,
)
CITE_VENUE = Action(
    name="initiatives.cite_venue",
    model=Venue,
    label=_("ange källor för platsen"),
    permitted=(keepers,),
    seen_by=READ_VENUE,
)
CHANGE_SERVICE = Action(
    name="initiatives.change_service",
    model=Service,
    label=_("ändra det som erbjuds"),
    permitted=(keepers,),
)
