"""The forms by which an initiative is added, described part by part, and moved between phases."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import OLDEST, SchoolForm
from samsyn.forums.api import queries as forums
from samsyn.governance.api import area_names
from samsyn.initiatives.actions import portfolio as actions
from samsyn.initiatives.domain.demands import following
from samsyn.initiatives.models import (
    Grade,
    Initiative,
    InitiativeKind,
    Phase,
    Prevention,
    Scope,
    Sex,
)
from samsyn.initiatives.queries import places
from samsyn.initiatives.queries import portfolio as queries
from samsyn.initiatives.rules import portfolio as rules
from samsyn.initiatives.web.addresses import address_of, initiative_crumbs, initiatives_crumbs
from samsyn.initiatives.web.demands import warnings_of
from samsyn.intake.api import long_text
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import fields

_LONGEST_LIST = 400
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_MOST_PEOPLE = 1_000_000
_REFERENCES = frozenset({"owner", "owner_forum", "method", "venue", "predecessor"})


def _areas() -> forms.CharField:
    return forms.CharField(
        label=_("Fokusområden"),
        required=False,
        max_length=_LONGEST_LIST,
        help_text=_("Skilj dem åt med komma."),
    )


class _WithAreas(forms.Form):
    """Has the focus areas as words with commas between, and offers those that are chosen."""

    def tell_of_areas(self, actor: Actor) -> None:
        words = dict.fromkeys([*area_names(actor), *queries.areas_in_use(actor)])
        if words:
            told = _("Skilj dem åt med komma. Valda områden: {}.")
            self.fields["focus_areas"].help_text = format_lazy(told, ", ".join(words))

    def clean_focus_areas(self) -> list[str]:
        """Each area once, in the order written."""
        said = (area.strip() for area in self.cleaned_data["focus_areas"].split(","))
        return list(dict.fromkeys(area for area in said if area))


class AddForm(_WithAreas):
    title = fields.one_line(_("Vad heter insatsen"))
    kind = fields.choice(_("Slag"), InitiativeKind.choices)
    phase = fields.choice(_("Fas"), Phase.choices, empty=_("Vet inte"))
    what = long_text(_("Vad görs"))
    purpose = long_text(_("Syfte"), help_text=_("Vilket problem ska bli mindre, och för vilka?"))
    focus_areas = _areas()
    starts_on = fields.day(_("Från och med"), required=False)
    begun_year = forms.IntegerField(
        label=_("Eller bara året"), required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        self.tell_of_areas(actor)


class WhatForm(_WithAreas):
    title = fields.one_line(_("Vad heter insatsen"))
    kind = fields.choice(_("Slag"), InitiativeKind.choices)
    what = long_text(_("Vad görs"))
    purpose = long_text(_("Syfte"), help_text=_("Vilket problem ska bli mindre, och för vilka?"))
    focus_areas = _areas()
    method = fields.choice(_("Metod eller program"), empty=_("Ingen särskild metod"))
    has_no_means = forms.BooleanField(
        label=_("Inga särskilda pengar eller tjänster behövs"), required=False
    )
    venue = fields.choice(_("Plats"), empty=_("Ingen särskild plats"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.tell_of_areas(actor)
        fields.offer(self, method=places.method_choices(actor), venue=places.venue_choices(actor))


class WhomForm(forms.Form):
    target_group = long_text(_("Målgrupp"))
    age_from = forms.IntegerField(
        label=_("Från ålder"), required=False, min_value=0, max_value=OLDEST
    )
    age_to = forms.IntegerField(
        label=_("Till och med ålder"), required=False, min_value=0, max_value=OLDEST
    )
    school_forms = fields.several(_("Skolformer"))
    grades = fields.several(_("Årskurser"))
    sex = fields.choice(_("Kön"), Sex.choices, empty=_("Alla"))
    prevention = fields.several(
        _("Förebygger"),
        help_text=_("Universellt är för alla, selektivt vid risk och indikerat vid problem."),
    )
    scope = fields.choice(_("Nivå"), Scope.choices, empty=_("Inte angiven"))
    meant_for = forms.IntegerField(
        label=_("Hur många är den menad för"),
        required=False,
        min_value=1,
        max_value=_MOST_PEOPLE,
    )
    comparison = long_text(
        _("Vad effekten jämförs med"),
        help_text=_("Om ni ska kunna säga att det var insatsen som gjorde skillnad."),
    )

    def __init__(self, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        for name in ("school_forms", "grades", "prevention"):
            self.fields[name].required = False
        fields.offer(
            self,
            school_forms=SchoolForm.choices,
            grades=Grade.choices,
            prevention=Prevention.choices,
        )


class OwnerForm(forms.Form):
    owner = fields.choice(_("Ägs av funktionen"), empty=_("Ingen funktion"))
    owner_forum = fields.choice(_("Ägs av gruppen"), empty=_("Ingen grupp"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(
            self, owner=forums.function_choices(actor), owner_forum=forums.forum_choices(actor)
        )


class PeriodForm(forms.Form):
    starts_on = fields.day(_("Från och med"), required=False)
    begun_year = forms.IntegerField(
        label=_("Eller bara året"), required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )
    ends_on = fields.last_day(_("Till och med"), help_text=_("Den sista dagen."))
    predecessor = fields.choice(_("Efterträder"), empty=_("Ingen insats"))

    def __init__(
        self, actor: Actor, row: Initiative, data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, predecessor=queries.initiative_choices(actor, row.pk))


class MoveForm(forms.Form):
    phase = fields.choice(_("Till fasen"), Phase.choices)
    on = fields.day(_("Dag"))
    by = fields.choice(_("Bestämt av funktionen"), empty=_("Inte angivet"))
    why = long_text(_("Varför"), required=True)

    def __init__(
        self, actor: Actor, row: Initiative, data: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, by=forums.function_choices(actor))
        lacking = warnings_of(actor, row)
        if lacking:
            told = _("{} Du kan flytta den ändå. Skriv då varför.")
            self.fields["phase"].help_text = format_lazy(told, lacking)

    def move(self) -> actions.Move:
        told = self.cleaned_data
        by = fields.chosen(told["by"])
        return actions.Move(Phase(told["phase"]), told["on"], told["why"], by)


class AreasForm(forms.Form):
    areas = fields.several(_("Delar av kommunen"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["areas"].required = False
        fields.offer(self, areas=organisation.area_choices(actor))


def _add(_municipality: Municipality, form: forms.Form, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    title, kind, phase = told.pop("title"), told.pop("kind"), told.pop("phase")
    return address_of(
        actions.add_initiative(
            title,
            InitiativeKind(kind),
            told,
            phase=Phase(phase) if phase else None,
            actor=actor,
        )
    )


def _describe(initiative: Initiative, form: forms.Form, actor: Actor) -> str:
    told = dict(_told(name, value) for name, value in form.cleaned_data.items())
    actions.describe_initiative(initiative, told, actor=actor)
    return address_of(initiative)


def _told(name: str, value: Any) -> tuple[str, Any]:
    return (f"{name}_id", fields.chosen(value)) if name in _REFERENCES else (name, value)


def _now(initiative: Initiative, form: type[forms.Form]) -> dict[str, Any]:
    """What is told now, as the form asks for it."""
    told = {
        name: str(getattr(initiative, f"{name}_id") or "")
        if name in _REFERENCES
        else getattr(initiative, name)
        for name in form.base_fields
    }
    if "focus_areas" in told:
        told["focus_areas"] = ", ".join(told["focus_areas"])
    return told


def _telling_what(actor: Actor, row: Initiative, data: Any) -> WhatForm:
    said = _now(row, WhatForm) | {"kind": queries.kind_today(actor, row.pk)}
    return WhatForm(actor, data, said)


def _move(initiative: Initiative, form: MoveForm, actor: Actor) -> str:
    actions.move_initiative(initiative, form.move(), actor=actor)
    return address_of(initiative)


def _moving(actor: Actor, initiative: Initiative, data: Any) -> MoveForm:
    asked = {"on": actor.today, "phase": following(initiative.phase)}
    return MoveForm(actor, initiative, data, asked)


def _choosing(actor: Actor, initiative: Initiative, data: Any) -> AreasForm:
    now = [str(each.area_id) for each in queries.areas_of(actor, initiative.pk)]
    return AreasForm(actor, data, {"areas": now})


def _choose(initiative: Initiative, form: forms.Form, actor: Actor) -> str:
    chosen = [UUID(each) for each in form.cleaned_data["areas"]]
    actions.choose_areas(initiative, chosen, actor=actor)
    return address_of(initiative)


def _describing(title: Any, form: Any, lead: Any = "") -> Edit:
    return Edit(
        action=rules.DESCRIBE_INITIATIVE,
        title=title,
        lead=lead,
        submit=_("Spara"),
        form=form,
        act=_describe,
        crumbs=initiative_crumbs,
        done=_("Insatsen är sparad."),
    )


ADD = Edit(
    action=rules.ADD_INITIATIVE,
    title=_("Lägg till insats"),
    lead=_("Börja med det du vet. Insatsens sida visar sedan vad som saknas."),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: AddForm(actor, data),
    act=_add,
    crumbs=initiatives_crumbs,
    done=_("Insatsen är tillagd."),
    prefill=(("focus_areas", "omrade"),),
)
DESCRIBE_WHAT = _describing(_("Vad och varför"), _telling_what)
DESCRIBE_WHOM = _describing(
    _("För vem"), lambda _actor, row, data: WhomForm(data, _now(row, WhomForm))
)
DESCRIBE_OWNER = _describing(
    _("Vem som äger insatsen"),
    lambda actor, row, data: OwnerForm(actor, data, _now(row, OwnerForm)),
    _("Insatsen hör till en funktion, så att den finns kvar när en person slutar."),
)
DESCRIBE_PERIOD = _describing(
    _("När"), lambda actor, row, data: PeriodForm(actor, row, data, _now(row, PeriodForm))
)
MOVE = Edit(
    action=rules.MOVE_INITIATIVE,
    title=_("Flytta till en annan fas"),
    lead=_("Initiera, planera, organisera, stödja, följa upp. Hur insatsen kom dit står kvar."),
    submit=_("Flytta"),
    form=_moving,
    act=_move,
    crumbs=initiative_crumbs,
    done=_("Insatsen är flyttad."),
)
CHOOSE_AREAS = Edit(
    action=rules.CHOOSE_AREAS,
    title=_("Var i kommunen"),
    submit=_("Spara"),
    form=_choosing,
    act=_choose,
    crumbs=initiative_crumbs,
    done=_("Områdena är sparade."),
)
