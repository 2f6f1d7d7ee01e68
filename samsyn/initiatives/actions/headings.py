"""What the headings of people's own files mean, remembered for the next time."""

from collections.abc import Mapping

from samsyn.access.api import Actor, one_change, within
from samsyn.initiatives.models import ValueHeading
from samsyn.intake.api import guarded_line


def remember_headings(said: Mapping[str, str], *, actor: Actor) -> None:
    """Remember what each means; what was said last holds."""
    with one_change():
        for heading, meaning in said.items():
            ValueHeading.objects.update_or_create(
                municipality_id=actor.municipality_id,
                heading=guarded_line(" ".join(heading.lower().split())),
                defaults={"meaning": meaning},
            )


def remembered(actor: Actor) -> dict[str, str]:
    return dict(within(ValueHeading, actor).values_list("heading", "meaning"))
