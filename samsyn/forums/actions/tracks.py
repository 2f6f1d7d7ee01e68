"""What is found of forums that look alike."""

from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change, within
from samsyn.forums.models import Apart, Forum
from samsyn.intake import api as intake
from samsyn.kernel.errors import RuleBrokenError


class UnknownForumError(RuleBrokenError):
    pass


class SameForumError(RuleBrokenError):
    pass


def keep_apart(one: UUID, other: UUID, why: str, *, actor: Actor) -> Apart:
    """Remember that two forums have been looked at, and why they are not the same."""
    intake.refuse_person(why)
    if one == other:
        raise SameForumError(_("Välj två olika forum."))
    first, second = sorted((one, other))
    if within(Forum, actor).filter(pk__in=(one, other)).count() != len((one, other)):
        raise UnknownForumError(_("Något av det du valde finns inte."))
    with one_change():
        return Apart.objects.create(
            municipality_id=actor.municipality_id,
            forum_id=first,
            other_id=second,
            why=why,
            looked_on=actor.today,
        )
