"""Who may do what with the annual cycle."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality
from samsyn.governance.models import DeclinedDuty, Duty
from samsyn.governance.rules.grounds import by_owners
from samsyn.organisation.api import anyone, keepers

READ_CYCLE = Action(
    name="governance.read_cycle",
    model=Municipality,
    label=_("se årshjulet"),
    permitted=(anyone,),
)
READ_DUTY = Action(
    name="governance.read_duty", model=Duty, label=_("se plikten"), permitted=(anyone,)
)
ADD_DUTY = Action(
    name="governance.add_duty",
    model=Municipality,
    label=_("lägga till i årshjulet"),
    permitted=(keepers,),
    seen_by=READ_CYCLE,
)
DECLINE_DUTY = Action(
    name="governance.decline_duty",
    model=Municipality,
    label=_("säga vad som inte hör till årshjulet"),
    permitted=(keepers,),
    seen_by=READ_CYCLE,
)
TAKE_BACK_DECLINED = Action(
    name="governance.take_back_declined",
    model=DeclinedDuty,
    label=_("ta tillbaka att något inte hör till årshjulet"),
    permitted=(keepers,),
)

_of_duty = by_owners(Duty, seen_by=READ_DUTY)
CHANGE_DUTY = _of_duty("change_duty", _("ändra plikten"))
CITE_DUTY = _of_duty("cite_duty", _("ange källor i årshjulet"))
DO_DUTY = _of_duty("do_duty", _("skriva att det är gjort"))
