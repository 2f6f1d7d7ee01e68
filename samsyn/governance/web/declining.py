"""The form by which something usual is said not to be for us, and the button that takes it back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality, Request, command
from samsyn.governance.actions import declining as actions
from samsyn.governance.models import DeclinedDuty
from samsyn.governance.rules import duties as rules
from samsyn.governance.web.duties import cycle_crumbs
from samsyn.governance.web.usual import usual
from samsyn.intake.api import long_text
from samsyn.pages.api import fields


class DeclineForm(forms.Form):
    usual = fields.choice(_("Vad"))
    why = long_text(
        _("Varför gäller det inte er?"),
        help_text=_("Så att den som undrar nästa år kan läsa det."),
        required=True,
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        offered = ((known.key, known.title) for known in usual(actor).offered)
        fields.offer(self, usual=[("", str(_("Välj vad"))), *offered])


def _decline(_municipality: Municipality, form: DeclineForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.decline_duty(answers["usual"], answers["why"], actor=actor)
    return f"{reverse('governance:annual-cycle')}#galler-inte"


DECLINE = Edit(
    action=rules.DECLINE_DUTY,
    title=_("Gäller inte oss"),
    lead=_("Det visas sedan inte bland det som är vanligt och saknas. Ni kan ta tillbaka det."),
    submit=_("Spara"),
    form=lambda actor, _row, data: DeclineForm(actor, data),
    act=_decline,
    crumbs=cycle_crumbs,
    done=_("Det är antecknat att det inte gäller er."),
    prefill=(("usual", "plikt"),),
)


@command(rules.TAKE_BACK_DECLINED)
def take_back(request: Request, declined: DeclinedDuty, /) -> HttpResponse:
    actions.take_back_declined(declined, actor=request.actor)
    messages.success(request, gettext("Det är taget tillbaka, och visas bland det vanliga igen."))
    return redirect("governance:annual-cycle")
