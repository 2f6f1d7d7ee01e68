"""Who may do what with activities, series, visit plans, shifts, tasks and what is ordered."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality, Role, has_role
from samsyn.initiatives.models import (
    Activity,
    Commission,
    Delivery,
    Initiative,
    Series,
    Shift,
    Task,
    VisitPlan,
)
from samsyn.initiatives.rules.grounds import by_those_who_answer, works_in
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE
from samsyn.organisation.api import anyone, holds, holds_some, keepers

READ_ACTIVITIES = Action(
    name="initiatives.read_activities",
    model=Municipality,
    label=_("se aktiviteterna"),
    permitted=(anyone,),
)
READ_ACTIVITY = Action(
    name="initiatives.read_activity",
    model=Activity,
    label=_("se aktiviteten"),
    permitted=(anyone,),
)
READ_TASKS = Action(
    name="initiatives.read_tasks",
    model=Municipality,
    label=_("se aktivitetslistorna"),
    permitted=(anyone,),
)
READ_TASK = Action(
    name="initiatives.read_task", model=Task, label=_("se vad som ska göras"), permitted=(anyone,)
)

_of_initiative = by_those_who_answer(Initiative, seen_by=READ_INITIATIVE)
# Field workers and police log what they do, whichever body keeps the initiative.
LOG_ACTIVITY = _of_initiative("log_activity", _("logga aktiviteter"), works_in("pk"))
IMPORT_ACTIVITIES = Action(
    name="initiatives.import_activities",
    model=Municipality,
    label=_("läsa in aktiviteter"),
    # Every page asks for what is permitted here: which initiatives they are is asked row by row.
    permitted=(has_role(Role.COORDINATOR), keepers, holds_some),
    seen_by=READ_ACTIVITIES,
)
ADD_SERIES = _of_initiative("add_series", _("lägga till serier av träffar"), works_in("pk"))
PLAN_VISITS = _of_initiative("plan_visits", _("planera besök"))
PLAN_SHIFT = _of_initiative("plan_shift", _("planera vuxennärvaro"))
ADD_TASK = _of_initiative("add_task", _("lägga till i aktivitetslistan"))
ORDER = _of_initiative("order", _("skriva in vad som beställs"))

CHANGE_ACTIVITY = by_those_who_answer(
    Activity, "initiative__", READ_ACTIVITY, works_in("initiative_id")
)("change_activity", _("ändra aktiviteten"))
NOTE_ACTIVITY = by_those_who_answer(
    Activity, "initiative__", READ_ACTIVITY, works_in("initiative_id")
)("note_activity", _("svara på tre frågor om aktiviteten"))
CHANGE_SERIES = by_those_who_answer(Series, "initiative__", None, works_in("initiative_id"))(
    "change_series", _("ändra serien")
)
CHANGE_VISIT_PLAN = by_those_who_answer(VisitPlan, "initiative__")(
    "change_visit_plan", _("ändra planerade besök")
)
REMOVE_VISIT_PLAN = by_those_who_answer(VisitPlan, "initiative__")(
    "remove_visit_plan", _("ta bort planerade besök")
)
CHANGE_SHIFT = by_those_who_answer(Shift, "initiative__")("change_shift", _("ändra vuxennärvaron"))
CHANGE_TASK = by_those_who_answer(Task, "initiative__", READ_TASK)(
    "change_task", _("ändra i aktivitetslistan"), holds("owner_id")
)
END_TASK = by_those_who_answer(Task, "initiative__", READ_TASK)(
    "end_task", _("avsluta det som skulle göras"), holds("owner_id")
)
CHANGE_COMMISSION = by_those_who_answer(Commission, "initiative__")(
    "change_commission", _("ändra vad som beställs")
)
DELIVER = by_those_who_answer(Commission, "initiative__", None, works_in("initiative_id"))(
    "deliver", _("skriva in vad som har levererats")
)
REMOVE_DELIVERY = by_those_who_answer(Delivery, "commission__initiative__")(
    "remove_delivery", _("ta bort en leverans")
)
