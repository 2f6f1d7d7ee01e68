"""The routines by which deviations are taken care of: in whose hands, and within how long."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality, Request, page
from samsyn.forums.api import queries as forums
from samsyn.governance.api import agreement_choices
from samsyn.initiatives.actions import deviation_routines as actions
from samsyn.initiatives.domain.profiles import PROFILES, Profile
from samsyn.initiatives.models import DeviationRoutine
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.rules import deviations as rules
from samsyn.initiatives.web.addresses import position_url
from samsyn.initiatives.web.deviation_addresses import deviations_crumbs, routines_crumbs
from samsyn.intake.api import long_text
from samsyn.pages.api import Crumb, Fact, fields, page_url

_LONGEST_WAIT = 999
_FIELDS = ("title", "limit", "days", "lift_after", "is_local_first", "how")
_CHOSEN = ("agreement", "receiver")
# Which fields of the form a profile fills, and what they are called in the address.
_PREFILL = (
    *(("title", "rubrik"), ("days", "dagar"), ("is_local_first", "lokalt"), ("how", "hur")),
)


class RoutineForm(forms.Form):
    title = fields.one_line(_("Namn"))
    agreement = fields.choice(_("Avtal"), empty=_("Allt utan eget avtal"))
    limit = fields.one_line(
        _("Gräns i avtalet"),
        required=False,
        help_text=_("Med samma ord som i avtalet, till exempel: svar på avvikelse."),
    )
    days = forms.IntegerField(
        label=_("Eller svar inom så många dagar"),
        required=False,
        min_value=1,
        max_value=_LONGEST_WAIT,
    )
    lift_after = forms.IntegerField(
        label=_("Dags att lyfta så många dagar efter att svaret skulle ha kommit"),
        required=False,
        min_value=0,
        max_value=_LONGEST_WAIT,
    )
    receiver = fields.choice(_("Vem som handlägger från början"), empty=_("Ingen funktion"))
    is_local_first = forms.BooleanField(
        label=_("Den som rapporterar ska ha försökt lösa det själv"), required=False
    )
    how = long_text(
        _("Så går det till"),
        help_text=_("Till exempel vem som får en kopia, och vart det som kommer tillbaka lyfts."),
    )

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(
            self, agreement=agreement_choices(actor), receiver=forums.function_choices(actor)
        )

    def told(self) -> dict[str, Any]:
        answers = self.cleaned_data
        names = {f"{name}_id": fields.chosen(answers[name]) for name in _CHOSEN}
        return {name: answers[name] for name in _FIELDS} | names


def routines_url() -> str:
    return reverse("initiatives:deviation-routines")


@page(rules.READ_DEVIATIONS)
def routines(request: Request, municipality: Municipality, /) -> HttpResponse:
    may = rules.ADD_DEVIATION_ROUTINE.name in request.permitted_here
    context = {
        "rows": [(row, _facts(request.actor, row)) for row in queries.routines(request.actor)],
        "may": may,
        "profiles": list(_begun()) if may else [],
        "breadcrumbs": [
            *deviations_crumbs(request.actor, municipality),
            Crumb(gettext("Rutiner för avvikelser")),
        ],
    }
    return render(request, "initiatives/deviation_routines.html", context)


def _begun() -> Iterator[tuple[Profile, str]]:
    """How others do, each with the address of a form that is begun from it."""
    new = reverse("initiatives:add-deviation-routine")
    for profile in PROFILES:
        asked = {key: getattr(profile, name) for name, key in _PREFILL if getattr(profile, name)}
        yield profile, f"{new}?{urlencode(asked)}"


def _facts(actor: Actor, row: DeviationRoutine) -> list[Fact]:
    agreement, receiver = row.agreement, row.receiver
    after = _days(row.lift_after) if row.lift_after is not None else ""
    return [
        Fact(
            gettext("Gäller"),
            str(agreement) if agreement else gettext("allt utan eget avtal"),
            page_url("governance:agreement", agreement.pk) if agreement else "",
        ),
        Fact(gettext("Svar inom"), *_within(actor, row)),
        Fact(gettext("Dags att lyfta efter ytterligare"), after),
        Fact(
            gettext("Handläggs av"),
            receiver.title if receiver else "",
            position_url(receiver.pk) if receiver else "",
        ),
        Fact(
            gettext("Först"), gettext("försöker de lösa det själva") if row.is_local_first else ""
        ),
        Fact(gettext("Så går det till"), row.how),
    ]


def _within(actor: Actor, row: DeviationRoutine) -> tuple[str, str, str]:
    """The number, nowhere to go, and where it comes from."""
    if not row.limit:
        return (_days(row.days) if row.days else "", "", "")
    limit = queries.limit_of(actor, row)
    if limit is None or limit.amount is None:
        return ("", "", gettext("Gränsen ”%(limit)s” finns inte i avtalet.") % {"limit": row.limit})
    return (f"{limit.amount} {limit.get_unit_display()}", "", limit.what)


def _days(count: int) -> str:
    return ngettext("%(count)d dag", "%(count)d dagar", count) % {"count": count}


def _add(_municipality: Municipality, form: RoutineForm, actor: Actor) -> str:
    actions.add_deviation_routine(form.told(), actor=actor)
    return routines_url()


def _change(row: DeviationRoutine, form: RoutineForm, actor: Actor) -> str:
    actions.change_deviation_routine(row, form.told(), actor=actor)
    return routines_url()


def _described(actor: Actor, row: DeviationRoutine, data: Any) -> RoutineForm:
    names = {name: str(getattr(row, f"{name}_id") or "") for name in _CHOSEN}
    return RoutineForm(actor, data, {name: getattr(row, name) for name in _FIELDS} | names)


ADD = Edit(
    action=rules.ADD_DEVIATION_ROUTINE,
    title=_("Lägg till en rutin för avvikelser"),
    lead=_("Siffrorna är era egna eller avtalets."),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: RoutineForm(actor, data),
    act=_add,
    crumbs=routines_crumbs,
    done=_("Rutinen är tillagd."),
    prefill=_PREFILL,
)
CHANGE = Edit(
    action=rules.CHANGE_DEVIATION_ROUTINE,
    title=_("Ändra rutinen"),
    lead=_("Det som redan är rapporterat behåller sina dagar."),
    submit=_("Spara"),
    form=_described,
    act=_change,
    crumbs=routines_crumbs,
    done=_("Rutinen är ändrad."),
)
