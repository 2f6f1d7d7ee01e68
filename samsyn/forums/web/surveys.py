"""What is asked of how a forum works, and what came of the answers."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Request, allowed, page, permitted, trace_export
from samsyn.forums import actions, queries, rules
from samsyn.forums.domain.surveys import FEWEST, Score, line
from samsyn.forums.models import Forum, Survey
from samsyn.forums.rules import READ_FORUM
from samsyn.forums.web.addresses import forum_crumbs
from samsyn.forums.web.meeting_addresses import meeting_url
from samsyn.kernel.period import Period
from samsyn.pages.api import Cell, Column, Crumb, Empty, Listing, Tag, formats, list_page


def surveys_url(forum: Forum) -> str:
    return reverse("forums:surveys", args=[forum.pk])


def survey_url(survey: Survey) -> str:
    return reverse("forums:survey", args=[survey.pk])


def surveys_crumbs(actor: Actor, forum: Forum) -> list[Crumb]:
    return [*forum_crumbs(actor, forum), Crumb(_("Utvärderingar"), surveys_url(forum))]


def survey_crumbs(actor: Actor, survey: Survey) -> list[Crumb]:
    return [*surveys_crumbs(actor, survey.forum), Crumb(survey.title, survey_url(survey))]


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a survey is open, and what that is called."""

    is_open: bool
    is_closed: bool
    word: str
    color: str
    sentence: str


def standing(actor: Actor, survey: Survey) -> Standing:
    days = {"days": formats.period(Period(survey.opens_on, survey.closes_on))}
    if actor.today < survey.opens_on:
        told = _("Öppnar %(day)s.") % {"day": formats.long_day(survey.opens_on)}
        return Standing(False, False, _("väntar"), "neutral", told)
    if actor.today < survey.closes_on:
        return Standing(True, False, _("öppen"), "success", _("Öppen %(days)s.") % days)
    return Standing(False, True, _("stängd"), "info", _("Svaren kom %(days)s.") % days)


@page(READ_FORUM)
def surveys(request: Request, forum: Forum, /) -> HttpResponse:
    actor = request.actor
    may_make = bool(permitted(actor, forum, [rules.MAKE_SURVEY]))
    rows = queries.surveys_of_forum(actor, forum.pk)
    context = {
        "forum": forum,
        "rows": [(row, survey_url(row), standing(actor, row)) for row in rows],
        "may_make": may_make,
        "breadcrumbs": [*forum_crumbs(actor, forum), Crumb(_("Utvärderingar"))],
    }
    return render(request, "forums/surveys.html", context)


@dataclass(frozen=True, slots=True)
class Charted:
    """A question as the picture shows it: a bar, and a line when it has been asked before."""

    text: str
    score: Score | None
    points: list[tuple[int, int]]
    told: str


def _charted(question: Any, trend: list[Any]) -> Charted:
    if question.told is None:
        return Charted(question.text, None, [], "")
    told = " · ".join(f"{formats.short_day(day)}: {formats.number(mean, 1)}" for day, mean in trend)
    score = Score(int(question.told), question.mean, question.spread)
    is_asked_again = len(trend) > 1
    points = line([mean for _day, mean in trend]) if is_asked_again else []
    return Charted(question.text, score, points, told if is_asked_again else "")


def _too_few() -> Cell:
    return Cell(tags=(Tag(_("för få svar"), "neutral"),))


def _told(value: float | None) -> Cell:
    return _too_few() if value is None else Cell(value)


RESULT_COLUMNS: tuple[Column[Any], ...] = (
    Column("plats", gettext_lazy("Nr"), lambda row: Cell(row.ordinal), ("ordinal",), width=6),
    Column("fraga", gettext_lazy("Fråga"), lambda row: Cell(row.text), width=60),
    Column("medel", gettext_lazy("Medel"), lambda row: _told(row.mean), is_number=True),
    Column("spridning", gettext_lazy("Spridning"), lambda row: _told(row.spread), is_number=True),
    Column(
        "svar",
        gettext_lazy("Svar"),
        lambda row: _too_few() if row.told is None else Cell(int(row.told)),
        is_number=True,
    ),
)


def _listing(request: Request, survey: Survey) -> Listing[Any]:
    return Listing(
        request.GET,
        queries.results(request.actor, survey),
        RESULT_COLUMNS,
        _("Svaren på skalan"),
        default_sort="plats",
        file_name="utvardering",
        empty=Empty(_("Här står vad som svarades, när utvärderingen är stängd.")),
    )


@page(rules.READ_SURVEY)
def survey(request: Request, found: Survey, /) -> HttpResponse:
    """What has been asked; and when it is closed, what at least five have answered."""
    actor = request.actor
    listing = _listing(request, found)
    trace_export(request, listing)
    may = allowed(actor, found, [rules.CHANGE_SURVEY, rules.ANSWER_SURVEY])
    replies = queries.number_answered(actor, found.pk)
    now = standing(actor, found)
    is_told = now.is_closed and replies >= FEWEST
    context = {
        "survey": found,
        "now": now,
        "replies": replies,
        "fewest": FEWEST,
        "is_told": is_told,
        "questions": queries.questions_of(actor, found.pk),
        "has_answered": queries.has_answered(actor, found, actions.by_account(actor)),
        "may": may,
        "meeting_url": meeting_url(found.meeting_id) if found.meeting_id else "",
        "breadcrumbs": [*surveys_crumbs(actor, found.forum), Crumb(found.title)],
    }
    if is_told:
        context |= _pictures(actor, found)
    return list_page(request, "forums/survey.html", listing, context)


def _pictures(actor: Actor, found: Survey) -> dict[str, Any]:
    trends = queries.trends(actor, found)
    asked = queries.results(actor, found)
    return {
        "charts": [_charted(question, trends.get(question.text, [])) for question in asked],
        "in_words": queries.answered_texts(actor, found),
    }
