"""Activities from a file or a pasted table, of one initiative or of several."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.access.api import Actor, Municipality, enter
from samsyn.initiatives.actions.many_activities import Settling, log_activities
from samsyn.initiatives.models import ActivityKind, Initiative, Whom
from samsyn.initiatives.queries.naming import Logged, known_to, logged, sameness
from samsyn.initiatives.rules import activities as rules
from samsyn.initiatives.web.activity_addresses import activities_crumbs, activity_url
from samsyn.initiatives.web.activity_columns import ACTIVITY_COLUMNS
from samsyn.initiatives.web.addresses import initiative_crumbs
from samsyn.initiatives.web.columns import TableForm, Taken
from samsyn.initiatives.web.reading_activities import Usual, told_of
from samsyn.initiatives.web.table_import import Had, Outcome, TableImport, Wrong
from samsyn.intake.api import Row
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import fields, formats

_INITIALLY = {"kind": ActivityKind.OTHER.value, "whom": Whom.CHILDREN.value}
Read = tuple[Row, dict[str, Any]]


class ActivitiesForm(TableForm):
    """The table, and what holds for the rows that do not say."""

    kind = fields.choice(gettext_lazy("Slag, där raden inte säger det"), ActivityKind.choices)
    whom = fields.choice(gettext_lazy("Vilka räknas, där raden inte säger det"), Whom.choices)

    def __init__(self, data: Any = None, files: Any = None) -> None:
        if data is not None:
            data = data.copy()
            for name, value in _INITIALLY.items():
                data.setdefault(name, value)
        super().__init__(data, files)


def _read(actor: Actor, row: Any, sent: Taken, form: TableForm) -> Outcome:
    """Log every row that can be and is not there since before."""
    said = form.cleaned_data
    fixed = row.pk if isinstance(row, Initiative) else None
    read, wrong = _told(actor, sent, Usual(fixed, said["kind"], said["whom"]))
    touched = {told["initiative_id"] for _row, told in read}
    if fixed is None:
        _enter(actor, touched)
    found = logged(actor, touched, {told["held_on"] for _row, told in read})
    new, had, doubles = _new(read, found)
    log_activities(new, actor=actor)
    return Outcome(len(new), sorted([*wrong, *doubles], key=lambda each: each.row.number), had)


def _told(actor: Actor, sent: Taken, usual: Usual) -> tuple[list[Read], list[Wrong]]:
    known, settling = known_to(actor), Settling(actor)
    read: list[Read] = []
    wrong = []
    for row in sent.sheet.rows:
        try:
            read.append((row, settling.settle(told_of(sent.said(row), known, usual))))
        except RuleBrokenError as refusal:
            wrong.append(Wrong.of(row, refusal))
    return read, wrong


def _enter(actor: Actor, initiatives: Iterable[UUID]) -> None:
    """Let no one else log in them meanwhile, and leave a trace in each."""
    for pk in sorted(initiatives):
        enter(actor, rules.LOG_ACTIVITY, pk, changing=True)


def _new(
    read: Iterable[Read], found: Logged
) -> tuple[list[dict[str, Any]], list[Had], list[Wrong]]:
    """What is not logged yet, what is, and what stands on an earlier row too."""
    new, had, doubles = [], [], []
    here = Logged()
    for row, told in read:
        same = sameness(told["initiative_id"], told)
        if stored := found.like(same, told["grades"]):
            what = f"{formats.short_day(told['held_on'])}, {told['what']}"
            had.append(Had(row, what, activity_url(stored)))
        elif first := here.like(same, told["grades"]):
            doubles.append(Wrong.of(row, RuleBrokenError(_double() % {"row": first})))
        else:
            here.add(same, told["grades"], row.number)
            new.append(told)
    return new, had, doubles


def _double() -> str:
    return _(
        "Samma aktivitet står på rad %(row)d. "
        "Läs inte in raden, eller skriv i Vad gjordes vad som skiljer dem."
    )


def _outcome(outcome: Outcome) -> str:
    stored = ngettext("%(n)d aktivitet är inläst.", "%(n)d aktiviteter är inlästa.", outcome.stored)
    told = [stored % {"n": outcome.stored}]
    if outcome.had:
        many = len(outcome.had)
        had = ngettext("%(n)d rad finns redan.", "%(n)d rader finns redan.", many)
        told.append(had % {"n": many})
    return " ".join(told)


def _title(initiative: Initiative) -> str:
    return initiative.title


def _of_all(_municipality: Municipality) -> str:
    return _("Varje rad säger vilken insats den hör till.")


_NAMED = replace(ACTIVITY_COLUMNS, needed=ACTIVITY_COLUMNS.needed | {"initiative"})
_SAME: Any = {
    "title": gettext_lazy("Läs in aktiviteter"),
    "read": _read,
    "told": _outcome,
    "form": ActivitiesForm,
    "asks_first": True,
}
OF_INITIATIVE = TableImport(
    action=rules.LOG_ACTIVITY,
    lead=_title,
    crumbs=initiative_crumbs,
    columns=ACTIVITY_COLUMNS,
    **_SAME,
)
OF_ALL = TableImport(
    action=rules.IMPORT_ACTIVITIES,
    lead=_of_all,
    crumbs=activities_crumbs,
    columns=_NAMED,
    **_SAME,
)
