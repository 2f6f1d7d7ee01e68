"""What no routine and no role description speaks of (SOSFS 2011:9), and what nobody has learnt."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from samsyn.access.api import Actor, visible, within
from samsyn.forums.api import queries as forums
from samsyn.governance.domain.status import LIVING, Status
from samsyn.governance.models import Concern, DocumentKind, Training
from samsyn.governance.queries.document_status import with_status
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.organisation.api import queries as organisation

PROCEDURES = (DocumentKind.ROUTINE, DocumentKind.PROCESS, DocumentKind.ROLE)
_LEADING = ("convener", "chair", "secretary")


def _concerns(actor: Actor, kinds: tuple[DocumentKind, ...]) -> QuerySet[Concern]:
    """What those documents are about that somebody works by, or is writing."""
    day = actor.today
    rows = within(Concern, actor).filter(document__kind__in=kinds)
    return rows.filter(Q(document__ends_on__isnull=True) | Q(document__ends_on__gt=day))


def forums_nobody_describes(actor: Actor) -> QuerySet[Any]:
    """Forums that no role description and no routine is about: nor the functions that lead them."""
    told = _concerns(actor, PROCEDURES)
    rows = forums.forums(actor).filter(organisation.on(actor.today))
    for leading in _LEADING:
        rows = rows.exclude(Exists(told.filter(position=OuterRef(f"{leading}_id"))))
    return rows.exclude(Exists(told.filter(forum=OuterRef("pk"))))


def leaders_without_role(actor: Actor) -> QuerySet[Any]:
    """Functions that lead a forum and have no role description."""
    living = forums.forums(actor).filter(organisation.on(actor.today)).order_by()
    leads = Q()
    for leading in _LEADING:
        leads |= Q(pk__in=living.values(leading))
    described = _concerns(actor, (DocumentKind.ROLE,)).filter(position=OuterRef("pk"))
    rows = organisation.positions_with_bodies(actor).filter(leads)
    return rows.exclude(Exists(described)).order_by("body_key", "title_key", "pk")


def untaught(actor: Actor) -> QuerySet[Any]:
    """Routines, processes and roles that apply, and that nobody has been taught."""
    taught = within(Training, actor).filter(document=OuterRef("pk"))
    rows = _standing(actor).filter(kind__in=PROCEDURES, status__in=LIVING)
    return rows.exclude(Exists(taught))


def missing(actor: Actor) -> QuerySet[Any]:
    """Documents that have to exist, and do not."""
    return _standing(actor).exclude(required_by="").filter(status=Status.MISSING)


def _standing(actor: Actor) -> QuerySet[Any]:
    return with_status(visible(actor, READ_DOCUMENT), actor).order_by("title_key", "pk")
