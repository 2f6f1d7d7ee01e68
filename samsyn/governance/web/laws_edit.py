"""The forms by which the laws are kept, and the library that Samsyn comes with."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality, Request, command, page
from samsyn.governance.actions import laws as actions
from samsyn.governance.actions.library import Brought, bring_library, would_bring
from samsyn.governance.models import Law, LawKind
from samsyn.governance.queries.laws import law_choices
from samsyn.governance.rules import laws as rules
from samsyn.governance.web.document_addresses import law_crumbs, law_url, laws_crumbs
from samsyn.intake.api import long_text
from samsyn.pages.api import Crumb, fields

_LONGEST_LIST = 400


class LawForm(forms.Form):
    title = fields.one_line(_("Namn"), help_text=_("Till exempel Socialtjänstlag."))
    short_name = fields.one_line(_("Kortnamn"), help_text=_("Till exempel SoL."))
    number = fields.one_line(
        _("Nummer"),
        required=False,
        help_text=_(
            "Till exempel 2025:400 eller SOSFS 2011:9. Lämna tomt om det inte finns något, som för "
            "en konvention."
        ),
    )
    kind = fields.choice(_("Slag"), LawKind.choices)
    starts_on = fields.day(_("I kraft från och med"), required=False)
    ends_on = fields.last_day(_("I kraft till och med"))
    replaced_by = fields.choice(_("Ersatt av"), empty=_("Ingen lag"))
    url = fields.one_line(_("Källa"), required=False, help_text=_("Börjar med https://."))
    misprints = forms.CharField(
        label=_("Kända felskrivningar"),
        required=False,
        max_length=_LONGEST_LIST,
        help_text=_("Nummer som ni har sett och som är fel. Skilj dem åt med komma."),
    )
    note = long_text(_("Anmärkning"))

    def __init__(self, actor: Actor, row: Any, data: Any = None) -> None:
        is_law = isinstance(row, Law)
        super().__init__(data, initial=_now(row) if is_law else {})
        fields.offer(self, replaced_by=law_choices(actor, row.pk if is_law else None))

    def about(self) -> actions.About:
        answers = dict(self.cleaned_data)
        after = answers.pop("replaced_by")
        said = (each.strip() for each in answers.pop("misprints").split(","))
        wrong = tuple(dict.fromkeys(each for each in said if each))
        kind = LawKind(answers.pop("kind"))
        return actions.About(kind, **answers, misprints=wrong, replaced_by_id=fields.chosen(after))


def _now(law: Law) -> dict[str, Any]:
    same = ("title", "short_name", "number", "kind", "starts_on", "ends_on", "url", "note")
    told = {name: getattr(law, name) for name in same}
    own = {"replaced_by": law.replaced_by_id or "", "misprints": ", ".join(law.misprints)}
    return told | own


class ProvisionForm(forms.Form):
    place = fields.one_line(_("Ställe"), help_text=_("Till exempel 10 kap. 8 §."))
    says = long_text(_("Vad det säger"), help_text=_("Kort, med egna ord."))


def _add(_municipality: Municipality, form: LawForm, actor: Actor) -> str:
    return law_url(actions.add_law(form.about(), actor=actor).pk)


def _change(law: Law, form: LawForm, actor: Actor) -> str:
    actions.change_law(law, form.about(), actor=actor)
    return law_url(law.pk)


def _provide(law: Law, form: ProvisionForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.add_provision(law, answers["place"], answers["says"], actor=actor)
    return law_url(law.pk)


ADD = Edit(
    action=rules.KEEP_LAWS,
    title=_("Lägg till lag"),
    submit=_("Lägg till"),
    form=LawForm,
    act=_add,
    crumbs=laws_crumbs,
    done=_("Lagen är tillagd. Den är inte kontrollerad förrän någon har läst i källan."),
)
CHANGE = Edit(
    action=rules.CHANGE_LAW,
    title=_("Ändra lagen"),
    lead=_("Det du ändrar räknas som okontrollerat tills någon har läst i källan."),
    submit=_("Spara"),
    form=LawForm,
    act=_change,
    crumbs=law_crumbs,
    done=_("Lagen är ändrad."),
)
PROVIDE = Edit(
    action=rules.CHANGE_LAW,
    title=_("Lägg till ställe"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: ProvisionForm(data),
    act=_provide,
    crumbs=law_crumbs,
    done=_("Stället är tillagt."),
)


@command(rules.CHANGE_LAW)
def verify(request: Request, law: Law, /) -> HttpResponse:
    actions.verify_law(law, actor=request.actor)
    messages.success(request, gettext("Lagen är kontrollerad i dag."))
    return redirect(law_url(law.pk))


@page(rules.KEEP_LAWS)
def library(request: Request, municipality: Municipality, /) -> HttpResponse:
    """What would come of fetching the library, before it is done."""
    context = {
        "would": would_bring(actor=request.actor),
        "breadcrumbs": [
            *laws_crumbs(request.actor, municipality),
            Crumb(_("Samsyns lagbibliotek")),
        ],
    }
    return render(request, "governance/law_library.html", context)


@command(rules.KEEP_LAWS)
def fetch_library(request: Request, municipality: Municipality, /) -> HttpResponse:
    del municipality
    messages.success(request, _summary(bring_library(actor=request.actor)))
    return redirect(reverse("governance:law-library"))


def _summary(done: Brought) -> str:
    added, updated = len(done.added), len(done.updated)
    if not added and not updated:
        return gettext("Inget nytt att hämta.")
    told = ngettext("%(count)d lag tillagd", "%(count)d lagar tillagda", added)
    also = ngettext("%(count)d uppdaterad", "%(count)d uppdaterade", updated)
    return f"{told % {'count': added}}, {also % {'count': updated}}."
