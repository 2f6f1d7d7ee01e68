"""The page where one switches the weekly letter off, or on again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samsyn.access.api import Municipality, Request, command, page
from samsyn.forums import actions, queries, rules
from samsyn.pages.api import Crumb


@page(rules.CHOOSE_DIGEST)
def digest(request: Request, _municipality: Municipality, /) -> HttpResponse:
    context = {
        "is_wanted": queries.wants_digest(request.actor),
        "breadcrumbs": [Crumb(_("Veckobrev"))],
    }
    return render(request, "forums/digest.html", context)


@command(rules.CHOOSE_DIGEST)
def choose(request: Request, _municipality: Municipality, /) -> HttpResponse:
    is_wanted = request.POST.get("vill") == "ja"
    actions.choose_digest(request.user, is_wanted=is_wanted, actor=request.actor)
    told = _("Du får veckobrevet.") if is_wanted else _("Du får inget veckobrev.")
    messages.success(request, told)
    return redirect("forums:digest")
