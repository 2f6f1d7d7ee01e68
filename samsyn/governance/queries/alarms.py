"""What is wrong with agreements and documents: counted in a few questions, whatever their number.

No text is read: each file was counted when it was added.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from samsyn.access.api import Actor, visible, within
from samsyn.governance.domain.alarms import (
    Alarm,
    Known,
    Text,
    WatchedAgreement,
    WatchedDocument,
    alarms_of_agreement,
    alarms_of_document,
)
from samsyn.governance.domain.owning import Group, Owned, owned
from samsyn.governance.domain.status import Status
from samsyn.governance.models import (
    Agreement,
    AgreementKind,
    DocumentKind,
    GoverningDocument,
    Outcome,
    Renewal,
    Step,
)
from samsyn.governance.queries.document_status import with_status
from samsyn.governance.queries.watching import Around, around
from samsyn.governance.rules.agreements import READ_AGREEMENT
from samsyn.governance.rules.documents import READ_DOCUMENT
from samsyn.governance.rules.grounds import is_owned

# They tell of what has been: nobody works by them, and they are not to be followed by others.
_OF_ITS_DAY = frozenset(
    {DocumentKind.REPORT, DocumentKind.SURVEY, DocumentKind.AUDIT, DocumentKind.DIALOGUE}
)
_APPROVING = (Outcome.APPROVED, Outcome.PARTLY)
_OF_BOTH = (
    *("owner_id", "owner_forum_id", "owner_forum__name", "owner_forum__ends_on"),
    *("has_later", "day", "earlier_day"),
)


@dataclass(frozen=True, slots=True)
class Warned:
    """An alarm, of what, who owns it, and the bodies that it concerns."""

    alarm: Alarm
    is_agreement: bool
    pk: UUID
    title: str
    owner_id: UUID | None
    owner: str
    owner_forum_id: UUID | None
    owner_forum: str
    bodies: frozenset[UUID]


def alarms(
    actor: Actor,
    documents: Collection[UUID] | None = None,
    agreements: Collection[UUID] | None = None,
) -> list[Warned]:
    """Everything that is wrong; with ids, only of those (and none of the kind left out)."""
    is_all = documents is None and agreements is None
    of_documents = _rows(_documents(actor), documents, is_all=is_all)
    of_agreements = _rows(_agreements(actor), agreements, is_all=is_all)
    if not of_documents and not of_agreements:
        return []
    ids = None if is_all else [row["pk"] for row in (*of_documents, *of_agreements)]
    read = around(actor, ids, [*of_documents, *of_agreements])
    found = [each for row in of_documents for each in _warn_document(row, read)]
    found += [each for row in of_agreements for each in _warn_agreement(row, read)]
    return found


def alarms_of_mine(actor: Actor) -> list[Warned]:
    """What is wrong with that which the actor's functions own, or the groups that she leads."""
    mine = is_owned(actor)
    documents = list(visible(actor, READ_DOCUMENT).filter(mine).values_list("pk", flat=True))
    agreements = list(visible(actor, READ_AGREEMENT).filter(mine).values_list("pk", flat=True))
    # Most own nothing, and their day is not to wait for it.
    return alarms(actor, documents, agreements) if documents or agreements else []


def _rows(
    rows: QuerySet[Any, dict[str, Any]], ids: Collection[UUID] | None, *, is_all: bool
) -> list[dict[str, Any]]:
    if is_all:
        return list(rows)
    return list(rows.filter(pk__in=ids)) if ids else []


def _documents(actor: Actor) -> Any:
    later = within(GoverningDocument, actor).filter(replaces=OuterRef("pk"))
    rows = with_status(visible(actor, READ_DOCUMENT), actor).annotate(
        has_later=Exists(later),
        day=Coalesce("decided", "starts_on"),
        earlier_day=Coalesce("replaces__decided_on", "replaces__starts_on"),
    )
    own = ("pk", "title", "kind", "starts_on", "ends_on", "review_on", "has_ended_for_good")
    more = ("responsible_id", "deciding_body_id", "replaces_id", "decided", "status")
    return _that_may_warn(rows, actor).order_by("title_key", "pk").values(*own, *more, *_OF_BOTH)


def _that_may_warn(rows: QuerySet[Any], actor: Actor) -> QuerySet[Any]:
    """Leave to the database what nothing is wrong with: most of what ten years have seen."""
    well = Q(has_ended_for_good=True) | Q(kind__in=_OF_ITS_DAY) | Q(has_later=True)
    return rows.filter(is_replaced=False).exclude(well, ends_on__lte=actor.today)


