"""Who may do what with the annual cycle."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality
from samsyn.governance.models import Duty
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

_of_duty = by_owners(Duty, seen_by=READ_DUTY)
CHANGE_DUTY = _of_duty("change_duty", _("ändra plikten"))
CITE_DUTY = _of_duty("cite_duty", _("ange källor i årshjulet"))
DO_DUTY = _of_duty("do_duty", _("skriva att det är gjort"))
