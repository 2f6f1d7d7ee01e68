"""Initiatives, methods and venues of a municipality that does not exist."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up import themes
from samsyn.exchange.made_up.courses import Courses
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.governance import Governance
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry
from samsyn.initiatives.api import Evidence, Grade, InitiativeKind, Prevention, Scope
from samsyn.kernel.period import Period

# For each year that is told of; ten years make what the goals of `make bench` are set for.
_A_YEAR_OF_THEM = 50
_METHODS, _VENUES = 20, 40  # in all
_MOST_YEARS = 4
_A_YEAR = timedelta(days=365)
# Shares of the whole, one in so many.
_UNOWNED, _UNPLACED, _FOLLOWING, _BY_ONE_BOARD, _UNSPLIT, _RENEWED = 10, 3, 6, 2, 8, 4
_BEGUN_KINDS = (InitiativeKind.INTERVENTION, InitiativeKind.PROJECT, InitiativeKind.COMMITMENT)
_CALLED = {
    InitiativeKind.INTERVENTION: "Insats {}: {}",
    InitiativeKind.PROJECT: "Projekt {}: {}",
    InitiativeKind.COMMITMENT: "Satsning {}: {}",
}
_SERVICES = ("Öppen förskola", "Läxhjälp", "Fritidsgård", "Föräldragrupp", "Rådgivning")
_ORIGINS = ("Nämndens budget", "Riktade medel i budget", "Statsbidrag", "Regionen")
_PROFESSIONS = ("Socialpedagog", "Skolsocionom", "Familjebehandlare", "Fältassistent", "Samordnare")
_WHOLE = Decimal(100)
_CENT = Decimal("0.01")

Said = dict[str, Any]


class Initiatives:
    """Made as it is written, upon the agreements, documents and forums that are there already."""

    def __init__(
        self,
        random: Random,
        staff: Staff,
        governance: Governance,
        areas: Sequence[str],
        history: History,
    ) -> None:
        self._random, self._staff, self._governance = random, staff, governance
        self._areas, self._history = areas, history
        self._courses = Courses(random, staff, governance.documents)
        self._methods = [f"metod-{n:02}" for n in range(_METHODS)]
        self._venues = [f"plats-{n:02}" for n in range(_VENUES)]
        self.keys = [f"insats-{n:04}" for n in range(_A_YEAR_OF_THEM * history.years)]

    def sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        yield "methods", (self._method(number) for number in range(_METHODS))
        yield "venues", (self._venue(number) for number in range(_VENUES))
        yield "initiatives", (self._initiative(number) for number in range(len(self.keys)))

    def _is_one_in(self, count: int) -> bool:
        return self._random.randrange(count) == 0

    def _method(self, number: int) -> Entry:
        return entry(
            "methods",
            self._methods[number],
            name=f"Metod {number}: {themes.THEMES[number % len(themes.THEMES)].name}",
            what="Ett program i tio träffar.",
            evidence=self._random.choice(Evidence.values),
            licence="Får användas av den som har gått utbildningen.",
            invented=True,
        )

    def _venue(self, number: int) -> Entry:
        begun = self._history.day(self._random)
        changed = begun + _A_YEAR
        return entry(
            "venues",
            self._venues[number],
            name=f"Mötesplats {number}",
            area=self._random.choice(self._areas),
            services=in_order(
                self._service(period, days)
                for period, days in ((Period(begun, changed), 2), (Period(changed, None), 4))
            ),
            invented=True,
        )

    def _service(self, period: Period, days_a_week: int) -> Values:
        return part(
            "venues",
            "services",
            what=self._random.choice(_SERVICES),
            days_a_week=Decimal(days_a_week),
            hours="9–12",
            body=self._employed(),
            period=period,
        )

    def _initiative(self, number: int) -> Entry:
        random, begun = self._random, self._history.day(self._random)
        theme, kind = random.choice(themes.THEMES), random.choice(_BEGUN_KINDS)
        told = Period(begun, begun + random.randint(1, _MOST_YEARS) * _A_YEAR)
        phase, moves = self._courses.moves(begun)
        ended = self._courses.ended(kind, told)
        low, high = theme.ages
        return entry(
            "initiatives",
            self.keys[number],
            title=_CALLED[kind].format(number, theme.name),
            kind=ended.kind.value,
            phase=phase,
            what=themes.purpose(random, theme),
            purpose=themes.goals(random, theme),
            period=ended.life,
            prevention=(random.choice(Prevention.values),),
            scope=random.choice(Scope.values),
            method=random.choice(self._methods),
            target_group=themes.target_group(random, theme),
            age_from=low,
            age_to=high,
            grades=(random.choice(Grade.values),),
            school_forms=tuple(form.value for form in theme.forms),
            meant_for=random.randint(5, 400),
            comparison="" if self._is_one_in(2) else "Läsåret före.",
            focus_areas=theme.focus,
            venue="" if self._is_one_in(_UNPLACED) else random.choice(self._venues),
            owner="" if self._is_one_in(_UNOWNED) else random.choice(self._staff.employed)[1],
            predecessor=self.keys[number - 1] if number and self._is_one_in(_FOLLOWING) else "",
            responsible=in_order(self._responsible(begun)),
            funding=in_order(self._funding(year) for year in _years(told)),
            staffing=in_order([self._staffing(told)]),
            partners=in_order(self._partners(told)),
            areas=(part("initiatives", "areas", area=random.choice(self._areas)),),
            belongings=in_order(self._belongings()),
            moves=moves,
            evaluations=self._courses.evaluations(ended.life),
            decisions=ended.decisions,
            invented=True,
        )

    def _responsible(self, begun: date) -> Iterator[Values]:
        """One board that answers for all of it, until more share it; or from the start."""
        boards = sorted({self._random.choice(self._staff.elected)[0] for _board in range(3)})
        if self._is_one_in(_BY_ONE_BOARD):
            yield self._board(boards[0], _WHOLE, Period(begun, None))
            return
        shared = begun + _A_YEAR if self._is_one_in(_RENEWED) else begun
        if shared > begun:
            yield self._board(boards[0], _WHOLE, Period(begun, shared))
        shares = [None] * len(boards) if self._is_one_in(_UNSPLIT) else _split(len(boards))
        for board, share in zip(boards, shares, strict=True):
            yield self._board(board, share, Period(shared, None))

    def _board(self, body: str, share: Decimal | None, period: Period) -> Values:
        return part("initiatives", "responsible", body=body, share_percent=share, period=period)

    def _funding(self, year: int) -> Values:
        return part(
            "initiatives",
            "funding",
            origin=self._random.choice(_ORIGINS),
            body=self._random.choice(self._staff.elected)[0],
            year=year,
            amount=Decimal(self._random.randrange(50, 2_000) * 1_000),
            earmarked=self._is_one_in(2),
        )

    def _staffing(self, life: Period) -> Values:
        return part(
            "initiatives",
            "staffing",
            profession=self._random.choice(_PROFESSIONS),
            body=self._employed(),
            posts=(Decimal(self._random.randint(1, 8)) / 2).quantize(_CENT),
            period=life,
        )

    def _partners(self, life: Period) -> Iterator[Values]:
        for body in sorted({self._employed() for _partner in range(self._random.randrange(4))}):
            yield part("initiatives", "partners", body=body, does="Deltar.", period=life)

    def _belongings(self) -> Iterator[Values]:
        made = self._governance
        for name, keys in (
            ("agreement", made.agreements),
            ("document", made.documents),
            ("forum", [forum.key for forum in made.forums]),
            ("assignment", made.assignments),
        ):
            if self._is_one_in(2):
                named: Said = {name: self._random.choice(keys)}
                yield part("initiatives", "belongings", **named)

    def _employed(self) -> str:
        return self._random.choice(self._staff.employed)[0]


def _split(count: int) -> list[Decimal]:
    """Shares that make a whole: the first has what the others leave."""
    even = (_WHOLE / count).quantize(_CENT)
    return [_WHOLE - even * (count - 1), *[even] * (count - 1)]


def _years(life: Period) -> range:
    first, last = life.starts_on or NOW, min(life.ends_on or NOW, NOW)
    return range(first.year, last.year + 1)
