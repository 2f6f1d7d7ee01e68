"""Every change to deviations and obstacles, from the report to the answer."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.forums.api import Forum
from samsyn.governance.api import LimitUnit, kept, months_on, refuse_ended_owner, refuse_to_come
from samsyn.initiatives.models import (
    Deviation,
    DeviationParty,
    DeviationRoutine,
    DeviationState,
    DeviationStep,
    StepTaken,
)
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.searchable_deviations import show_deviations
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Position
from samsyn.organisation.api import queries as organisation
from samsyn.post import api as post

_TEXTS = frozenset({"what", "tried"})
_LINES = frozenset({"title", "category"})
# More than anyone has to tell in a day; what floods the register hides all else in it.
_MOST_A_DAY = 30
_DAYS_IN = {LimitUnit.DAYS: 1, LimitUnit.WEEKS: 7}


class TooManyReportsError(RuleBrokenError):
    pass


class NotTriedError(RuleBrokenError):
    pass


class IsClosedError(RuleBrokenError):
    pass


class NothingAboveError(RuleBrokenError):
    pass


def report_deviation(
    told: Mapping[str, Any], parties: Collection[UUID] = (), *, actor: Actor
) -> Deviation:
    """Take the report in, by the routine: who handles it, and by when it is to be answered."""
    routine = queries.routine_of(actor, told.get("agreement_id"))
    _refuse_flood(actor)
    _refuse_untried(routine, told)
    refuse_to_come(told.get("happened_on"), actor)
    row = Deviation(
        municipality_id=actor.municipality_id,
        account_id=actor.account_id,
        link_id=actor.link_id,
        reported_on=actor.today,
        **kept(told, _TEXTS, _LINES),
    )
    row.answer_by, row.lift_by = days_of(routine, actor.today, actor)
    with one_change():
        row.key = free_key(Deviation, actor.municipality_id, row.title)
        row.save(force_insert=True)
        _set_parties(row, parties, actor)
        if routine is not None and routine.receiver is not None and _is_there(routine, actor):
            _hand(row, routine.receiver_id, "", actor)
        show_deviations([row.pk], actor=actor)
    return row


def days_of(
    routine: DeviationRoutine | None, day: date, actor: Actor
) -> tuple[date | None, date | None]:
    """By when a report of the day is to be answered, and from when it is time to lift it."""
    if routine is None:
        return None, None
    limit = queries.limit_of(actor, routine)
    if limit is not None and limit.amount is not None:
        last = _after(day, limit.amount, LimitUnit(limit.unit))
    elif routine.days is not None:
        last = day + timedelta(days=routine.days)
    else:
        return None, None
    lift_by = None if routine.lift_after is None else last + timedelta(days=routine.lift_after)
    return last, lift_by


def _after(day: date, amount: int, unit: LimitUnit) -> date:
    if unit == LimitUnit.MONTHS:
        return months_on(day, amount)
    return day + timedelta(days=amount * _DAYS_IN[unit])


def sort_deviation(
    row: Deviation, told: Mapping[str, Any], parties: Collection[UUID], *, actor: Actor
) -> None:
    """Say what it is about and between whom; what was reported stays in its own words.

    Under another agreement other days hold, counted from the report.
    """
    refuse_closed(row)
    had = row.agreement_id
    for field, value in kept(told, (), _LINES).items():
        setattr(row, field, value)
    if row.agreement_id != had and row.answered_on is None:
        routine = queries.routine_of(actor, row.agreement_id)
        row.answer_by, row.lift_by = days_of(routine, row.reported_on, actor)
    with one_change():
        row.save(update_fields=[*told, "answer_by", "lift_by"])
        _set_parties(row, parties, actor)
        show_deviations([row.pk], actor=actor)


def name_handler(
    row: Deviation, handler_id: UUID, answer_by: date | None, text: str = "", *, actor: Actor
) -> DeviationStep:
    """Let a function see to it that there is an answer, by a day."""
    refuse_closed(row)
    refuse_ended_owner({"owner_id": handler_id}, actor)
    row.answer_by = answer_by
    with one_change():
        return _hand(row, handler_id, text, actor)


def note_on_deviation(row: Deviation, text: str, *, actor: Actor) -> DeviationStep:
    """Add what has been done or found; also the one who reported may."""
    refuse_closed(row)
    with one_change():
        return take_step(row, StepTaken.NOTED, text, actor)


def answer_deviation(row: Deviation, text: str, *, actor: Actor) -> DeviationStep:
    """Tell the one who reported what is done; the first answer is the one that is counted."""
    refuse_closed(row)
    row.state, row.answered_on = DeviationState.ANSWERED, row.answered_on or actor.today
    with one_change():
        row.save(update_fields=["state", "answered_on"])
        tell_reporter(row, actor)
        return take_step(row, StepTaken.ANSWERED, text, actor)


def lift_deviation(
    row: Deviation,
    why: str,
    answer_by: date | None = None,
    *,
    to: UUID | None = None,
    actor: Actor,
) -> DeviationStep:
    """Hand it to the group above the one that it is with, whose leaders see to it from now on.

    Where none stands above, it goes to the forum that is chosen.
    """
    refuse_closed(row)
    above = group_above(row, actor) or _chosen_group(row, to, actor)
    if above is None:
        told = _("Det finns ingen grupp ovanför att lyfta till. Välj ett annat forum.")
        raise NothingAboveError(told)
    row.state, row.lifted_to, row.handler = DeviationState.LIFTED, above, None
    row.answer_by, row.lift_by = answer_by or row.answer_by, None
    with one_change():
        row.save(update_fields=["state", "lifted_to", "handler", "answer_by", "lift_by"])
        return take_step(row, StepTaken.LIFTED, why, actor, forum=above)


def group_above(row: Deviation, actor: Actor) -> Forum | None:
    """The group that the one it is with answers to, if that one meets today."""
    here = row.lifted_to_id or row.forum_id
    rows = within(Forum, actor).filter(organisation.on(actor.today), below=here)
    return rows.first() if here else None


def _chosen_group(row: Deviation, chosen: UUID | None, actor: Actor) -> Forum | None:
    """The forum that was chosen, if it meets today and is another than the one that it is with."""
    if chosen is None or chosen == (row.lifted_to_id or row.forum_id):
        return None
    return within(Forum, actor).filter(organisation.on(actor.today), pk=chosen).first()


# The report and its answer are read behind the link that she has: a letter can be read by others.
_THERE_IS_AN_ANSWER = """Hej!

