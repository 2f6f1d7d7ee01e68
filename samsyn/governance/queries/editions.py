"""The files of agreements and governing documents."""

from uuid import UUID

from django.db.models import Q, QuerySet

from samsyn.access.api import Actor, within
from samsyn.governance.models import Edition

# What is heavy, and is only wanted when a file is taken away.
_HEAVY = ("content", "text")


def editions_of(actor: Actor, owner_id: UUID) -> QuerySet[Edition]:
    """Every file of an agreement or a document, the newest first, without what is in them."""
    rows = within(Edition, actor).filter(Q(agreement=owner_id) | Q(document=owner_id))
    return rows.defer(*_HEAVY).order_by("-number", "pk")


def text_before(actor: Actor, edition: Edition) -> Edition | None:
    """What this one is compared with: the edition before, or the newest of what it replaces."""
    same = within(Edition, actor).filter(
        agreement=edition.agreement_id, document=edition.document_id, number__lt=edition.number
    )
    earlier = same.order_by("-number").first()
    if earlier is not None:
        return earlier
    replaced = Q(agreement__successors=edition.agreement_id, agreement__isnull=False) | Q(
        document__replaced_by=edition.document_id, document__isnull=False
    )
    return within(Edition, actor).filter(replaced).order_by("-number").first()
