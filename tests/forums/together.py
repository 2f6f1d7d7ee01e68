"""Two people who do something at the same moment, each with a connection of her own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

from django.db import connections, transaction

from samsyn.access.api import Actor
from samsyn.kernel.errors import RuleBrokenError
from tests import factories as make

Change = Callable[[Actor], object]


def together(*changes: Change) -> list[str]:
    """Make the changes at once, and return what each was told."""
    start, end = Barrier(len(changes)), Barrier(len(changes))

    def make_one(change: Change) -> str:
        try:
            with transaction.atomic():
                actor = make.operator()
                start.wait(timeout=5)
                change(actor)
                # Whoever is first holds on, so that the other begins before there is a commit.
                with suppress(BrokenBarrierError):
                    end.wait(timeout=0.3)
        except RuleBrokenError as refusal:
            return str(refusal)
        finally:
            connections.close_all()
        return ""

    with ThreadPoolExecutor(len(changes)) as pool:
        return list(pool.map(make_one, changes))
