"""The addresses of single things; lists lead to hundreds of a kind."""

from functools import cache
from uuid import UUID

from django.urls import reverse

_SOME = str(UUID(int=0))


def page_url(name: str, pk: UUID) -> str:
    """The address that takes the row alone; the way to one of its name is worked out once."""
    return _pattern(name).replace(_SOME, str(pk))


@cache
def _pattern(name: str) -> str:
    return reverse(name, args=[_SOME])
