"""Sorts as Swedish does, on every server."""

from django.db.models import Func, TextField


class SwedishKey(Func):
    """Order text … x y z å ä ö, by the database's `sv_key`."""

    function = "sv_key"
    arity = 1
    output_field = TextField()
