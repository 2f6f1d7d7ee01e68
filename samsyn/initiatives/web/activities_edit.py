"""The forms by which activities are logged in two minutes, and series, visits and shifts kept."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.governance.api import body_choices
from samsyn.initiatives.actions import activities as actions
from samsyn.initiatives.models import (
    Activity,
    ActivityKind,
    Grade,
    HalfYear,
    Initiative,
    Series,
    Shift,
    VisitPlan,
    Whom,
)
from samsyn.initiatives.models.activities import MOST
from samsyn.initiatives.queries import activities as queries
from samsyn.initiatives.queries import places
from samsyn.initiatives.rules import activities as rules
from samsyn.initiatives.web.activity_addresses import activity_crumbs, activity_url
from samsyn.initiatives.web.addresses import address_of, initiative_crumbs, part_crumbs
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_NOBODY = _("Inte angivet")
_CHOSEN = ("series", "body", "unit", "venue")
_FIRST_YEAR, _LAST_YEAR, _MOST_CLASSES = 1900, 2200, 10_000
_WEEKDAYS = tuple(
    (str(number), name)
    for number, name in enumerate(
        (
            *(_("måndag"), _("tisdag"), _("onsdag"), _("torsdag")),
            *(_("fredag"), _("lördag"), _("söndag")),
        ),
        1,
    )
)


# What the next one has in common with the one before, most often; never how many there were.
_KEPT = (
    *(("what", "vad"), ("held_on", "dag"), ("kind", "slag"), ("whom", "vilka")),
    *(("grades", "arskurs"), ("unit", "enhet"), ("place", "plats"), ("body", "av")),
    ("series", "serie"),
)


def _count(label: Any, *, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=MOST, help_text=help_text
    )


class ActivityForm(forms.Form):
    """The first five are what it takes; the rest can be left for later."""

    what = fields.one_line(_("Vad gjordes"))
    held_on = fields.day(_("Dag"))
    kind = fields.choice(_("Slag"), ActivityKind.choices)
    participants = _count(_("Hur många deltog"), help_text=_("Bara antal, aldrig namn."))
    whom = fields.choice(_("Vilka räknas"), Whom.choices)
    classes = _count(_("Antal klasser"))
    grades = fields.several(_("Årskurser"))
    unit = fields.choice(_("Skola eller enhet"), empty=_NOBODY)
    venue = fields.choice(_("Plats"), empty=_NOBODY)
    place = fields.one_line(_("Eller platsen med egna ord"), required=False)
    body = fields.choice(_("Vem gjorde det"), empty=_NOBODY)
    series = fields.choice(_("Träff i serien"), empty=_("Ingen serie"))
    answered = _count(_("Hur många svarade på utvärderingen"))
    rating = forms.DecimalField(
        label=_("Betyg i medeltal, 1 till 5"),
        required=False,
        min_value=1,
        max_value=5,
        max_digits=3,
        decimal_places=2,
        localize=True,
    )
    note = long_text(_("Anteckning"), help_text=_("Skriv inget om ett enskilt barn."))

    def __init__(
        self, actor: Actor, initiative_id: Any, data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.fields["grades"].required = False
        bodies = body_choices(actor)
        fields.offer(
            self,
            grades=Grade.choices,
            unit=bodies,
            body=bodies,
            venue=places.venue_choices(actor),
            series=queries.series_choices(actor, initiative_id),
        )

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        answers.pop("again", None)
        chosen = [name for name in _CHOSEN if name in answers]
        return {f"{name}_id": fields.chosen(answers.pop(name)) for name in chosen} | answers


class LogForm(ActivityForm):
    """What can be told on the way home; the rest is asked for when the activity is changed."""

    again = forms.BooleanField(label=_("Logga en till efteråt"), required=False)

    def __init__(self, actor: Actor, initiative_id: Any, data: Any, initial: Any) -> None:
        super().__init__(actor, initiative_id, data, initial)
        for name in ("venue", "answered", "rating"):
            del self.fields[name]
        series: Any = self.fields["series"]
        if len(series.choices) == 1:
            del self.fields["series"]


class SeriesForm(forms.Form):
    title = fields.one_line(_("Vad heter serien"))
    starts_on = fields.day(_("Första träffen"), required=False)
    sessions = forms.IntegerField(
        label=_("Antal träffar"), required=False, min_value=1, max_value=500
    )
    led_by = fields.one_line(
        _("Leds av"), required=False, help_text=_("Yrke eller roll, till exempel skolpsykologer.")
    )
    invited = _count(_("Hur många är inbjudna"))
    measure = fields.one_line(
        _("Vad mäts före och efter"), required=False, help_text=_("Till exempel skolnärvaro i %.")
    )
    measured = _count(_("Hur många svarade båda gångerna"))
    before = forms.DecimalField(
        label=_("Medelvärde före"),
        required=False,
        max_digits=8,
        decimal_places=2,
        localize=True,
    )
    after = forms.DecimalField(
        label=_("Medelvärde efter"),
        required=False,
        max_digits=8,
        decimal_places=2,
        localize=True,
    )
    said = long_text(_("Vad deltagarna sade"))

    def told(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class VisitsForm(forms.Form):
    classes = forms.IntegerField(label=_("Antal klasser"), min_value=1, max_value=_MOST_CLASSES)
    is_about = forms.BooleanField(label=_("Ungefär så många"), required=False)
    year = forms.IntegerField(
        label=_("År"),
        required=False,
        min_value=_FIRST_YEAR,
        max_value=_LAST_YEAR,
        help_text=_("Lämna år och termin tomma om planen gäller varje termin."),
    )
    term = fields.choice(_("Termin"), HalfYear.choices, empty=_("Varje termin"))
    unit = fields.choice(_("Skola"), empty=_("Alla"))
    grades = fields.several(_("Årskurser"))
    by = fields.one_line(
        _("Av"), required=False, help_text=_("Till exempel polis och fältassistenter.")
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        self.fields["grades"].required = False
        fields.offer(self, unit=body_choices(actor), grades=Grade.choices)

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        return {"unit_id": fields.chosen(answers.pop("unit")), **answers}


class ShiftForm(forms.Form):
    place = fields.one_line(_("Var"))
    weekday = fields.choice(_("Veckodag"), _WEEKDAYS)
    from_at = forms.TimeField(label=_("Från klockan"), required=False)
    until_at = forms.TimeField(label=_("Till klockan"), required=False)
    body = fields.choice(_("Vem är där"), empty=_NOBODY)
    starts_on = fields.day(_("Från och med"), required=False)
    ends_on = fields.last_day(_("Till och med"))

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        fields.offer(self, body=body_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        chosen = {"body_id": fields.chosen(answers.pop("body"))}
        return answers | chosen | {"weekday": int(answers["weekday"])}


class EndShiftForm(forms.Form):
    ends_on = fields.last_day(_("Till och med"), required=True, help_text=_("Den sista dagen."))


def _log(initiative: Initiative, form: LogForm, actor: Actor) -> str:
    made = actions.log_activity(initiative, form.told(), actor=actor)
    if not form.cleaned_data["again"]:
        return address_of(initiative)
    told = _now(made, LogForm) | {"held_on": made.held_on.isoformat()}
    kept = {key: told[name] for name, key in _KEPT if told.get(name)} | {"igen": "ja"}
    address = reverse("initiatives:log-activity", args=[initiative.pk])
    return f"{address}?{urlencode(kept, doseq=True)}"


def _logging(actor: Actor, initiative: Initiative, data: Any) -> LogForm:
    own = organisation.functions_of_account(actor).order_by("pk").first()
    usual = {"held_on": actor.today, "whom": Whom.CHILDREN.value}
    usual |= {"body": str(own.body_id)} if own else {}
    return LogForm(actor, initiative.pk, data, usual)


def _change(activity: Activity, form: ActivityForm, actor: Actor) -> str:
    actions.change_activity(activity, form.told(), actor=actor)
    return activity_url(activity.pk)


def _now(row: Any, form: type[forms.Form]) -> dict[str, Any]:
    return {
        name: str(getattr(row, f"{name}_id") or "") if name in _CHOSEN else getattr(row, name)
        for name in form.base_fields
        if name != "again"
    }


def _adding(add: Any) -> Any:
    def act(initiative: Initiative, form: Any, actor: Actor) -> str:
        add(initiative, form.told(), actor=actor)
        return address_of(initiative)

    return act


def _change_series(series: Series, form: SeriesForm, actor: Actor) -> str:
    actions.change_series(series, form.told(), actor=actor)
    return address_of(series)


def _end_shift(shift: Shift, form: forms.Form, actor: Actor) -> str:
    actions.end_shift(shift, form.cleaned_data["ends_on"], actor=actor)
    return address_of(shift)


LOG = Edit(
    action=rules.LOG_ACTIVITY,
    title=_("Logga aktivitet"),
    lead=_("Vad, när och hur många räcker. Resten kan fyllas i senare."),
    submit=_("Spara"),
    form=_logging,
    act=_log,
    crumbs=initiative_crumbs,
    done=_("Aktiviteten är loggad."),
    prefill=(*_KEPT, ("again", "igen")),
)
CHANGE = Edit(
    action=rules.CHANGE_ACTIVITY,
    title=_("Ändra aktiviteten"),
    submit=_("Spara"),
    form=lambda actor, row, data: ActivityForm(
        actor, row.initiative_id, data, _now(row, ActivityForm)
    ),
    act=_change,
    crumbs=activity_crumbs,
    done=_("Aktiviteten är ändrad."),
)
ADD_SERIES = Edit(
    action=rules.ADD_SERIES,
    title=_("Lägg till serie av träffar"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: SeriesForm(data),
    act=_adding(actions.add_series),
    crumbs=initiative_crumbs,
    done=_("Serien är tillagd."),
)
CHANGE_SERIES = Edit(
    action=rules.CHANGE_SERIES,
    title=_("Ändra serien"),
    submit=_("Spara"),
    form=lambda _actor, row, data: SeriesForm(data, initial=_now(row, SeriesForm)),
    act=_change_series,
    crumbs=part_crumbs,
    done=_("Serien är ändrad."),
)
PLAN_VISITS = Edit(
    action=rules.PLAN_VISITS,
    title=_("Planera besök"),
    submit=_("Spara"),
    form=lambda actor, _row, data: VisitsForm(actor, data),
    act=_adding(actions.plan_visits),
    crumbs=initiative_crumbs,
    done=_("Planen är sparad."),
)
PLAN_SHIFT = Edit(
    action=rules.PLAN_SHIFT,
    title=_("Planera vuxennärvaro"),
    submit=_("Spara"),
    form=lambda actor, _row, data: ShiftForm(actor, data),
    act=_adding(actions.plan_shift),
    crumbs=initiative_crumbs,
    done=_("Tiden är sparad."),
)
END_SHIFT = Edit(
    action=rules.CHANGE_SHIFT,
    title=_("Avsluta vuxennärvaron"),
    submit=_("Spara"),
    form=lambda _actor, row, data: EndShiftForm(data, initial={"ends_on": row.ends_on}),
    act=_end_shift,
    crumbs=part_crumbs,
    done=_("Den sista dagen är sparad."),
)


@command(rules.CHANGE_ACTIVITY)
def remove_activity(request: Request, activity: Activity, /) -> HttpResponse:
    there = address_of(activity)
    actions.remove_activity(activity, actor=request.actor)
    return redirect(there)


@command(rules.CHANGE_SERIES)
def remove_series(request: Request, series: Series, /) -> HttpResponse:
    there = address_of(series)
    actions.remove_series(series, actor=request.actor)
    return redirect(there)


@command(rules.REMOVE_VISIT_PLAN)
def remove_visit_plan(request: Request, plan: VisitPlan, /) -> HttpResponse:
    there = address_of(plan)
    actions.remove_visit_plan(plan, actor=request.actor)
    return redirect(there)
