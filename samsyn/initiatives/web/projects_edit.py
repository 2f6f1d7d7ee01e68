"""The forms for a project's list, and for what is ordered and delivered."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Request, command
from samsyn.forums.api import queries as forums
from samsyn.governance.api import agreement_choices, body_choices
from samsyn.initiatives.actions import projects as actions
from samsyn.initiatives.models import Commission, Delivery, Initiative, Task, TaskState
from samsyn.initiatives.rules import activities as rules
from samsyn.initiatives.web.activity_addresses import commission_crumbs
from samsyn.initiatives.web.addresses import address_of, initiative_crumbs, part_crumbs
from samsyn.intake.api import long_text
from samsyn.pages.api import fields

_FIRST_YEAR, _LAST_YEAR, _MOST = 1900, 2200, 100_000
_OPEN = tuple((state.value, state.label) for state in (TaskState.TO_DO, TaskState.BEGUN))
_OVER = tuple((state.value, state.label) for state in (TaskState.DONE, TaskState.DROPPED))
_CHOSEN = frozenset({"owner", "body"})


class TaskForm(forms.Form):
    what = fields.one_line(_("Vad ska göras"))
    owner = fields.choice(_("Vem gör det"), empty=_("Ingen funktion"))
    starts_on = fields.day(_("Börjar"), required=False)
    due_on = fields.day(_("Klar senast"), required=False)
    state = fields.choice(_("Läget"), _OPEN)

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, owner=forums.function_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        return {"owner_id": fields.chosen(answers.pop("owner")), **answers}


class EndTaskForm(forms.Form):
    state = fields.choice(_("Hur blev det"), _OVER)
    ended_on = fields.day(_("Dag"))
    result = long_text(_("Vad blev det av det"), required=True)


class OrderedForm(forms.Form):
    what = fields.one_line(_("Vad beställs"), help_text=_("Till exempel trygghetsvandringar."))
    body = fields.choice(_("Vem utför det"), empty=_("Välj organ"))
    year = forms.IntegerField(
        label=_("År"), required=False, min_value=_FIRST_YEAR, max_value=_LAST_YEAR
    )
    ordered = forms.IntegerField(
        label=_("Hur många gånger"), required=False, min_value=1, max_value=_MOST
    )
    remuneration = fields.one_line(
        _("Så räknas ersättningen"), required=False, help_text=_("Till exempel per vandring.")
    )
    amount_each = forms.DecimalField(
        label=_("Kronor per gång"),
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        localize=True,
    )

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["body"].required = True
        fields.offer(self, body=body_choices(actor))

    def told(self) -> dict[str, Any]:
        answers = dict(self.cleaned_data)
        return {"body_id": fields.chosen(answers.pop("body")), **answers}


class OrderForm(OrderedForm):
    agreement = fields.choice(_("Enligt avtalet"), empty=_("Välj avtal"))

    field_order = ("agreement",)

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(actor, data)
        self.fields["agreement"].required = True
        fields.offer(self, agreement=agreement_choices(actor))


class DeliverForm(forms.Form):
    on = fields.day(_("Dag"))
    is_missed = forms.BooleanField(label=_("Det blev inte av"), required=False)
    note = long_text(_("Anteckning"), help_text=_("Om det inte blev av: varför."))


def _now(row: Any, form: type[forms.Form]) -> dict[str, Any]:
    return {
        name: str(getattr(row, f"{name}_id") or "") if name in _CHOSEN else getattr(row, name)
        for name in form.base_fields
    }


def _add_task(initiative: Initiative, form: TaskForm, actor: Actor) -> str:
    actions.add_task(initiative, form.told(), actor=actor)
    return f"{address_of(initiative)}#lista"


def _change_task(task: Task, form: TaskForm, actor: Actor) -> str:
    actions.change_task(task, form.told(), actor=actor)
    return f"{address_of(task)}#lista"


def _end_task(task: Task, form: forms.Form, actor: Actor) -> str:
    told = form.cleaned_data
    state = TaskState(told["state"])
    actions.end_task(task, state, told["ended_on"], told["result"], actor=actor)
    return f"{address_of(task)}#lista"


def _order(initiative: Initiative, form: OrderForm, actor: Actor) -> str:
    told = form.told()
    actions.order(initiative, UUID(told.pop("agreement")), told, actor=actor)
    return address_of(initiative)


def _change_commission(commission: Commission, form: OrderedForm, actor: Actor) -> str:
    actions.change_commission(commission, form.told(), actor=actor)
    return address_of(commission)


def _deliver(commission: Commission, form: forms.Form, actor: Actor) -> str:
    told = form.cleaned_data
    missed = told["is_missed"]
    actions.deliver(commission, told["on"], told["note"], is_missed=missed, actor=actor)
    return address_of(commission)


ADD_TASK = Edit(
    action=rules.ADD_TASK,
    title=_("Lägg till i aktivitetslistan"),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: TaskForm(actor, data),
    act=_add_task,
    crumbs=initiative_crumbs,
    done=_("Det är tillagt."),
)
CHANGE_TASK = Edit(
    action=rules.CHANGE_TASK,
    title=_("Ändra i aktivitetslistan"),
    submit=_("Spara"),
    form=lambda actor, row, data: TaskForm(actor, data, _now(row, TaskForm)),
    act=_change_task,
    crumbs=part_crumbs,
    done=_("Det är ändrat."),
)
END_TASK = Edit(
    action=rules.END_TASK,
    title=_("Avsluta i skrift"),
    lead=_("Det går inte att ändra efteråt."),
    submit=_("Avsluta"),
    form=lambda actor, _row, data: EndTaskForm(data, initial={"ended_on": actor.today}),
    act=_end_task,
    crumbs=part_crumbs,
    done=_("Det är avslutat."),
)
ORDER = Edit(
    action=rules.ORDER,
    title=_("Skriv in en beställning"),
    lead=_("Det som beställs av en förening eller någon annan, enligt ett avtal."),
    submit=_("Spara"),
    form=lambda actor, _row, data: OrderForm(actor, data),
    act=_order,
    crumbs=initiative_crumbs,
    done=_("Beställningen är inskriven."),
)
CHANGE_COMMISSION = Edit(
    action=rules.CHANGE_COMMISSION,
    title=_("Ändra beställningen"),
    submit=_("Spara"),
    form=lambda actor, row, data: OrderedForm(actor, data, _now(row, OrderedForm)),
    act=_change_commission,
    crumbs=commission_crumbs,
    done=_("Beställningen är ändrad."),
)
DELIVER = Edit(
    action=rules.DELIVER,
    title=_("Skriv in leverans"),
    submit=_("Spara"),
    form=lambda actor, _row, data: DeliverForm(data, initial={"on": actor.today}),
    act=_deliver,
    crumbs=commission_crumbs,
    done=_("Leveransen är inskriven."),
)


@command(rules.CHANGE_COMMISSION)
def remove_commission(request: Request, commission: Commission, /) -> HttpResponse:
    there = address_of(commission)
    actions.remove_commission(commission, actor=request.actor)
    return redirect(there)


@command(rules.REMOVE_DELIVERY)
def remove_delivery(request: Request, delivery: Delivery, /) -> HttpResponse:
    there = address_of(delivery.commission)
    actions.remove_delivery(delivery, actor=request.actor)
    return redirect(there)
