"""Who may do what with indicators, their values and targets, and how initiatives are measured."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality, Role, has_role, has_role_everywhere
from samsyn.initiatives.models import (
    Claim,
    Indicator,
    Initiative,
    InitiativeMeasure,
    LogicStep,
    Measurement,
    Target,
)
from samsyn.initiatives.rules.grounds import by_those_who_answer
from samsyn.initiatives.rules.portfolio import READ_INITIATIVE
from samsyn.organisation.api import anyone, holds, keepers

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_beginners = has_role(Role.COORDINATOR, Role.ADMINISTRATOR)
# Those who may take out the collaboration file, which holds what is stored.
_auditors = has_role_everywhere(Role.AUDITOR)

READ_INDICATORS = Action(
    name="initiatives.read_indicators",
    model=Municipality,
    label=_("se indikatorerna"),
    permitted=(anyone,),
)
READ_INDICATOR = Action(
    name="initiatives.read_indicator",
    model=Indicator,
    label=_("se indikatorn, med små tal skyddade"),
    permitted=(anyone,),
)
ADD_INDICATOR = Action(
    name="initiatives.add_indicator",
    model=Municipality,
    label=_("lägga till indikatorer"),
    permitted=(_beginners,),
    seen_by=READ_INDICATORS,
)
SEE_STORED_VALUES = Action(
    name="initiatives.see_stored_values",
    model=Indicator,
    label=_("se indikatorns värden oskyddade"),
    permitted=(keepers, _auditors, holds("owner_id")),
    seen_by=READ_INDICATOR,
)


def _by_owner(name: str, label: "_StrPromise") -> Action[Any]:
    """What the keepers do with an indicator, and who holds the function that owns it."""
    return Action(
        name=f"initiatives.{name}",
        model=Indicator,
        label=label,
        permitted=(keepers, holds("owner_id")),
        seen_by=READ_INDICATOR,
    )


DESCRIBE_INDICATOR = _by_owner("describe_indicator", _("ändra indikatorn"))
ENTER_VALUES = _by_owner("enter_values", _("skriva in värden"))
SET_TARGET = _by_owner("set_target", _("sätta mål för indikatorn"))
JUDGE_INDICATOR = _by_owner("judge_indicator", _("bedöma indikatorn som röd, gul eller grön"))
CITE_INDICATOR = _by_owner("cite_indicator", _("ange källor för indikatorn"))

MARK_BREAK = Action(
    name="initiatives.mark_break",
    model=Measurement,
    label=_("skriva in att definitionen har ändrats"),
    permitted=(keepers, holds("indicator__owner_id")),
)

CHANGE_TARGET = Action(
    name="initiatives.change_target",
    model=Target,
    label=_("ändra ett mål, eller låta det sluta gälla"),
    permitted=(keepers, holds("indicator__owner_id")),
)

_of_initiative = by_those_who_answer(Initiative, seen_by=READ_INITIATIVE)
ADD_STEP = _of_initiative("add_step", _("skriva insatsens logiska modell"))
ADD_MEASURE = _of_initiative("add_measure", _("välja vad insatsen mäts med"))
MAKE_CLAIM = _of_initiative("make_claim", _("skriva in vad som sägs om insatsen"))
CHANGE_STEP = by_those_who_answer(LogicStep, "initiative__")(
    "change_step", _("ändra steget i den logiska modellen")
)
REMOVE_MEASURE = by_those_who_answer(InitiativeMeasure, "initiative__")(
    "remove_measure", _("sluta mäta insatsen med indikatorn")
)
CHANGE_CLAIM = by_those_who_answer(Claim, "initiative__")(
    "change_claim", _("ändra vad som sägs om insatsen")
)
