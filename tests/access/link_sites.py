"""A purpose of the tests' own, with pages that a link opens, beside the real site."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from samsyn.access import rules
from samsyn.access.api import (
    ACTIONS,
    Action,
    Actor,
    MadeLink,
    Purpose,
    Receiver,
    Request,
    has_link,
    link_command,
    link_page,
    make_link,
    visible,
)
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation import actions
from samsyn.organisation.models import Body, BodyName, Position
from samsyn.organisation.rules import READ_PERSON
from tests import factories as make
from tests.access.doors import Site

RECEIVER = Receiver("Kim Ek", "kim.ek@example.org")


class LinkSite:
    """`answer` is for a body, `see_position` for a function in it."""

    def __init__(self) -> None:
        self.purpose = Purpose("test.answer", Body, "svara", "answer")  # type: ignore[arg-type]
        by_link = has_link(self.purpose)
        self.answer: Action[Body] = _action("test.answer", Body, by_link)
        below = has_link(self.purpose, path="body_id")
        self.see_position: Action[Position] = _action("test.see_position", Position, below)

    def urls(self) -> Site:
        return Site(
            path("svar/<token>/", link_page(self.answer)(show), name="answer"),
            path("svar/<token>/spara/", link_command(self.answer)(rename), name="answer-save"),
            path("svar/<token>/vagra/", link_command(self.answer)(refuse)),
            path("svar/<token>/<uuid:pk>/", link_page(self.see_position)(show)),
        )

    def link(
        self, body: Body, *, expires_at: datetime | None = None, by: Actor | None = None
    ) -> MadeLink:
        assert body.municipality_id
        giver = by or make.operator(body.municipality_id)
        return make_link(self.purpose, body, RECEIVER, expires_at=expires_at, actor=giver)


def _action(name: str, model: Any, rule: rules.Rule) -> Action[Any]:
    return Action(name=name, model=model, label="svara", permitted=(rule,))  # type: ignore[arg-type]


@contextmanager
def link_site() -> Iterator[LinkSite]:
    known, purposes = dict(ACTIONS), dict(rules.PURPOSES)
    site = LinkSite()
    try:
        with override_settings(ROOT_URLCONF=site.urls(), SAMSYN_ADDRESS=""):
            yield site
    finally:
        ACTIONS.clear()
        ACTIONS.update(known)
        rules.PURPOSES.clear()
        rules.PURPOSES.update(purposes)


def show(request: Request, row: Any, /) -> HttpResponse:
    persons = visible(request.actor, READ_PERSON).count()
    return HttpResponse(f"{row.pk} {persons} {request.link.name}")


def rename(request: Request, body: Body, /) -> HttpResponse:
    actions.rename_body(body, "Ny", starts_on=make.TODAY, actor=request.actor)
    return HttpResponse("gjort")


def refuse(request: Request, body: Body, /) -> HttpResponse:
    rename(request, body)
    raise RuleBrokenError("Det går inte i dag.")


def visitor() -> Client:
    return Client(raise_request_exception=False)


def names_of(body: Body) -> list[str]:
    make.operator()
    return sorted(BodyName.objects.filter(body=body).values_list("name", flat=True))
