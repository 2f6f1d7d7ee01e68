"""Agreements, documents and decisions of a municipality that does not exist."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up import taught, themes
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.forums import Forum
from samsyn.exchange.made_up.risks import Risks
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Seated, Staff
from samsyn.exchange.records import Entry
from samsyn.forums.api import Level
from samsyn.governance.api import (
    AgreementKind,
    Block,
    DocumentKind,
    DutyKind,
    LimitUnit,
    Outcome,
    Publication,
    Recurs,
    Renewal,
    Reply,
    usual_duties,
)
from samsyn.kernel.period import Period

# For each year that is told of; ten years make what the goals of `make bench` are set for.
_AGREEMENTS, _DOCUMENTS, _MATTERS = 20, 300, 1_500
_DUTIES, _DECLINED = 40, 3  # in all
_PROPOSALS, _ASSIGNMENTS = 10, 12
# Shares of the whole, one in so many.
_INFORMAL, _ENDED, _UNFOLLOWED, _UNOWNED, _UNDECIDED, _REFERRED = 8, 3, 5, 12, 10, 25
_APPROVED_BY_FORUM, _CONSIDERED = 15, 3
_A_YEAR, _MOST_YEARS = 365, 4
_KINDS = {
    DocumentKind.PLAN: "Plan",
    DocumentKind.ACTION_PLAN: "Handlingsplan",
    DocumentKind.PROGRAMME: "Program",
    DocumentKind.GUIDELINE: "Riktlinje",
    DocumentKind.ROUTINE: "Rutin",
    DocumentKind.ROLE: "Rollbeskrivning",
    DocumentKind.REPORT: "Verksamhetsberättelse",
    DocumentKind.SURVEY: "Kartläggning",
    DocumentKind.DIALOGUE: "Dialoger",
}
_SAID = {
    Block.GOALS: "Fler barn och unga fullföljer sina studier.",
    Block.TARGET_GROUPS: "Särskild rutin för placerade barn.",
    Block.DEVIATIONS: "Avvikelser löses först mellan enheterna och rapporteras sedan skriftligt.",
    Block.OBSTACLES: "Hinder lyfts till ledningsgruppen inom en månad.",
    Block.INDICATORS: "Närvaro, tid till första möte och andel planer som har följts upp.",
    Block.FOLLOW_UP: "Överenskommelsen följs upp varje år i ledningsgruppen.",
}
_OUTCOMES = (*[Outcome.APPROVED] * 12, Outcome.REJECTED, Outcome.TABLED, Outcome.NOTED)
_ALTERNATIVES = (
    "Ett avtal för varje nämnd. Det valdes bort, för parterna hade olika villkor i det förra.",
    "Att vänta till efter översynen. Det valdes bort, för uppföljningen är redan försenad.",
    "Att låta en nämnd svara för allt. Det valdes bort, för ansvaret ligger på flera.",
)
_CATEGORIES = ("barn-utbildning", "vård-omsorg", "ekonomi", "demokrati")

Said = dict[str, Any]


class Governance:
    """Made as it is written; only the keys are kept, for what refers to them."""

    def __init__(self, random: Random, staff: Staff, forums: list[Forum], history: History) -> None:
        self._random, self.forums, self._history = random, forums, history
        self._elected, self._employed = staff.elected, staff.employed
        self._staff = staff
        self.documents = [f"dokument-{n:05}" for n in range(_DOCUMENTS * history.years)]
        self.agreements = [f"avtal-{n:04}" for n in range(_AGREEMENTS * history.years)]
        self.assignments = [f"uppdrag-{n:04}" for n in range(_ASSIGNMENTS * history.years)]

    def sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        yield "governing_documents", (self._document(n) for n in range(len(self.documents)))
        yield "agreements", (self._agreement(n) for n in range(len(self.agreements)))
        matters = [self._matter(n) for n in range(_MATTERS * self._history.years)]
        yield "matters", (made for made, _steps in matters)
        yield "steps", (step for _made, steps in matters for step in steps)
        yield "duties", (self._duty(number) for number in range(_DUTIES))
        yield "declined_duties", self._declined()
        yield "priority_areas", (self._area(number) for number in range(len(themes.THEMES)))
        yield "proposals", (self._proposal(number) for number in range(self._times(_PROPOSALS)))
        yield "assignments", (self._assignment(n) for n in range(len(self.assignments)))
        yield from Risks(self._random, self._staff, self.documents, self._history).sections()

    def _is_one_in(self, count: int) -> bool:
        return self._random.randrange(count) == 0

    def _life(self) -> Period:
        start = self._history.day(self._random)
        years = self._random.randint(1, _MOST_YEARS)
        return Period(start, start + timedelta(days=years * _A_YEAR))

    def _owner(self) -> Said:
        if self._is_one_in(_UNOWNED):
            return {}
        if self._is_one_in(_ENDED):
            return {"owner_forum": self._random.choice(self.forums).key}
        return {"owner": self._random.choice(self._employed)[1]}

    def _theme(self) -> str:
        return self._random.choice(themes.THEMES).name

    def _document(self, number: int) -> Entry:
        random, life = self._random, self._life()
        kind, theme = random.choice(list(_KINDS)), self._theme()
        decided_on = life.starts_on or NOW
        is_decided = not self._is_one_in(_UNDECIDED)
        told: Said = {**self._decider(), "decided_on": decided_on} if is_decided else {}
        learners = taught.learners(random, kind, self._employed)
        return entry(
            "governing_documents",
            self.documents[number],
            title=f"{_KINDS[kind]}: {theme} {decided_on:%Y}",
            kind=kind.value,
            level=random.choice(Level.values),
            paragraph=f"§ {random.randint(1, 140)}" if is_decided else "",
            registry_number=f"{decided_on:%Y}.{random.randint(1, 400):03} BUN",
            period=life,
            applies_to=f"Perioden {decided_on:%Y}",
            responsible=random.choice(self._employed)[0],
            replaces=self.documents[number - 1] if number and self._is_one_in(_ENDED) else "",
            review_on=decided_on + timedelta(days=_A_YEAR),
            review_months=12,
            publication=random.choice(Publication.values),
            concerns=in_order(self._concerns(learners)),
            trainings=in_order(taught.trainings(random, learners, decided_on)),
            dialogues=in_order(taught.dialogues(random, kind, decided_on)),
            invented=True,
            **told,
            **self._owner(),
        )

    def _decider(self) -> Said:
        if self._is_one_in(_APPROVED_BY_FORUM):
            return {"deciding_forum": self._random.choice(self.forums).key}
        return {"deciding_body": self._random.choice(self._elected)[0]}

    def _concerns(self, functions: list[str]) -> Iterator[Values]:
        for function in functions:
            yield part("governing_documents", "concerns", position=function)
        if self._is_one_in(4):
            forum = self._random.choice(self.forums)
            yield part("governing_documents", "concerns", forum=forum.key)

    def _agreement(self, number: int) -> Entry:
        random, life = self._random, self._life()
        is_informal = self._is_one_in(_INFORMAL)
        kinds = [each for each in AgreementKind if each is not AgreementKind.INFORMAL]
        kind = AgreementKind.INFORMAL if is_informal else random.choice(kinds)
        parties = sorted({random.choice(self._elected)[0] for _party in range(4)})
        return entry(
            "agreements",
            self.agreements[number],
            title=f"Överenskommelse {number}: {self._theme()}",
            kind=kind.value,
            level=Level.POLITICAL.value,
            period=life,
            renewal=random.choice(("", *Renewal.values)),
            notice_months=random.choice((None, 3, 6, 12)),
            predecessor=self.agreements[number - 1] if number and self._is_one_in(4) else "",
            purpose=f"Att parterna tar ett gemensamt ansvar för {self._theme().lower()}.",
            areas=tuple(sorted({self._theme(), self._theme()})),
            parties=in_order(self._party(each, len(parties)) for each in parties),
            clauses=tuple(self._clauses(life)),
            limits=(
                part(
                    "agreements",
                    "limits",
                    what="Möte efter kallelse",
                    amount=3,
                    unit=LimitUnit.WEEKS.value,
                ),
            ),
            invented=True,
            **self._followed_up(life),
            **self._owner(),
        )

    def _party(self, body: str, count: int) -> Values:
        share = (Decimal(100) / count).quantize(Decimal("0.01"))
        return part("agreements", "parties", body=body, share_percent=share)

    def _clauses(self, life: Period) -> Iterator[Values]:
        for ordinal, (block, text) in enumerate(_SAID.items(), 1):
            if self._is_one_in(_UNFOLLOWED):
                continue
            is_shown = self._is_one_in(2)
            yield part(
                "agreements",
                "clauses",
                ordinal=ordinal,
                block=block.value,
                text=text,
                owner=self._random.choice(self._employed)[1],
                evidence_document=self._random.choice(self.documents) if is_shown else "",
                reviewed_on=life.starts_on if is_shown else None,
            )

    def _followed_up(self, life: Period) -> Said:
        if self._is_one_in(_UNFOLLOWED):
            return {}
        starts_on = life.starts_on or NOW
        return {
            "follow_up": "Gemensam genomgång i ledningsgruppen, med skriftlig sammanställning.",
            "follow_up_on": starts_on + timedelta(days=_A_YEAR),
            "follow_up_owner": self._random.choice(self._employed)[1],
            "activated_on": starts_on,
        }

    def _duty(self, number: int) -> Entry:
        random, month = self._random, number % 12 + 1
        due = [date(year, month, 15) for year in range(self._history.begins.year, NOW.year)]
        return entry(
            "duties",
            f"plikt-{number:03}",
            title=f"Återkommer {number}: {self._theme()}",
            kind=random.choice(DutyKind.values),
            recurs=Recurs.DAY.value,
            by_month=month,
            by_day=15,
            agreement=random.choice(self.agreements),
            done=in_order(self._done(day) for day in due if not self._is_one_in(_UNFOLLOWED)),
            invented=True,
            **self._owner(),
        )

    def _declined(self) -> Iterator[Entry]:
        """What is usual and not for them; the first of it was taken back."""
        known = [duty.key for duty in usual_duties()]
        chosen = sorted(self._random.sample(known, _DECLINED))
        for number, usual in enumerate(chosen):
            day = self._history.day(self._random)
            yield entry(
                "declined_duties",
                "",
                usual=usual,
                why="Det gör en annan kommun åt alla i länet.",
                declined_on=day - timedelta(days=30),
                taken_back_on=None if number else day,
            )

    def _times(self, a_year: int) -> int:
        return a_year * self._history.years

    def _area(self, number: int) -> Entry:
        theme = themes.THEMES[number]
        return entry(
            "priority_areas",
            f"omrade-{number:03}",
            name=theme.focus[0],
            chosen_year=self._history.begins.year,
            chosen_by=self._random.choice(self.forums).key,
            bases=(part("priority_areas", "bases", document=self._random.choice(self.documents)),),
        )

    def _proposal(self, number: int) -> Entry:
        random, made_on = self._random, self._history.day(self._random)
        boards = sorted({random.choice(self._elected)[0] for _board in range(3)})
        return entry(
            "proposals",
            f"forslag-{number:04}",
            title=f"Förslag {number}: {self._theme()}",
            year=made_on.year + 1,
            made_on=made_on,
            made_by=random.choice(self.forums).key,
            area=f"omrade-{random.randrange(len(themes.THEMES)):03}",
            answers=in_order(self._answer(board, made_on) for board in boards),
            invented=True,
        )

    def _answer(self, board: str, made_on: date) -> Values:
        answered_on = made_on + timedelta(days=self._random.randint(10, 90))
        told: Said = {"reply": self._random.choice(Reply.values), "answered_on": answered_on}
        return part("proposals", "answers", body=board, **(told if answered_on <= NOW else {}))

    def _assignment(self, number: int) -> Entry:
        day = self._history.day(self._random)
        ended: Said = {}
        if self._is_one_in(2):
            ended = {"ended_as": "done", "ended_on": day, "result": "Klart och rapporterat."}
        return entry(
            "assignments",
            self.assignments[number],
            title=f"Uppdrag {number}: {self._theme()}",
            year=day.year,
            given_by=self._random.choice(self._elected)[0],
            report_on=day,
            area=f"omrade-{self._random.randrange(len(themes.THEMES)):03}",
            invented=True,
            **self._owner(),
            **ended,
        )

    def _done(self, day: date) -> Values:
        done_on = day + timedelta(days=self._random.randint(-20, 10))
        return part("duties", "done", due_on=day, done_on=done_on, result="Gjort och antecknat.")

    def _matter(self, number: int) -> tuple[Entry, list[Entry]]:
        random, day = self._random, self._history.day(self._random)
        key = f"arende-{number:05}"
        about: Said = {}
        if number < len(self.agreements):
            about = {"agreement": self.agreements[number]}
        made = entry(
            "matters",
            key,
            title=f"Ärende {number}: {self._theme()}",
            registry_number=f"{day:%Y}.{random.randint(1, 400):03} BUN",
            category=random.choice(_CATEGORIES),
            written_by=random.choice(self._employed)[0],
            written_on=day,
            statement="Förvaltningen har berett ärendet tillsammans med de andra parterna.",
            alternatives=random.choice(_ALTERNATIVES) if self._is_one_in(_CONSIDERED) else "",
            proposal="Nämnden godkänner förslaget.",
            invented=True,
            **about,
        )
        return made, list(self._steps(key, day))

    def _steps(self, matter: str, day: date) -> Iterator[Entry]:
        boards = [self._random.choice(self._elected) for _board in range(self._boards())]
        for number, board in enumerate(boards, 1):
            yield self._step(matter, number, board, day)

    def _boards(self) -> int:
        return self._random.choice((1, 1, 1, 1, 2, 3))

    def _step(self, matter: str, number: int, board: Seated, day: date) -> Entry:
        random = self._random
        decided_on = day + timedelta(days=random.randint(7, 60))
        outcome = Outcome.REFERRED_BACK if self._is_one_in(_REFERRED) else random.choice(_OUTCOMES)
        told: Said = {}
        if decided_on <= NOW:
            told = {
                "decided_on": decided_on,
                "paragraph": f"§ {random.randint(1, 140)}",
                "outcome": outcome.value,
                "signs": True,
                "to_sign": board[1],
            }
        if told and outcome is Outcome.APPROVED and not self._is_one_in(_UNDECIDED):
            told |= {"signed_on": decided_on + timedelta(days=7), "signer": board[1]}
        return entry("steps", "", matter=matter, number=number, body=board[0], **told)
