"""What is wrong with agreements and documents, told from what is counted of them.

Nothing here reads a text: what the texts hold was counted when each file was added.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from samsyn.governance.domain.owning import Owned, Ownership
from samsyn.governance.domain.renewing import months_on
from samsyn.governance.domain.status import LIVING, Status

EXPIRES_WITHIN_MONTHS = 6
UNCHANGED_FROM = 80
# Reports of two years are decided a few weeks more or less than a year apart.
A_YEAR_APART = timedelta(days=330)


class AlarmKind(StrEnum):
    ORPHAN = "orphan"
    NO_OWNER = "no_owner"
    OWNER_ENDED = "owner_ended"
    OWNER_VACANT = "owner_vacant"
    MISSING = "missing"
    NOT_PRODUCED = "not_produced"
    NO_FOLLOW_UP = "no_follow_up"
    FOLLOW_UP_OVERDUE = "follow_up_overdue"
    REVIEW_OVERDUE = "review_overdue"
    EXPIRED = "expired"
    EXPIRING = "expiring"
    UNCHANGED = "unchanged"
    LAW_REPLACED = "law_replaced"
    LAW_MISPRINTED = "law_misprinted"


_OF_OWNERSHIP = {
    Ownership.GROUP_ENDED: AlarmKind.ORPHAN,
    Ownership.NONE: AlarmKind.NO_OWNER,
    Ownership.ENDED: AlarmKind.OWNER_ENDED,
    Ownership.VACANT: AlarmKind.OWNER_VACANT,
}


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is wrong, and since when; `about` are the figures or the laws that it tells of."""

    kind: AlarmKind
    since: date | None = None
    about: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """A law that has been replaced, or another number that is seen for it."""

    said: str
    right: str
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What is counted of the newest file: its paragraphs, how many stood in the one before."""

    paragraphs: int = 0
    unchanged: int = 0
    dated_on: date | None = None
    before_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What an agreement and a document have in common."""

    owned: Owned
    ends_on: date | None = None
    is_succeeded: bool = False
    # What has ended for good, or renews itself, does not run out by mistake.
    may_run_out: bool = True
    text: Text = field(default_factory=Text)
    replaced: Sequence[Known] = ()
    misprinted: Sequence[Known] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedDocument(Watched):
    status: Status
    review_on: date | None = None
    # A report or an audit tells of what has been, and keeps the laws of its day.
    is_of_its_day: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedAgreement(Watched):
    is_in_use: bool
    needs_signature: bool = True
    is_signed_file_here: bool = False
    used_since: date | None = None
    is_followed_up: bool = True
    follow_up_on: date | None = None


def alarms_of_document(it: WatchedDocument, day: date) -> Iterator[Alarm]:
    """Everything that is wrong with a document on the day.

    >>> orphan = Owned(Ownership.GROUP_ENDED, date(2020, 7, 1))
    >>> plan = WatchedDocument(owned=orphan, status=Status.IN_FORCE, review_on=date(2021, 1, 1))
    >>> [each.kind.value for each in alarms_of_document(plan, date(2026, 11, 17))]
    ['orphan', 'review_overdue']
    """
    if it.status == Status.MISSING:
        yield Alarm(AlarmKind.MISSING)
    if it.status in LIVING | {Status.MISSING, Status.DRAFT}:
        yield from _ownerless(it)
    if it.status in LIVING:
        if it.review_on is not None and it.review_on < day:
            yield Alarm(AlarmKind.REVIEW_OVERDUE, it.review_on)
        yield from _unchanged(it.text)
        yield from _told(AlarmKind.LAW_REPLACED, () if it.is_of_its_day else it.replaced)
        yield from _told(AlarmKind.LAW_MISPRINTED, it.misprinted)
    if it.status in LIVING | {Status.ENDED} and not it.is_of_its_day:
        yield from _running_out(it, day)


def alarms_of_agreement(it: WatchedAgreement, day: date) -> Iterator[Alarm]:
    """Everything that is wrong with an agreement on the day.

    >>> held = Owned(Ownership.HELD)
    >>> police = WatchedAgreement(owned=held, is_in_use=True, is_followed_up=False)
    >>> [each.kind.value for each in alarms_of_agreement(police, date(2026, 11, 17))]
    ['not_produced', 'no_follow_up']
    """
    if it.is_succeeded:
        return
    is_over = it.ends_on is not None and it.ends_on <= day
    if not is_over:
        yield from _ownerless(it)
        yield from _of_use(it, day)
        yield from _unchanged(it.text)
        yield from _told(AlarmKind.LAW_REPLACED, it.replaced)
        yield from _told(AlarmKind.LAW_MISPRINTED, it.misprinted)
    yield from _running_out(it, day)


def _ownerless(it: Watched) -> Iterator[Alarm]:
    kind = _OF_OWNERSHIP.get(it.owned.ownership)
    if kind is not None:
        yield Alarm(kind, it.owned.since)


def _of_use(it: WatchedAgreement, day: date) -> Iterator[Alarm]:
    if it.is_in_use and it.needs_signature and not it.is_signed_file_here:
        yield Alarm(AlarmKind.NOT_PRODUCED, it.used_since)
    if not it.is_followed_up:
        yield Alarm(AlarmKind.NO_FOLLOW_UP)
    elif it.follow_up_on is not None and it.follow_up_on < day:
        yield Alarm(AlarmKind.FOLLOW_UP_OVERDUE, it.follow_up_on)


def _running_out(it: Watched, day: date) -> Iterator[Alarm]:
    if it.ends_on is None or it.is_succeeded or not it.may_run_out:
        return
    if it.ends_on <= day:
        yield Alarm(AlarmKind.EXPIRED, it.ends_on)
    elif it.ends_on <= months_on(day, EXPIRES_WITHIN_MONTHS):
        yield Alarm(AlarmKind.EXPIRING, it.ends_on)


def _unchanged(text: Text) -> Iterator[Alarm]:
    """A text that has not been worked on, though a year or more has gone.

    >>> old = Text(38, 31, date(2026, 2, 17), date(2023, 1, 24))
    >>> [each.about for each in _unchanged(old)]
    [(31, 38)]
    >>> list(_unchanged(Text(38, 30, date(2026, 2, 17), date(2023, 1, 24))))
    []
    """
    if text.dated_on is None or text.before_on is None or not text.paragraphs:
        return
    is_alike = text.unchanged * 100 >= UNCHANGED_FROM * text.paragraphs
    if is_alike and text.dated_on - text.before_on >= A_YEAR_APART:
        yield Alarm(AlarmKind.UNCHANGED, text.dated_on, (text.unchanged, text.paragraphs))


def _told(kind: AlarmKind, laws: Sequence[Known]) -> Iterator[Alarm]:
    for law in laws:
        yield Alarm(kind, law.since, (law.said, law.right))
