"""Who may do what when someone leaves a function."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Role, has_role, has_role_everywhere
from samsyn.forums.models import HandOver
from samsyn.forums.rules.grounds import is_own
from samsyn.organisation.api import Appointment, anyone, holds

_HAND_OVER_KEEPERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR, Role.DIRECTOR)

READ_HAND_OVER = Action(
    name="forums.read_hand_over",
    model=HandOver,
    label=_("se överlämningen"),
    permitted=(
        has_role(Role.COORDINATOR, Role.ADMINISTRATOR, Role.DIRECTOR, Role.AUDITOR),
        is_own("leaver_id"),
        holds("position_id"),
    ),
)
READ_LEAVING = Action(
    name="forums.read_leaving",
    model=Appointment,
    label=_("se vem som lämnar funktionen"),
    permitted=(anyone,),
)
BEGIN_HAND_OVER = Action(
    name="forums.begin_hand_over",
    model=Appointment,
    label=_("påbörja en överlämning"),
    permitted=(_HAND_OVER_KEEPERS, is_own("person_id")),
    seen_by=READ_LEAVING,
)
WRITE_HAND_OVER = Action(
    name="forums.write_hand_over",
    model=HandOver,
    label=_("skriva i överlämningen"),
    permitted=(_HAND_OVER_KEEPERS, is_own("leaver_id")),
    seen_by=READ_HAND_OVER,
)
ACCEPT_HAND_OVER = Action(
    name="forums.accept_hand_over",
    model=HandOver,
    label=_("ta emot överlämningen"),
    permitted=(holds("position_id"),),
    seen_by=READ_HAND_OVER,
)
