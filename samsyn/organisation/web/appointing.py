"""Appointing someone to a function: find the person, or write a new one, on one page."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from samsyn.access import api as access
from samsyn.access.api import Request
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions, queries, rules
from samsyn.organisation.models import Person, Position
from samsyn.organisation.web.addresses import address_of, position_crumbs
from samsyn.organisation.web.positions_edit import NEW_PERSON, AppointForm
from samsyn.pages.api import Crumb, page_or_part

_SOUGHT = "sok"
_LONGEST_QUESTION = 100
_MOST = 20


@access.page(rules.APPOINT)
def show(request: Request, position: Position, /) -> HttpResponse:
    form = AppointForm(request.actor, found=_found(request))
    return _page(request, position, form, _sought(request))


@access.command(rules.APPOINT)
def save(request: Request, position: Position, /) -> HttpResponse:
    form = AppointForm(request.actor, request.POST, found=_offered(request))
    if form.is_valid() and _appointed(request, position, form):
        messages.success(request, _("Personen innehar nu funktionen för den tid du angav."))
        return redirect(address_of(position))
    response = _page(request, position, form, _sought(request), status=422)
    transaction.set_rollback(True)
    return response


def _sought(request: Request) -> str:
    return request.GET.get(_SOUGHT, "").replace("\x00", "").strip()[:_LONGEST_QUESTION]


def _found(request: Request) -> list[Person]:
    """Those who are called what was asked for; a register that is short is shown whole."""
    sought = _sought(request)
    found = queries.persons_called(request.actor, sought, most=_MOST + 1)
    return found[:_MOST] if sought or len(found) <= _MOST else []


def _offered(request: Request) -> list[Person]:
    """The person chosen, if she may be seen, and those who were found beside her."""
    found = _found(request)
    chosen = queries.person_by_text(request.actor, request.POST.get("person", ""))
    return found if chosen is None or chosen in found else [chosen, *found]


def _appointed(request: Request, position: Position, form: AppointForm) -> bool:
    answers = form.cleaned_data
    try:
        person = _person(request, answers)
        actions.appoint(
            position,
            person,
            form.engagement(),
            starts_on=answers["starts_on"],
            ends_on=answers["ends_on"],
            actor=request.actor,
        )
    except RuleBrokenError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _person(request: Request, answers: dict[str, Any]) -> Person:
    if answers["person"] == NEW_PERSON:
        return actions.create_person(
            answers["given_name"], answers["family_name"], actor=request.actor
        )
    found: Person = queries.persons(request.actor).get(pk=answers["person"])
    return found


def _page(
    request: Request, position: Position, form: AppointForm, sought: str, status: int = 200
) -> HttpResponse:
    crumbs = position_crumbs(request.actor, position)
    here = request.path.removesuffix("spara/")
    context = {
        "position": position,
        "form": form,
        "sought": sought,
        "is_sought": bool(sought),
        "found_any": len(form.fields["person"].choices) > 1,  # type: ignore[attr-defined]
        "here": here,
        "save_url": f"{here}spara/",
        "cancel": address_of(position),
        "breadcrumbs": [*crumbs, Crumb(_("Utse innehavare"))],
    }
    response = page_or_part(
        request,
        "organisation/appoint.html",
        part="organisation/_appoint_form.html",
        context=context,
    )
    response.status_code = status
    return response
