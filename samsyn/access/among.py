"""Asks for thousands of rows at once."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import BooleanField, F, Func, TextField, Value


class Among(Func):
    """One of many, told as one text: `in` would name each, and no question can name 65 536.

    To write an array takes the driver longer than all the rest of the question.
    """

    template = "%(expressions)s::uuid[])"
    arg_joiner = " = any("
    output_field = BooleanField()

    def __init__(self, field: str, ids: Iterable[UUID | str]) -> None:
        told = "{" + ",".join(map(str, ids)) + "}"
        super().__init__(F(field), Value(told, output_field=TextField()))
