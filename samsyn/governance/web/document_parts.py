"""The forms for what hangs on a document: its files, whom it concerns, and who has learnt it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.forums.api import queries as forum_queries
from samsyn.governance.actions import documents as actions
from samsyn.governance.actions.dialogues import Spoken, record_dialogue
from samsyn.governance.actions.editions import add_edition
from samsyn.governance.models import Concern, GoverningDocument
from samsyn.governance.queries.training import learners
from samsyn.governance.rules import documents as rules
from samsyn.governance.web.document_addresses import document_crumbs, document_url
from samsyn.intake.api import FileField, long_text
from samsyn.pages.api import fields, formats
from samsyn.sources import api as sources

_MOST_TRAINED = 100_000


class FileForm(forms.Form):
    sent = FileField(
        label=_("Fil"),
        help_text=_("PDF, Word, Excel, PowerPoint, text eller bild, högst 20 MB."),
    )
    note = fields.one_line(_("Vad är nytt?"), required=False)


class ConcernForm(forms.Form):
    forum = fields.choice(_("Forum"), empty=_("Inget forum"))
    position = fields.choice(
        _("Funktion"),
        empty=_("Ingen funktion"),
        help_text=_("Den vars uppgift dokumentet beskriver. Välj forum eller funktion."),
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        offered = {
            "forum": forum_queries.forum_choices(actor),
            "position": forum_queries.function_choices(actor),
        }
        fields.offer(self, **offered)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or {}
        if bool(answers.get("forum")) == bool(answers.get("position")):
            self.add_error(None, gettext("Välj ett forum eller en funktion."))
        return answers


class TrainingForm(forms.Form):
    given_on = fields.day(_("Dag"))
    position = fields.choice(
        _("Funktion"),
        empty=_("Ingen särskild funktion"),
        help_text=_("Den av funktionerna som dokumentet rör som utbildningen var för."),
    )
    to_whom = fields.one_line(
        _("För vilka"), help_text=_("En grupp och inga namn, till exempel elevhälsan.")
    )
    count = forms.IntegerField(
        label=_("Hur många som deltog"), required=False, min_value=1, max_value=_MOST_TRAINED
    )
    what = long_text(_("Vad ni gick igenom"))

    def __init__(self, actor: Actor, of: GoverningDocument, data: Any = None) -> None:
        super().__init__(data, initial={"given_on": actor.today})
        fields.offer(self, position=learners(actor, of.pk))


class DialogueForm(forms.Form):
    held_on = fields.day(_("Dag"), required=False)
    with_whom = fields.one_line(
        _("Med vilka"), help_text=_("En grupp och inga namn, till exempel vårdnadshavare.")
    )
    count = forms.IntegerField(
        label=_("Hur många som deltog"), required=False, min_value=1, max_value=_MOST_TRAINED
    )
    said = long_text(_("Vad som sades"), help_text=_("Sammanfatta. Skriv aldrig vem som sade vad."))


def _add_file(document: GoverningDocument, form: FileForm, actor: Actor) -> str:
    answers = form.cleaned_data
    add_edition(document, answers["sent"], answers["note"], actor=actor)
    return f"{document_url(document.pk)}#filer"


def _concern(document: GoverningDocument, form: ConcernForm, actor: Actor) -> str:
    answers = form.cleaned_data
    forum, position = (fields.chosen(answers[name]) for name in answers)
    actions.say_what_it_concerns(document, forum, position, actor=actor)
    return f"{document_url(document.pk)}#ror"


def _train(document: GoverningDocument, form: TrainingForm, actor: Actor) -> str:
    answers = dict(form.cleaned_data)
    chosen = answers.pop("position")
    told = actions.Lesson(**answers, position_id=fields.chosen(chosen))
    actions.record_training(document, told, actor=actor)
    return f"{document_url(document.pk)}#utbildning"


def _speak(document: GoverningDocument, form: DialogueForm, actor: Actor) -> str:
    record_dialogue(document, Spoken(**form.cleaned_data), actor=actor)
    return f"{document_url(document.pk)}#dialoger"


ADD_FILE = Edit(
    action=rules.ADD_DOCUMENT_FILE,
    title=_("Lägg till fil"),
    lead=_("Filerna före finns kvar som de var. Samsyn jämför texten med den förra."),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: FileForm(data),
    act=_add_file,
    crumbs=document_crumbs,
    done=_("Filen är tillagd."),
)
CONCERN = Edit(
    action=rules.SAY_WHAT_IT_CONCERNS,
    title=_("Vad dokumentet handlar om"),
    lead=_("En rutin säger hur ett forum arbetar, en rollbeskrivning vad en funktion ska göra."),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: ConcernForm(actor, data),
    act=_concern,
    crumbs=document_crumbs,
    done=_("Det är sparat."),
)
TRAIN = Edit(
    action=rules.RECORD_TRAINING,
    title=_("Skriv in en utbildning"),
    lead=_("Visar att dokumentet är känt av dem som ska arbeta efter det."),
    submit=_("Skriv in"),
    form=TrainingForm,
    act=_train,
    crumbs=document_crumbs,
    done=_("Utbildningen är inskriven."),
)
SPEAK = Edit(
    action=rules.RECORD_DIALOGUE,
    title=_("Skriv in en dialog"),
    lead=_("Vad en grupp sade när ni frågade den. Ett område kan bygga på dokumentet."),
    submit=_("Skriv in"),
    form=lambda _actor, _row, data: DialogueForm(data),
    act=_speak,
    crumbs=document_crumbs,
    done=_("Dialogen är inskriven."),
)
CITE_SOURCE = sources.citing(
    rules.CITE_DOCUMENT,
    crumbs=document_crumbs,
    address_of=lambda row: document_url(row.pk),
)


@command(rules.TAKE_BACK_CONCERN)
def take_back_concern(request: Request, concern: Concern, /) -> HttpResponse:
    there = document_url(concern.document_id)
    actions.take_back_concern(concern, actor=request.actor)
    messages.success(request, gettext("Det är borttaget."))
    return redirect(f"{there}#ror")


@command(rules.REVIEW_DOCUMENT)
def review(request: Request, document: GoverningDocument, /) -> HttpResponse:
    actions.review_document(document, actor=request.actor)
    day: Any = document.review_on
    told = gettext("Det är översett i dag. Nästa översyn är %(day)s.")
    messages.success(request, told % {"day": formats.long_day(day)})
    return redirect(document_url(document.pk))
