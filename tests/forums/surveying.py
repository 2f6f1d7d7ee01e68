"""Surveys, and those who have answered them."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from samsyn.forums import actions
from samsyn.forums.actions import SurveyPlan
from samsyn.forums.models import Forum, Question, Survey
from tests import factories as make
from tests.forums import making
from tests.forums.making import NEXT_WEEK, TODAY

SCALE, IN_WORDS = ("Syftet är klart.", "Rätt personer är med."), ("Vad gör vi annorlunda?",)


def survey(of: Forum, **plan: Any) -> Survey:
    days = {"opens_on": TODAY, "closes_on": NEXT_WEEK}
    asked = {"title": "Samverkan i vår", "scale": SCALE, "in_words": IN_WORDS}
    return actions.make_survey(of, SurveyPlan(**asked | days | plan), actor=make.operator())


def questions(of: Survey) -> list[Question]:
    make.operator(of.municipality_id)
    return list(Question.objects.filter(survey=of).order_by("ordinal"))


def answer(of: Survey, *answers: Any, by: str) -> None:
    """Answer the questions from the first on; None is no answer."""
    pairs = zip(questions(of), answers, strict=False)
    given: dict[UUID, Any] = {question.pk: said for question, said in pairs if said is not None}
    actions.reply(of, given, by=by, actor=making.later((of.opens_on - TODAY).days))


def answer_by(of: Survey, number: int, *answers: Any) -> None:
    for each in range(number):
        answer(of, *answers, by=f"{number}:{each}")


def closed(of: Forum, **plan: Any) -> Survey:
    """A survey that closed yesterday."""
    return survey(of, **{"opens_on": TODAY - timedelta(7), "closes_on": TODAY} | plan)
