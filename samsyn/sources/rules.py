"""Who may read the sources, and who keeps them."""

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    EVERY_ROLE,
    Action,
    Municipality,
    Role,
    has_role,
    has_role_everywhere,
)
from samsyn.sources.models import Citation, SourceDocument

_ANYONE = has_role(*EVERY_ROLE)
_KEEPERS = has_role_everywhere(Role.COORDINATOR, Role.ADMINISTRATOR)

READ_DOCUMENTS = Action(
    name="sources.read_documents",
    model=Municipality,
    label=_("se källorna"),
    permitted=(_ANYONE,),
)
READ_DOCUMENT = Action(
    name="sources.read_document",
    model=SourceDocument,
    label=_("se handlingen"),
    permitted=(_ANYONE,),
)
KEEP_DOCUMENTS = Action(
    name="sources.keep_documents",
    model=Municipality,
    label=_("lägga till handlingar"),
    permitted=(_KEEPERS,),
    seen_by=READ_DOCUMENTS,
)
DESCRIBE_DOCUMENT = Action(
    name="sources.describe_document",
    model=SourceDocument,
    label=_("rätta handlingen"),
    permitted=(_KEEPERS,),
    seen_by=READ_DOCUMENT,
)
REMOVE_CITATION = Action(
    name="sources.remove_citation",
    model=Citation,
    label=_("ta bort källor"),
    permitted=(_KEEPERS,),
)
