"""What other contexts may use of the organisation."""

from samsyn.organisation import actions, queries
from samsyn.organisation.actions.places import areas_came, when_areas_move
from samsyn.organisation.day import Part, add_panel, add_part, panels_of
from samsyn.organisation.grounds import among, anyone, functions_held, holds, keepers, overseers
from samsyn.organisation.models import (
    OWN_KINDS,
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
from samsyn.organisation.models.periods import (
    HasPeriod,
    days,
    ends_after_it_starts,
    known,
    swedish_order,
    unsought,
)
from samsyn.organisation.rules import READ_BODY, READ_ORGANISATION, READ_PERSON, READ_POSITION
from samsyn.organisation.searchable import show_many

__all__ = [
    "OWN_KINDS",
    "READ_BODY",
    "READ_ORGANISATION",
    "READ_PERSON",
    "READ_POSITION",
    "Appointment",
    "AppointmentKind",
    "Area",
    "AreaKind",
    "Body",
    "BodyKind",
    "BodyName",
    "ContactKind",
    "ContactPoint",
    "HasPeriod",
    "Office",
    "Part",
    "Participation",
    "Person",
    "Placement",
    "Position",
    "TermOfOffice",
    "actions",
    "add_panel",
    "add_part",
    "among",
    "anyone",
    "areas_came",
    "days",
    "ends_after_it_starts",
    "functions_held",
    "holds",
    "keepers",
    "known",
    "overseers",
    "panels_of",
    "queries",
    "show_many",
    "swedish_order",
    "unsought",
    "when_areas_move",
]
