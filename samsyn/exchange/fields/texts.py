"""Fields that hold text."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext as _

from samsyn.exchange import text
from samsyn.exchange.fields.field import ABSENT, Field, Schema, Short
from samsyn.exchange.nodes import Scalar
from samsyn.exchange.problems import Report
from samsyn.exchange.suggestions import meant
from samsyn.kernel.identity import holds_personal_number, organisation_number

_LONGEST_LINE = 200


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Text(Field):
    """One line of text; with `lines`, several."""

    longest: int = _LONGEST_LINE
    lines: bool = False

    def understand(self, node: Scalar, report: Report) -> Any:
        wrong, right = self._fault(node.text)
        if wrong:
            report.wrong(node.line, wrong, right, self.name)
            return ABSENT
        return node.text

    def _fault(self, said: str) -> tuple[str, str]:
        if not said.strip() and self.is_required:
            return _("Fältet får inte vara tomt."), ""
        if len(said) > self.longest:
            return (
                _("Texten har %(count)d tecken.") % {"count": len(said)},
                _("högst %(most)d tecken") % {"most": self.longest},
            )
        if _UNSTORABLE.search(said):
            return _("Texten innehåller ett tecken som inte kan sparas."), _("ta bort det")
        if holds_personal_number(said):
            return _("Här står något som liknar ett personnummer."), _(
                "ta bort det, det behövs inte"
            )
        return ("", "") if self.lines else _fault_of_line(said)

    def schema(self) -> Schema:
        told: Schema = {"type": ["string", "number", "boolean"] if not self.lines else "string"}
        told |= {"maxLength": self.longest}
        if self.is_required:
            told["minLength"] = 1
        return told


@dataclass(frozen=True)
class ShortText(Short, Text):
    """One line for a list of one."""


def _fault_of_line(said: str) -> tuple[str, str]:
    if "\n" in said or "\r" in said:
        return _("Texten har flera rader."), _("skriv den på en rad")
    if said != said.strip():
        return _("Texten börjar eller slutar med mellanslag."), text.quoted(said.strip())
    return "", ""


@dataclass(frozen=True)
class SecureAddress(Text):
    """An address on the web."""

    def _fault(self, said: str) -> tuple[str, str]:
        if said and not re.fullmatch(r"https://[^\s/]\S*", said):
            return _("Adressen går inte att använda."), _(
                "skriv den med https:// och utan mellanslag"
            )
        return super()._fault(said)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^https://[^\s/]\S*$", "maxLength": self.longest}


@dataclass(frozen=True)
class OrganisationNumber(Field):
    def understand(self, node: Scalar, report: Report) -> Any:
        number = organisation_number(node.text)
        if number is None:
            wrong = _("Organisationsnumret %(number)s stämmer inte.") % {"number": node.text[:20]}
            report.wrong(
                node.line, wrong, _("skriv NNNNNN-NNNN med rätt kontrollsiffra"), self.name
            )
            return ABSENT
        return number

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^\d{6}-?\d{4}$"}


@dataclass(frozen=True)
class Choice(Field):
    choices: type[TextChoices] = TextChoices

    @cached_property
    def _values(self) -> dict[str, str]:
        """Each value by itself, so that thousands that say it keep one text together."""
        return {value: value for value in self.choices.values}

    def understand(self, node: Scalar, report: Report) -> Any:
        if (value := self._values.get(node.text)) is not None:
            return value
        report.wrong(
            node.line,
            _("”%(word)s” finns inte att välja.") % {"word": node.text[:40]},
            self._nearest(node.text),
            self.name,
        )
        return ABSENT

    def _nearest(self, word: str) -> str:
        """People write the Swedish word: the value that it is the label of is what they meant."""
        labels = {str(label).lower(): value for value, label in self.choices.choices}
        if word.lower() in labels:
            return _("skriv %(word)s") % {"word": labels[word.lower()]}
        return meant(word, self.choices.values)

    def expected(self) -> str:
        return _("välj bland %(words)s") % {"words": ", ".join(self.choices.values)}

    def schema(self) -> Schema:
        return {"enum": list(self.choices.values)}


@dataclass(frozen=True)
class Matching(Text):
    """One line of a certain form, with an example of it."""

    pattern: str = ""
    example: str = ""

    def _fault(self, said: str) -> tuple[str, str]:
        if said and not re.fullmatch(self.pattern, said):
            told = {"text": said[:40]}
            return _("”%(text)s” har inte den form som går här.") % told, text.quoted(self.example)
        return super()._fault(said)

    def schema(self) -> Schema:
        return {"type": "string", "pattern": self.pattern, "maxLength": self.longest}
