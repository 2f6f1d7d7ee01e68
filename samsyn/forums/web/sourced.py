"""The sources of the forums: what they are told of, and how they are added."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor
from samsyn.forums import queries, rules
from samsyn.forums.models import FormerName, Forum, Lack, Rhythm, Seat, StandingItem
from samsyn.forums.web.addresses import address_of, forum_crumbs, forum_url
from samsyn.sources import api as sources
from samsyn.sources.api import Thing

CITE_FORUM = sources.citing(rules.CITE_FORUM, crumbs=forum_crumbs, address_of=address_of)


def register() -> None:
    """Tell the sources what rests on them, in the order in which they show it."""
    sources.register(Forum, _("Forum"), _forums)
    for model, label in (
        (FormerName, _("Tidigare namn på forum")),
        (Seat, _("Platser i forum")),
        (Rhythm, _("Hur ofta forum möts")),
        (StandingItem, _("Stående punkter")),
        (Lack, _("Brister")),
    ):
        sources.register(model, label, _parts(model))


def _forums(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
    found = queries.forums(actor).filter(pk__in=ids)
    return {row.pk: Thing(row.name, forum_url(row.pk)) for row in found}


def _parts(model: Any) -> sources.Finder:
    """Name parts by their forum, where they stand."""

    def things(actor: Actor, ids: Collection[UUID]) -> Mapping[UUID, Thing]:
        rows = queries.parts_by_id(actor, model, ids)
        return {row.pk: Thing(_told(row), forum_url(row.forum_id)) for row in rows}

    return things


def _told(row: Any) -> str:
    return f"{row.forum.name}: {row}" if not isinstance(row, Seat) else row.forum.name
