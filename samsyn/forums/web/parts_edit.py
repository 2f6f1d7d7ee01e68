"""The forms for the parts of a charter: rhythms, standing items and what is missing."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.forums import actions, rules
from samsyn.forums.models import (
    Forum,
    Lack,
    LackKind,
    Rhythm,
    StandingItem,
    Unit,
)
from samsyn.forums.web.addresses import address_of, forum_crumbs, part_crumbs
from samsyn.forums.web.charter_edit import text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_MOST_TIMES = 60
_WEEKDAYS = (
    ("1", _("måndag")),
    ("2", _("tisdag")),
    ("3", _("onsdag")),
    ("4", _("torsdag")),
    ("5", _("fredag")),
)


class RhythmForm(forms.Form):
    per = fields.choice(_("Per"), Unit.choices)
    times = forms.IntegerField(
        label=_("Antal gånger"), min_value=1, max_value=_MOST_TIMES, initial=1
    )
    every = forms.IntegerField(
        label=_("Mellanrum"),
        min_value=1,
        max_value=_MOST_TIMES,
        initial=1,
        help_text=_("1 är varje gång. För var tredje vecka: välj vecka och skriv 3."),
    )
    weekday = fields.choice(
        _("Veckodag"),
        _WEEKDAYS,
        empty=_("Vilken som helst"),
    )
    starts = forms.TimeField(label=_("Klockan"), required=False)
    audience = fields.one_line(
        _("För"), required=False, help_text=_("Till exempel förskolan, när mötena är för olika.")
    )

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        del answers["per"]
        return answers | {"weekday": int(answers["weekday"]) if answers["weekday"] else None}


class StandingItemForm(forms.Form):
    title = fields.one_line(_("Punkt"))
    note = text(_("Vad som ska tas upp"))


class LackForm(forms.Form):
    kind = fields.choice(_("Slag"), LackKind.choices)
    text = text(_("Vad saknas?"))
    body = fields.choice(_("Part som saknas"), empty=_("Ingen part"))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        self.fields["text"].required = True
        fields.offer(self, body=organisation.possible_parents(actor))


class MendForm(forms.Form):
    how = text(_("Hur är det åtgärdat?"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["how"].required = True


def _add_rhythm(forum: Forum, form: RhythmForm, actor: Actor) -> str:
    actions.add_rhythm(forum, Unit(form.cleaned_data["per"]), form.told(), actor=actor)
    return address_of(forum)


def _add_standing_item(forum: Forum, form: forms.Form, actor: Actor) -> str:
    actions.add_standing_item(forum, **form.cleaned_data, actor=actor)
    return address_of(forum)


def _note_lack(forum: Forum, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.note_lack(
        forum,
        LackKind(answers["kind"]),
        answers["text"],
        body_id=answers["body"] or None,
        actor=actor,
    )
    return address_of(forum)


def _mend_lack(lack: Lack, form: forms.Form, actor: Actor) -> str:
    actions.mend_lack(lack, form.cleaned_data["how"], actor=actor)
    return address_of(lack)


ADD_RHYTHM = Edit(
    action=rules.ADD_RHYTHM,
    title=_("Hur ofta forumet möts"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: RhythmForm(data),
    act=_add_rhythm,
    crumbs=forum_crumbs,
    done=_("Det är sparat."),
)
ADD_STANDING_ITEM = Edit(
    action=rules.ADD_STANDING_ITEM,
    title=_("Lägg till stående punkt"),
    lead=_("Den kommer med på dagordningen för varje nytt möte."),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: StandingItemForm(data),
    act=_add_standing_item,
    crumbs=forum_crumbs,
    done=_("Punkten är tillagd."),
)
NOTE_LACK = Edit(
    action=rules.NOTE_LACK,
    title=_("Anteckna en brist"),
    lead=_("Så att den finns kvar tills någon har skrivit hur den är åtgärdad."),
    submit=_("Spara"),
    form=lambda actor, _row, data: LackForm(actor, data),
    act=_note_lack,
    crumbs=forum_crumbs,
    done=_("Bristen är antecknad."),
)
MEND_LACK = Edit(
    action=rules.MEND_LACK,
    title=_("Åtgärdad"),
    submit=_("Spara"),
    form=lambda _actor, _row, data: MendForm(data),
    act=_mend_lack,
    crumbs=part_crumbs,
    done=_("Det är antecknat hur bristen är åtgärdad."),
)


@command(rules.CHANGE_RHYTHM)
def remove_rhythm(request: Request, rhythm: Rhythm, /) -> HttpResponse:
    there = address_of(rhythm)
    actions.remove_rhythm(rhythm, actor=request.actor)
    return redirect(there)


@command(rules.CHANGE_STANDING_ITEM)
def remove_standing_item(request: Request, item: StandingItem, /) -> HttpResponse:
    there = address_of(item)
    actions.remove_standing_item(item, actor=request.actor)
    return redirect(there)
