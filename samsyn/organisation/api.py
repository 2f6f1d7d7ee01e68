"""What other contexts may use of the organisation."""

from samsyn.organisation import actions, queries
from samsyn.organisation.models import (
    Appointment,
    AppointmentKind,
    Area,
    AreaKind,
    Body,
    BodyKind,
    BodyName,
    ContactKind,
    ContactPoint,
    Office,
    Participation,
    Person,
    Placement,
    Position,
    TermOfOffice,
)
from samsyn.organisation.rules import READ_ORGANISATION
from samsyn.organisation.searchable import show_many

__all__ = [
    "READ_ORGANISATION",
    "Appointment",
    "AppointmentKind",
    "Area",
    "AreaKind",
    "Body",
    "BodyKind",
    "BodyName",
    "ContactKind",
    "ContactPoint",
    "Office",
    "Participation",
    "Person",
    "Placement",
    "Position",
    "TermOfOffice",
    "actions",
    "queries",
    "show_many",
]
