"""Pages that need no permission, and say so."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseBase

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def open_page(view: View) -> View:
    """Declare that anyone may come here, signed in or not."""
    opened = cast("Any", login_not_required(view))
    opened.action = "open"
    return cast("View", opened)
