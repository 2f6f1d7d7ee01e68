"""Fields that hold a surface on the map."""

from collections.abc import Sequence as Many
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.fields.field import ABSENT, Field, Schema
from samsyn.exchange.nodes import Scalar
from samsyn.exchange.problems import Report
from samsyn.geography.shapes import NoSurfaceError, from_geojson, from_text
from samsyn.geography.systems import is_in_sweden


@dataclass(frozen=True)
class Shape(Field):
    """Well-known text (ISO 19125) in the file, GeoJSON in the database."""

    def take(self, row: Many[Any], at: int) -> str:
        return from_geojson(row[at]).text

    def give(self, value: str) -> tuple[Any, ...]:
        return (from_text(value).geojson,)

    def understand(self, node: Scalar, report: Report) -> Any:
        try:
            found = from_text(node.text)
        except NoSurfaceError:
            wrong = _("Det här är ingen yta.")
        else:
            if is_in_sweden(found.shape):
                return found.text
            wrong = _("Ytan ligger utanför Sverige.")
        report.wrong(node.line, wrong, self.expected(), self.name)
        return ABSENT

    def expected(self) -> str:
        return _("skriv POLYGON ((18.2 59.2, 18.3 59.2, …)), med longituden först")

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^(MULTI)?POLYGON \(\("}
