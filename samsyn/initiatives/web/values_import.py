"""Values of an indicator from a file or a pasted table."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.access.api import Actor
from samsyn.initiatives.actions import values as actions
from samsyn.initiatives.actions.values import Told
from samsyn.initiatives.models import HeadingOf, Indicator
from samsyn.initiatives.rules import indicators as rules
from samsyn.initiatives.web.columns import Columns, TableForm, Taken
from samsyn.initiatives.web.indicator_addresses import indicator_crumbs
from samsyn.initiatives.web.reading_values import Places, told_of
from samsyn.initiatives.web.table_import import Outcome, TableImport, Wrong
from samsyn.kernel.errors import RuleBrokenError

_COLUMNS = Columns(
    HeadingOf.VALUES,
    (
        ("period", gettext_lazy("Period")),
        ("starts_on", gettext_lazy("Från och med")),
        ("ends_on", gettext_lazy("Till och med")),
        ("sex", gettext_lazy("Kön")),
        ("area", gettext_lazy("Område")),
        ("school_form", gettext_lazy("Skolform")),
        ("value", gettext_lazy("Värde")),
        ("numerator", gettext_lazy("Täljare")),
        ("denominator", gettext_lazy("Nämnare")),
        ("answers", gettext_lazy("Antal svar")),
        ("response_rate", gettext_lazy("Svarsfrekvens")),
    ),
    # What such columns are usually called, in the files of authorities and in our own.
    {
        **dict.fromkeys(("period", "år", "läsår", "termin", "year", "tid"), "period"),
        **dict.fromkeys(("från", "från och med", "fr.o.m.", "start"), "starts_on"),
        **dict.fromkeys(("till", "till och med", "t.o.m.", "slut"), "ends_on"),
        **dict.fromkeys(("kön", "sex", "gender"), "sex"),
        **dict.fromkeys(("område", "kommundel", "regso", "deso"), "area"),
        **dict.fromkeys(("skolform", "verksamhetsform"), "school_form"),
        **dict.fromkeys(("värde", "andel", "antal", "value", "procent"), "value"),
        **dict.fromkeys(("täljare", "numerator"), "numerator"),
        **dict.fromkeys(("nämnare", "denominator"), "denominator"),
        **dict.fromkeys(("n", "antal svar", "svar", "svarande"), "answers"),
        **dict.fromkeys(("svarsfrekvens", "svarsandel"), "response_rate"),
    },
)


def _read(actor: Actor, indicator: Indicator, sent: Taken, _form: TableForm) -> Outcome:
    """Store every row that can be; the last of two alike is wrong."""
    told: dict[Any, Told] = {}
    wrong, places = [], Places.of(actor)
    for row in sent.sheet.rows:
        texts = {meaning: text for _heading, meaning, text in sent.said(row)}
        try:
            read = actions.settle(indicator, told_of(texts, places))
            _refuse_nothing(read, told)
            told[read.period.starts_on, read.series] = read
        except RuleBrokenError as refusal:
            wrong.append(Wrong.of(row, refusal))
    actions.enter_values(indicator, list(told.values()), actor=actor)
    return Outcome(len(told), wrong)


def _refuse_nothing(read: Told, told: dict[Any, Told]) -> None:
    if read.says_nothing:
        raise RuleBrokenError(_("Raden har inget värde."))
    if (read.period.starts_on, read.series) in told:
        raise RuleBrokenError(_("Samma period står redan på en rad ovanför."))


def _told(outcome: Outcome) -> str:
    told = ngettext("%(n)d värde är inläst.", "%(n)d värden är inlästa.", outcome.stored)
    return told % {"n": outcome.stored}


IMPORT = TableImport(
    action=rules.ENTER_VALUES,
    title=gettext_lazy("Läs in värden"),
    lead=lambda indicator: indicator.name,
    columns=_COLUMNS,
    read=_read,
    told=_told,
    crumbs=indicator_crumbs,
)
