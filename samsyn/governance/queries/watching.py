"""What agreements and documents are read against when they are watched, asked for once for all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, Among, within
from samsyn.governance.domain.owning import Function
from samsyn.governance.models import CitedLaw, Edition, Law, Party
from samsyn.organisation.api import Appointment, Position
from samsyn.organisation.api import queries as organisation


@dataclass(frozen=True, slots=True)
class Around:
    """What the rows are read against, asked for once."""

    day: date
    functions: Mapping[UUID, tuple[str, UUID, Function]]
    editions: Mapping[UUID, list[dict[str, Any]]]
    cited: Mapping[UUID, list[Law]]
    laws: Mapping[str, Law]
    parties: Mapping[UUID, set[UUID]]


def around(actor: Actor, ids: Collection[UUID] | None, rows: Sequence[Mapping[str, Any]]) -> Around:
    owners = {row["owner_id"] for row in rows if row["owner_id"]}
    earlier = {row.get("replaces_id") or row.get("predecessor_id") for row in rows}
    wanted = None if ids is None else {*ids, *filter(None, earlier)}
    agreements = None if ids is None else [row["pk"] for row in rows if "predecessor_id" in row]
    editions = _editions(actor, wanted)
    is_any_law_mentioned = any(each["numbers"] for of_it in editions.values() for each in of_it)
    return Around(
        actor.today,
        _functions(actor, owners) if owners else {},
        editions,
        _cited(actor, ids),
        _laws(actor) if is_any_law_mentioned else {},
        _parties(actor, agreements),
    )


def _functions(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, tuple[str, UUID, Function]]:
    """The functions that own, and since when nobody holds those that are vacant."""
    held = within(Appointment, actor).filter(kind__in=organisation.HOLDS)
    now = held.filter(organisation.on(actor.today), position=OuterRef("pk"))
    rows = within(Position, actor).filter(Among("pk", ids)).annotate(is_held=Exists(now))
    told = rows.values_list("pk", "title", "body_id", "starts_on", "ends_on", "is_held")
    empty = [row[0] for row in told if not row[-1]]
    ended = held.filter(position__in=empty, ends_on__lte=actor.today).order_by()
    since = dict(ended.values_list("position").annotate(last=Max("ends_on")))
    return {
        pk: (title, body_id, Function(ends_on, not is_held, since.get(pk, starts_on)))
        for pk, title, body_id, starts_on, ends_on, is_held in told
    }


def _editions(actor: Actor, owners: Collection[UUID] | None) -> dict[UUID, list[dict[str, Any]]]:
    """What is counted of the files of each, the newest first."""
    rows = within(Edition, actor).order_by("-number", "pk")
    if owners is not None:
        rows = rows.filter(Q(document__in=owners) | Q(agreement__in=owners))
    found: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    counted = ("is_signed", "added_at", "paragraphs", "unchanged", "numbers")
    for row in rows.values("document_id", "agreement_id", *counted):
        found[row["document_id"] or row["agreement_id"]].append(row)
    return found


def _cited(actor: Actor, owners: Collection[UUID] | None) -> dict[UUID, list[Law]]:
    """The laws that each rests on and that another has replaced."""
    over = Q(replaced_by__isnull=False, ends_on__lte=actor.today)
    laws = within(Law, actor).filter(over).select_related("replaced_by").in_bulk()
    rows = within(CitedLaw, actor).filter(law__in=laws)
    if owners is not None:
        rows = rows.filter(Q(document__in=owners) | Q(agreement__in=owners))
    found: defaultdict[UUID, list[Law]] = defaultdict(list)
    owner = Coalesce("document_id", "agreement_id")
    for owner_id, law_id in rows.order_by("law__number", "pk").values_list(owner, "law_id"):
        found[owner_id].append(laws[law_id])
    return found


def _laws(actor: Actor) -> dict[str, Law]:
    """The laws that are worth an alarm where a text mentions them, by what is printed there."""
    rows = within(Law, actor).select_related("replaced_by").order_by("pk")
    found: dict[str, Law] = {}
    for law in rows.filter(Q(replaced_by__isnull=False) | ~Q(misprints=[])):
        found |= dict.fromkeys((*law.misprints, law.number), law)
    return found


def _parties(actor: Actor, ids: Collection[UUID] | None) -> dict[UUID, set[UUID]]:
    rows = within(Party, actor).order_by()
    if ids is not None:
        rows = rows.filter(agreement__in=ids)
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for agreement_id, body_id in rows.values_list("agreement_id", "body_id"):
        found[agreement_id].add(body_id)
    return found
