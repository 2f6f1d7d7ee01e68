"""What has been asked of how forums work, and what may be told of the answers.

Nothing is told before the survey has closed: with results that grow, the difference is one reply.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Avg, Case, Count, F, FloatField, QuerySet, StdDev, Value, When
from django.db.models.functions import Round

from samsyn.access.api import Actor, visible, within
from samsyn.forums.domain.surveys import FEWEST
from samsyn.forums.models import Answered, Question, QuestionKind, Survey, SurveyAnswer
from samsyn.forums.rules import READ_SURVEY


def surveys_of_forum(actor: Actor, forum_id: UUID) -> QuerySet[Any]:
    """The surveys of the forum, the newest first, each with how many have answered."""
    rows = visible(actor, READ_SURVEY).filter(forum_id=forum_id).select_related("meeting")
    counted: QuerySet[Any] = rows.annotate(replies=Count("answered"))
    return counted.order_by("-closes_on", "pk")


def survey_of_meeting(actor: Actor, meeting_id: UUID) -> Survey | None:
    return visible(actor, READ_SURVEY).filter(meeting_id=meeting_id).first()


def questions_of(actor: Actor, survey_id: UUID) -> QuerySet[Question]:
    return within(Question, actor).filter(survey_id=survey_id).order_by("ordinal", "pk")


def number_answered(actor: Actor, survey_id: UUID) -> int:
    return within(Answered, actor).filter(survey_id=survey_id).count()


def has_answered(actor: Actor, survey: Survey, by: str) -> bool:
    return within(Answered, actor).filter(survey=survey, token=survey.token_of(by)).exists()


def _enough(expression: Any) -> Case:
    """Tell it only where enough have answered; where they have not, it is not in the row at all."""
    return Case(
        When(counted__gte=FEWEST, then=expression),
        default=Value(None),
        output_field=FloatField(),
    )


def results(actor: Actor, survey: Survey) -> QuerySet[Any]:
    """The questions on the scale, with `mean`, `spread` and `told` where enough have answered."""
    rows: QuerySet[Any] = within(Question, actor).filter(
        survey=survey, survey__closes_on__lte=actor.today, kind=QuestionKind.SCALE
    )
    counted: QuerySet[Any] = rows.annotate(counted=Count("answers")).annotate(
        told=_enough(F("counted")),
        mean=_enough(Round(Avg("answers__value"), precision=1)),
        spread=_enough(Round(StdDev("answers__value"), precision=1)),
    )
    return counted.order_by("ordinal", "pk")


def trends(actor: Actor, survey: Survey) -> Mapping[str, list[tuple[date, float]]]:
    """How the questions of the survey have been answered in the forum until it closed, by text."""
    rows = within(Question, actor).filter(
        survey__forum=survey.forum_id,
        survey__closes_on__lte=min(actor.today, survey.closes_on),
        kind=QuestionKind.SCALE,
        text__in=questions_of(actor, survey.pk).order_by().values("text"),
    )
    told = rows.annotate(counted=Count("answers")).filter(counted__gte=FEWEST)
    found: dict[str, list[tuple[date, float]]] = defaultdict(list)
    means = told.annotate(mean=Round(Avg("answers__value"), precision=1)).order_by(
        "survey__closes_on", "pk"
    )
    for text, day, mean in means.values_list("text", "survey__closes_on", "mean"):
        found[text].append((day, mean))
    return found


def answered_texts(actor: Actor, survey: Survey) -> list[tuple[Question, list[str]]]:
    """What was answered in people's own words, question by question, in no order."""
    asked = questions_of(actor, survey.pk).filter(kind=QuestionKind.TEXT)
    enough = asked.filter(survey__closes_on__lte=actor.today).annotate(counted=Count("answers"))
    told = list(enough.filter(counted__gte=FEWEST))
    texts = _texts(actor, [question.pk for question in told])
    return [(question, texts.get(question.pk, [])) for question in asked]


def _texts(actor: Actor, ids: Iterable[UUID]) -> Mapping[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = within(SurveyAnswer, actor).filter(question__in=ids).order_by("pk")
    for question_id, text in rows.values_list("question_id", "text"):
        found[question_id].append(text)
    return found
