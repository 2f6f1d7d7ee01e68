"""The forms by which the annual cycle is kept."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import queries as forums
from samsyn.governance.actions import duties as actions
from samsyn.governance.models import Duty, DutyKind, Recurs
from samsyn.governance.queries import duties as queries
from samsyn.governance.rules import duties as rules
from samsyn.governance.web.duties import cycle_crumbs, duty_crumbs, duty_url
from samsyn.governance.web.usual import PREFILL
from samsyn.intake.api import long_text
from samsyn.pages.api import fields, formats

_FIELDS = (
    *("kind", "title", "what", "recurs", "every", "by_month", "by_day", "week", "counts_from"),
    *("basis", "place", "agenda", "days_ahead", "starts_on", "ends_on"),
)
_CHOSEN = ("owner", "owner_forum", "law", "agreement", "document")


def _number(label: Any, least: int, most: int, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=least, max_value=most, help_text=help_text
    )


class DutyForm(forms.Form):
    kind = fields.choice(_("Slag"), DutyKind.choices)
    title = fields.one_line(_("Vad"))
    what = long_text(_("Vad ska göras"))
    recurs = fields.choice(_("När"), Recurs.choices)
    by_month = fields.choice(_("Senast, månad"), empty=_("Ingen månad"))
    by_day = _number(_("Senast, dag"), 1, 31)
    week = _number(_("Vecka"), 1, 53)
    every = _number(
        _("Hur många år, eller månader, emellan"), 1, 120, _("1 är varje år. Tomt är 1.")
    )
    counts_from = forms.DateField(
        label=_("Räknas från"),
        required=False,
        help_text=_("Behövs när det inte är varje år."),
    )
    owner = fields.choice(_("Vem ser till det"), empty=_("Ingen funktion"))
    owner_forum = fields.choice(_("Eller vilken grupp"), empty=_("Ingen grupp"))
    law = fields.choice(_("Vilar på lagen"), empty=_("Ingen lag"))
    place = fields.one_line(_("Ställe i lagen"), required=False, help_text=_("Till exempel 6 §."))
    agreement = fields.choice(_("Vilar på avtalet"), empty=_("Inget avtal"))
    document = fields.choice(_("Vilar på styrdokumentet"), empty=_("Inget styrdokument"))
    basis = fields.one_line(
        _("Vilar på annat"), required=False, help_text=_("Till exempel eget beslut.")
    )
    agenda = long_text(
        _("Vad ett möte måste ta upp"), help_text=_("En punkt på varje rad, om det är ett möte.")
    )
    days_ahead = _number(_("Säg till så många dagar före"), 0, 366, _("Tomt är 30."))
    starts_on = forms.DateField(label=_("Gäller från och med"), required=False)
    ends_on = fields.last_day(_("Gäller till och med"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, **_offered(actor))

    def told(self) -> dict[str, Any]:
        """What is kept; only the fields of the chosen rule say when."""
        answers = dict(self.cleaned_data)
        recurs = answers["recurs"]
        for name, rule in (("by_month", Recurs.DAY), ("by_day", Recurs.DAY), ("week", Recurs.WEEK)):
            if recurs != rule:
                answers[name] = None
        answers["by_month"] = int(answers["by_month"]) if answers["by_month"] else None
        answers["every"] = answers["every"] or 1
        answers["days_ahead"] = 30 if answers["days_ahead"] is None else answers["days_ahead"]
        chosen = {f"{name}_id": fields.chosen(answers[name]) for name in _CHOSEN}
        return {name: answers[name] for name in _FIELDS} | chosen


def _offered(actor: Actor) -> dict[str, list[tuple[str, str]]]:
    return {
        "by_month": [(str(number), formats.month_name(number)) for number in range(1, 13)],
        "owner": forums.function_choices(actor),
        "owner_forum": forums.forum_choices(actor),
        **queries.bases(actor),
    }


class DoneForm(forms.Form):
    due_on = fields.choice(_("Vilken gång"))
    done_on = fields.day(_("Gjort den"))
    result = long_text(_("Vad blev det av det"), help_text=_("Skriv så att nästa kan läsa det."))
    document = fields.choice(_("Dokumentet som visar det"), empty=_("Inget dokument"))

    def __init__(self, actor: Actor, duty: Duty, data: Any = None) -> None:
        super().__init__(data, initial={"done_on": actor.today})
        open_times = queries.not_done(actor, duty)
        fields.offer(
            self,
            due_on=((day.isoformat(), formats.long_day(day)) for day in open_times),
            document=queries.bases(actor)["document"],
        )


def _add(_municipality: Municipality, form: DutyForm, actor: Actor) -> str:
    return duty_url(actions.add_duty(form.told(), actor=actor))


def _change(duty: Duty, form: DutyForm, actor: Actor) -> str:
    actions.change_duty(duty, form.told(), actor=actor)
    return duty_url(duty)


def _described(actor: Actor, duty: Duty, data: Any) -> DutyForm:
    said = {name: getattr(duty, name) for name in _FIELDS}
    chosen = {name: str(getattr(duty, f"{name}_id") or "") for name in _CHOSEN}
    return DutyForm(actor, data, said | chosen)


def _do(duty: Duty, form: DoneForm, actor: Actor) -> str:
    answers = form.cleaned_data
    document = queries.document(actor, answers["document"])
    actions.do_duty(
        duty,
        date.fromisoformat(answers["due_on"]),
        answers["done_on"],
        answers["result"],
        document=document,
        actor=actor,
    )
    return duty_url(duty)


ADD = Edit(
    action=rules.ADD_DUTY,
    title=_("Lägg till i årshjulet"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: DutyForm(actor, data, {"recurs": Recurs.DAY}),
    act=_add,
    crumbs=cycle_crumbs,
    done=_("Det är tillagt i årshjulet."),
    prefill=PREFILL,
)
CHANGE = Edit(
    action=rules.CHANGE_DUTY,
    title=_("Ändra i årshjulet"),
    submit=_("Spara"),
    form=_described,
    act=_change,
    crumbs=duty_crumbs,
    done=_("Det är ändrat."),
)
DO = Edit(
    action=rules.DO_DUTY,
    title=_("Skriv att det är gjort"),
    submit=_("Spara"),
    form=DoneForm,
    act=_do,
    crumbs=duty_crumbs,
    done=_("Det är antecknat som gjort."),
)
