"""How a letter is laid out: short lines, and at the end why one gets it."""

from collections.abc import Iterable
from textwrap import fill
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality
from samsyn.forums import queries
from samsyn.forums.models import Meeting
from samsyn.pages.api import formats

_WIDTH = 72
_LONGEST_SUBJECT = 200


def address_of(name: str, pk: UUID) -> str:
    """The whole address of a page of the forums."""
    return f"{settings.SAMSYN_ADDRESS}{reverse(f'forums:{name}', args=[pk])}"


def sheet(paragraphs: Iterable[str], why: str, actor: Actor) -> str:
    """The paragraphs that say something, and below a line why they were sent, and from where."""
    sender = Municipality.objects.get(pk=actor.municipality_id)
    end = "\n".join(["—", _folded(why), f"Samsyn, {sender}: {settings.SAMSYN_ADDRESS}"])
    return "\n\n".join([*(_folded(each) for each in paragraphs if each), end]) + "\n"


def listed(heading: str, lines: Iterable[str]) -> str:
    """A heading and its lines; nothing without lines."""
    told = [f"- {line}" for line in lines]
    return "\n".join([heading, *told]) if told else ""


def _folded(paragraph: str) -> str:
    return "\n".join(_fold(line) for line in _plain(paragraph).splitlines())


def _fold(line: str) -> str:
    """An address stays in one piece, or it would lead nowhere."""
    more = "  " if line.startswith("- ") else ""
    return fill(
        line, _WIDTH, subsequent_indent=more, break_long_words=False, break_on_hyphens=False
    )


def subject(text: str) -> str:
    return _plain(text)[:_LONGEST_SUBJECT].strip()


def _plain(text: str) -> str:
    """Without the hard spaces that dates have on a page."""
    return text.replace("\xa0", " ")


def occasion_of(actor: Actor, meeting: Meeting) -> dict[str, str]:
    """What subjects say of a meeting: which forum, and which day."""
    forum = queries.name_of_forum_on(actor, meeting.forum, meeting.meets_on)
    return {"forum": forum, "day": formats.long_day(meeting.meets_on)}


def time_and_place(meeting: Meeting) -> str:
    """When and where, a line for each that is known."""
    day = formats.weekday_and_day(meeting.meets_on)
    hours = f"{meeting.starts:%H.%M}" if meeting.starts else ""
    hours += f"–{meeting.ends:%H.%M}" if meeting.ends else ""
    place = ", ".join(part for part in (meeting.place, meeting.get_mode_display()) if part)
    told = (
        (_("Dag"), day),
        (_("Tid"), hours),
        (_("Plats"), place),
        (_("Länk"), meeting.url),
        (_("Gäller"), ": ".join(filter(None, (meeting.title, meeting.audience)))),
    )
    return "\n".join(f"{label}: {text}" for label, text in told if text)
