"""Risks, recommendations and rounds of a municipality that does not exist."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from samsyn.exchange.fields import in_order
from samsyn.exchange.kinds import Values
from samsyn.exchange.made_up import themes
from samsyn.exchange.made_up.entries import entry, part
from samsyn.exchange.made_up.spans import NOW, History
from samsyn.exchange.made_up.staff import Staff
from samsyn.exchange.records import Entry
from samsyn.governance.api import Fulfilment, Regard, RiskKind

# In all, however many years are told of.
_RISKS, _RECOMMENDATIONS, _ROUNDS = 60, 30, 12
_A_MONTH, _A_YEAR = timedelta(days=30), timedelta(days=365)
_CATEGORIES = ("stuprörstänk", "personalomsättning", "otydliga syften", "sekretess", "resurser")


class Risks:
    """Made as it is written; the audits are documents that are there already."""

    def __init__(
        self, random: Random, staff: Staff, documents: Sequence[str], history: History
    ) -> None:
        self._random, self._staff = random, staff
        self._documents, self._history = documents, history

    def sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        yield "risks", (self._risk(number) for number in range(_RISKS))
        yield "recommendations", (self._recommended(n) for n in range(_RECOMMENDATIONS))
        yield "consultations", (self._round(number) for number in range(_ROUNDS))

    def _function(self) -> str:
        return self._random.choice(self._staff.employed)[1]

    def _board(self) -> str:
        return self._random.choice(self._staff.elected)[0]

    def _risk(self, number: int) -> Entry:
        random, found_on = self._random, self._history.day(self._random)
        kind = random.choice(list(RiskKind))
        is_closed = found_on + _A_YEAR < NOW
        judged = [self._judgement(found_on)] if kind is RiskKind.RISK else []
        closed: dict[str, Any] = {"closed_on": found_on + _A_YEAR, "outcome": "Det är löst."}
        return entry(
            "risks",
            f"risk-{number:03}",
            title=f"{kind.label.capitalize()} {number}: {random.choice(themes.THEMES).name}",
            kind=kind.value,
            category=random.choice(_CATEGORIES),
            owner=self._function(),
            towards_body=self._board() if kind is RiskKind.PROPOSAL else "",
            found_on=found_on,
            action="Tas upp i ledningsgruppen.",
            due_on=found_on + _A_YEAR,
            judgements=in_order(judged),
            invented=True,
            **(closed if is_closed else {}),
        )

    def _judgement(self, day: Any) -> Values:
        likelihood, consequence = self._random.randint(1, 4), self._random.randint(1, 4)
        return part(
            "risks",
            "judgements",
            judged_on=day,
            likelihood=likelihood,
            consequence=consequence,
            why="Så har det varit förut.",
        )

    def _recommended(self, number: int) -> Entry:
        given_on = self._history.day(self._random)
        told: dict[str, Any] = {}
        if given_on + _A_MONTH < NOW:
            told |= {"answered_on": given_on + _A_MONTH, "answer": "Nämnden instämmer."}
        if given_on + _A_YEAR < NOW:
            told |= {
                "closed_on": given_on + _A_YEAR,
                "closed_as": Fulfilment.DONE.value,
                "closed_by": self._function(),
                "result": "Rutinen är beslutad och känd.",
            }
        return entry(
            "recommendations",
            f"rekommendation-{number:03}",
            audit=self._random.choice(self._documents),
            number=str(number),
            text=f"Säkerställ uppföljningen av {self._random.choice(themes.THEMES).name.lower()}.",
            body=self._board(),
            given_on=given_on,
            action="En rutin tas fram.",
            owner=self._function(),
            due_on=given_on + _A_YEAR,
            invented=True,
            **told,
        )

    def _round(self, number: int) -> Entry:
        random, sent_on = self._random, self._history.day(self._random)
        bodies = sorted({self._board() for _each in range(3)})
        answer_by = sent_on + _A_MONTH
        is_over = answer_by < NOW
        compiled: dict[str, Any] = {"compiled_on": answer_by, "summary": "Punkt 3 är ny."}
        return entry(
            "consultations",
            f"remiss-{number:03}",
            title=f"Remiss {number}: {random.choice(themes.THEMES).name}",
            question="Vad saknas i planen?",
            document=random.choice(self._documents),
            sent_on=sent_on,
            answer_by=answer_by,
            statements=in_order(
                self._statement(body, answer_by, is_over=is_over) for body in bodies
            ),
            invented=True,
            **(compiled if is_over else {}),
        )

    def _statement(self, body: str, day: Any, *, is_over: bool) -> Values:
        told: dict[str, Any] = {}
        if is_over:
            told = {"stated_on": day, "text": "Tiden saknas.", "regard": Regard.MET.value}
        return part("consultations", "statements", body=body, **told)
