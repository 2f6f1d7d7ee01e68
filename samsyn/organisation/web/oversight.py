"""Who has which account and role, and the trail of what was done and refused."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import ACTIONS, Municipality, Request, Role, page, register_page
from samsyn.audit.api import Outcome
from samsyn.organisation import queries, rules
from samsyn.organisation.web.addresses import address_of
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, Tag

# What is traced under a name of its own, beside the actions of the policy.
_NAMED = {
    "access.sign_in": gettext_lazy("logga in"),
    "access.let_sign_in": gettext_lazy("ge ett konto"),
    "access.grant_role": gettext_lazy("ge en roll"),
    "access.make_link": gettext_lazy("ge en personlig länk"),
    "access.revoke_link": gettext_lazy("återkalla en personlig länk"),
    "calendars.make_feed": gettext_lazy("skapa en kalenderadress"),
    "calendars.fetch_feed": gettext_lazy("hämta en kalender"),
    "post.write_letter": gettext_lazy("skriva ett brev"),
    "post.send_letter": gettext_lazy("skicka ett brev"),
    "post.give_up_letter": gettext_lazy("ge upp ett brev"),
}
# Where what an event concerned has a page; other contexts answer there, an address is all we know.
_PAGES = {
    "exchange.import": "exchange:import",
    "organisation.area": "organisation:area",
    "organisation.body": "organisation:body",
    "organisation.person": "organisation:person",
    "organisation.position": "organisation:position",
    "post.letter": "post:letter",
    "sources.sourcedocument": "sources:document",
}
_EXPORT = ".export_"
_BY_LINK = "link "
_MOST_SHOWN = 10_000
_COLORS = {Outcome.REFUSED: "danger", Outcome.DONE: "info", Outcome.SEEN: "neutral"}


def _roles(membership: Any) -> Cell:
    if not membership.account.roles_here:
        return Cell(tags=(Tag(_("ingen roll"), "warning"),))
    return Cell(", ".join(_role(role) for role in membership.account.roles_here))


def _role(assignment: Any) -> str:
    place = assignment.body_name or _("hela kommunen")
    return f"{Role(assignment.role).label} ({place})"


def _object(event: Any) -> Cell:
    name = _PAGES.get(event.object_type) if event.object_id else None
    url = reverse(name, args=[event.object_id]) if name else ""
    return Cell(str(event.object_id or ""), url=url)


ACCOUNT_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "person",
        gettext_lazy("Person"),
        lambda row: Cell(row.person.name, url=address_of(row.person)),
        ("family_key", "given_key"),
        width=32,
    ),
    Column(
        "epost", gettext_lazy("E-post"), lambda row: Cell(row.account.email), ("account__email",)
    ),
    Column("roller", gettext_lazy("Roller i dag"), _roles, width=60),
    Column(
        "senast",
        gettext_lazy("Senast inloggad"),
        lambda row: Cell(row.account.last_login),
        ("account__last_login",),
    ),
)
# By time alone: to sort the largest table by anything else would read all of it.
TRAIL_COLUMNS: tuple[Column[Any], ...] = (
    Column("vad", gettext_lazy("Vad"), lambda event: Cell(_label(event)), width=36),
    Column("utfall", gettext_lazy("Utfall"), lambda event: Cell(tags=(_outcome(event),))),
    Column("grund", gettext_lazy("Grund"), lambda event: Cell(_reason(event.reason))),
    Column("objekt", gettext_lazy("Objekt"), _object, width=38),
)


def _outcome(event: Any) -> Tag:
    outcome = Outcome(event.outcome)
    return Tag(str(outcome.label), _COLORS[outcome])


def _label(event: Any) -> str:
    action = ACTIONS.get(event.action)
    if action:
        return str(action.label)
    if _EXPORT in event.action:
        return _("hämta en lista som fil")
    return str(_NAMED.get(event.action, event.action))


def _reason(reason: str) -> str:
    if reason.startswith(_BY_LINK):
        return _("personlig länk")
    return str(Role(reason).label) if reason in Role.values else reason


@page(rules.READ_ACCOUNTS)
def accounts(request: Request, _municipality: Municipality, /) -> HttpResponse:
    listing = Listing(
        request.GET,
        queries.account_holders(request.actor),
        ACCOUNT_COLUMNS,
        _("Konton och roller"),
        default_sort="person",
        filters=(Filter("namn", gettext_lazy("Namn innehåller"), _named),),
        file_name="konton",
        empty=Empty(_("Här står de som kan logga in. Ge någon ett konto på personens sida.")),
    )
    lead = _(
        "En roll gäller för en tid och i ett organ eller hela kommunen. Den upphör av sig själv."
    )
    return register_page(request, listing, _("Konton och roller"), lead=lead)


def _named(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    return rows.filter(person__family_name__icontains=words) | rows.filter(
        person__given_name__icontains=words
    )


def _trail_columns(names: Mapping[UUID, str]) -> tuple[Column[Any], ...]:
    return (
        Column("tid", gettext_lazy("Tid"), lambda event: Cell(event.at), ("at",), width=18),
        Column(
            "vem",
            gettext_lazy("Vem"),
            lambda event: Cell(names.get(event.account_id, "–")),
            width=28,
        ),
        *TRAIL_COLUMNS,
    )


def _by(rows: QuerySet[Any], names: Mapping[UUID, str], words: str) -> QuerySet[Any]:
    sought = words.casefold()
    return rows.filter(
        account_id__in=[pk for pk, name in names.items() if sought in name.casefold()]
    )


@page(rules.READ_TRAIL)
def trail(request: Request, _municipality: Municipality, /) -> HttpResponse:
    names = queries.names_of_accounts(request.actor)
    listing = Listing(
        request.GET,
        queries.trail(request.actor),
        _trail_columns(names),
        _("Spårbarhet"),
        default_sort="-tid",
        filters=(
            Filter(
                "utfall",
                gettext_lazy("Utfall"),
                lambda rows, outcome: rows.filter(outcome=outcome),
                tuple(Outcome.choices),
            ),
            Filter(
                "vem",
                gettext_lazy("Vem innehåller"),
                lambda rows, words: _by(rows, names, words),
            ),
        ),
        file_name="sparbarhet",
        most=_MOST_SHOWN,
        empty=Empty(_("Här står allt som har visats, ändrats och nekats.")),
    )
    lead = _(
        "Allt som har visats, ändrats och nekats i kommunen. Ingen kan ändra eller ta bort det."
    )
    return register_page(request, listing, _("Spårbarhet"), lead=lead)
