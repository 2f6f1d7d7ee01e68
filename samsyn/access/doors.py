"""The doors into every page: permission, method, transaction, lock and trace."""

from collections.abc import Callable, Container
from functools import wraps
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST
from django_htmx.middleware import HtmxDetails

from samsyn.access import clock, queries
from samsyn.access.confirming import word_of
from samsyn.access.domain import Actor, Held
from samsyn.access.entry import enter, trace
from samsyn.access.models import Account, Municipality, PersonalLink
from samsyn.access.rules import Action
from samsyn.access.tenancy import bind
from samsyn.audit import api as audit
from samsyn.kernel.errors import NotFoundError, NotPermittedError, RuleBrokenError

CHOSEN = "municipality"

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request that has come in through a door."""

    user: Account
    actor: Actor
    municipality: Municipality
    municipalities: list[Municipality]
    link: PersonalLink
    grounds: list[Held]
    permitted_here: Container[str]
    resolver_match: ResolverMatch
    htmx: HtmxDetails


def page(action: Action[Any]) -> Callable[[View], View]:
    """Answer GET with what the action opens; nothing is changed but the trail."""

    def decorate(view: View) -> View:
        return marked(require_GET(_door(view, action, changing=False)), action, "GET")

    return decorate


def command(action: Action[Any]) -> Callable[[View], View]:
    """Answer POST with one change in one transaction, on a row that is locked and traced."""

    def decorate(view: View) -> View:
        return marked(require_POST(_door(view, action, changing=True)), action, "POST")

    return decorate


def marked(view: View, action: Action[Any], method: str) -> View:
    view.action = action.name  # type: ignore[attr-defined]
    view.method = method  # type: ignore[attr-defined]
    return view


def _door(view: View, action: Action[Any], *, changing: bool) -> View:
    @wraps(view)
    def door(request: Request, pk: UUID | None = None, **rest: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                found = _admit(request, action, pk, changing=changing)
                response = through(view, request, found, rest)
                _forget_what_shows_nothing(response, changing=changing)
                return response
        except NotFoundError as refusal:
            _record_refusal(request, action, pk)
            _end_session_without_role(request)
            raise Http404 from refusal
        except NotPermittedError as refusal:
            _record_refusal(request, action, pk)
            raise PermissionDenied(str(refusal)) from refusal
        except RuleBrokenError as refusal:
            return tell(request, refusal)

    return door


def _forget_what_shows_nothing(response: HttpResponse, *, changing: bool) -> None:
    """A page that asks every few seconds whether there is more does not fill the trail."""
    if response.status_code == HTTPStatus.NO_CONTENT and not changing:
        transaction.set_rollback(True)


def through(view: View, request: Request, found: Model, rest: dict[str, Any]) -> HttpResponse:
    """Let the view rely on what the person has confirmed, and keep in the trail that it did."""
    with word_of(request) as word:
        response = view(request, found, **rest)
    if word.is_taken:
        trace(request.actor, "access.confirm", concerning=found)
    return response


def _admit(request: Request, action: Action[Any], pk: UUID | None, *, changing: bool) -> Model:
    actor = request.actor = sign_in_to_municipality(request)
    found: Model = enter(actor, action, pk or actor.municipality_id, changing=changing)
    request.grounds = queries.grounds(actor, action)
    # Asked for by the view and again by the navigation: once is enough, and only if at all.
    request.permitted_here = SimpleLazyObject(lambda: queries.permitted_in_municipality(actor))
    return found


def sign_in_to_municipality(request: Request) -> Actor:
    """Find who is acting, and where; raises NotFoundError for one who has no role today."""
    now = clock.now()
    actor = Actor(request.user.pk, UUID(int=0), now)
    bind(None, request.user.pk)
    roles = queries.roles_anywhere(actor)
    if not roles or not request.user.is_active:
        raise NotFoundError
    request.municipalities = list(dict.fromkeys(place for _role, place in roles))
    request.municipality = _chosen(request)
    bind(request.municipality.pk, request.user.pk)
    held = tuple(role for role, place in roles if place == request.municipality)
    return Actor(request.user.pk, request.municipality.pk, now, held)


def _chosen(request: Request) -> Municipality:
    wanted = request.session.get(CHOSEN, "")
    places = {str(place.pk): place for place in request.municipalities}
    chosen = places.get(wanted) or request.municipalities[0]
    if wanted != str(chosen.pk):
        request.session[CHOSEN] = str(chosen.pk)
    return chosen


def _end_session_without_role(request: Request) -> None:
    """End the session of one who had a role; outside the refused transaction, or it lives on."""
    if not hasattr(request, "actor") and CHOSEN in request.session:
        request.session.flush()


def _record_refusal(request: Request, action: Action[Any], pk: UUID | None) -> None:
    """Write outside the transaction that was refused, so that the attempt is not undone with it."""
    actor: Actor | None = getattr(request, "actor", None)
    municipality_id = actor.municipality_id if actor else None
    with transaction.atomic():
        bind(municipality_id, request.user.pk)
        audit.record(
            action.name,
            at=clock.now(),
            municipality_id=municipality_id,
            account_id=request.user.pk,
            outcome=audit.Outcome.REFUSED,
            object_type=action.model._meta.label_lower,
            object_id=pk,
        )


def tell(request: Request, refusal: RuleBrokenError) -> HttpResponse:
    """Say why on the page that the person came from; nothing was changed."""
    messages.error(request, str(refusal))
    back = request.headers.get("Referer", "")
    hosts = {request.get_host()}
    if not url_has_allowed_host_and_scheme(back, hosts, require_https=request.is_secure()):
        back = "/"
    return redirect(back)
