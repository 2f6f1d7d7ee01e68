"""Activating an agreement: the page says exactly what is missing, and where it is mended."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Request, allowed, command, page
from samsyn.governance.actions import agreements as actions
from samsyn.governance.models import Agreement
from samsyn.governance.queries import lacking, matters
from samsyn.governance.queries.agreements import standing_of
from samsyn.governance.rules.agreements import ACTIVATE_AGREEMENT, DESCRIBE_AGREEMENT
from samsyn.governance.rules.matters import PREPARE_DECISION
from samsyn.governance.web import agreement_gaps
from samsyn.governance.web.agreement_addresses import agreement_crumbs, agreement_url, form_url
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import Crumb, fields


class ActivateForm(forms.Form):
    activated_on = fields.day(
        gettext_lazy("Aktiverat"), help_text=gettext_lazy("Dagen då ni började arbeta efter det.")
    )


@page(ACTIVATE_AGREEMENT)
def show(request: Request, agreement: Agreement, /) -> HttpResponse:
    form = ActivateForm(initial={"activated_on": request.actor.today})
    return _page(request, agreement, form)


@command(ACTIVATE_AGREEMENT)
def activate(request: Request, agreement: Agreement, /) -> HttpResponse:
    form = ActivateForm(request.POST)
    if form.is_valid() and _is_done(agreement, form, request.actor):
        messages.success(request, _("Avtalet är aktiverat."))
        return redirect(agreement_url(agreement.pk))
    response = _page(request, agreement, form, status=422)
    # The trail is not to say that something was done.
    transaction.set_rollback(True)
    return response


def _is_done(agreement: Agreement, form: forms.Form, actor: Actor) -> bool:
    try:
        actions.activate_agreement(agreement, form.cleaned_data["activated_on"], actor=actor)
    except RuleBrokenError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _page(
    request: Request, agreement: Agreement, form: forms.Form, status: int = 200
) -> HttpResponse:
    actor = request.actor
    context: dict[str, Any] = {
        "agreement": agreement,
        "form": form,
        "lacks": _lacks(actor, agreement),
        "save_url": form_url("activate-agreement-save", agreement.pk),
        "cancel": agreement_url(agreement.pk),
        "breadcrumbs": [*agreement_crumbs(actor, agreement), Crumb(_("Aktivera avtalet"))],
    }
    return render(request, "governance/activate.html", context, status=status)


def _lacks(actor: Actor, agreement: Agreement) -> Any:
    found = lacking.lacking_to_activate(actor, agreement, standing_of(actor, agreement))
    newest = matters.matters_of_agreement(actor, agreement.pk).first()
    may = allowed(actor, agreement, [DESCRIBE_AGREEMENT, PREPARE_DECISION])
    return agreement_gaps.mended(found, agreement, newest.pk if newest else None, may)
