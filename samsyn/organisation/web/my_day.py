"""What waits for the one who is signed in."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samsyn.access.api import (
    CHOSEN,
    Municipality,
    Request,
    command,
    page,
    person_of_account,
)
from samsyn.organisation import queries, rules
from samsyn.organisation.day import parts_of_the_day
from samsyn.organisation.web.addresses import address_of

_SOON = timedelta(days=90)
_MOST = 8


@page(rules.READ_ORGANISATION)
def my_day(request: Request, _municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    vacant = queries.vacancies_with_bodies(actor)
    shown = list(vacant[:_MOST])
    since = queries.vacant_since(actor, shown, actor.today)
    person_id = person_of_account(actor)
    parts = parts_of_the_day(actor)
    context = {
        "now": actor.now,
        "parts": parts,
        "waits": sum(part.waits for part in parts),
        "name": queries.name_of_account(actor),
        "figures": queries.figures(actor),
        "vacancies": [(row, address_of(row), since.get(row.pk)) for row in shown],
        "ending": queries.appointments_ending(actor, actor.today + _SOON)[:_MOST],
        "mine": queries.appointments_today(actor, person_id, actor.today) if person_id else [],
        "several": queries.holders_of_several(actor)[:_MOST],
        "urls": {
            "vacant": f"{reverse('organisation:positions')}?visa=vakanta",
            "several": f"{reverse('organisation:persons')}?visa=flera",
        },
    }
    return render(request, "organisation/my_day.html", context)


@command(rules.READ_ORGANISATION)
def choose_municipality(request: Request, _municipality: Municipality, /) -> HttpResponse:
    """Go over to another municipality where one has a role; anything else changes nothing."""
    wanted = request.POST.get("municipality", "")
    if wanted in {str(place.pk) for place in request.municipalities}:
        request.session[CHOSEN] = wanted
    return redirect("organisation:my-day")
