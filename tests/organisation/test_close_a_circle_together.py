"""Two who each do something allowed cannot together do what is not."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError
from uuid import UUID

from django.db import connections, transaction

from samsyn.access.api import Actor
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions
from samsyn.organisation.models import Area, AreaKind, Body, Placement
from tests import factories as make

Change = Callable[[Actor], None]


def test_two_who_place_each_under_the_other_cannot_both_succeed(committed_database: str) -> None:
    with transaction.atomic():
        one, two = make.body("Ett"), make.body("Två")

    told = together(put_under(one, two.pk), put_under(two, one.pk))

    assert sorted(told) == ["", "Ett organ kan inte ligga under sig självt."]
    with transaction.atomic():
        make.operator()
        assert Placement.objects.count() == 1


def test_two_who_put_each_area_in_the_other_cannot_both_succeed(committed_database: str) -> None:
    with transaction.atomic():
        one, two = make.area("Norr"), make.area("Söder")

    told = together(put_in(one, two.pk), put_in(two, one.pk))

    assert sorted(told) == ["", "Ett område kan inte ligga i sig självt."]
    with transaction.atomic():
        make.operator()
        assert Area.objects.filter(parent__isnull=False).count() == 1


def put_under(body: Body, parent_id: UUID) -> Change:
    return lambda actor: actions.place_body(body, parent_id, starts_on=make.TODAY, actor=actor)


def put_in(area: Area, parent_id: UUID) -> Change:
    about = actions.AreaDescription(area.name, AreaKind.DISTRICT, parent_id=parent_id)
    return lambda actor: actions.describe_area(area, about, actor=actor)


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
