"""What the file holds of indicators and their values, and of how initiatives are measured.

The values are those that are stored: whoever may take the file out may see them unprotected.
"""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from samsyn.exchange import checking_indicators
from samsyn.exchange.fields import (
    Amount,
    Choice,
    Day,
    Days,
    Figure,
    Number,
    Parts,
    Reference,
    Text,
    Words,
)
from samsyn.exchange.kinds import Kind, Name, Table, declare
from samsyn.exchange.kinds.forums import INVENTED, function, long_text
from samsyn.exchange.kinds.initiatives import INITIATIVES
from samsyn.exchange.kinds.sources import SOURCE
from samsyn.forums import api as forums
from samsyn.governance import api as governance
from samsyn.initiatives import api as initiatives

_MOST = 999_999_999
_HUNDRED = Decimal(100)
_PERIOD = Days("period", _("perioden"), is_required=True, is_closed=True)
_INDICATOR = Reference("indicator", _("indikatorn"), section="indicators", is_required=True)
_INITIATIVE = Reference("initiative", _("insatsen"), section=INITIATIVES.section, is_required=True)


def _name(said: Any, _name: Name) -> str:
    return str(said["name"])


def _text(said: Any, _name: Name) -> str:
    return str(said["text"])


def _count(name: str, label: Any, least: int = 0) -> Number:
    return Number(name, label, least=least, most=_MOST, empty=None)


INDICATORS = Kind(
    section="indicators",
    show=initiatives.indicators_came,
    model=initiatives.Indicator,
    label=_("indikatorer"),
    fields=(
        Text("name", _("namn"), is_required=True),
        Choice("measure", _("mått"), is_required=True, choices=initiatives.Measure),
        Text("population", _("vilka den gäller")),
        Text("numerator", _("täljare")),
        Text("denominator", _("nämnare")),
        Text("unit", _("enhet")),
        Choice(
            "direction",
            _("vilket håll som är bättre"),
            choices=initiatives.Direction,
            empty=initiatives.Direction.NEITHER.value,
        ),
        Choice(
            "disclosure",
            _("hur små tal skyddas"),
            is_required=True,
            choices=initiatives.Disclosure,
        ),
        Choice(
            "frequency",
            _("hur ofta den mäts"),
            choices=initiatives.Frequency,
            empty=initiatives.Frequency.YEAR.value,
        ),
        Words("breakdowns", _("vad den delas upp på"), choices=initiatives.Breakdown),
        Text("told_by", _("varifrån värdena kommer"), column="source"),
        Words("focus_areas", _("fokusområden")),
        function("owner", _("funktionen som skriver in värden")),
        long_text("method_note", _("hur det mäts")),
        Parts(
            "targets",
            _("mål, ett i taget"),
            fields=(
                _PERIOD,
                Figure("number", _("målvärdet"), is_required=True),
                Figure("baseline", _("utgångsvärdet")),
                Day("baseline_on", _("utgångsvärdets dag")),
                Text("decided", _("var det är bestämt")),
            ),
        ),
        Parts(
            "lights",
            _("bedömningar"),
            fields=(
                Day("judged_on", _("när"), is_required=True),
                Choice("colour", _("färg"), is_required=True, choices=initiatives.Colour),
                long_text("why", _("varför"), is_required=True),
                function("by", _("funktionen som bedömde")),
            ),
        ),
        INVENTED,
        SOURCE,
    ),
    check=checking_indicators.indicators,
    called=lambda values: values[:1],
    title=_name,
    tables={
        "targets": Table(initiatives.Target, "indicator"),
        "lights": Table(initiatives.Light, "indicator"),
    },
)
MEASUREMENTS = Kind(
    section="measurements",
    show=initiatives.measurements_came,
    model=initiatives.Measurement,
    label=_("värden för en period"),
    key="",
    known_by=("indicator", "period"),
    order=("indicator__key", "starts_on"),
    fields=(
        _INDICATOR,
        _PERIOD,
        long_text("break_note", _("varför den inte kan jämföras med dem före")),
        Text("told_by", _("varifrån värdena kommer"), column="source"),
        Parts(
            "values",
            _("värden, i total och för delar"),
            fields=(
                Choice("sex", _("kön"), choices=initiatives.Sex),
                Reference("area", _("området"), section="areas"),
                Choice("school_form", _("skolform"), choices=forums.SchoolForm),
                Choice(
                    "state",
                    _("om det finns ett tal"),
                    choices=initiatives.State,
                    empty=initiatives.State.KNOWN.value,
                ),
                Figure("number", _("värdet")),
                _count("numerator", _("täljaren")),
                _count("denominator", _("nämnaren"), 1),
                _count("answers", _("antal svar")),
                Amount("response_rate", _("svarsfrekvens, procent"), most=_HUNDRED),
            ),
        ),
    ),
    check=checking_indicators.measurements,
    tables={"values": Table(initiatives.Value, "measurement")},
)
LOGIC_STEPS = Kind(
    section="logic_steps",
    show=governance.show_nothing,
    model=initiatives.LogicStep,
    label=_("steg i insatsers logiska modell"),
    fields=(
        _INITIATIVE,
        Choice("kind", _("slag"), is_required=True, choices=initiatives.LogicKind),
        long_text("text", _("vad"), is_required=True),
        Reference("after", _("steget som det följer av"), section="logic_steps"),
    ),
    check=checking_indicators.steps,
    title=_text,
)
INITIATIVE_MEASURES = Kind(
    section="initiative_measures",
    show=governance.show_nothing,
    model=initiatives.InitiativeMeasure,
    label=_("vad insatser mäts med"),
    key="",
    known_by=("initiative", "indicator"),
    order=("initiative__key", "indicator__key"),
    fields=(
        _INITIATIVE,
        _INDICATOR,
        Choice("use", _("vad måttet säger"), is_required=True, choices=initiatives.Use),
        Reference("step", _("steget som det mäter"), section="logic_steps"),
    ),
)
CLAIMS = Kind(
    section="claims",
    show=governance.show_nothing,
    model=initiatives.Claim,
    label=_("vad som sägs om insatser"),
    key="",
    known_by=("initiative", "level", "text"),
    order=("initiative__key", "level", "text"),
    fields=(
        _INITIATIVE,
        Choice("level", _("vad det handlar om"), is_required=True, choices=initiatives.ClaimLevel),
        long_text("text", _("vad som sägs"), is_required=True),
        Day("said_on", _("när")),
        Text("said_by", _("vem som säger det")),
        Reference("indicator", _("måttet"), section="indicators"),
    ),
    check=checking_indicators.claims,
)

declare(INDICATORS, MEASUREMENTS, LOGIC_STEPS, INITIATIVE_MEASURES, CLAIMS)
