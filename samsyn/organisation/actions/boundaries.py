"""Every change to the boundaries of areas, and to the files that they come in."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, one_change
from samsyn.geography.reading import Feature, Read
from samsyn.geography.shapes import Boundary
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.actions.places import AreaDescription, create_area
from samsyn.organisation.models import Area, AreaBoundary, BoundaryFile
from samsyn.organisation.proposals import Proposal, State

KEPT = timedelta(days=1)


class ChangedMeanwhileError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Origin:
    """Who has drawn the boundaries, and of which day they are."""

    told: str
    stated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """What was shown to whoever decided, and which unknown areas she wants."""

    digest: str
    wanted: Collection[int] = ()


def keep_boundary_file(name: str, read: Read, origin: Origin, *, actor: Actor) -> BoundaryFile:
    """Keep what was read until it is joined; what lies since a day is thrown away."""
    mine = BoundaryFile.objects.filter(municipality_id=actor.municipality_id)
    mine.filter(at__lt=actor.now - KEPT).delete()
    with one_change():
        return BoundaryFile.objects.create(
            municipality_id=actor.municipality_id,
            at=actor.now,
            account_id=actor.account_key,
            file_name=name,
            origin=origin.told,
            stated_on=origin.stated_on,
            system=read.system.name,
            is_swapped=read.system.is_swapped,
            features=[_kept(each) for each in read.features],
        )


def _kept(feature: Feature) -> dict[str, object]:
    return {
        "properties": dict(feature.properties),
        "geometry": feature.boundary.geojson if feature.boundary else None,
        "notes": sorted(feature.notes),
    }


def draw_boundaries(file: BoundaryFile, proposal: Proposal, choice: Choice, *, actor: Actor) -> int:
    """Give the areas their boundaries, if that is still what was shown; return how many."""
    if proposal.digest != choice.digest:
        raise ChangedMeanwhileError(
            _("Någon har ändrat något sedan du såg det här. Se efter igen innan du läser in.")
        )
    origin = Origin(file.origin, file.stated_on)
    with one_change():
        drawn = [
            draw_boundary(area, boundary, origin, actor=actor)
            for area, boundary in _given(proposal, choice, actor)
        ]
    forget_boundary_file(file, actor=actor)
    return len(drawn)


def _given(proposal: Proposal, choice: Choice, actor: Actor) -> Iterator[tuple[Area, Boundary]]:
    """The areas that get a boundary: those there are, and those that are wanted too."""
    for number, each in enumerate(proposal.rows):
        if each.boundary is None:
            continue
        if each.area is not None and each.state is not State.SAME:
            yield each.area, each.boundary
        elif each.state is State.UNKNOWN and number in choice.wanted:
            about = AreaDescription(each.name or each.code, proposal.kind, each.code)
            yield create_area(about, actor=actor), each.boundary


def draw_boundary(area: Area, boundary: Boundary, origin: Origin, *, actor: Actor) -> AreaBoundary:
    """Say where an area is on the map; what was said before is replaced."""
    with one_change():
        drawn, _is_new = AreaBoundary.objects.update_or_create(
            municipality_id=actor.municipality_id,
            area=area,
            defaults={
                "geometry": boundary.geojson,
                "origin": origin.told,
                "stated_on": origin.stated_on,
            },
        )
        return drawn


def forget_boundary_file(file: BoundaryFile, *, actor: Actor) -> None:
    BoundaryFile.objects.filter(pk=file.pk, municipality_id=actor.municipality_id).delete()
