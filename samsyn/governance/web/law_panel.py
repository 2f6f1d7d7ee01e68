"""The laws that an agreement or a document rests on, with what has become of them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.governance.models import Law
from samsyn.governance.queries.laws import laws_of
from samsyn.governance.web.document_addresses import law_url


@dataclass(frozen=True, slots=True)
class CitedShown:
    """A law that something rests on; `warning` tells what is to be mended, `note` what to know."""

    cited: Any
    law: str
    url: str
    warning: str
    note: str


def laws_shown(actor: Actor, owner_id: UUID) -> list[CitedShown]:
    """What the panel `governance/_laws.html` prints."""
    return [_shown(each, actor) for each in laws_of(actor, owner_id)]


def _shown(cited: Any, actor: Actor) -> CitedShown:
    law: Law = cited.law
    return CitedShown(cited, str(law), law_url(law.pk), warning(law, actor), note(law))


def warning(law: Law, actor: Actor) -> str:
    if law.ends_on is None or law.ends_on > actor.today:
        return ""
    if law.replaced_by is None:
        return _("upphävd")
    return _("ersatt av %(law)s") % {"law": law.replaced_by}


def note(law: Law) -> str:
    return "" if law.verified_on else _("inte kontrollerad")
