"""Who may see what has been sent, and send again what could not be."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality, Role, has_role_everywhere
from samsyn.post.models import Letter

_SUPERVISORS = has_role_everywhere(Role.ADMINISTRATOR, Role.AUDITOR)
_ADMINISTRATOR = has_role_everywhere(Role.ADMINISTRATOR)

READ_LETTERS = Action(
    name="post.read_letters",
    model=Municipality,
    label=_("se vilka brev som har skickats"),
    permitted=(_SUPERVISORS,),
)
READ_LETTER = Action(
    name="post.read_letter",
    model=Letter,
    label=_("se brevet"),
    permitted=(_SUPERVISORS,),
)
RESEND_LETTER = Action(
    name="post.resend_letter",
    model=Letter,
    label=_("skicka brevet igen"),
    permitted=(_ADMINISTRATOR,),
    seen_by=READ_LETTER,
)
