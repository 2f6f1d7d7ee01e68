"""Readable keys, by which files refer to what has no number."""

from itertools import count
from uuid import UUID

from django.db.models import Model, Q
from django.utils.text import slugify


def free_key(model: type[Model], municipality_id: UUID | None, text: str) -> str:
    """Make a key of the text that no other row of the municipality has."""
    wanted = slugify(text) or "namnlos"
    place = Q(municipality_id=municipality_id)
    rows = model._default_manager.filter(place)
    taken = set(rows.filter(key__startswith=wanted).values_list("key", flat=True))
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(key for key in numbered if key not in taken)
