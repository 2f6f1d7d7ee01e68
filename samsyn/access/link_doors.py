"""The doors for one who comes by a personal link and has no account: beside @page and @command."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponse
from django.views.decorators.http import require_GET, require_POST

from samsyn.access import clock, tries
from samsyn.access.domain import Actor
from samsyn.access.doors import Request, View, marked, tell, through
from samsyn.access.entry import enter
from samsyn.access.links import link_of, note_use
from samsyn.access.models import PersonalLink
from samsyn.access.rules import Action
from samsyn.access.tenancy import bind
from samsyn.audit import api as audit
from samsyn.kernel.errors import NotFoundError, NotPermittedError, RuleBrokenError
from samsyn.pages import errors

_TRIES = "link"


def link_page(action: Action[Any]) -> Callable[[View], View]:
    """Answer GET, at an address with <token>, with what the link opens.

    The view gets the row that the link is about, or the one whose key stands in the address too.
    """

    def decorate(view: View) -> View:
        return _open(require_GET(_door(view, action, changing=False)), action, "GET")

    return decorate


def link_command(action: Action[Any]) -> Callable[[View], View]:
    """Answer POST, at an address with <token>, with one change in one transaction."""

    def decorate(view: View) -> View:
        return _open(require_POST(_door(view, action, changing=True)), action, "POST")

    return decorate


def _open(view: View, action: Action[Any], method: str) -> View:
    opened: Any = login_not_required(marked(view, action, method))
    opened.is_by_link = True
    return opened  # type: ignore[no-any-return]


def _door(view: View, action: Action[Any], *, changing: bool) -> View:
    @wraps(view)
    def door(request: Request, token: str, pk: UUID | None = None, **rest: Any) -> HttpResponse:
        if tries.are_used_up(request, _TRIES):
            return errors.too_many_tries(request)
        try:
            with transaction.atomic():
                found = _admit(request, action, token, pk, changing=changing)
                return through(view, request, found, rest)
        except NotFoundError:
            _record_refusal(request, action)
            tries.count(request, _TRIES)
            return errors.link_ended(request)
        except NotPermittedError as refusal:
            _record_refusal(request, action)
            raise PermissionDenied(str(refusal)) from refusal
        except RuleBrokenError as refusal:
            return tell(request, refusal)

    return door


def _admit(
    request: Request, action: Action[Any], token: str, pk: UUID | None, *, changing: bool
) -> Model:
    now = clock.now()
    bind(None, None)
    link = link_of(token)
    if link is None:
        raise NotFoundError
    request.link = link
    bind(link.municipality_id, None)
    note_use(link, now)
    request.municipality, request.municipalities = link.municipality, []
    request.grounds, request.permitted_here = [], frozenset()
    request.actor = Actor(None, link.municipality_id, now, link_id=link.pk)
    found: Model = enter(request.actor, action, pk or link.object_id, changing=changing)
    return found


def _record_refusal(request: Request, action: Action[Any]) -> None:
    """Write outside the refused transaction; never the token, and the link if there is one."""
    link: PersonalLink | None = getattr(request, "link", None)
    place = link.municipality_id if link else None
    with transaction.atomic():
        bind(place, None)
        audit.record(
            action.name,
            at=clock.now(),
            municipality_id=place,
            account_id=None,
            outcome=audit.Outcome.REFUSED,
            concerning=link,
            reason=f"link {link.pk}" if link else "no such link",
        )
