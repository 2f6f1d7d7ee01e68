"""Says in one sentence how it is with a meeting."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.access.api import Actor
from samsyn.forums import queries
from samsyn.forums.models import Approval, Meeting, MeetingState, Minutes
from samsyn.pages.api import formats


@dataclass(frozen=True, slots=True)
class State:
    """The sentence, and the minutes behind it: the newest version first."""

    sentence: str
    minutes: list[Minutes]
    waiting: list[Approval]

    @property
    def newest(self) -> Minutes | None:
        return self.minutes[0] if self.minutes else None

    @property
    def approved(self) -> Minutes | None:
        """The version that holds: the newest that all have approved."""
        return next((each for each in self.minutes if each.approved_at), None)


def state_of(actor: Actor, meeting: Meeting) -> State:
    minutes = list(queries.versions_of(actor, meeting.pk))
    approvals = list(queries.approvals_of(actor, minutes[0])) if minutes else []
    waiting = [each for each in approvals if each.approved_at is None]
    return State(_sentence(actor, meeting, minutes, waiting), minutes, waiting)


def _sentence(
    actor: Actor, meeting: Meeting, minutes: list[Minutes], waiting: list[Approval]
) -> str:
    match meeting.state:
        case MeetingState.CANCELLED:
            return _("Mötet är inställt. %(why)s") % {"why": meeting.why_not}
        case MeetingState.MISSED:
            return _("Mötet blev inte av. %(why)s") % {"why": meeting.why_not}
        case MeetingState.HELD:
            return _of_minutes(minutes, waiting)
        case _:
            return _of_days((meeting.meets_on - actor.today).days)


def _of_minutes(minutes: list[Minutes], waiting: list[Approval]) -> str:
    if not minutes:
        return _("Mötet är hållet. Anteckningarna är inte färdigställda.")
    if waiting:
        names = ", ".join(each.position.title for each in waiting)
        return _("Anteckningarna väntar på att justeras av %(names)s.") % {"names": names}
    approved_at = minutes[0].approved_at
    day = formats.long_day(formats.local_moment(approved_at)) if approved_at else ""
    return _("Anteckningarna justerades %(day)s.") % {"day": day}


def _of_days(days: int) -> str:
    if days == 0:
        return _("Mötet är i dag.")
    if days > 0:
        told = ngettext("Mötet är om %(days)s dag.", "Mötet är om %(days)s dagar.", days)
        return told % {"days": formats.number(days)}
    told = ngettext(
        "Mötet skulle ha varit för %(days)s dag sedan. Ange om det hölls.",
        "Mötet skulle ha varit för %(days)s dagar sedan. Ange om det hölls.",
        -days,
    )
    return told % {"days": formats.number(-days)}
