"""Answers a script that asked for a part of a page."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.template.loader import render_to_string


def part(template: str, context: dict[str, Any], *, is_done: bool = True) -> HttpResponse:
    """Print only the part: what stands around a page costs more than the part itself.

    What was not done is undone with its trace, and told with a success all the same: an error would
    make the browser leave the page, and with it what was written.
    """
    response = HttpResponse(render_to_string(template, context))
    if not is_done:
        transaction.set_rollback(True)
    return response
