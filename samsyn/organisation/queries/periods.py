"""What was so on a day, as a condition for any row with a period."""

from datetime import date
from typing import Any

from django.db.models import F, Q


def on(day: date | F, prefix: str = "") -> Q:
    """Name the rows whose period holds the day; `prefix` leads to them through a join."""

    def named(field: str, value: Any) -> Q:
        return Q(**{f"{prefix}{field}": value})

    begun = named("starts_on__isnull", True) | named("starts_on__lte", day)
    return begun & (named("ends_on__isnull", True) | named("ends_on__gt", day))