Det finns ett svar på det som du rapporterade. Du läser det med länken som du
fick när du rapporterade.
"""


def tell_reporter(row: Deviation, actor: Actor) -> None:
    """Write to one who came by a link and wants to know; others see it on their day."""
    if row.contact_email:
        subject = "Det finns ett svar på din rapport"
        post.write(post.Draft(row.contact_email, subject, _THERE_IS_AN_ANSWER), actor=actor)


def _hand(row: Deviation, handler_id: UUID | None, text: str, actor: Actor) -> DeviationStep:
    row.handler_id, row.state = handler_id, DeviationState.HANDLED
    row.save(update_fields=["handler", "state", "answer_by"])
    return take_step(row, StepTaken.HANDED, text, actor, handler_id=handler_id)


def take_step(
    row: Deviation, kind: StepTaken, text: str, actor: Actor, **more: Any
) -> DeviationStep:
    """Write the step after those there are: the row of the report is locked."""
    said = guarded(text)
    taken = within(DeviationStep, actor).filter(deviation=row).count()
    made = DeviationStep.objects.create(
        municipality_id=actor.municipality_id,
        deviation=row,
        ordinal=taken + 1,
        kind=kind,
        taken_on=actor.today,
        by=_function_of(row, actor),
        text=said,
        **more,
    )
    show_deviations([row.pk], actor=actor)
    return made


def _function_of(row: Deviation, actor: Actor) -> Position | None:
    """The function in which someone does it: the handler's, or her only one."""
    held = list(organisation.functions_of_account(actor).order_by("pk"))
    handling = [each for each in held if each.pk == row.handler_id]
    own = handling or (held if len(held) == 1 else [])
    return own[0] if own else None


def _set_parties(row: Deviation, bodies: Collection[UUID], actor: Actor) -> None:
    rows = within(DeviationParty, actor).filter(deviation=row)
    rows.exclude(body__in=bodies).delete()
    had = set(rows.values_list("body_id", flat=True))
    DeviationParty.objects.bulk_create(
        DeviationParty(municipality_id=actor.municipality_id, deviation=row, body_id=body)
        for body in dict.fromkeys(bodies)
        if body not in had
    )


def _is_there(routine: DeviationRoutine, actor: Actor) -> bool:
    """Whether the function that receives them exists today."""
    receiver: Any = routine.receiver
    return receiver.ends_on is None or receiver.ends_on > actor.today


def _refuse_flood(actor: Actor) -> None:
    if queries.reported_today(actor) >= _MOST_A_DAY:
        told = _("Det har kommit många rapporter härifrån i dag. Hör av dig på annat sätt.")
        raise TooManyReportsError(told)


def _refuse_untried(routine: DeviationRoutine | None, told: Mapping[str, Any]) -> None:
    if routine is not None and routine.is_local_first and not told.get("tried", "").strip():
        raise NotTriedError(
            _("Skriv vad ni redan har försökt. Enligt rutinen löser ni det själva om det går.")
        )


def refuse_closed(row: Deviation) -> None:
    if row.closed_on is not None:
        raise IsClosedError(_("Den är avslutad och ändras inte mer."))
