"""What the headings of people's own files mean, remembered for the next time."""

from collections.abc import Mapping
from uuid import uuid4

from samsyn.access.api import Actor, one_change, within
from samsyn.initiatives.models import Heading, HeadingOf
from samsyn.kernel.persons import signs_of_a_person

_LONGEST = 200


def remember_headings(of: HeadingOf, said: Mapping[str, str], *, actor: Actor) -> None:
    """Remember what each means; what was said last holds. One that names a person is forgotten."""
    told = {alike(heading): meaning for heading, meaning in said.items()}
    rows = [
        Heading(
            id=uuid4(),
            municipality_id=actor.municipality_id,
            of=of,
            heading=heading,
            meaning=meaning,
        )
        for heading, meaning in told.items()
        if heading and not signs_of_a_person(heading)
    ]
    with one_change():
        Heading.objects.bulk_create(
            rows,
            update_conflicts=True,
            update_fields=["meaning"],
            unique_fields=["municipality", "of", "heading"],
        )


def remembered(of: HeadingOf, actor: Actor) -> dict[str, str]:
    """What each has been said to mean, by what is the same however it is written."""
    return dict(within(Heading, actor).filter(of=of).values_list("heading", "meaning"))


def alike(heading: str) -> str:
    return " ".join(heading.lower().split())[:_LONGEST].rstrip()
