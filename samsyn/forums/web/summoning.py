"""Sends the summons, and shows who has had it, and who is not reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.access.api import Actor, Request, command
from samsyn.forums import actions, queries, rules
from samsyn.forums.addressees import Addressee, addressees_of
from samsyn.forums.models import Meeting
from samsyn.forums.web.meeting_addresses import meeting_url
from samsyn.pages.api import Tag, formats
from samsyn.post.api import Letter


@dataclass(frozen=True, slots=True)
class Summoned:
    """One who is asked: where she is reached, and since when she knows."""

    name: str
    email: str
    at: datetime | None
    tag: Tag


@dataclass(frozen=True, slots=True)
class Summonses:
    """Whom the summons has gone to; `button` says what is left to send."""

    rows: Sequence[Summoned]
    button: str

    @property
    def unreached(self) -> int:
        return sum(not each.email for each in self.rows)


@command(rules.SUMMON)
def summon(request: Request, meeting: Meeting, /) -> HttpResponse:
    messages.success(request, _sent(actions.summon(meeting, actor=request.actor)))
    return redirect(f"{meeting_url(meeting.pk)}#kallelse")


def _sent(count: int) -> str:
    if not count:
        return _("De som inte längre är kallade får veta det.")
    told = ngettext(
        "Kallelsen skickas till %(count)s adress.",
        "Kallelsen skickas till %(count)s adresser.",
        count,
    )
    return told % {"count": formats.number(count)}


def summonses_of(actor: Actor, meeting: Meeting) -> Summonses | None:
    """Nothing when the meeting is over, or was never summoned to and cannot be any more."""
    if meeting.is_over or meeting.meets_on < actor.today:
        return None
    letters = queries.summonses(actor, meeting)
    asked = addressees_of(actor, meeting)
    rows = [_summoned(each, letters.get(each.email.lower()), meeting) for each in asked]
    current = {to for to, letter in letters.items() if queries.is_of_now(letter, meeting)}
    reached = {each.email.lower() for each in asked if each.email}
    rows += [_let_go(letters[to]) for to in sorted(letters.keys() - reached)]
    return Summonses(rows, _button(reached, set(letters), current))


def _let_go(letter: Letter) -> Summoned:
    tag = Tag(_("inte längre kallad"), "warning")
    return Summoned(letter.to, letter.to, letter.created_at, tag)


def _summoned(each: Addressee, letter: Letter | None, meeting: Meeting) -> Summoned:
    at = letter.created_at if letter else None
    return Summoned(each.name, each.email, at, _tag(each, letter, meeting))


def _tag(each: Addressee, letter: Letter | None, meeting: Meeting) -> Tag:
    if not each.email:
        return Tag(_("nås inte"), "danger")
    if letter is None:
        return Tag(_("inte kallad"), "warning")
    if letter.given_up_at is not None:
        return Tag(_("brevet kom inte fram"), "danger")
    if not queries.is_of_now(letter, meeting):
        return Tag(_("kallad före ändringen"), "warning")
    return Tag(_("kallad"), "success")


def _button(reached: set[str], summoned: set[str], current: set[str]) -> str:
    if not reached - current and not summoned - reached:
        return ""
    if not summoned:
        return _("Skicka kallelsen")
    if not reached - current:
        return _("Meddela dem som inte längre är kallade")
    return (
        _("Skicka till dem som inte har fått den") if current else _("Skicka den ändrade kallelsen")
    )
