"""Every change to what an initiative rests on: boards, money, posts, partners and links."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change, within
from samsyn.governance.api import kept
from samsyn.initiatives.models import (
    Belonging,
    Funding,
    Initiative,
    Partner,
    Responsibility,
    Staffing,
)
from samsyn.intake.api import guarded_line
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import formats
from samsyn.sources.api import uncite

_WHOLE = 100
_TEXTS = frozenset({"answers_for", "does"})
_LINES = frozenset({"origin", "decision", "profession"})


class NotAWholeError(RuleBrokenError):
    pass


class NobodyAnswersError(RuleBrokenError):
    pass


class AlreadyEndedError(RuleBrokenError):
    pass


def add_responsible(
    initiative: Initiative, body_id: UUID, told: Mapping[str, Any], *, actor: Actor
) -> Responsibility:
    """Let a board answer for it from a day; the cost is split by `split_cost`."""
    with one_change():
        return Responsibility.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            body_id=body_id,
            **kept(told, _TEXTS),
        )


def change_responsibility(
    responsibility: Responsibility, told: Mapping[str, Any], *, actor: Actor
) -> None:
    """Write anew what it answers for and from when; its share is split for all at once."""
    del actor
    said = kept(told, _TEXTS)
    with one_change():
        for field, value in said.items():
            setattr(responsibility, field, value)
        responsibility.save(update_fields=list(said))


def end_responsibility(responsibility: Responsibility, ends_on: date, *, actor: Actor) -> None:
    """Let a board answer no more; if it had a share, the others' are to be split anew first."""
    if responsibility.ends_on is not None and responsibility.ends_on <= actor.today:
        raise AlreadyEndedError(_("Nämndens ansvar har redan upphört."))
    with one_change():
        responsibility.ends_on = ends_on
        responsibility.save(update_fields=["ends_on"])


def split_cost(
    initiative: Initiative,
    shares: Mapping[UUID, Decimal | None],
    starts_on: date | None,
    *,
    actor: Actor,
) -> None:
    """Split the cost anew from a day, by board and percent; how it was split before stays.

    A board without a share goes on answering without one. Shares that are told make 100 together.
    """
    rows = list(_answering(initiative, starts_on, actor))
    if not rows:
        raise NobodyAnswersError(_("Ingen nämnd ansvarar för insatsen den dagen."))
    if {row.body_id for row in rows} != set(shares):
        raise NobodyAnswersError(_("Andra nämnder ansvarade för insatsen den dagen."))
    _refuse_a_part(shares.values())
    with one_change():
        for row in rows:
            _split(row, shares.get(row.body_id), starts_on)


def _refuse_a_part(shares: Iterable[Decimal | None]) -> None:
    told = sum((share for share in shares if share is not None), Decimal(0))
    if told not in {0, _WHOLE}:
        shown = {"sum": formats.short(told)}
        raise NotAWholeError(
            _("Andelarna är tillsammans %(sum)s procent. De ska vara 100.") % shown
        )


def _answering(
    initiative: Initiative, day: date | None, actor: Actor
) -> "QuerySet[Responsibility]":
    rows = within(Responsibility, actor).filter(initiative=initiative)
    held = rows.filter(starts_on=None) if day is None else rows.filter(organisation.on(day))
    return held.select_for_update(no_key=True).order_by("pk")


def _split(row: Responsibility, share: Decimal | None, starts_on: date | None) -> None:
    if row.share_percent == share:
        return
    if row.starts_on == starts_on:
        row.share_percent = share
        row.save(update_fields=["share_percent"])
        return
    until, row.ends_on = row.ends_on, starts_on
    row.save(update_fields=["ends_on"])
    Responsibility.objects.create(
        municipality_id=row.municipality_id,
        initiative_id=row.initiative_id,
        body_id=row.body_id,
        answers_for=row.answers_for,
        share_percent=share,
        starts_on=starts_on,
        ends_on=until,
    )


def add_funding(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Funding:
    made: Funding = _add(Funding, initiative, told, actor)
    return made


def add_staffing(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Staffing:
    made: Staffing = _add(Staffing, initiative, told, actor)
    return made


def add_partner(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Partner:
    made: Partner = _add(Partner, initiative, told, actor)
    return made


def add_belonging(initiative: Initiative, told: Mapping[str, Any], *, actor: Actor) -> Belonging:
    """Say what the initiative is a part of: one agreement, plan, forum or assignment."""
    with one_change():
        return Belonging.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            **{**told, "how": guarded_line(told.get("how", ""))},
        )


def _add(model: Any, initiative: Initiative, told: Mapping[str, Any], actor: Actor) -> Any:
    with one_change():
        return model.objects.create(
            municipality_id=actor.municipality_id,
            initiative=initiative,
            **kept(told, _TEXTS, _LINES),
        )


def change_part(
    part: Funding | Staffing | Partner, told: Mapping[str, Any], *, actor: Actor
) -> None:
    """Write anew what is told of money, posts or a partner."""
    del actor
    said = kept(told, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(part, field, value)
        part.save(update_fields=list(said))


def remove_part(part: Model, *, actor: Actor) -> None:
    """Take back what was added by mistake; what it rests on says nothing without it."""
    with one_change():
        uncite([part.pk], actor=actor)
        part.delete()
