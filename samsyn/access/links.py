"""Personal links: made, renewed and revoked, and found by the token that someone came with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.db.models import F, Model, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.domain import Actor
from samsyn.access.entry import trace
from samsyn.access.models import PersonalLink
from samsyn.access.queries import within
from samsyn.access.refusals import one_change
from samsyn.access.rules import Purpose
from samsyn.access.tenancy import present
from samsyn.access.tokens import hashed, new_token
from samsyn.kernel.errors import RuleBrokenError


class LinkAlreadyRevokedError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets a link, and for which body she speaks."""

    name: str
    email: str
    body_id: UUID | None = None


class MadeLink(NamedTuple):
    """A link, and its whole address, which nobody can read again afterwards."""

    link: PersonalLink
    address: str


def make_link(
    purpose: Purpose,
    row: Model,
    receiver: Receiver,
    *,
    expires_at: datetime | None = None,
    actor: Actor,
) -> MadeLink:
    """Let someone without an account do one thing with one row, which the caller has entered."""
    if not isinstance(row, purpose.model):
        raise TypeError(f"{purpose.name} is not for {row._meta.label_lower}")
    token = new_token()
    with one_change():
        link = PersonalLink.objects.create(
            municipality_id=actor.municipality_id,
            purpose=purpose.name,
            object_type=row._meta.label_lower,
            object_id=row.pk,
            name=receiver.name,
            email=receiver.email,
            body_id=receiver.body_id,
            token_hash=hashed(token),
            created_at=actor.now,
            created_by=actor.account_id,
            expires_at=expires_at or actor.now + purpose.lasts,
        )
        trace(actor, "access.make_link", concerning=link, reason=purpose.name)
    return MadeLink(link, _address(purpose, token))


def revoke_link(link: PersonalLink, *, actor: Actor) -> None:
    """Let the link open nothing from now on, also for one who has its page open."""
    if link.revoked_at is not None:
        raise LinkAlreadyRevokedError(_("Länken är redan återkallad."))
    with one_change():
        link.revoked_at = actor.now
        link.save(update_fields=["revoked_at"])
        trace(actor, "access.revoke_link", concerning=link)


def links_to(actor: Actor, object_ids: Iterable[UUID]) -> QuerySet[PersonalLink]:
    """Every link to the objects, which the caller has entered; the newest last."""
    links: QuerySet[Any] = within(PersonalLink, actor).filter(object_id__in=list(object_ids))
    return links.select_related("body").order_by("created_at", "pk")


def link_of(token: str) -> PersonalLink | None:
    """The link that the token belongs to, in whichever municipality, open or not."""
    token_hash = hashed(token)
    present(token_hash)
    return PersonalLink.objects.filter(token_hash=token_hash).first()


def note_use(link: PersonalLink, at: datetime) -> None:
    """Remember when the link was used; also waits for one who is revoking it just now."""
    PersonalLink.objects.filter(pk=link.pk).update(
        first_used_at=Coalesce(F("first_used_at"), at), last_used_at=at
    )


def _address(purpose: Purpose, token: str) -> str:
    return f"{settings.SAMSYN_ADDRESS}{reverse(purpose.url_name, kwargs={'token': token})}"
