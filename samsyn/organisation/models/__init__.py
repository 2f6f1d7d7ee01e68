"""Bodies, positions, persons and appointments, each with the period when it holds."""

from samsyn.organisation.models.bodies import (
    OWN_KINDS,
    Body,
    BodyKind,
    BodyName,
    Participation,
    Placement,
)
from samsyn.organisation.models.places import (
    Area,
    AreaBoundary,
    AreaKind,
    BoundaryFile,
    ContactKind,
    ContactPoint,
)
from samsyn.organisation.models.positions import (
    Appointment,
    AppointmentKind,
    Office,
    Person,
    Position,
    TermOfOffice,
)

__all__ = [
    "OWN_KINDS",
    "Appointment",
    "AppointmentKind",
    "Area",
    "AreaBoundary",
    "AreaKind",
    "Body",
    "BodyKind",
    "BodyName",
    "BoundaryFile",
    "ContactKind",
    "ContactPoint",
    "Office",
    "Participation",
    "Person",
    "Placement",
    "Position",
    "TermOfOffice",
]
