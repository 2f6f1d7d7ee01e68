"""What sorts of forums a municipality has, how often each meets, and how many there are of each."""

from dataclasses import dataclass

from samsyn.forums.api import Documentation, ForumKind, Level, Per


@dataclass(frozen=True, slots=True)
class Often:
    """So many times in so many units, for some audience or for everyone."""

    per: Per
    times: int = 1
    every: int = 1
    audience: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    kind: ForumKind
    level: Level
    seats: int
    often: tuple[Often, ...]
    documentation: Documentation = Documentation.NOTES


_WEEKLY = (Often(Per.WEEK),)
_MONTHLY = (Often(Per.MONTH),)
_BY_AUDIENCE = (Often(Per.TERM, 2, audience="förskolan"), Often(Per.TERM, 2, audience="skolan"))
_IN_FORTY = (
    (7, Shape(ForumKind.WEEKLY_PICTURE, Level.OPERATIVE, 12, _WEEKLY)),
    (8, Shape(ForumKind.WORKING_GROUP, Level.OPERATIVE, 9, (Often(Per.WEEK, every=2),))),
    (6, Shape(ForumKind.PROJECT_GROUP, Level.OPERATIVE, 7, (Often(Per.WEEK, every=3),))),
    (6, Shape(ForumKind.NETWORK, Level.OPERATIVE, 11, _MONTHLY)),
    (4, Shape(ForumKind.MANAGEMENT_GROUP, Level.STRATEGIC, 8, _MONTHLY, Documentation.MINUTES)),
    (3, Shape(ForumKind.BIG_MEETING, Level.OPERATIVE, 14, _BY_AUDIENCE)),
    (2, Shape(ForumKind.STEERING_GROUP, Level.STRATEGIC, 8, (Often(Per.TERM, 4),))),
    (2, Shape(ForumKind.PRESIDIUM, Level.POLITICAL, 6, (Often(Per.SPRING), Often(Per.AUTUMN)))),
    (1, Shape(ForumKind.OTHER, Level.COUNTY, 6, (Often(Per.YEAR, 2),))),
    (1, Shape(ForumKind.OTHER, Level.CHILD, 5, (Often(Per.NEED),), Documentation.NONE)),
)
# Spread evenly, so that a few forums are of many sorts too.
_ORDER = [
    shape
    for _share, _place, shape in sorted(
        ((nth / count, place, shape) for place, (count, shape) in enumerate(_IN_FORTY)
         for nth in range(count)),
        key=lambda each: each[:2],
    )
]  # fmt: skip


def shape_of(number: int) -> Shape:
    return _ORDER[number % len(_ORDER)]
