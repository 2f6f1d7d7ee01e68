"""The weekly letter: what waits, each on a line, and where it is switched off."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from samsyn.access.api import Account, Actor
from samsyn.forums.domain.occasions import Kind
from samsyn.forums.letters.sheets import listed, sheet, subject
from samsyn.forums.queries.digest import Digest
from samsyn.pages.api import formats
from samsyn.post.api import Draft

_MOST = 10


def digest_letter(account: Account, found: Digest, actor: Actor) -> Draft:
    """What the account is told this week."""
    with translation.override(settings.LANGUAGE_CODE):
        week = formats.week(actor.today)
        why = _("Du får brevet varje måndag när något väntar. Stäng av det här: %(address)s")
        off = f"{settings.SAMSYN_ADDRESS}{reverse('forums:digest')}"
        home = f"{settings.SAMSYN_ADDRESS}/"
        return Draft(
            to=account.email,
            subject=subject(_("Din samverkan %(week)s") % {"week": week}),
            text=sheet([*_mine(found), *_of_led(found), home], why % {"address": off}, actor),
            about=account,
            occasion=Kind.DIGEST.occasion(account.pk, actor.today),
        )


def _mine(found: Digest) -> Iterator[str]:
    yield _some(_("Försenat, och ditt att göra"), map(_task, found.late))
    yield _some(_("Snart dags, och ditt att göra"), map(_task, found.coming))
    yield _some(_("Dina möten i veckan"), map(_meeting, found.meetings))
    yield _some(
        _("Väntar på ditt svar eller bidrag"), (_meeting(each.meeting) for each in found.asked)
    )
    yield _some(
        _("Väntar på att du justerar"),
        (_meeting(each.minutes.meeting) for each in found.approvals),
    )


def _of_led(found: Digest) -> Iterator[str]:
    yield _some(_("Försenat i forum som du leder"), map(_owned, found.debts))
    yield _some(_("Lyft till forum som du leder: försenat två gånger"), map(_owned, found.raised))
    yield _some(_("Utan ägare, för att funktionen är vakant"), map(_owned, found.ownerless))


def _some(heading: str, lines: Iterator[str]) -> str:
    """The first few; the pages show the rest."""
    told = list(lines)
    more = len(told) - _MOST
    if more > 0:
        told[_MOST:] = [_("och %(number)s till") % {"number": formats.number(more)}]
    return listed(heading, told)


def _task(each: Any) -> str:
    return f"{formats.short_day(each.due_on)}: {each.what} ({each.forum.name})"


def _owned(each: Any) -> str:
    return f"{_task(each)}, {each.owner.title}"


def _meeting(each: Any) -> str:
    hour = f" {each.starts:%H.%M}" if each.starts else ""
    return f"{formats.weekday_and_day(each.meets_on)}{hour}: {each.forum.name}"
