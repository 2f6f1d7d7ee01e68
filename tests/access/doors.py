"""A site of the tests' own beside the real one, and ways to knock at it."""

from collections.abc import Callable, Sequence
from typing import Any, cast
from uuid import UUID

from django.db.models import Model
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, path

from samsyn.access.api import Account, Request
from samsyn.config import urls as real
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions
from samsyn.organisation.models import Body
from tests import factories as make

View = Callable[..., HttpResponse]


class Site:
    """The real addresses, error pages and all, and a few more."""

    handler403, handler404, handler500 = real.handler403, real.handler404, real.handler500

    def __init__(self, *more: URLPattern) -> None:
        self.urlpatterns: Sequence[Any] = [*more, *real.urlpatterns]


def knock(
    view: View, account: Account | None, method: str = "get", pk: UUID | None = None, **more: Any
) -> HttpResponse:
    """Ask for the view at an address, as the account, with one row's key or none."""
    site = Site(path("prov/", view), path("prov/<uuid:pk>/", view))
    client = Client(raise_request_exception=False, headers=more.pop("headers", None))
    if account is not None:
        client.force_login(account)
    with override_settings(ROOT_URLCONF=site):
        answer: Any = client.generic(method.upper(), f"/prov/{pk}/" if pk else "/prov/", **more)
    return cast("HttpResponse", answer)


def show(request: Request, row: Model, /) -> HttpResponse:
    return HttpResponse(f"{row.pk} {request.actor.municipality_id}")


def rename(request: Request, body: Body, /) -> HttpResponse:
    actions.rename_body(body, "Ny", starts_on=make.TODAY, actor=request.actor)
    return HttpResponse("gjort")


def rename_and_break(request: Request, body: Body, /) -> HttpResponse:
    rename(request, body)
    raise ZeroDivisionError


def rename_and_refuse(request: Request, body: Body, /) -> HttpResponse:
    rename(request, body)
    raise RuleBrokenError("Det går inte i dag.")
