"""The forms by which follow-ups are left, closed, given more time and another owner."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command, page
from samsyn.forums import actions, queries, rules
from samsyn.forums.actions import NewTask
from samsyn.forums.models import Closing, FollowUp, Forum, Meeting
from samsyn.forums.web.meeting_addresses import (
    follow_up_crumbs,
    follow_up_url,
    meeting_crumbs,
    meeting_url,
    to_forum,
)
from samsyn.forums.web.meeting_fields import function_choices
from samsyn.forums.web.notes import item_choices
from samsyn.intake.api import long_text
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import Crumb, fields


class OwnerForm(forms.Form):
    owner = fields.choice(
        _("Vem äger den"), help_text=_("En funktion. De som har plats i forumet står först.")
    )

    def __init__(self, actor: Actor, forum_id: Any, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self._actor = actor
        offered = function_choices(queries.with_seats_first(actor, forum_id))
        field: Any = self.fields["owner"]
        field.choices = [("", gettext("Välj en funktion")), *offered]

    def position(self) -> Any:
        return queries.function(self._actor, self.cleaned_data["owner"])


class TaskForm(OwnerForm):
    what = fields.one_line(_("Vad ska göras"))
    due_on = fields.day(_("Klar senast"))
    why = long_text(_("Varför"))
    carried_by = fields.choice(
        _("Utförs av undergruppen"),
        empty=_("Ingen undergrupp"),
        help_text=_("Den som äger uppföljningen svarar ändå för att det blir gjort."),
    )
    field_order = ("what", "owner", "due_on", "why", "carried_by")

    def __init__(self, actor: Actor, forum_id: Any, data: Any = None, initial: Any = None) -> None:
        super().__init__(actor, forum_id, data, initial)
        self.groups = {str(row.pk): row for row in queries.below(actor, forum_id)}
        if not self.groups:
            del self.fields["carried_by"]
            return
        fields.offer(self, carried_by=((key, row.name) for key, row in self.groups.items()))

    def task(self) -> NewTask:
        answers = self.cleaned_data
        group = self.groups.get(answers.get("carried_by", ""))
        return NewTask(answers["what"], self.position(), answers["due_on"], answers["why"], group)


class TaskAtMeetingForm(TaskForm):
    at_item = fields.choice(_("Vid punkten"), empty=_("Ingen punkt"))

    def __init__(self, actor: Actor, meeting: Meeting, data: Any = None, place: str = "") -> None:
        super().__init__(actor, meeting.forum_id, data, initial={"at_item": place})
        fields.offer(self, at_item=item_choices(actor, meeting))

    def place(self) -> int | None:
        return int(self.cleaned_data["at_item"] or 0) or None


@page(rules.FOLLOW_UP)
def show(request: Request, meeting: Meeting, /) -> HttpResponse:
    place = request.GET.get("punkt", "")
    return _page(request, meeting, TaskAtMeetingForm(request.actor, meeting, place=place))


@command(rules.FOLLOW_UP)
def save(request: Request, meeting: Meeting, /) -> HttpResponse:
    form = TaskAtMeetingForm(request.actor, meeting, request.POST)
    made = _left(request, meeting, form) if form.is_valid() else None
    if made is not None:
        _tell(request, form)
        return redirect(meeting_url(meeting.pk, made.at_item))
    response = _page(request, meeting, form, status=422)
    transaction.set_rollback(True)
    return response


def _left(request: Request, meeting: Meeting, form: TaskAtMeetingForm) -> FollowUp | None:
    try:
        return actions.follow_up(
            meeting.forum,
            form.task(),
            meeting=meeting,
            at_item=form.place(),
            actor=request.actor,
        )
    except RuleBrokenError as refusal:
        form.add_error(None, str(refusal))
        return None


def _tell(request: Request, form: TaskForm) -> None:
    messages.success(
        request, gettext("Uppföljningen kommer tillbaka på varje möte tills den är avslutad.")
    )
    if not form.position().held:
        messages.warning(
            request, gettext("Funktionen är vakant: ingen gör det förrän någon är utsedd.")
        )


def _page(
    request: Request, meeting: Meeting, form: TaskAtMeetingForm, status: int = 200
) -> HttpResponse:
    crumbs = meeting_crumbs(request.actor, meeting)
    title = gettext("Lägg till en uppföljning")
    context = {
        "title": title,
        "lead": gettext("Den står kvar tills den avslutas i skrift."),
        "submit": gettext("Lägg till"),
        "form": form,
        "save_url": f"{request.path.removesuffix('spara/')}spara/",
        "cancel": meeting_url(meeting.pk, None),
        "breadcrumbs": [*crumbs, Crumb(title)],
    }
    return render(request, "pages/edit.html", context, status=status)


def _add(forum: Forum, form: TaskForm, actor: Actor) -> str:
    return follow_up_url(actions.follow_up(forum, form.task(), actor=actor).pk)


class CloseForm(forms.Form):
    closed_as = forms.ChoiceField(
        label=_("Hur gick det"), choices=Closing.choices, widget=forms.RadioSelect
    )
    result = long_text(
        _("Resultat"),
        required=True,
        help_text=_("Vad som blev gjort, eller varför inte. Nästa möte läser det."),
    )


def _close(follow_up: FollowUp, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    closed_as = Closing(answers["closed_as"])
    actions.close_follow_up(follow_up, closed_as, answers["result"], actor=actor)
    return follow_up_url(follow_up.pk)


class NewDayForm(forms.Form):
    due_on = fields.day(_("Ny dag"))
    why = long_text(_("Varför behövs mer tid"), required=True)


def _give_day(follow_up: FollowUp, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.give_new_day(follow_up, answers["due_on"], answers["why"], actor=actor)
    return follow_up_url(follow_up.pk)


def _give_owner(follow_up: FollowUp, form: OwnerForm, actor: Actor) -> str:
    actions.give_new_owner(follow_up, form.position(), actor=actor)
    return follow_up_url(follow_up.pk)


ADD = Edit(
    action=rules.FOLLOW_UP_IN_FORUM,
    title=_("Lägg till en uppföljning"),
    lead=_("Den står kvar tills den avslutas i skrift."),
    submit=_("Lägg till"),
    form=lambda actor, forum, data: TaskForm(actor, forum.pk, data),
    act=_add,
    crumbs=to_forum,
    done=_("Uppföljningen kommer tillbaka på varje möte tills den är avslutad."),
)
CLOSE = Edit(
    action=rules.CLOSE_FOLLOW_UP,
    title=_("Avsluta uppföljningen"),
    submit=_("Avsluta"),
    form=lambda _actor, _row, data: CloseForm(data),
    act=_close,
    crumbs=follow_up_crumbs,
    done=_("Uppföljningen är avslutad."),
)
GIVE_NEW_DAY = Edit(
    action=rules.GIVE_NEW_DAY,
    title=_("Ge en ny dag"),
    lead=_("Den gamla dagen och skälet står kvar i historiken."),
    submit=_("Spara"),
    form=lambda _actor, _row, data: NewDayForm(data),
    act=_give_day,
    crumbs=follow_up_crumbs,
    done=_("Uppföljningen har en ny dag."),
)
GIVE_NEW_OWNER = Edit(
    action=rules.GIVE_NEW_OWNER,
    title=_("Ge en ny ägare"),
    submit=_("Spara"),
    form=lambda actor, row, data: OwnerForm(actor, row.forum_id, data, {"owner": row.owner_id}),
    act=_give_owner,
    crumbs=follow_up_crumbs,
    done=_("Uppföljningen har en ny ägare."),
)
