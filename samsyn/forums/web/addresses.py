"""Where the pages of the forums are, and the way to them."""

from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.models import Forum
from samsyn.pages.api import Crumb

_SOME = str(UUID(int=0))


def forum_url(forum_id: UUID) -> str:
    return _pattern("forums:forum").replace(_SOME, str(forum_id))


def body_url(body_id: UUID) -> str:
    return _pattern("organisation:body").replace(_SOME, str(body_id))


def position_url(position_id: UUID) -> str:
    return _pattern("organisation:position").replace(_SOME, str(position_id))


def person_url(person_id: UUID) -> str:
    return _pattern("organisation:person").replace(_SOME, str(person_id))


@cache
def _pattern(name: str) -> str:
    """Lists lead to hundreds of pages of a kind: the way to one is worked out once."""
    return reverse(name, args=[_SOME])


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
