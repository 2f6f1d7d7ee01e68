"""Questions about areas, proposals and assignments: what became of what was found."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from samsyn.access.api import Actor, visible, within
from samsyn.forums.api import Forum
from samsyn.forums.api import queries as forums
from samsyn.governance.carrying import Carrier, carriers
from samsyn.governance.models import (
    Agreement,
    AreaBasis,
    Assignment,
    GoverningDocument,
    Proposal,
    ProposalAnswer,
)
from samsyn.governance.rules.agreements import READ_AGREEMENT
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.governance.rules.grounds import is_owned
from samsyn.governance.rules.priorities import READ_AREA, READ_ASSIGNMENT, READ_PROPOSAL
from samsyn.organisation.api import queries as organisation


@dataclass(slots=True)
class Chain:
    """An area with all that leads to it and that comes of it."""

    area: Any
    forums: list[Forum] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    documents: list[GoverningDocument] = field(default_factory=list)
    initiatives: list[Carrier] = field(default_factory=list)
    left_out: int = 0

    @property
    def is_carried(self) -> bool:
        return bool(self.forums or self.agreements or self.initiatives or self.area.given)

    def shorten(self, most: int) -> None:
        """Tell of so many of each kind, the first ones, and count the others (`left_out`)."""
        area = self.area
        held = (self.forums, self.agreements, self.documents, self.initiatives)
        for rows in (area.proposed, area.given, *held):
            self.left_out += max(0, len(rows) - most)
            del rows[most:]


def areas(actor: Actor) -> QuerySet[Any]:
    rows: QuerySet[Any] = visible(actor, READ_AREA).select_related("chosen_by")
    return rows.order_by("name_key", "pk")


def proposals(actor: Actor) -> QuerySet[Any]:
    """Every proposal with what each board has answered, the newest year first."""
    name = organisation.name_on(actor.today, "body_id")
    asked = within(ProposalAnswer, actor).annotate(body_name=name).order_by("body_name", "pk")
    rows: QuerySet[Any] = visible(actor, READ_PROPOSAL).select_related("made_by", "area")
    told = rows.prefetch_related(Prefetch("answers", asked, to_attr="asked"))
    return told.order_by("-year", "title_key", "pk")


def group_of(actor: Actor, proposal: Proposal) -> Forum | None:
    """The group that made the proposal, when the actor may read it."""
    return forums.forums(actor).filter(pk=proposal.made_by_id).first()


def assignments(actor: Actor) -> QuerySet[Any]:
    rows: QuerySet[Any] = visible(actor, READ_ASSIGNMENT).select_related(
        "owner", "owner_forum", "area", "proposal", "final_report"
    )
    given: QuerySet[Any] = rows.annotate(giver=organisation.name_on(actor.today, "given_by_id"))
    return given.order_by("-year", "title_key", "pk")


def chains(actor: Actor) -> list[Chain]:
    """Every area, and what carries it: those that name it among their own areas."""
    bases = within(AreaBasis, actor).select_related("document").order_by("document__title_key")
    rows = areas(actor).prefetch_related(
        Prefetch("bases", bases, to_attr="based_on"),
        Prefetch("proposals", proposals(actor), to_attr="proposed"),
        Prefetch("assignments", assignments(actor), to_attr="given"),
    )
    found = [Chain(area) for area in rows]
    by_name = {chain.area.name.casefold(): chain for chain in found}
    _carried(by_name, "forums", _forums(actor), "focus_areas")
    _carried(by_name, "agreements", _agreements(actor), "areas")
    _carried(by_name, "documents", _documents(actor), "focus_areas")
    _carried(by_name, "initiatives", carriers(actor), "areas")
    return found


def _carried(by_name: dict[str, Chain], into: str, rows: Iterable[Any], own_areas: str) -> None:
    for row in rows:
        for name in getattr(row, own_areas):
            if chain := by_name.get(name.casefold()):
                getattr(chain, into).append(row)


def _forums(actor: Actor) -> QuerySet[Any]:
    rows = within(Forum, actor).filter(organisation.on(actor.today)).exclude(focus_areas=[])
    return rows.order_by("name", "pk").only("name", "focus_areas")


def _agreements(actor: Actor) -> QuerySet[Any]:
    rows = visible(actor, READ_AGREEMENT).exclude(areas=[]).filter(organisation.on(actor.today))
    return rows.order_by("title_key", "pk").only("title", "areas")


def _documents(actor: Actor) -> QuerySet[Any]:
    rows = visible(actor, READ_DOCUMENT).exclude(focus_areas=[])
    held = rows.filter(organisation.on(actor.today))
    return held.order_by("title_key", "pk").only("title", "focus_areas")


def chain_of(actor: Actor, pk: UUID) -> Chain:
    return next(chain for chain in chains(actor) if chain.area.pk == pk)


def my_assignments(actor: Actor) -> QuerySet[Assignment]:
    """What the actor's functions, or a group that she leads, have been given and not ended."""
    rows = visible(actor, READ_ASSIGNMENT).filter(is_owned(actor), ended_as="")
    return rows.order_by("report_on", "title_key", "pk")


def assignment_choices(actor: Actor) -> list[tuple[str, str]]:
    rows = visible(actor, READ_ASSIGNMENT).order_by("-year", "title_key", "pk")
    told = rows.values_list("pk", "title", "year")
    return [(str(pk), f"{title} ({year})") for pk, title, year in told]


def area_names(actor: Actor) -> list[str]:
    """What the chosen areas are called, so that all name them alike."""
    rows = visible(actor, READ_AREA).filter(organisation.on(actor.today))
    return list(rows.order_by("name_key", "pk").values_list("name", flat=True))


def board_choices(actor: Actor) -> list[tuple[str, str]]:
    """Value and name of each board, council and executive board that exists today."""
    rows = organisation.bodies(actor, actor.today).filter(kind__in=_BOARDS)
    return [(str(row.pk), row.name) for row in rows]


_BOARDS = ("board", "executive_board", "council")
