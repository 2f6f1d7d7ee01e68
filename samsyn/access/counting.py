"""Lets the database know that thousands of rows have come, so that it plans for them."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Model


def count_anew(models: Iterable[type[Model]]) -> None:
    """Do now what autovacuum would come by to do; until then it would plan for empty tables."""
    tables = sorted(model._meta.db_table for model in models)
    with connection.cursor() as cursor:
        cursor.execute("select samsyn_count_anew(%s::text[]::regclass[])", [tables])
