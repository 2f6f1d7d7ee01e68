"""A list of groups, which every installation has a table for, to try listings on."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import QueryDict

from samsyn.pages.api import Cell, Column, Empty, Filter, Listing

COLUMNS: tuple[Column[Group], ...] = (
    Column("namn", "Namn", lambda group: Cell(group.name, url=f"/{group.pk}/"), ("name",)),
    Column("langd", "Längd", lambda group: Cell(len(group.name)), is_number=True),
)
FILTERS: tuple[Filter[Group], ...] = (
    Filter("namn", "Namn", lambda rows, words: rows.filter(name__contains=words)),
    Filter("slag", "Slag", lambda rows, kind: rows.filter(name__startswith=kind), (("a", "A"),)),
)


def groups(*names: str) -> QuerySet[Group]:
    Group.objects.bulk_create(Group(name=name) for name in names)
    return Group.objects.all()


def listing(asked: str = "", rows: QuerySet[Group] | None = None, **options: Any) -> Listing[Group]:
    return Listing(
        QueryDict(asked),
        Group.objects.all() if rows is None else rows,
        options.pop("columns", COLUMNS),
        "Grupper",
        default_sort="namn",
        empty=Empty("Här står grupper."),
        filters=FILTERS,
        **options,
    )


def shown(of: Listing[Group]) -> list[Any]:
    return [line[0][1].value for line in of.lines]
