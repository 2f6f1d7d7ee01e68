"""What each of the five verbs demands of an initiative, those before it included.

Among it is the least that SKR asks of what is to be evaluated (Guide för effektutvärdering av
sociala investeringsprojekt): whom it is for and how many they are, a process and an outcome
measure, and, where an effect is looked for, what that is compared with.
"""

from collections.abc import Container, Mapping

DEMANDS: Mapping[str, tuple[str, ...]] = {
    "initiate": ("what", "problem"),
    "plan": (
        *("board", "owner", "target_group", "number", "cause"),
        *("process_measure", "outcome_measure", "comparison"),
    ),
    "organise": ("method", "resources", "start"),
    "support": ("activities", "follow_up"),
    "follow_up": ("followed_up", "decision"),
}


def lacking(met: Container[str], phase: str) -> list[tuple[str, list[str]]]:
    """What is not met of what the phase demands, under the phase that asks for it.

    Where nobody has said how far it has come, nothing is demanded.

    >>> lacking({"what", "method", "start"}, "organise")[::2]
    [('initiate', ['problem']), ('organise', ['resources'])]
    >>> lacking({"what", "problem"}, "initiate"), lacking((), "")
    ([], [])
    """
    told = ((each, [name for name in DEMANDS[each] if name not in met]) for each in until(phase))
    return [(each, names) for each, names in told if names]


def until(phase: str) -> list[str]:
    """The phases through the one that is asked of.

    >>> until("organise"), until("")
    (['initiate', 'plan', 'organise'], [])
    """
    order = list(DEMANDS)
    return order[: order.index(phase) + 1] if phase else []


def following(phase: str) -> str:
    """The verb that comes next, or the last; the first where none is told.

    >>> following("plan"), following("follow_up"), following("")
    ('organise', 'follow_up', 'initiate')
    """
    order = list(DEMANDS)
    return order[min(len(until(phase)), len(order) - 1)]
