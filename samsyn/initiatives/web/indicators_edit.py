"""The forms by which an indicator is declared, judged, and given a target."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import queries as forums
from samsyn.governance.api import area_names
from samsyn.initiatives.actions import indicators as actions
from samsyn.initiatives.actions import values
from samsyn.initiatives.models import (
    Breakdown,
    Colour,
    Direction,
    Disclosure,
    Frequency,
    Indicator,
    Measure,
    Measurement,
    Target,
)
from samsyn.initiatives.queries import indicators as queries
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web.indicator_addresses import (
    indicator_crumbs,
    indicator_url,
    indicators_crumbs,
    part_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_LONGEST_LIST = 400
_FIELDS = (
    *("name", "measure", "population", "numerator", "denominator", "unit", "direction"),
    *("disclosure", "frequency", "breakdowns", "source", "focus_areas", "method_note"),
)


class IndicatorForm(forms.Form):
    name = fields.one_line(_("Vad heter indikatorn"))
    measure = fields.choice(_("Mått"), Measure.choices)
    population = fields.one_line(
        _("Vilka gäller den"), required=False, help_text=_("Till exempel elever i grundskolan.")
    )
    numerator = fields.one_line(
        _("Vad räknas (täljare)"), required=False, help_text=_("Elever med mer än 20 % frånvaro.")
    )
    denominator = fields.one_line(_("Av vilka (nämnare)"), required=False)
    unit = fields.one_line(_("Enhet"), required=False)
    direction = fields.choice(_("Riktning"), Direction.choices)
    disclosure = fields.choice(
        _("Hur skyddas små tal"),
        Disclosure.choices,
        help_text=_("Det som inte visas kan inte heller räknas fram ur det som visas."),
    )
    frequency = fields.choice(_("Hur ofta kommer värden"), Frequency.choices)
    breakdowns = fields.several(_("Delas upp på"))
    source = fields.one_line(_("Källa"), required=False)
    focus_areas = forms.CharField(label=_("Fokusområden"), required=False, max_length=_LONGEST_LIST)
    owner = fields.choice(_("Vem skriver in värden"), empty=_("Ingen funktion"))
    method_note = long_text(_("Hur det mäts"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["breakdowns"].required = False
        words = dict.fromkeys([*area_names(actor), *queries.words_in_use(actor)])
        told = _("Skilj dem åt med komma. Valda områden: {}.") if words else _("Skilj med komma.")
        self.fields["focus_areas"].help_text = format_lazy(told, ", ".join(words))
        fields.offer(self, breakdowns=Breakdown.choices, owner=forums.function_choices(actor))

    def clean_focus_areas(self) -> list[str]:
        """Each area once, in the order written."""
        said = (area.strip() for area in self.cleaned_data["focus_areas"].split(","))
        return list(dict.fromkeys(area for area in said if area))

    def clean_disclosure(self) -> str:
        """A share tells as much of those who are outside it."""
        said: str = self.cleaned_data["disclosure"]
        if said == Disclosure.COUNT and self.cleaned_data.get("measure") == Measure.SHARE:
            raise forms.ValidationError(_("Välj skyddet för andelar, för det är en andel."))
        return said

    def told(self) -> dict[str, Any]:
        answers = self.cleaned_data
        owner = {"owner_id": fields.chosen(answers["owner"])}
        return {name: answers[name] for name in _FIELDS} | owner


class TargetForm(forms.Form):
    number = forms.DecimalField(label=_("Målvärde"), max_digits=16, decimal_places=4, localize=True)
    starts_on = fields.day(_("Från och med"))
    ends_on = fields.last_day(_("Ska nås senast"), required=True)
    baseline = forms.DecimalField(
        label=_("Utgångsvärde"), required=False, max_digits=16, decimal_places=4, localize=True
    )
    baseline_on = fields.day(
        _("Utgångsvärdets dag"),
        required=False,
        help_text=_("Skyddas små tal visas utgångsvärdet bara om dagens period har ett värde."),
    )
    decided = fields.one_line(
        _("Var det är bestämt"), required=False, help_text=_("Till exempel verksamhetsplan 2026.")
    )


class LightForm(forms.Form):
    colour = fields.choice(_("Bedömning"), Colour.choices)
    why = long_text(_("Motiv"), required=True, help_text=_("Varför bedömer ni det så?"))
    judged_on = fields.day(_("Bedömd den"))
    by = fields.choice(_("Vilken funktion bedömer"), empty=_("Ingen särskild funktion"))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        held = [str(each.pk) for each in organisation.functions_of_account(actor)[:2]]
        own = held[0] if len(held) == 1 else ""
        super().__init__(data, initial={"judged_on": actor.today, "by": own})
        fields.offer(self, by=forums.function_choices(actor))


class BreakForm(forms.Form):
    break_note = long_text(
        _("Vad som har ändrats"),
        help_text=_("Värden före och efter jämförs inte, och linjen bryts i bilden."),
    )
    source = fields.one_line(_("Källa för värdena"), required=False)


def _add(_municipality: Municipality, form: IndicatorForm, actor: Actor) -> str:
    return indicator_url(actions.add_indicator(form.told(), actor=actor).pk)


def _described(actor: Actor, row: Indicator, data: Any) -> IndicatorForm:
    said = {name: getattr(row, name) for name in _FIELDS}
    said |= {"focus_areas": ", ".join(row.focus_areas), "owner": str(row.owner_id or "")}
    return IndicatorForm(actor, data, said)


def _describe(row: Indicator, form: IndicatorForm, actor: Actor) -> str:
    actions.describe_indicator(row, form.told(), actor=actor)
    return indicator_url(row.pk)


def _aim(row: Indicator, form: TargetForm, actor: Actor) -> str:
    actions.set_target(row, form.cleaned_data, actor=actor)
    return indicator_url(row.pk)


def _aimed(_actor: Actor, row: Target, data: Any) -> TargetForm:
    return TargetForm(data, initial={name: getattr(row, name) for name in TargetForm.base_fields})


def _change_aim(row: Target, form: TargetForm, actor: Actor) -> str:
    actions.change_target(row, form.cleaned_data, actor=actor)
    return indicator_url(row.indicator_id)


def _judge(row: Indicator, form: LightForm, actor: Actor) -> str:
    answers = form.cleaned_data
    told = answers | {"by_id": fields.chosen(answers["by"])}
    actions.judge_indicator(row, told, actor=actor)
    return indicator_url(row.pk)


def _broken(_actor: Actor, row: Measurement, data: Any) -> BreakForm:
    return BreakForm(data, initial={"break_note": row.break_note, "source": row.source})


def _break(row: Measurement, form: BreakForm, actor: Actor) -> str:
    answers = form.cleaned_data
    values.mark_break(row, answers["break_note"], answers["source"], actor=actor)
    return indicator_url(row.indicator_id)


ADD = Edit(
    action=rules.ADD_INDICATOR,
    title=_("Lägg till en indikator"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: IndicatorForm(actor, data),
    act=_add,
    crumbs=indicators_crumbs,
    done=_("Indikatorn är tillagd. Skriv in dess värden."),
)
DESCRIBE = Edit(
    action=rules.DESCRIBE_INDICATOR,
    title=_("Ändra indikatorn"),
    submit=_("Spara"),
    form=_described,
    act=_describe,
    crumbs=indicator_crumbs,
    done=_("Indikatorn är ändrad."),
)
AIM = Edit(
    action=rules.SET_TARGET,
    title=_("Sätt ett mål"),
    submit=_("Spara"),
    form=lambda actor, _row, data: TargetForm(data, initial={"starts_on": actor.today}),
    act=_aim,
    crumbs=indicator_crumbs,
    done=_("Målet är satt."),
)
CHANGE_AIM = Edit(
    action=rules.CHANGE_TARGET,
    title=_("Ändra målet"),
    lead=_("Gäller målet inte längre: skriv den sista dag som det gällde."),
    submit=_("Spara"),
    form=_aimed,
    act=_change_aim,
    crumbs=part_crumbs,
    done=_("Målet är ändrat."),
)
JUDGE = Edit(
    action=rules.JUDGE_INDICATOR,
    title=_("Bedöm indikatorn"),
    lead=_("De tidigare bedömningarna står kvar. En bedömning från i dag skrivs över."),
    submit=_("Spara"),
    form=lambda actor, _row, data: LightForm(actor, data),
    act=_judge,
    crumbs=indicator_crumbs,
    done=_("Bedömningen är sparad."),
)
BREAK = Edit(
    action=rules.MARK_BREAK,
    title=_("Skriv in att definitionen ändrades"),
    submit=_("Spara"),
    form=_broken,
    act=_break,
    crumbs=part_crumbs,
    done=_("Det är sparat."),
)
