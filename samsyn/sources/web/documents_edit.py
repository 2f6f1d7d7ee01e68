"""The forms by which records are added and corrected, and the end of a citation."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality, Request, command
from samsyn.pages.api import fields
from samsyn.sources import actions, queries, rules
from samsyn.sources.actions import DocumentDescription
from samsyn.sources.models import Citation, SourceDocument
from samsyn.sources.web.documents import address_of, document_crumbs, documents_crumbs


class DocumentForm(forms.Form):
    title = fields.one_line(_("Titel"), help_text=_("Som det står på handlingen."))
    number = fields.one_line(
        _("Diarienummer"), required=False, help_text=_("Till exempel 2023.006 BUN.")
    )
    publisher = fields.one_line(
        _("Utgivare"),
        required=False,
        help_text=_("Den som har gett ut handlingen, till exempel Barn- och ungdomsnämnden."),
    )
    dated_on = fields.day(
        _("Datum"), required=False, help_text=_("Lämna tomt om dagen inte står på handlingen.")
    )
    url = fields.one_line(
        _("Adress på webben"), required=False, help_text=_("Börjar med https://.")
    )


def _create(_municipality: Municipality, form: forms.Form, actor: Actor) -> str:
    about = DocumentDescription(**form.cleaned_data)
    return address_of(actions.create_document(about, actor=actor))


def _describe(document: SourceDocument, form: forms.Form, actor: Actor) -> str:
    about = DocumentDescription(**form.cleaned_data)
    actions.describe_document(document, about, actor=actor)
    return address_of(document)


def _described(_actor: Actor, document: SourceDocument, data: Any) -> DocumentForm:
    names = DocumentForm.base_fields
    return DocumentForm(data, initial={name: getattr(document, name) for name in names})


CREATE = Edit(
    action=rules.KEEP_DOCUMENTS,
    title=_("Lägg till handling"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: DocumentForm(data),
    act=_create,
    crumbs=documents_crumbs,
    done=_("Handlingen är tillagd."),
)
DESCRIBE = Edit(
    action=rules.DESCRIBE_DOCUMENT,
    title=_("Rätta handlingen"),
    submit=_("Spara"),
    form=_described,
    act=_describe,
    crumbs=document_crumbs,
    done=_("Handlingen är rättad."),
)


@command(rules.REMOVE_CITATION)
def remove_citation(request: Request, citation: Citation, /) -> HttpResponse:
    """Go back to the page of what no longer rests on the record."""
    thing = queries.things_of(request.actor, [citation]).get(citation.object_id)
    there = thing.url if thing else address_of(citation.document)
    actions.remove_citation(citation, actor=request.actor)
    messages.success(request, gettext("Källan är borttagen."))
    return redirect(there)
