"""What the file holds of deviations and obstacles, and of the routines for them.

By which account or link something was reported, and the address to write to, are not in the file.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_deviations
from samsyn.exchange.fields import (
    Choice,
    Day,
    Flag,
    Number,
    Ordered,
    Ordinal,
    Parts,
    Reference,
    Text,
)
from samsyn.exchange.kinds import Kind, Name, Table, declare
from samsyn.exchange.kinds.forums import INVENTED, function, long_text
from samsyn.exchange.kinds.initiatives import INITIATIVES  # declared before what refers to them
from samsyn.initiatives import api as initiatives

_LONGEST_WAIT = 999


def _forum(name: str, label: Any, **more: Any) -> Reference:
    return Reference(name, label, section="forums", **more)


def _days(name: str, label: Any, least: int) -> Number:
    return Number(name, label, least=least, most=_LONGEST_WAIT, empty=None)


def _title(said: Any, _name: Name) -> str:
    return str(said["title"])


_AGREEMENT = Reference("agreement", _("avtalet"), section="agreements")

ROUTINES = Kind(
    section="deviation_routines",
    show=initiatives.show_nothing,
    model=initiatives.DeviationRoutine,
    label=_("rutiner för avvikelser"),
    fields=(
        Text("title", _("namn"), is_required=True),
        _AGREEMENT,
        Text("limit", _("gränsen i avtalet, med dess ord")),
        _days("days", _("eller svar inom så många dagar"), 1),
        _days("lift_after", _("dags att lyfta så många dagar efter det"), 0),
        function("receiver", _("funktionen som handlägger från början")),
        Flag("local_first", _("löses lokalt först"), column="is_local_first"),
        long_text("how", _("så går det till")),
        INVENTED,
    ),
    check=checking_deviations.routines,
    called=lambda values: values[:1],
    title=_title,
)
DEVIATIONS = Kind(
    section="deviations",
    show=initiatives.show_deviations,
    model=initiatives.Deviation,
    label=_("avvikelser och hinder"),
    fields=(
        Text("title", _("vad det handlar om"), is_required=True),
        Choice("kind", _("slag"), is_required=True, choices=initiatives.DeviationKind),
        long_text("what", _("vad som hände"), is_required=True),
        Text("category", _("ämne, med egna ord")),
        long_text("tried", _("vad som redan hade prövats")),
        Day("happened_on", _("när det hände")),
        Day("reported_on", _("när det rapporterades"), is_required=True),
        Parts(
            "parties",
            _("mellan vilka organ"),
            fields=(Reference("body", _("organet"), section="bodies", is_required=True),),
        ),
        _forum("forum", _("forumet")),
        _AGREEMENT,
        Reference("initiative", _("insatsen"), section=INITIATIVES.section),
        function("reporter", _("funktionen som rapporterade")),
        Choice("state", _("läget"), is_required=True, choices=initiatives.DeviationState),
        function("handler", _("funktionen som handlägger")),
        _forum("lifted_to", _("gruppen som den är lyft till")),
        Day("answer_by", _("svar senast")),
        Day("lift_by", _("dags att lyfta")),
        Ordered(
            "steps",
            _("vad som har gjorts"),
            fields=(
                Ordinal(),
                Choice("kind", _("vad"), is_required=True, choices=initiatives.StepTaken),
                Day("taken_on", _("när"), is_required=True),
                function("by", _("funktionen som gjorde det")),
                function("handler", _("funktionen som fick den")),
                _forum("forum", _("gruppen som den lyftes till")),
                long_text("text", _("med vilka ord")),
            ),
        ),
        Day("answered_on", _("när den besvarades")),
        Day("closed_on", _("när den avslutades")),
        long_text("changed", _("vad som ändrades")),
        Choice("ending", _("hur den slutade om inget ändrades"), choices=initiatives.Ending),
        Reference("duplicate_of", _("rapporten som den är samma som"), section="deviations"),
        INVENTED,
    ),
    check=checking_deviations.deviations,
    title=_title,
    tables={
        "parties": Table(initiatives.DeviationParty, "deviation"),
        "steps": Table(initiatives.DeviationStep, "deviation"),
    },
)

declare(ROUTINES, DEVIATIONS)
