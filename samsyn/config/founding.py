"""Founds a municipality, with what Samsyn comes with."""

from django.db import transaction

from samsyn.access import api as access
from samsyn.governance.api import bring_library


def found(key: str, name: str, code: str) -> access.Municipality:
    """Add the municipality, and give it the library of laws."""
    with transaction.atomic():
        place = access.found_municipality(key=key, name=name, code=code)
        with access.acting_in(place.pk) as actor:
            bring_library(actor=actor)
    return place
