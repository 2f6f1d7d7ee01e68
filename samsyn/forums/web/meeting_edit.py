"""The forms by which meetings are planned, changed, called off and looked back on."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.forums import actions, queries, rules
from samsyn.forums.actions import MeetingPlan
from samsyn.forums.models import Forum, Meeting, Mode
from samsyn.forums.web.meeting_addresses import meeting_crumbs, meeting_url, to_forum
from samsyn.forums.web.meeting_fields import clock, function_choices, moment
from samsyn.intake.api import long_text
from samsyn.pages.api import fields

_PLANNED = tuple(MeetingPlan.__dataclass_fields__)


class PlanForm(forms.Form):
    meets_on = fields.day(_("Dag"))
    starts = clock(_("Börjar"))
    ends = clock(_("Slutar"))
    title = fields.one_line(
        _("Rubrik"), required=False, help_text=_("Till exempel Vårens stormöte.")
    )
    audience = fields.one_line(
        _("För vilka"), required=False, help_text=_("Till exempel förskolan. Tomt är alla.")
    )
    mode = fields.choice(_("Hur"), Mode.choices)
    place = fields.one_line(_("Plats"), required=False)
    url = fields.one_line(_("Länk till mötet"), required=False, help_text=_("Börjar med https://."))
    items_by_at = moment(
        _("Punkter föreslås senast"), help_text=_("Därefter lägger bara ni som leder till punkter.")
    )
    contributions_by_at = moment(
        _("Bidrag skickas senast"), help_text=_("Tomt är till och med dagen för mötet.")
    )

    def plan(self) -> MeetingPlan:
        return MeetingPlan(**self.cleaned_data)


def _plan(forum: Forum, form: PlanForm, actor: Actor) -> str:
    return meeting_url(actions.plan_meeting(forum, form.plan(), actor=actor).pk)


def _change(meeting: Meeting, form: PlanForm, actor: Actor) -> str:
    actions.change_meeting(meeting, form.plan(), actor=actor)
    return meeting_url(meeting.pk)


def _planned(actor: Actor, meeting: Meeting, data: Any) -> PlanForm:
    del actor
    return PlanForm(data, initial={name: getattr(meeting, name) for name in _PLANNED})


class WhyForm(forms.Form):
    why = long_text(_("Varför"), required=True)


def _cancel(meeting: Meeting, form: forms.Form, actor: Actor) -> str:
    actions.cancel_meeting(meeting, form.cleaned_data["why"], actor=actor)
    return meeting_url(meeting.pk)


def _miss(meeting: Meeting, form: forms.Form, actor: Actor) -> str:
    actions.miss_meeting(meeting, form.cleaned_data["why"], actor=actor)
    return meeting_url(meeting.pk)


class ReflectForm(forms.Form):
    went_well = long_text(_("Vad gick bra?"))
    went_badly = long_text(_("Vad gick mindre bra?"))
    do_differently = long_text(_("Vad gör ni annorlunda nästa gång?"))


def _reflected(actor: Actor, meeting: Meeting, data: Any) -> ReflectForm:
    del actor
    names = ("went_well", "went_badly", "do_differently")
    return ReflectForm(data, initial={name: getattr(meeting, name) for name in names})


def _reflect(meeting: Meeting, form: forms.Form, actor: Actor) -> str:
    actions.reflect(meeting, **form.cleaned_data, actor=actor)
    return f"{meeting_url(meeting.pk)}#efterat"


class GuestForm(forms.Form):
    wording = fields.one_line(
        _("Vem"), required=False, help_text=_("Till exempel Ungdomsmottagningen.")
    )
    position = fields.choice(_("Eller en funktion"), empty=_("Ingen"))

    def __init__(self, actor: Actor, meeting: Meeting, data: Any = None) -> None:
        super().__init__(data)
        self._actor = actor
        offered = function_choices(queries.with_seats_first(actor, meeting.forum_id))
        fields.offer(self, position=offered)

    def position_chosen(self) -> Any:
        chosen = self.cleaned_data["position"]
        return queries.function(self._actor, chosen) if chosen else None


def _ask(meeting: Meeting, form: GuestForm, actor: Actor) -> str:
    wording = form.cleaned_data["wording"]
    actions.ask_guest(meeting, wording, position=form.position_chosen(), actor=actor)
    return f"{meeting_url(meeting.pk)}#narvaro"


PLAN = Edit(
    action=rules.PLAN_MEETING,
    title=_("Planera ett möte"),
    submit=_("Planera"),
    form=lambda _actor, _row, data: PlanForm(data),
    act=_plan,
    crumbs=to_forum,
    done=_("Mötet är planerat. Stående punkter och de som har plats i forumet är med."),
)
CHANGE = Edit(
    action=rules.CHANGE_MEETING,
    title=_("Ändra mötet"),
    submit=_("Spara"),
    form=_planned,
    act=_change,
    crumbs=meeting_crumbs,
    done=_("Mötet är ändrat."),
)
CANCEL = Edit(
    action=rules.CANCEL_MEETING,
    title=_("Ställ in mötet"),
    lead=_("Punkterna väntar till nästa möte. Mötet står kvar som inställt."),
    submit=_("Ställ in"),
    form=lambda _actor, _row, data: WhyForm(data),
    act=_cancel,
    crumbs=meeting_crumbs,
    done=_("Mötet är inställt."),
    color="danger",
)
MISS = Edit(
    action=rules.CANCEL_MEETING,
    title=_("Mötet blev inte av"),
    lead=_("Punkterna väntar till nästa möte. Mötet står kvar som uteblivet."),
    submit=_("Spara"),
    form=lambda _actor, _row, data: WhyForm(data),
    act=_miss,
    crumbs=meeting_crumbs,
    done=_("Mötet är antecknat som uteblivet."),
)
REFLECT = Edit(
    action=rules.REFLECT,
    title=_("Så gick mötet"),
    lead=_("Tre frågor medan det är färskt. Svaren läses av dem som får läsa mötet."),
    submit=_("Spara"),
    form=_reflected,
    act=_reflect,
    crumbs=meeting_crumbs,
    done=_("Det är sparat till nästa gång."),
)
ASK_GUEST = Edit(
    action=rules.ASK_SOMEONE,
    title=_("Bjud in en gäst"),
    submit=_("Bjud in"),
    form=GuestForm,
    act=_ask,
    crumbs=meeting_crumbs,
    done=_("Gästen är med på listan."),
)


@command(rules.ASK_SOMEONE)
def ask_by_seats(request: Request, meeting: Meeting, /) -> HttpResponse:
    actions.ask_by_seats(meeting, actor=request.actor)
    messages.success(request, _("Alla som har en plats är med på listan."))
    return redirect(f"{meeting_url(meeting.pk)}#narvaro")


@command(rules.HOLD_MEETING)
def hold(request: Request, meeting: Meeting, /) -> HttpResponse:
    actions.hold_meeting(meeting, actor=request.actor)
    left = queries.items_of(request.actor, meeting.pk).filter(state="open").count()
    told = gettext("Mötet är hållet.")
    if left:
        more = ngettext(
            "%(number)s punkt är kvar att behandla, bordlägga eller flytta.",
            "%(number)s punkter är kvar att behandla, bordlägga eller flytta.",
            left,
        )
        told = f"{told} {more % {'number': left}}"
    messages.success(request, told)
    return redirect(meeting_url(meeting.pk))
