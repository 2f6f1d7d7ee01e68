"""Where the pages of the forums are, and the way to them."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.models import Forum
from samsyn.pages.api import Crumb, address


def forum_url(forum_id: UUID) -> str:
    return address("forums:forum", forum_id)


def body_url(body_id: UUID) -> str:
    return address("organisation:body", body_id)


def position_url(position_id: UUID) -> str:
    return address("organisation:position", position_id)


def person_url(person_id: UUID) -> str:
    return address("organisation:person", person_id)


def address_of(row: Any) -> str:
    """The page of a forum, or the one where a part of it stands."""
    return forum_url(row.pk if isinstance(row, Forum) else row.forum_id)


def forums_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Forum"), reverse("forums:forums"))]


def forum_crumbs(actor: Actor, forum: Forum) -> list[Crumb]:
    return [*forums_crumbs(actor, forum), Crumb(forum.name, forum_url(forum.pk))]


def part_crumbs(actor: Actor, part: Any) -> list[Crumb]:
    return forum_crumbs(actor, part.forum)
