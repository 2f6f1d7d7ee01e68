"""Who may search; what they find, the action of each kind decides."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import EVERY_ROLE, Action, Municipality, has_role

SEARCH = Action(
    name="search.search",
    model=Municipality,
    label=_("söka"),
    permitted=(has_role(*EVERY_ROLE),),
)
