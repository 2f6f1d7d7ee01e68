"""Sends packs and minutes out."""

from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality, Request, command
from samsyn.forums import actions, rules
from samsyn.forums.models import DispatchList, Meeting, Minutes
from samsyn.forums.web.meeting_addresses import meeting_crumbs, minutes_url
from samsyn.forums.web.papers import minutes_paper, pack_paper
from samsyn.intake.api import long_text
from samsyn.pages.api import formats
from samsyn.post.api import Enclosed
from samsyn.printing.api import as_pdf

_MOST_OWN = 50


class DispatchForm(forms.Form):
    lists = forms.MultipleChoiceField(
        label=_("Till"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[each for each in DispatchList.choices if each[0] != DispatchList.OWN],
        help_text=_("De som var kallade får anteckningarna som fil, andra en länk till sidan."),
    )
    own = long_text(_("Egna adresser"))

    def clean_own(self) -> list[str]:
        found: list[str] = self.cleaned_data["own"].replace(",", " ").replace(";", " ").split()
        if len(found) > _MOST_OWN:
            raise ValidationError(gettext("Skriv högst 50 adresser."))
        for address in found:
            _refuse_wrong(address)
        return found

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not given.get("lists") and not given.get("own") and not self.errors:
            self.add_error(None, gettext("Välj vilka som ska få anteckningarna."))
        return given

    def chosen(self) -> list[DispatchList]:
        lists = [DispatchList(each) for each in self.cleaned_data["lists"]]
        return [*lists, DispatchList.OWN] if self.cleaned_data["own"] else lists


def _refuse_wrong(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError as error:
        told = gettext("%(address)s är ingen e-postadress.") % {"address": address}
        raise ValidationError(told) from error


def _dispatch(meeting: Meeting, form: DispatchForm, actor: Actor) -> str:
    own = form.cleaned_data["own"]
    enclose = partial(enclosed_minutes, actor=actor)
    sent = actions.dispatch_minutes(meeting, form.chosen(), own, enclose, actor=actor)
    return f"{minutes_url(sent.pk)}#utskick"


def enclosed_minutes(minutes: Minutes, *, actor: Actor) -> Enclosed:
    """The minutes as a file to send."""
    place = Municipality.objects.get(pk=actor.municipality_id)
    name = slugify(f"anteckningar {minutes.meeting.forum.name} {minutes.meeting.meets_on}")
    with translation.override(settings.LANGUAGE_CODE):
        content = as_pdf(minutes_paper(actor, place, minutes))
    return Enclosed(f"{name}.pdf", "application/pdf", content)


DISPATCH = Edit(
    action=rules.DISPATCH,
    title=_("Skicka ut anteckningarna"),
    lead=_(
        "Ett brev går till var och en på listorna. Den som redan har fått dem får dem inte igen."
    ),
    submit=_("Skicka"),
    form=lambda _actor, _meeting, data: DispatchForm(data),
    act=_dispatch,
    crumbs=meeting_crumbs,
    done=_("Anteckningarna skickas."),
)


@command(rules.SUMMON)
def send_pack(request: Request, meeting: Meeting, /) -> HttpResponse:
    enclose = partial(enclosed_pack, actor=request.actor)
    sent = actions.send_pack(meeting, enclose, actor=request.actor)
    told = ngettext(
        "Underlaget skickas till %(count)s adress.",
        "Underlaget skickas till %(count)s adresser.",
        sent,
    )
    messages.success(request, told % {"count": formats.number(sent)})
    return redirect("forums:pack", meeting.pk)


def enclosed_pack(meeting: Meeting, *, actor: Actor) -> Enclosed:
    """The pack as a file to send."""
    place = Municipality.objects.get(pk=actor.municipality_id)
    name = slugify(f"underlag {meeting.forum.name} {meeting.meets_on}")
    with translation.override(settings.LANGUAGE_CODE):
        content = as_pdf(pack_paper(actor, place, meeting))
    return Enclosed(f"{name}.pdf", "application/pdf", content)
