"""What is told to someone once a week: what waits for her, and for the forums that she leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q

from samsyn.access.api import Actor, within
from samsyn.forums.models import DigestChoice, Forum
from samsyn.forums.queries.follow_ups import (
    follow_ups,
    my_follow_ups,
    overdue,
    raised_to_any,
    without_owner,
)
from samsyn.forums.queries.meetings import asked_of_me, my_meetings
from samsyn.forums.queries.minutes import awaiting_my_approval
from samsyn.organisation import api as organisation

_A_WEEK = timedelta(days=7)
_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything in it is what its reader may see on the pages too."""

    late: Sequence[Any]
    coming: Sequence[Any]
    meetings: Sequence[Any]
    asked: Sequence[Any]
    approvals: Sequence[Any]
    debts: Sequence[Any]
    raised: Sequence[Any]
    ownerless: Sequence[Any]

    @property
    def is_empty(self) -> bool:
        """Nothing to tell is no letter."""
        mine = (self.late, self.coming, self.meetings, self.asked, self.approvals)
        return not any((*mine, self.debts, self.raised, self.ownerless))


def digest(reader: Actor) -> Digest:
    mine = list(my_follow_ups(reader).filter(due_on__lte=reader.today + _SOON))
    led = list(_led(reader).values_list("pk", flat=True))
    of_led = follow_ups(reader).filter(forum__in=led)
    return Digest(
        late=[each for each in mine if each.due_on < reader.today],
        coming=[each for each in mine if each.due_on >= reader.today],
        meetings=_this_week(reader),
        asked=list(asked_of_me(reader)),
        approvals=list(awaiting_my_approval(reader)),
        debts=list(of_led.filter(overdue(reader.today))),
        raised=list(raised_to_any(reader, led)),
        ownerless=list(without_owner(of_led, reader)),
    )


def wants_digest(actor: Actor) -> bool:
    """Whether the actor gets the letter; whoever has not chosen does."""
    off = within(DigestChoice, actor).filter(account_id=actor.account_key, is_wanted=False)
    return not off.exists()


def _led(reader: Actor) -> Any:
    held = organisation.queries.functions_of_account(reader).order_by().values("pk")
    leads = Q(convener__in=held) | Q(chair__in=held) | Q(secretary__in=held)
    now = organisation.queries.on(reader.today)
    return within(Forum, reader).filter(leads, now).order_by("name_key", "pk")


def _this_week(reader: Actor) -> list[Any]:
    return list(my_meetings(reader).filter(meets_on__lt=reader.today + _A_WEEK))
