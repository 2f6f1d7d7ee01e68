"""Where meetings, their minutes and what they left to do are shown, and the way there."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.forums.models import Forum, Meeting
from samsyn.pages import api as pages
from samsyn.pages.api import Crumb, formats


def forum_crumbs_of(forum: Forum) -> list[Crumb]:
    forums = Crumb(_("Forum"), reverse("forums:forums"))
    return [forums, Crumb(forum.name, reverse("forums:forum", args=[forum.pk]))]


def to_forum(actor: Actor, forum: Forum) -> list[Crumb]:
    del actor
    return forum_crumbs_of(forum)


def address(name: str, pk: UUID) -> str:
    return pages.address(f"forums:{name}", pk)


def meeting_url(meeting_id: UUID, place: int | None = None) -> str:
    url = address("meeting", meeting_id)
    return f"{url}#punkt-{place}" if place else url


def follow_up_url(follow_up_id: UUID) -> str:
    return address("follow-up", follow_up_id)


def minutes_url(minutes_id: UUID) -> str:
    return address("minutes", minutes_id)


def meeting_crumbs(actor: Actor, meeting: Meeting) -> list[Crumb]:
    del actor
    day = Crumb(formats.long_day(meeting.meets_on), meeting_url(meeting.pk))
    return [*forum_crumbs_of(meeting.forum), day]


def part_of_meeting_crumbs(actor: Actor, part: Any) -> list[Crumb]:
    return meeting_crumbs(actor, part.meeting)


def follow_ups_crumb() -> Crumb:
    return Crumb(_("Uppföljningar"), reverse("forums:follow-ups"))


def follow_up_crumbs(actor: Actor, follow_up: Any) -> list[Crumb]:
    del actor
    return [follow_ups_crumb(), Crumb(follow_up.what, follow_up_url(follow_up.pk))]
