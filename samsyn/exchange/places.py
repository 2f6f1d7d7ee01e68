"""Which municipality each file is about, and what the files say of it."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.exchange.fields import ABSENT, Form, Text
from samsyn.exchange.nodes import Node, Scalar
from samsyn.exchange.problems import Report
from samsyn.exchange.records import Part, Place

FIELDS = (
    Text("key", gettext_lazy("kommunens nyckel"), is_required=True),
    Text("name", gettext_lazy("kommunens namn"), is_required=True),
    Text("code", gettext_lazy("SCB:s fyrsiffriga kod"), is_required=True),
)
_FORM = Form(FIELDS)


class Places:
    """The municipalities of all the files that are read together."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.parts: dict[str, Part] = {}

    def read(self, node: Node, file: str) -> Part | None:
        place = self._place(node, file)
        if place is None:
            return Part(Place("", file, node.line))
        part = self.parts.setdefault(place.key, Part(place))
        if place.name and part.place.name and _said(place) != _said(part.place):
            self._report.wrong(
                node.line,
                _("Kommunen beskrivs på annat sätt i %(file)s:%(line)d.")
                % {"file": part.place.file, "line": part.place.line},
                _("beskriv den i en av filerna"),
                "municipality",
            )
        if place.name:
            part.place = place
        return part

    def _place(self, node: Node, file: str) -> Place | None:
        if isinstance(node, Scalar) and not node.is_empty:
            return Place(node.text, file, node.line)
        self._report.path = ["municipality"]
        values = _FORM.read(node, self._report)
        if values is ABSENT:
            return None
        key, name, code = values
        if not re.fullmatch(r"\d{4}", code, re.ASCII):
            self._report.wrong(node.line, _("Kommunens kod har fyra siffror."), '"1489"', "code")
            return None
        return Place(key, file, node.line, name, code)


def _said(place: Place) -> tuple[str, str]:
    return place.name, place.code
