"""Every change to surveys, and every reply."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import SystemRandom
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.forums.domain import surveys as sets
from samsyn.forums.models import (
    Answered,
    Forum,
    Meeting,
    Question,
    QuestionKind,
    Survey,
    SurveyAnswer,
)
from samsyn.forums.models.surveys import HIGHEST, LOWEST
from samsyn.intake.api import guarded, guarded_line
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import formats

_MEETING_IS_ANSWERED_WITHIN = timedelta(days=14)
MOST_QUESTIONS = 30


class SurveyNotOpenError(RuleBrokenError):
    pass


class NothingAnsweredError(RuleBrokenError):
    pass


class UnfitQuestionsError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class SurveyPlan:
    """What is asked, and from which day until which; the last is not in."""

    title: str
    opens_on: date
    closes_on: date
    scale: Sequence[str] = sets.OF_FORUM
    in_words: Sequence[str] = sets.OF_FORUM_IN_WORDS


def make_survey(
    forum: Forum, plan: SurveyPlan, *, meeting: Meeting | None = None, actor: Actor
) -> Survey:
    """Ask those who take part in the forum."""
    title = guarded_line(plan.title)
    questions = _questions(plan)
    with one_change():
        survey = Survey.objects.create(
            municipality_id=actor.municipality_id,
            forum=forum,
            meeting=meeting,
            key=free_key(Survey, actor.municipality_id, f"{forum.key}-{plan.opens_on}"),
            title=title,
            opens_on=plan.opens_on,
            closes_on=plan.closes_on,
        )
        _ask(survey, questions)
    return survey


def evaluate_meeting(meeting: Meeting, *, actor: Actor) -> Survey:
    """Ask about the meeting from today and for two weeks; one that is begun is found again."""
    begun = Survey.objects.filter(meeting=meeting).first()
    if begun is not None:
        return begun
    if meeting.is_off or meeting.meets_on > actor.today:
        raise SurveyNotOpenError(_("Mötet har inte varit."))
    plan = SurveyPlan(
        _("Mötet %(day)s") % {"day": formats.long_day(meeting.meets_on)},
        actor.today,
        actor.today + _MEETING_IS_ANSWERED_WITHIN,
        sets.OF_MEETING,
        sets.OF_MEETING_IN_WORDS,
    )
    return make_survey(meeting.forum, plan, meeting=meeting, actor=actor)


def change_survey(survey: Survey, plan: SurveyPlan, *, actor: Actor) -> None:
    """Change what is asked, while nobody has answered, and until when."""
    del actor
    asked, questions = _asked(survey), _questions(plan)
    with one_change():
        survey.title = guarded_line(plan.title)
        survey.opens_on, survey.closes_on = plan.opens_on, plan.closes_on
        survey.save(update_fields=["title", "opens_on", "closes_on"])
        if questions != asked:
            _refuse_answered(survey)
            Question.objects.filter(survey=survey).delete()
            _ask(survey, questions)


def _refuse_answered(survey: Survey) -> None:
    if Answered.objects.filter(survey=survey).exists():
        raise UnfitQuestionsError(str(Survey.TOLD["answered_questions_stay"]))


def _asked(survey: Survey) -> list[tuple[str, str]]:
    rows = Question.objects.filter(survey=survey).order_by("ordinal", "pk")
    return list(rows.values_list("kind", "text"))


def _questions(plan: SurveyPlan) -> list[tuple[str, str]]:
    scale = [(QuestionKind.SCALE.value, text) for text in map(guarded_line, plan.scale) if text]
    words = [(QuestionKind.TEXT.value, text) for text in map(guarded_line, plan.in_words) if text]
    found = [*scale, *words]
    if not found:
        raise UnfitQuestionsError(_("Skriv minst en fråga."))
    if len(found) > MOST_QUESTIONS:
        raise UnfitQuestionsError(_("Ställ högst trettio frågor, gärna färre än tio."))
    if len({text for _kind, text in found}) < len(found):
        raise UnfitQuestionsError(_("Samma fråga står två gånger."))
    return found


def _ask(survey: Survey, questions: Iterable[tuple[str, str]]) -> None:
    Question.objects.bulk_create(
        Question(
            municipality_id=survey.municipality_id,
            survey=survey,
            ordinal=place,
            kind=kind,
            text=text,
        )
        for place, (kind, text) in enumerate(questions, 1)
    )


def close_survey(survey: Survey, *, actor: Actor) -> None:
    """Take no more replies from today; one that opened today is open for the day."""
    _refuse_unless_open(survey, actor)
    with one_change():
        survey.closes_on = max(actor.today, survey.opens_on + timedelta(days=1))
        survey.save(update_fields=["closes_on"])


def _refuse_unless_open(survey: Survey, actor: Actor) -> None:
    if actor.today < survey.opens_on:
        told = _("Utvärderingen öppnar %(day)s.")
        raise SurveyNotOpenError(told % {"day": formats.long_day(survey.opens_on)})
    if actor.today >= survey.closes_on:
        raise SurveyNotOpenError(_("Utvärderingen är stängd."))


def by_account(actor: Actor) -> str:
    """Who answers, when it is by an account; a link has a word of its own."""
    return f"account:{actor.account_key}"


def reply(survey: Survey, answers: Mapping[UUID, int | str], *, by: str, actor: Actor) -> None:
    """Answer once, by question; what is left out is not answered.

    `by` says who answers: `by_account`, or a word of one's own that is the same for the same link.
    Called for those who have an account and for those who come by a link.
    """
    _refuse_unless_open(survey, actor)
    given = list(_given(survey, answers))
    if not given:
        raise NothingAnsweredError(_("Svara på minst en fråga, innan du skickar."))
    with one_change():
        Survey.objects.select_for_update(no_key=True).get(pk=survey.pk)
        Answered.objects.create(
            municipality_id=survey.municipality_id, survey=survey, token=survey.token_of(by)
        )
        _mix(survey, given)


def _given(survey: Survey, answers: Mapping[UUID, int | str]) -> Iterable[tuple[Any, ...]]:
    for question in Question.objects.filter(survey=survey).order_by("ordinal", "pk"):
        answer = answers.get(question.pk, "")
        if question.kind == QuestionKind.TEXT:
            if text := guarded(str(answer)):
                yield question.pk, None, text
        elif answer in range(LOWEST, HIGHEST + 1):
            yield question.pk, answer, ""


def _mix(survey: Survey, given: list[tuple[Any, ...]]) -> None:
    """Write every answer of the survey anew, in an order that nobody knows.

    A database remembers in which order rows came and which were written together. Rows that are
    all written last, and by chance, tell neither.
    """
    rows = SurveyAnswer.objects.filter(question__survey=survey)
    answers = [*rows.values_list("question_id", "value", "text"), *given]
    SystemRandom().shuffle(answers)
    rows.delete()
    SurveyAnswer.objects.bulk_create(
        SurveyAnswer(
            municipality_id=survey.municipality_id, question_id=question, value=value, text=text
        )
        for question, value, text in answers
    )
