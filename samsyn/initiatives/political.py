"""What a political meeting has before it of the past year's initiatives, and how it goes."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.governance.api import register_pack
from samsyn.initiatives.queries import course
from samsyn.initiatives.queries.cells import points_of, trend_of
from samsyn.initiatives.queries.indicators import judged
from samsyn.initiatives.web import indicator_words as words

_A_YEAR = timedelta(days=365)
_MOST, _LONGEST = 20, 240


def register() -> None:
    register_pack(_parts)


def _parts(actor: Actor) -> Iterator[tuple[str, list[str]]]:
    since = actor.today - _A_YEAR
    evaluated = course.evaluated_since(actor, since)[:_MOST]
    decided = course.decided_since(actor, since)[:_MOST]
    yield _("Insatser som har följts upp det senaste året"), [_evaluated(row) for row in evaluated]
    yield _("Vad som har bestämts om insatser det senaste året"), [_decided(row) for row in decided]
    yield _("Så går det, enligt indikatorerna"), [_heading(row) for row in judged(actor)[:_MOST]]


def _evaluated(row: Any) -> str:
    said = {"title": row.initiative.title, "result": _short(row.result)}
    return _("%(title)s: %(result)s") % said


def _decided(row: Any) -> str:
    said = {
        "title": row.initiative.title,
        "course": row.get_course_display(),
        "why": _short(row.why),
    }
    return _("%(title)s %(course)s. %(why)s") % said


def _heading(row: Any) -> str:
    """The latest figure that may be shown, where it is heading, and how it was judged and why."""
    points = points_of(row)
    trend = words.trend_tag(row.direction, trend_of(points))
    told = [words.figure(row.measure, points[0].cell)] if points else []
    told += [str(trend.word)] if trend else []
    light = row.latest_lights[0] if row.latest_lights else None
    told += [f"{words.light_tag(light.colour).word} ({_short(light.why)})"] if light else []
    return f"{row.name}: {', '.join(part for part in told if part)}."


def _short(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(_LONGEST)
