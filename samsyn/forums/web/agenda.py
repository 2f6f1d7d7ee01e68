"""The forms and buttons of an agenda."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command, visible, within
from samsyn.forums import actions, rules
from samsyn.forums.models import AgendaItem, Forum, Meeting
from samsyn.forums.web.meeting_addresses import (
    meeting_crumbs,
    meeting_url,
    part_of_meeting_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields, formats


class ItemForm(forms.Form):
    title = fields.one_line(_("Rubrik"))
    background = long_text(_("Bakgrund"), help_text=_("Det som är bra att veta före mötet."))


def _add(meeting: Meeting, form: forms.Form, actor: Actor) -> str:
    item = actions.add_item(meeting, **form.cleaned_data, actor=actor)
    return meeting_url(meeting.pk, item.ordinal)


def _propose(meeting: Meeting, form: forms.Form, actor: Actor) -> str:
    item = actions.propose_item(meeting, **form.cleaned_data, actor=actor)
    return meeting_url(meeting.pk, item.ordinal)


def _change(item: AgendaItem, form: forms.Form, actor: Actor) -> str:
    actions.change_item(item, **form.cleaned_data, actor=actor)
    return meeting_url(item.meeting_id, item.ordinal)


def _as_written(actor: Actor, item: AgendaItem, data: Any) -> ItemForm:
    del actor
    return ItemForm(data, initial={"title": item.title, "background": item.background})


class MoveForm(forms.Form):
    forum = fields.choice(_("Till forumet"))

    def __init__(self, actor: Actor, item: AgendaItem, data: Any = None) -> None:
        super().__init__(data)
        rows = visible(actor, rules.READ_FORUM).filter(organisation.on(actor.today))
        others = rows.exclude(pk=item.meeting.forum_id).order_by("name_key", "pk")
        field: Any = self.fields["forum"]
        offered = [(str(pk), name) for pk, name in others.values_list("pk", "name")]
        field.choices = [("", gettext("Välj ett forum")), *offered]


def _move(item: AgendaItem, form: forms.Form, actor: Actor) -> str:
    forum = within(Forum, actor).get(pk=form.cleaned_data["forum"])
    actions.move_item(item, forum, actor=actor)
    return meeting_url(item.meeting_id, item.ordinal)


ADD = Edit(
    action=rules.ADD_ITEM,
    title=_("Lägg till en punkt"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: ItemForm(data),
    act=_add,
    crumbs=meeting_crumbs,
    done=_("Punkten står sist på dagordningen."),
)
PROPOSE = Edit(
    action=rules.PROPOSE_ITEM,
    title=_("Föreslå en punkt"),
    submit=_("Föreslå"),
    form=lambda _actor, _row, data: ItemForm(data),
    act=_propose,
    crumbs=meeting_crumbs,
    done=_("Ditt förslag står sist på dagordningen."),
)
CHANGE = Edit(
    action=rules.CHANGE_ITEM,
    title=_("Ändra punkten"),
    submit=_("Spara"),
    form=_as_written,
    act=_change,
    crumbs=part_of_meeting_crumbs,
    done=_("Punkten är ändrad."),
)
MOVE = Edit(
    action=rules.MOVE_ITEM,
    title=_("Flytta punkten till ett annat forum"),
    lead=_("Den kommer med på forumets nästa möte, eller väntar tills ett är planerat."),
    submit=_("Flytta"),
    form=MoveForm,
    act=_move,
    crumbs=part_of_meeting_crumbs,
    done=_("Punkten är flyttad."),
)


@command(rules.CHANGE_ITEM)
def shift_up(request: Request, item: AgendaItem, /) -> HttpResponse:
    return _shifted(request, item, -1)


@command(rules.CHANGE_ITEM)
def shift_down(request: Request, item: AgendaItem, /) -> HttpResponse:
    return _shifted(request, item, 1)


def _shifted(request: Request, item: AgendaItem, steps: int) -> HttpResponse:
    actions.shift_item(item, steps, actor=request.actor)
    return redirect(meeting_url(item.meeting_id, max(1, item.ordinal + steps)))


@command(rules.REMOVE_ITEM)
def remove(request: Request, item: AgendaItem, /) -> HttpResponse:
    meeting_id = item.meeting_id
    actions.remove_item(item, actor=request.actor)
    messages.success(request, gettext("Punkten är borttagen."))
    return redirect(f"{meeting_url(meeting_id)}#dagordning")


@command(rules.CHANGE_ITEM)
def treat(request: Request, item: AgendaItem, /) -> HttpResponse:
    actions.treat_item(item, actor=request.actor)
    return redirect(meeting_url(item.meeting_id, item.ordinal))


@command(rules.CHANGE_ITEM)
def reopen(request: Request, item: AgendaItem, /) -> HttpResponse:
    actions.reopen_item(item, actor=request.actor)
    return redirect(meeting_url(item.meeting_id, item.ordinal))


@command(rules.POSTPONE_ITEM)
def postpone(request: Request, item: AgendaItem, /) -> HttpResponse:
    following = actions.postpone_item(item, actor=request.actor)
    if following is None:
        told = gettext("Punkten är bordlagd och kommer med när nästa möte planeras.")
    else:
        day = {"day": formats.long_day(following.meets_on)}
        told = gettext("Punkten är bordlagd till mötet %(day)s.") % day
    messages.success(request, told)
    return redirect(meeting_url(item.meeting_id, item.ordinal))