def _agreements(actor: Actor) -> Any:
    later = within(Agreement, actor).filter(predecessor=OuterRef("pk"))
    approved = within(Step, actor).filter(
        matter__agreement=OuterRef("pk"), outcome__in=_APPROVING, decided_on__lte=actor.today
    )
    rows = visible(actor, READ_AGREEMENT).annotate(
        has_later=Exists(later),
        is_approved=Exists(approved),
        day=F("starts_on"),
        earlier_day=F("predecessor__starts_on"),
    )
    own = ("pk", "title", "kind", "starts_on", "ends_on", "renewal", "activated_on")
    more = ("follow_up", "follow_up_on", "follow_up_owner_id", "predecessor_id")
    told = ("is_approved",)
    return rows.order_by("title_key", "pk").values(*own, *more, *told, *_OF_BOTH)


def _warn_document(row: Mapping[str, Any], read: Around) -> Iterator[Warned]:
    watched = WatchedDocument(
        owned=_owned(row, read),
        status=Status(row["status"]),
        ends_on=row["ends_on"],
        is_succeeded=row["has_later"],
        may_run_out=not row["has_ended_for_good"],
        review_on=row["review_on"],
        is_of_its_day=row["kind"] in _OF_ITS_DAY,
        text=_text(row, read, row["replaces_id"]),
        **_laws_of(row["pk"], read),
    )
    bodies = {row["responsible_id"], row["deciding_body_id"]}
    for alarm in alarms_of_document(watched, read.day):
        yield _warned(alarm, row, bodies, read, is_agreement=False)


def _warn_agreement(row: Mapping[str, Any], read: Around) -> Iterator[Warned]:
    begun = row["starts_on"] if row["starts_on"] and row["starts_on"] <= read.day else None
    followed_up = row["follow_up"] and row["follow_up_on"] and row["follow_up_owner_id"]
    watched = WatchedAgreement(
        owned=_owned(row, read),
        ends_on=row["ends_on"],
        is_succeeded=row["has_later"],
        may_run_out=row["renewal"] in {Renewal.FIXED, ""},
        is_in_use=bool(row["activated_on"] or begun or row["is_approved"]),
        needs_signature=row["kind"] != AgreementKind.INFORMAL,
        is_signed_file_here=any(each["is_signed"] for each in read.editions.get(row["pk"], ())),
        used_since=row["activated_on"] or begun,
        is_followed_up=bool(followed_up),
        follow_up_on=row["follow_up_on"],
        text=_text(row, read, row["predecessor_id"]),
        **_laws_of(row["pk"], read),
    )
    bodies = read.parties.get(row["pk"], set())
    for alarm in alarms_of_agreement(watched, read.day):
        yield _warned(alarm, row, bodies, read, is_agreement=True)


def _warned(
    alarm: Alarm,
    row: Mapping[str, Any],
    bodies: Iterable[UUID | None],
    read: Around,
    *,
    is_agreement: bool,
) -> Warned:
    owner_id = row["owner_id"]
    title, body_id, _function = read.functions.get(owner_id, ("", None, None))
    concerned = frozenset(pk for pk in (*bodies, body_id) if pk)
    return Warned(
        alarm,
        is_agreement,
        row["pk"],
        row["title"],
        owner_id,
        title,
        row["owner_forum_id"],
        row["owner_forum__name"] or "",
        concerned,
    )


def _owned(row: Mapping[str, Any], read: Around) -> Owned:
    known = read.functions.get(row["owner_id"])
    group = Group(row["owner_forum__ends_on"]) if row["owner_forum_id"] else None
    return owned(known[2] if known else None, group, read.day)


def _text(row: Mapping[str, Any], read: Around, earlier_id: UUID | None) -> Text:
    """What is counted of the newest file, and the days of the two texts that were compared."""
    own = read.editions.get(row["pk"], [])
    if not own or own[0]["unchanged"] is None:
        return Text()
    newest = own[0]
    if len(own) > 1:
        return _counted(newest, newest["added_at"].date(), own[1]["added_at"].date())
    earlier = read.editions.get(earlier_id, ()) if earlier_id else ()
    if not earlier:
        return Text()
    day = row["day"] or newest["added_at"].date()
    return _counted(newest, day, row["earlier_day"] or earlier[0]["added_at"].date())


def _counted(newest: Mapping[str, Any], day: date, before: date) -> Text:
    return Text(newest["paragraphs"], newest["unchanged"], day, before)


def _laws_of(pk: UUID, read: Around) -> dict[str, list[Known]]:
    own = read.editions.get(pk, [])
    mentioned = own[0]["numbers"] if own else []
    replaced = {law.pk: law for law in read.cited.get(pk, ())}
    misprinted = []
    for number in mentioned:
        law = read.laws.get(number)
        if law is not None and law.number and number != law.number:
            misprinted.append(Known(number, law.number))
        elif law is not None and law.replaced_by and law.ends_on and law.ends_on <= read.day:
            replaced[law.pk] = law
    known = [Known(str(law), str(law.replaced_by), law.ends_on) for law in replaced.values()]
    return {"replaced": known, "misprinted": misprinted}
