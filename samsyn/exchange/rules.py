"""Who may bring files in, take them out, and read what was brought."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality, Role, has_role_everywhere
from samsyn.exchange.models import Import

_KEEPERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR)
_READERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.DIRECTOR)

EXPORT_FILE = Action(
    name="exchange.export_file",
    model=Municipality,
    label=_("hämta samverkansfilen"),
    permitted=(_READERS,),
)
IMPORT_FILE = Action(
    name="exchange.import_file",
    model=Municipality,
    label=_("läsa in en samverkansfil"),
    permitted=(_KEEPERS,),
    seen_by=EXPORT_FILE,
)
READ_IMPORT = Action(
    name="exchange.read_import",
    model=Import,
    label=_("se vad en inläst fil ändrade"),
    permitted=(_READERS,),
)
