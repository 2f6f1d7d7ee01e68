"""Every change to the organisation."""

from samsyn.organisation.actions.bodies import (
    Description,
    correct_life,
    correct_name,
    create_body,
    describe_body,
    end_body,
    place_body,
    rename_body,
    share_body,
    take_part,
)
from samsyn.organisation.actions.persons import correct_person, create_person
from samsyn.organisation.actions.places import (
    AreaDescription,
    add_contact,
    create_area,
    describe_area,
    remove_contact,
)
from samsyn.organisation.actions.positions import (
    Engagement,
    appoint,
    correct_appointment,
    correct_life_of_position,
    create_position,
    create_term,
    describe_position,
    end_appointment,
    end_position,
)

__all__ = [
    "AreaDescription",
    "Description",
    "Engagement",
    "add_contact",
    "appoint",
    "correct_appointment",
    "correct_life",
    "correct_life_of_position",
    "correct_name",
    "correct_person",
    "create_area",
    "create_body",
    "create_person",
    "create_position",
    "create_term",
    "describe_area",
    "describe_body",
    "describe_position",
    "end_appointment",
    "end_body",
    "end_position",
    "place_body",
    "remove_contact",
    "rename_body",
    "share_body",
    "take_part",
]
