"""The forms by which surveys are made, changed, closed and answered."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Edit, Request, command, page
from samsyn.forums import actions, queries, rules
from samsyn.forums.actions import SurveyPlan
from samsyn.forums.domain import surveys as sets
from samsyn.forums.models import Forum, Meeting, Question, QuestionKind, Survey
from samsyn.forums.web.surveys import survey_crumbs, survey_url, surveys_crumbs
from samsyn.intake.api import long_text
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import Crumb, fields

_USUALLY_OPEN = timedelta(days=14)
_SCALE = (
    ("1", gettext_lazy("1 inte alls")),
    *((str(number), str(number)) for number in range(2, sets.HIGHEST)),
    ("5", gettext_lazy("5 helt")),
)


class SurveyForm(forms.Form):
    title = fields.one_line(
        gettext_lazy("Rubrik"), help_text=gettext_lazy("Till exempel Samverkan våren 2026.")
    )
    opens_on = fields.day(gettext_lazy("Öppnar"))
    closes_on = fields.last_day(gettext_lazy("Sista dag att svara"), required=True)
    scale = long_text(
        gettext_lazy("Påståenden som besvaras på en skala 1–5"),
        help_text=gettext_lazy(
            "Ett på varje rad. Fråga med samma ord varje gång, så går svaren att jämföra."
        ),
    )
    in_words = long_text(
        gettext_lazy("Frågor som besvaras med egna ord"), help_text=gettext_lazy("En på varje rad.")
    )

    def plan(self) -> SurveyPlan:
        answers = self.cleaned_data
        return SurveyPlan(
            answers["title"],
            answers["opens_on"],
            answers["closes_on"],
            answers["scale"].splitlines(),
            answers["in_words"].splitlines(),
        )


def _new(actor: Actor, _forum: Forum, data: Any) -> SurveyForm:
    initial = {
        "opens_on": actor.today,
        "closes_on": actor.today + _USUALLY_OPEN,
        "scale": "\n".join(sets.OF_FORUM),
        "in_words": "\n".join(sets.OF_FORUM_IN_WORDS),
    }
    return SurveyForm(data, initial=initial)


def _changed(actor: Actor, survey: Survey, data: Any) -> SurveyForm:
    asked = list(queries.questions_of(actor, survey.pk))
    initial = {name: getattr(survey, name) for name in ("title", "opens_on", "closes_on")}
    by_kind = {
        field: "\n".join(each.text for each in asked if each.kind == kind)
        for field, kind in (("scale", QuestionKind.SCALE), ("in_words", QuestionKind.TEXT))
    }
    return SurveyForm(data, initial=initial | by_kind)


def _make(forum: Forum, form: SurveyForm, actor: Actor) -> str:
    return survey_url(actions.make_survey(forum, form.plan(), actor=actor))


def _change(survey: Survey, form: SurveyForm, actor: Actor) -> str:
    actions.change_survey(survey, form.plan(), actor=actor)
    return survey_url(survey)


MAKE = Edit(
    action=rules.MAKE_SURVEY,
    title=gettext_lazy("Gör en utvärdering"),
    lead=gettext_lazy("Frågorna är ett förslag. Ta bort dem som ni inte behöver."),
    submit=gettext_lazy("Spara"),
    form=_new,
    act=_make,
    crumbs=surveys_crumbs,
    done=gettext_lazy("Utvärderingen är klar. De som är med i forumet svarar på den här sidan."),
)
CHANGE = Edit(
    action=rules.CHANGE_SURVEY,
    title=gettext_lazy("Ändra utvärderingen"),
    lead=gettext_lazy("Frågorna går att ändra tills någon har svarat."),
    submit=gettext_lazy("Spara"),
    form=_changed,
    act=_change,
    crumbs=survey_crumbs,
    done=gettext_lazy("Utvärderingen är ändrad."),
)


@command(rules.EVALUATE_MEETING)
def evaluate_meeting(request: Request, meeting: Meeting, /) -> HttpResponse:
    return redirect(survey_url(actions.evaluate_meeting(meeting, actor=request.actor)))


@command(rules.CHANGE_SURVEY)
def close(request: Request, found: Survey, /) -> HttpResponse:
    actions.close_survey(found, actor=request.actor)
    if found.closes_on > request.actor.today:
        messages.success(request, _("Utvärderingen öppnade i dag, och stänger i kväll."))
    else:
        messages.success(request, _("Utvärderingen är stängd."))
    return redirect(survey_url(found))


class ReplyForm(forms.Form):
    """One field for each question, named by its place: also the page of a link shows this form."""

    def __init__(self, asked: list[Question], data: Any = None) -> None:
        super().__init__(data)
        self._asked = {f"fraga-{question.ordinal}": question for question in asked}
        for name, question in self._asked.items():
            self.fields[name] = _field(question)

    def answers(self) -> dict[UUID, int | str]:
        return dict(self._answers())

    def _answers(self) -> Iterator[tuple[UUID, int | str]]:
        for name, question in self._asked.items():
            if answer := self.cleaned_data[name]:
                is_number = question.kind == QuestionKind.SCALE
                yield question.pk, int(answer) if is_number else answer


def _field(question: Question) -> forms.Field:
    if question.kind == QuestionKind.TEXT:
        help_text = _("Skriv inget som visar vem du är, och inget om enskilda barn.")
        return long_text(question.text, help_text=help_text)
    return forms.ChoiceField(
        label=question.text, choices=_SCALE, required=False, widget=forms.RadioSelect
    )


@page(rules.ANSWER_SURVEY)
def answer(request: Request, found: Survey, /) -> HttpResponse:
    asked = list(queries.questions_of(request.actor, found.pk))
    if queries.has_answered(request.actor, found, actions.by_account(request.actor)):
        messages.info(request, _("Du har redan svarat på utvärderingen."))
        return redirect(survey_url(found))
    return _form_page(request, found, ReplyForm(asked))


def _form_page(request: Request, found: Survey, form: ReplyForm, status: int = 200) -> HttpResponse:
    context = {
        "survey": found,
        "form": form,
        "breadcrumbs": [*survey_crumbs(request.actor, found), Crumb(_("Svara"))],
    }
    return render(request, "forums/answer_survey.html", context, status=status)


@command(rules.ANSWER_SURVEY)
def reply(request: Request, found: Survey, /) -> HttpResponse:
    actor = request.actor
    form = ReplyForm(list(queries.questions_of(actor, found.pk)), request.POST)
    if form.is_valid() and _replied(found, form, actor):
        messages.success(request, _("Tack. Ditt svar är sparat utan ditt namn."))
        return redirect(survey_url(found))
    response = _form_page(request, found, form, status=422)
    # The trail is not to say that someone has answered.
    transaction.set_rollback(True)
    return response


def _replied(found: Survey, form: ReplyForm, actor: Actor) -> bool:
    try:
        actions.reply(found, form.answers(), by=actions.by_account(actor), actor=actor)
    except RuleBrokenError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
