"""The organisation of a municipality that does not exist: bodies, functions and who held them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from random import Random
from typing import Any

from samsyn.exchange.fields import ABSENT
from samsyn.exchange.kinds import kind_of
from samsyn.exchange.made_up import names
from samsyn.exchange.made_up.boundaries import boundaries
from samsyn.exchange.made_up.entries import entry
from samsyn.exchange.made_up.spans import History
from samsyn.exchange.records import Entry
from samsyn.kernel.period import Period
from samsyn.organisation.api import AreaKind, BodyKind, Office

_BODIES, _POSITIONS, _AREAS = 300, 1_500, 60
_BOARDS, _UNITS_OF_AN_AREA = 6, 8
_OUTSIDE = (
    (BodyKind.POLICE, "Polisen i {}"),
    (BodyKind.RESCUE_SERVICE, "Räddningstjänsten {}"),
    (BodyKind.REGIONAL_UNIT, "Barnmottagningen i {}"),
    (BodyKind.INDEPENDENT_SCHOOL, "Friskolan {}"),
    (BodyKind.HOUSING_COMPANY, "{}bostäder"),
    (BodyKind.ASSOCIATION, "{} idrottsförening"),
    (BodyKind.PARISH, "{} församling"),
    (BodyKind.COMPANY, "{} buss"),
)
_SEATS = (
    ("Ordförande", Office.CHAIR),
    ("Förste vice ordförande", Office.FIRST_VICE_CHAIR),
    ("Andre vice ordförande", Office.SECOND_VICE_CHAIR),
)
_SECTIONS = tuple("documents terms areas boundaries bodies positions persons appointments".split())

# Shares of the whole, one in so many.
_RENAMED, _MOVED, _ENDED, _SEVERAL, _VACANT = 8, 25, 30, 12, 15
_ACTING, _DEPUTY, _PART_TIME, _KNOWN, _REACHED, _CITED = 20, 30, 12, 3, 4, 6
_HOLDERS = 3  # where there is room for several
_PARTS_OF_FULL_TIME = (25, 50, 75, 80)


class Organisation:
    """Made once, in the order in which the sections stand in a file."""

    def __init__(self, random: Random, place: str, code: str, history: History) -> None:
        self._random = random
        self._place = place
        self._code = code
        self._history = history
        self._made: dict[str, dict[str, Entry]] = {section: {} for section in _SECTIONS}
        self._idle: list[str] = []
        self._make_documents()
        self._make_terms()
        self._make_areas()
        self._make_bodies()
        self._make_positions()
        self._make_appointments()

    def sections(self) -> Iterator[tuple[str, list[Entry]]]:
        for section, entries in self._made.items():
            yield section, [entries[key] for key in sorted(entries)]

    def entries(self, section: str) -> Iterable[Entry]:
        return self._made[section].values()

    def said(self, section: str, key: str, field: str) -> Any:
        return self._made[section][key].values[kind_of(section).places[field]]

    def _add(self, section: str, key: str, **said: Any) -> str:
        """Keep a record under the key, or one like it that is free."""
        taken = self._made[section]
        free = next(name for name in names.like(key) if name not in taken)
        taken[free] = entry(section, free if kind_of(section).key else "", **said)
        return free

    def _is_one_in(self, count: int) -> bool:
        return self._random.randrange(count) == 0

    def _make_documents(self) -> None:
        """A decision on who does what for each term of office; as made up as all the rest."""
        for name, period in self._history.terms():
            self._add(
                "documents",
                names.key(f"delegationsordning-{period.starts_on:%Y}"),
                title=f"Delegationsordning {name} (påhittad)",
                number=f"{period.starts_on:%Y}.{self._random.randrange(1, 999):03} KS",
                publisher="Kommunstyrelsen",
                dated_on=period.starts_on,
            )

    def _source(self) -> tuple[Any, ...]:
        if not self._is_one_in(_CITED):
            return ()
        document = self._random.choice(sorted(self._made["documents"]))
        return ((document, f"s. {self._random.randrange(1, 60)}", ""),)

    def _make_terms(self) -> None:
        for name, period in self._history.terms():
            self._add("terms", name, period=period)

    def _make_areas(self) -> None:
        whole = self._area(self._place, AreaKind.MUNICIPALITY, "", code=self._code)
        districts: list[str] = []
        for n, name in enumerate(names.places(self._random, _AREAS)):
            if n % _UNITS_OF_AN_AREA == 0:
                districts.append(self._area(f"Norra {name}", AreaKind.DISTRICT, whole))
            self._area(name, AreaKind.PLACE, districts[-1])
        areas = self._made["areas"].values()
        self._made["boundaries"] = {each.values[0]: each for each in boundaries(areas)}

    def _area(self, name: str, kind: AreaKind, within: str, code: str = "") -> str:
        return self._add(
            "areas", names.key(name), kind=kind.value, name=name, within=within, code=code
        )

    def _make_bodies(self) -> None:
        """The elected at the top, administrations below the boards, units below them, others."""
        self._body("Kommunfullmäktige", BodyKind.COUNCIL, "")
        self._body("Kommunstyrelsen", BodyKind.EXECUTIVE_BOARD, "")
        fields = names.fields(self._random, _BOARDS)
        boards = [self._body(f"{name.title()}nämnden", BodyKind.BOARD, "") for name in fields]
        below = [
            self._body(f"{name.title()}förvaltningen", BodyKind.ADMINISTRATION, board)
            for name, board in zip(fields, boards, strict=True)
        ]
        places = names.places(self._random, _BODIES)
        for n in range(_BODIES - len(self._made["bodies"])):
            if n % _UNITS_OF_AN_AREA == 0:
                kind, name = _OUTSIDE[n // _UNITS_OF_AN_AREA % len(_OUTSIDE)]
                self._body(name.format(places[n]), kind, "", may_end=True)
            else:
                self._body(
                    names.unit(self._random, places[n]),
                    BodyKind.UNIT,
                    below[n % len(below)],
                    moves_to=below[-1],
                    may_end=True,
                )

    def _body(
        self, name: str, kind: BodyKind, above: str, *, moves_to: str = "", may_end: bool = False
    ) -> str:
        ends_on = self._history.day(self._random) if may_end and self._is_one_in(_ENDED) else None
        life = Period(None, ends_on)
        return self._add(
            "bodies",
            names.key(name),
            kind=kind.value,
            name=ABSENT,
            short_name=ABSENT,
            names=self._names(name, life),
            period=life,
            own_authority=kind in {BodyKind.BOARD, BodyKind.EXECUTIVE_BOARD},
            area=self._random.choice(sorted(self._made["areas"])) if may_end else "",
            under=ABSENT,
            placements=self._placements(above, moves_to, life),
            contacts=self._contacts(names.key(name)),
            source=self._source(),
        )

    def _turn(self, life: Period, share: int) -> date | None:
        """A day in the life on which something changes, for one in so many."""
        day = self._history.day(self._random)
        return day if self._is_one_in(share) and (not life.ends_on or day < life.ends_on) else None

    def _names(self, name: str, life: Period) -> tuple[Any, ...]:
        day = self._turn(life, _RENAMED)
        if day is None:
            return ((name, "", life, ()),)
        before = (f"{name} (tidigare)", "", Period(None, day), ())
        return before, (name, "", Period(day, life.ends_on), ())

    def _placements(self, above: str, moves_to: str, life: Period) -> tuple[Any, ...]:
        if not above:
            return ()
        day = self._turn(life, _MOVED) if moves_to not in {"", above} else None
        if day is None:
            return ((above, life, ()),)
        return (above, Period(None, day), ()), (moves_to, Period(day, life.ends_on), ())

    def _contacts(self, key: str) -> tuple[Any, ...]:
        is_reached = self._is_one_in(_REACHED)
        return (("email", f"{key}@kommun.example", ""),) if is_reached else ()

    def _make_positions(self) -> None:
        bodies = list(self._made["bodies"])
        elected = [key for key in bodies if self._is_elected(key)]
        for body in elected:
            for title, office in _SEATS:
                self._position(body, title, office.value)
            self._position(body, "Ledamot", Office.MEMBER.value, several=True)
        working = [key for key in bodies if key not in elected]
        for n in range(_POSITIONS - len(self._made["positions"])):
            title = "Chef" if n < len(working) else names.title(self._random)
            self._position(working[n % len(working)], title, several=self._is_one_in(_SEVERAL))

    def _is_elected(self, body: str) -> bool:
        kind = self.said("bodies", body, "kind")
        return kind in {BodyKind.COUNCIL, BodyKind.EXECUTIVE_BOARD, BodyKind.BOARD}

    def _position(self, body: str, title: str, office: str = "", *, several: bool = False) -> None:
        self._add(
            "positions",
            names.key(f"{body} {title}"),
            body=body,
            title=title,
            office=office,
            several=several,
            period=self.said("bodies", body, "period"),
            source=self._source(),
        )

    def _make_appointments(self) -> None:
        for position in self._made["positions"]:
            if self.said("positions", position, "office"):
                self._elect(position)
            else:
                self._employ(position)

    def _elect(self, position: str) -> None:
        """One for each term; half of them are elected again."""
        holder = ""
        for name, period in self._history.terms():
            holder = holder if holder and self._is_one_in(2) else self._person()
            self._appoint(position, holder, period, term=name)

    def _employ(self, position: str) -> None:
        life = self.said("positions", position, "period")
        is_shared = self.said("positions", position, "several")
        for _holder in range(_HOLDERS if is_shared else 1):
            tenures = list(self._history.tenures(self._random, life))
            leaves = self._is_one_in(_VACANT)
            # Where there are several at a time, no one may come back while she is still there.
            self._follow(position, tenures[:-1] if leaves else tenures, may_return=not is_shared)

    def _follow(self, position: str, tenures: Sequence[Period], *, may_return: bool) -> None:
        """One after another; who leaves may be taken on elsewhere."""
        for period in tenures:
            person = self._someone() if may_return else self._person()
            is_acting, is_part = self._is_one_in(_ACTING), self._is_one_in(_PART_TIME)
            self._appoint(
                position,
                person,
                period,
                kind="acting" if is_acting else "ordinary",
                share=self._random.choice(_PARTS_OF_FULL_TIME) if is_part else 100,
            )
            if self._is_one_in(_DEPUTY):
                self._appoint(position, self._person(), period, kind="deputy")
            self._idle.append(person)

    def _someone(self) -> str:
        """Someone who is known from another function, or someone new."""
        if self._idle and self._is_one_in(_KNOWN):
            return self._idle.pop(self._random.randrange(len(self._idle)))
        return self._person()

    def _person(self) -> str:
        given, family = names.person(self._random)
        return self._add(
            "persons",
            names.key(f"{given} {family}"),
            given_name=given,
            family_name=family,
            invented=True,
        )

    def _appoint(self, position: str, person: str, period: Period, **said: Any) -> None:
        # In the order of an export: by function, person and first day.
        key = f"{position}\0{person}\0{period.starts_on}"
        self._add("appointments", key, position=position, person=person, period=period, **said)
