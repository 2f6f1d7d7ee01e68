"""How an agreement stands: reckoned from its period, its activation and what each party has done.

Nothing of it is stored, so that it can never say something else than the decisions do.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from samsyn.governance.domain.renewing import Terms

Body = TypeVar("Body", bound=Hashable)


class State(StrEnum):
    DRAFT = "draft"
    DECIDING = "deciding"
    DECIDED = "decided"
    COMING = "coming"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    # Its time is out, and it does not say whether it goes on.
    RUN_OUT = "run_out"
    INFORMAL = "informal"


class Said(StrEnum):
    """What a deciding body has said, as far as it matters here."""

    # Not decided yet, or put off to another day.
    NOTHING = ""
    APPROVED = "approved"
    REFERRED_BACK = "referred_back"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True)
class Taken:
    """One step of one party: what it decided and when it signed; those that only sign say nothing.

    >>> Taken(Said.APPROVED, date(2023, 3, 15)).is_approval
    True
    """

    said: Said = Said.NOTHING
    decided_on: date | None = None
    signed_on: date | None = None
    decides: bool = True

    @property
    def is_approval(self) -> bool:
        return self.decides and self.said == Said.APPROVED


@dataclass(frozen=True, slots=True)
class Partner(Generic[Body]):
    """A party and its steps, the oldest first; an authority of its own has to decide."""

    body: Body
    is_authority: bool
    steps: Sequence[Taken] = ()

    @property
    def has_agreed(self) -> bool:
        """Whether its last decision is to approve.

        A later referral back undoes an approval; that something new waits for it does not.

        >>> yes, back = Taken(Said.APPROVED), Taken(Said.REFERRED_BACK)
        >>> (
        ...     Partner("BUN", True, [back, yes]).has_agreed,
        ...     Partner("BUN", True, [yes, back]).has_agreed,
        ... )
        (True, False)
        >>> (
        ...     Partner("BUN", True, [yes, Taken()]).has_agreed,
        ...     Partner("BUN", True, [Taken()]).has_agreed,
        ... )
        (True, False)
        >>> Partner("Polisen", False).has_agreed
        True
        """
        last = self._last_decided
        return last is not None and last.is_approval if self._has_to_decide else True

    @property
    def signed_on(self) -> date | None:
        """When it signed what it last decided.

        >>> old = Taken(Said.APPROVED, signed_on=date(2023, 1, 9))
        >>> Partner("BUN", True, [old, Taken(Said.APPROVED)]).signed_on is None
        True
        >>> Partner(
        ...     "BUN",
        ...     True,
        ...     [Taken(Said.APPROVED), Taken(signed_on=date(2023, 2, 1), decides=False)],
        ... ).signed_on
        datetime.date(2023, 2, 1)
        """
        last = self._last_decided
        after = self.steps[self.steps.index(last) :] if last else self.steps
        return max((step.signed_on for step in after if step.signed_on), default=None)

    @property
    def was_undone(self) -> bool:
        """Whether an approval was followed by a referral back."""
        said = [step.said for step in self.steps if step.decides]
        if Said.APPROVED not in said or self.has_agreed:
            return False
        return Said.REFERRED_BACK in said[said.index(Said.APPROVED) :]

    @property
    def _has_to_decide(self) -> bool:
        return self.is_authority or self._last_decided is not None

    @property
    def _last_decided(self) -> Taken | None:
        deciding = [step for step in self.steps if step.decides]
        spoken = [step for step in deciding if step.said]
        return next(reversed(spoken or deciding), None)


@dataclass(frozen=True, slots=True)
class Standing(Generic[Body]):
    """The state on a day, and whom it waits for."""

    state: State
    undecided: tuple[Body, ...] = ()
    unsigned: tuple[Body, ...] = ()
    undone: tuple[Body, ...] = ()
    last_signed_on: date | None = None
    days_unsigned: int = 0
    renews_on: date | None = None
    notice_by: date | None = None

    @property
    def is_agreed(self) -> bool:
        return not self.undecided and not self.unsigned


def standing(
    terms: Terms,
    partners: Sequence[Partner[Body]],
    day: date,
    *,
    activated_on: date | None = None,
    is_informal: bool = False,
) -> Standing[Body]:
    """Reckon how an agreement stands on the day.

    In force it is once every party has agreed and signed, somebody has activated it, and its time
    has come. What is informal needs nobody's name.

    >>> from samsyn.governance.domain.renewing import Renews
    >>> whole = Terms(date(2023, 1, 1), date(2027, 1, 1), Renews.FIXED)
    >>> agreed = Partner("BUN", True, [Taken(Said.APPROVED, date(2023, 3, 1), date(2023, 3, 15))])
    >>> today = date(2026, 11, 17)
    >>> standing(whole, [agreed, Partner("KUN", True, [Taken()])], today).undecided
    ('KUN',)
    >>> standing(whole, [agreed], today).state.value
    'decided'
    >>> found = standing(whole, [agreed], today, activated_on=date(2023, 4, 1))
    >>> found.state.value, found.days_unsigned
    ('in_force', 73)
    >>> standing(whole, [], date(2027, 1, 1)).state.value
    'expired'
    >>> standing(Terms(date(2023, 1, 1), date(2027, 1, 1)), [], date(2027, 1, 1)).state.value
    'run_out'
    """
    undecided = tuple(each.body for each in partners if not each.has_agreed)
    unsigned = tuple(each.body for each in partners if each.signed_on is None)
    last = _last_signature(partners)
    state = _state(terms, partners, day, activated_on, is_informal=is_informal)
    return Standing(
        state=state,
        undecided=undecided,
        unsigned=unsigned,
        undone=tuple(each.body for each in partners if each.was_undone),
        last_signed_on=last,
        days_unsigned=_gap(terms.starts_on, last),
        **_coming(terms, state, day),
    )


def _state(
    terms: Terms,
    partners: Sequence[Partner[Body]],
    day: date,
    activated_on: date | None,
    *,
    is_informal: bool,
) -> State:
    if terms.ends_on is not None and terms.ends_on <= day:
        return State.EXPIRED if terms.renews else State.RUN_OUT
    if is_informal:
        return State.INFORMAL
    if not all(each.has_agreed and each.signed_on for each in partners) or not partners:
        return State.DECIDING if any(each.steps for each in partners) else State.DRAFT
    if activated_on is None:
        return State.DECIDED
    begins = max(filter(None, (terms.starts_on, activated_on)))
    return State.COMING if day < begins else State.IN_FORCE


def _last_signature(partners: Sequence[Partner[Body]]) -> date | None:
    """When the last of them signed, once all have."""
    days = [each.signed_on for each in partners]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _gap(starts_on: date | None, last_signed_on: date | None) -> int:
    """How many days it applied before all had signed."""
    if starts_on is None or last_signed_on is None:
        return 0
    return max((last_signed_on - starts_on).days, 0)


def _coming(terms: Terms, state: State, day: date) -> dict[str, date | None]:
    if state in {State.EXPIRED, State.DRAFT}:
        return {"renews_on": None, "notice_by": None}
    return {"renews_on": terms.renews_after(day), "notice_by": terms.notice_by(day)}
