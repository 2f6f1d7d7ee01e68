"""On which law an agreement or a document rests, told in a form."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Actor, Edit, Request, command
from samsyn.governance.actions import citing_laws as actions
from samsyn.governance.models import CitedLaw
from samsyn.governance.queries.laws import law_choices
from samsyn.governance.rules.agreements import CITE_AGREEMENT
from samsyn.governance.rules.documents import CITE_DOCUMENT, TAKE_BACK_LAW
from samsyn.governance.web.document_addresses import address_of, owner_crumbs
from samsyn.pages.api import fields


class LawForm(forms.Form):
    law = fields.choice(_("Lag"), help_text=_("Saknas lagen? Lägg till den under Lagar först."))
    place = fields.one_line(_("Ställe"), required=False, help_text=_("Till exempel 10 kap. 8 §."))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        field: Any = self.fields["law"]
        field.choices = [("", _("Välj lag")), *law_choices(actor)]


def _cite(owner: Any, form: LawForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.cite_law(owner, UUID(answers["law"]), answers["place"], actor=actor)
    return f"{address_of(owner)}#lagar"


def _citing(action: Action[Any]) -> Edit:
    return Edit(
        action=action,
        title=_("Lägg till lag"),
        submit=_("Lägg till"),
        form=lambda actor, _row, data: LawForm(actor, data),
        act=_cite,
        crumbs=owner_crumbs,
        done=_("Lagen är tillagd."),
    )


IN_DOCUMENT = _citing(CITE_DOCUMENT)
IN_AGREEMENT = _citing(CITE_AGREEMENT)


@command(TAKE_BACK_LAW)
def take_back(request: Request, cited: CitedLaw, /) -> HttpResponse:
    there = address_of(cited)
    actions.take_back_law(cited, actor=request.actor)
    messages.success(request, gettext("Det är borttaget."))
    return redirect(f"{there}#lagar")
