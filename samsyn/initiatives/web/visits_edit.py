"""The form by which a plan of visits is written anew."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit
from samsyn.initiatives.actions import activities as actions
from samsyn.initiatives.models import VisitPlan
from samsyn.initiatives.rules import activities as rules
from samsyn.initiatives.web.activities_edit import VisitsForm
from samsyn.initiatives.web.addresses import address_of, part_crumbs

_TOLD = ("classes", "is_about", "year", "term", "grades", "by")


def _form(actor: Actor, row: VisitPlan, data: Any) -> VisitsForm:
    made = VisitsForm(actor, data)
    now = {name: getattr(row, name) for name in _TOLD}
    made.initial = now | {"unit": str(row.unit_id or "")}
    return made


def _change(plan: VisitPlan, form: VisitsForm, actor: Actor) -> str:
    actions.change_visit_plan(plan, form.told(), actor=actor)
    return address_of(plan)


CHANGE_VISITS = Edit(
    action=rules.CHANGE_VISIT_PLAN,
    title=_("Ändra planerade besök"),
    submit=_("Spara"),
    form=_form,
    act=_change,
    crumbs=part_crumbs,
    done=_("Planen är ändrad."),
)
