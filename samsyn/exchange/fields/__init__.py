"""The kinds of values that a field can have: how each is read, written, stored and described.

A value is compared and kept in one form: text, truth, number, day, period, key, or a tuple.
"""

from samsyn.exchange.fields.field import ABSENT, Field, Schema
from samsyn.exchange.fields.lists import (
    Form,
    Listed,
    Ordered,
    Ordinal,
    Parts,
    Sources,
    Whole,
    Words,
    in_order,
    record_schema,
    refuse_field,
    refuse_missing,
)
from samsyn.exchange.fields.references import Pair, Reference, ShortReference
from samsyn.exchange.fields.shapes import Shape
from samsyn.exchange.fields.texts import (
    Choice,
    Matching,
    OrganisationNumber,
    SecureAddress,
    ShortText,
    Text,
)
from samsyn.exchange.fields.values import (
    Amount,
    Clock,
    Day,
    Days,
    Figure,
    Flag,
    LastDay,
    Moment,
    Number,
    Shared,
)

__all__ = [
    "ABSENT",
    "Amount",
    "Choice",
    "Clock",
    "Day",
    "Days",
    "Field",
    "Figure",
    "Flag",
    "Form",
    "LastDay",
    "Listed",
    "Matching",
    "Moment",
    "Number",
    "Ordered",
    "Ordinal",
    "OrganisationNumber",
    "Pair",
    "Parts",
    "Reference",
    "Schema",
    "SecureAddress",
    "Shape",
    "Shared",
    "ShortReference",
    "ShortText",
    "Sources",
    "Text",
    "Whole",
    "Words",
    "in_order",
    "record_schema",
    "refuse_field",
    "refuse_missing",
]
