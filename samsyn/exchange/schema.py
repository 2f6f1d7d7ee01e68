"""The format as JSON Schema 2020-12, for an editor to help with."""

from typing import Any

from django.utils.translation import gettext as _

from samsyn.exchange.fields import record_schema
from samsyn.exchange.kinds import Kind, kinds
from samsyn.exchange.places import FIELDS
from samsyn.exchange.versions import NEWEST

Schema = dict[str, Any]


def schema() -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": _("Samverkansfil"),
        "type": "object",
        "additionalProperties": False,
        "required": ["samsyn", "municipality"],
        "properties": {
            "samsyn": {"description": _("formatets version"), "const": NEWEST},
            "municipality": {
                "description": _("kommunens nyckel, eller i en av filerna vem den är"),
                "anyOf": [{"type": "string"}, record_schema(FIELDS)],
            },
            **{kind.section: _section(kind) for kind in kinds()},
        },
    }


def _section(kind: Kind) -> Schema:
    record = record_schema(kind.fields)
    told: Schema = {"description": str(kind.label)}
    if not kind.key:
        return told | {"type": "array", "items": record}
    # What there is already may be mended by a record that says only that.
    record.pop("required")
    return told | {
        "type": "object",
        "patternProperties": {f"^{kind.key_pattern}$": record},
        "additionalProperties": False,
    }
