"""Who may bring files in, take them out, and read what was brought."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality, Role, Rule, has_role_everywhere
from samsyn.exchange.models import Import, Upload

_KEEPERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR)
# The file holds what is said at every meeting, also of those whose notes are for few.
_READERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR, Role.AUDITOR)
# What someone has sent is hers until she has decided: not even a colleague sees it.
_ANOTHERS = Rule((), lambda actor: ~Q(account_id=actor.account_key), "another's upload")

READ_IMPORTS = Action(
    name="exchange.read_imports",
    model=Municipality,
    label=_("se vad som har lästs in"),
    permitted=(_READERS,),
)
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
UPLOAD_FILE = Action(
    name="exchange.upload_file",
    model=Municipality,
    label=_("ladda upp en samverkansfil"),
    permitted=(_KEEPERS,),
    seen_by=READ_IMPORTS,
)
READ_UPLOAD = Action(
    name="exchange.read_upload",
    model=Upload,
    label=_("se vad en uppladdad fil skulle ändra"),
    permitted=(_KEEPERS,),
    never=(_ANOTHERS,),
)
NAME_HEADINGS = Action(
    name="exchange.name_headings",
    model=Upload,
    label=_("säga vad rubrikerna i ett kalkylblad är"),
    permitted=(_KEEPERS,),
    never=(_ANOTHERS,),
)
CARRY_OUT_UPLOAD = Action(
    name="exchange.carry_out_upload",
    model=Upload,
    label=_("läsa in det som är uppladdat"),
    permitted=(_KEEPERS,),
    never=(_ANOTHERS,),
)
FORGET_UPLOAD = Action(
    name="exchange.forget_upload",
    model=Upload,
    label=_("kasta det som är uppladdat"),
    permitted=(_KEEPERS,),
    never=(_ANOTHERS,),
)
