"""Who may do what with the library of laws."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality
from samsyn.governance.models import Law
from samsyn.organisation.api import anyone, keepers

READ_LAWS = Action(
    name="governance.read_laws", model=Municipality, label=_("se lagarna"), permitted=(anyone,)
)
READ_LAW = Action(name="governance.read_law", model=Law, label=_("se lagen"), permitted=(anyone,))
KEEP_LAWS = Action(
    name="governance.keep_laws",
    model=Municipality,
    label=_("lägga till lagar"),
    permitted=(keepers,),
    seen_by=READ_LAWS,
)
CHANGE_LAW = Action(
    name="governance.change_law",
    model=Law,
    label=_("ändra lagen"),
    permitted=(keepers,),
    seen_by=READ_LAW,
)
