"""What of the forums the search finds."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, within
from samsyn.forums.models import Forum, ForumKind, Level
from samsyn.forums.rules import READ_FORUM
from samsyn.search import api as search

FORUM = "forums.forum"


def register() -> None:
    search.register(FORUM, _("Forum"), READ_FORUM, "forums:forum")


def show_many(ids: Collection[UUID], *, actor: Actor) -> None:
    show_forums(within(Forum, actor).filter(pk__in=ids).prefetch_related("former_names"))


def show_nothing(ids: Collection[UUID], *, actor: Actor) -> None:
    """Let the search find nothing of what is not searched for, or is not for all to find."""
    del ids, actor


def show_forums(forums: Iterable[Forum]) -> None:
    """Find a forum by all that it has been called, what it is for and whom."""
    search.index_many(_draft(forum) for forum in forums)


def _draft(forum: Forum) -> search.Draft:
    with translation.override("sv"):  # the index is in the language of the municipality
        detail = f"{Level(forum.level).label} · {ForumKind(forum.kind).label}"
    told = (
        *(forum.short_name, forum.purpose, forum.goals, forum.target_group),
        *(name.name for name in forum.former_names.all()),
        *(*forum.focus_areas, forum.decides, forum.refers, forum.basis_text),
    )
    text = "\n".join(part for part in told if part)
    return search.Draft(
        FORUM, forum.pk, forum.municipality_id, forum.name, detail=detail, text=text
    )
