"""How often Python looks for garbage, where hundreds of thousands of records are kept."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MADE_BETWEEN = 50_000


@contextmanager
def seldom_looking_for_garbage() -> Iterator[None]:
    """Look once in 50 000 objects made, not in 700: what is read from a file is none of it."""
    before = gc.get_threshold()
    gc.set_threshold(_MADE_BETWEEN, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
