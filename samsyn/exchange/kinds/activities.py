"""What the file holds of what is done in initiatives, is to be done, and is ordered for them."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_activities
from samsyn.exchange.fields import Amount, Choice, Day, Flag, Number, Parts, Reference, Text, Words
from samsyn.exchange.kinds import Kind, Name, Table, declare
from samsyn.exchange.kinds.forums import function, long_text
from samsyn.exchange.kinds.initiatives import body, year
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.initiatives import api as initiatives

_MOST = 1_000_000
_INITIATIVE = Reference("initiative", _("insatsen"), section="initiatives", is_required=True)


def _count(name: str, label: Any) -> Number:
    return Number(name, label, most=_MOST, empty=None)


def _what(said: Any, _name: Name) -> str:
    return str(said["what"])


SERIES = Kind(
    section="series",
    show=initiatives.show_nothing,
    model=initiatives.Series,
    label=_("serier av träffar"),
    fields=(
        _INITIATIVE,
        Text("title", _("namn"), is_required=True),
        Number("sessions", _("antal träffar"), least=1, most=500, empty=None),
        Text("led_by", _("vilka som leder dem")),
        Day("starts_on", _("första träffen")),
        _count("invited", _("hur många som är inbjudna")),
        Text("measure", _("vad som mäts före och efter")),
        _count("measured", _("hur många som svarade båda gångerna")),
        Amount("before", _("medelvärde före"), least=Decimal(-100_000), most=Decimal(100_000)),
        Amount("after", _("medelvärde efter"), least=Decimal(-100_000), most=Decimal(100_000)),
        long_text("said", _("vad deltagarna sade")),
    ),
    check=checking_activities.series,
    title=lambda said, _name: str(said["title"]),
)
ACTIVITIES = Kind(
    section="activities",
    show=initiatives.show_activities,
    model=initiatives.Activity,
    label=_("aktiviteter"),
    fields=(
        _INITIATIVE,
        Reference("series", _("serien"), section="series"),
        Choice("kind", _("slag"), is_required=True, choices=initiatives.ActivityKind),
        Text("what", _("vad som gjordes"), is_required=True),
        Day("held_on", _("när"), is_required=True),
        body("body", _("vem som gjorde det")),
        function("position", _("funktionen som gjorde det")),
        body("unit", _("skolan eller enheten där det var")),
        Reference("venue", _("platsen"), section="venues"),
        Text("place", _("eller platsen med egna ord")),
        Words("grades", _("årskurser"), choices=initiatives.Grade),
        _count("classes", _("antal klasser")),
        _count("participants", _("hur många som deltog")),
        Choice(
            "whom",
            _("vilka som räknas"),
            choices=initiatives.Whom,
            empty=initiatives.Whom.CHILDREN.value,
        ),
        _count("answered", _("hur många som svarade på utvärderingen")),
        Amount("rating", _("betyg i medeltal, 1 till 5"), least=Decimal(1), most=Decimal(5)),
        long_text("note", _("anteckning")),
        SOURCE,
    ),
    check=checking_activities.activities,
    title=_what,
)
TASKS = Kind(
    section="tasks",
    show=initiatives.show_nothing,
    model=initiatives.Task,
    label=_("vad som ska göras i insatser"),
    fields=(
        _INITIATIVE,
        Text("what", _("vad"), is_required=True),
        function("owner", _("funktionen som gör det")),
        Day("starts_on", _("när det börjar")),
        Day("due_on", _("när det ska vara klart")),
        Choice(
            "state",
            _("läget"),
            choices=initiatives.TaskState,
            empty=initiatives.TaskState.TO_DO.value,
        ),
        Day("ended_on", _("när det avslutades")),
        long_text("result", _("vad det blev av det")),
    ),
    check=checking_activities.tasks,
    title=_what,
)
COMMISSIONS = Kind(
    section="commissions",
    show=initiatives.show_nothing,
    model=initiatives.Commission,
    label=_("vad som beställs enligt avtal"),
    fields=(
        Reference("agreement", _("avtalet"), section="agreements", is_required=True),
        _INITIATIVE,
        body("body", _("vem som utför det"), is_required=True),
        Text("what", _("vad som beställs"), is_required=True),
        year("year", _("år")),
        Number("ordered", _("hur många gånger"), least=1, most=100_000, empty=None),
        Text("remuneration", _("så räknas ersättningen")),
        Amount("amount_each", _("kronor per gång"), most=Decimal(10**9)),
        Parts(
            "deliveries",
            _("leveranser"),
            fields=(
                Day("on", _("när"), is_required=True),
                Flag("missed", _("blev inte av"), column="is_missed"),
                long_text("note", _("anteckning; om det inte blev av, varför")),
            ),
        ),
        SOURCE,
    ),
    check=checking_activities.commissions,
    title=_what,
    tables={"deliveries": Table(initiatives.Delivery, "commission")},
)

declare(SERIES, ACTIVITIES, TASKS, COMMISSIONS)
