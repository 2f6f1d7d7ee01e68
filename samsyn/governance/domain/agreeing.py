"""What there is with a party that has no agreement in force."""

from collections.abc import Collection
from enum import StrEnum

from samsyn.governance.domain.standing import State


class Have(StrEnum):
    """In the order in which they count: what is nearest to an agreement first."""

    PREPARED = "prepared"
    ABOVE = "above"
    INFORMAL = "informal"
    ENDED = "ended"
    NOTHING = "nothing"


_HAVE = {
    State.INFORMAL: Have.INFORMAL,
    State.EXPIRED: Have.ENDED,
    State.RUN_OUT: Have.ENDED,
}


def what_there_is(own: Collection[State], *, is_agreed_above: bool) -> Have:
    """The nearest to an agreement in force that there is.

    >>> what_there_is([State.EXPIRED, State.DECIDING], is_agreed_above=True).value
    'prepared'
    >>> what_there_is([State.EXPIRED], is_agreed_above=True).value
    'above'
    >>> what_there_is([], is_agreed_above=False).value
    'nothing'
    """
    found = {_HAVE.get(state, Have.PREPARED) for state in own}
    if is_agreed_above:
        found.add(Have.ABOVE)
    return next((have for have in Have if have in found), Have.NOTHING)
