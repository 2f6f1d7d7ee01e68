"""Remembers what the headings of a municipality's own spreadsheets mean."""

from samsyn.access.api import Actor, one_change, within
from samsyn.exchange.models import SheetMapping
from samsyn.exchange.sheets.headings import Headings, Remembered, digest


def remembered(actor: Actor) -> dict[str, Remembered]:
    """What has been said of each set of headings, by their digest."""
    rows = within(SheetMapping, actor).order_by("pk")
    told = rows.values_list("headings_digest", "register", "meanings")
    return {known: Remembered(register, meanings) for known, register, meanings in told}


def remember(sheets: list[Headings], *, actor: Actor) -> None:
    """Keep what somebody said of headings, until something else is said of the same ones."""
    told = [sheet for sheet in sheets if sheet.meanings or not sheet.is_named]
    with one_change():
        for sheet in told:
            SheetMapping.objects.update_or_create(
                municipality_id=actor.municipality_id,
                headings_digest=digest(sheet.texts),
                defaults={"register": sheet.register.name, "meanings": dict(sheet.meanings)},
            )
