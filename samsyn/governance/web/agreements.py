"""The register of agreements."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Button, Municipality, Request, page, register_page
from samsyn.governance.domain.standing import Standing, State
from samsyn.governance.models import AgreementKind, Renewal
from samsyn.governance.queries import agreements as queries
from samsyn.governance.rules import agreements as rules
from samsyn.governance.web.agreement_addresses import agreement_url
from samsyn.governance.web.agreement_words import STATES, last_day, state_tag
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, Tag

Standings = Mapping[UUID, Standing[UUID]]
Parties = Mapping[UUID, str]
# A filter without choices would take any words.
NOTHING = (("", ""),)


def _columns(actor: Actor, standings: Standings, parties: Parties) -> tuple[Column[Any], ...]:
    return (
        Column("titel", gettext_lazy("Titel"), _title, ("title_key",), width=50),
        Column(
            "slag",
            gettext_lazy("Slag"),
            lambda row: Cell(AgreementKind(row.kind).label),
            ("kind",),
            width=30,
        ),
        Column(
            "parter",
            gettext_lazy("Parter"),
            lambda row: Cell(parties.get(row.pk)),
            width=50,
        ),
        Column(
            "laget", gettext_lazy("Läget"), lambda row: Cell(tags=(state_tag(standings[row.pk]),))
        ),
        Column("till", gettext_lazy("Till och med"), _until, ("ends_on",)),
        Column("foljs-upp", gettext_lazy("Följs upp"), _followed_up(actor), ("follow_up_on",)),
        Column("agare", gettext_lazy("Ägare"), _owner, ("owner_title",), width=36),
    )


def _title(row: Any) -> Cell:
    return Cell(row.title, url=agreement_url(row.pk), note=row.registry_number)


def _until(row: Any) -> Cell:
    if row.ends_on is not None or row.renewal == Renewal.FIXED:
        return Cell(last_day(row))
    return Cell(Renewal(row.renewal).label if row.renewal else _("inte angivet"))


def _followed_up(actor: Actor) -> Callable[[Any], Cell]:
    def cell(row: Any) -> Cell:
        if row.follow_up_on is None:
            return Cell(tags=(Tag(_("saknas"), "danger"),))
        is_late = row.follow_up_on < actor.today and actor.today in row.period
        return Cell(row.follow_up_on, tags=(Tag(_("försenad"), "danger"),) if is_late else ())

    return cell


def _owner(row: Any) -> Cell:
    return Cell(row.owner_title or row.owner_forum_name)


def _filters(
    actor: Actor, standings: Standings, names: Mapping[UUID, str]
) -> tuple[Filter[Any], ...]:
    def standing(rows: QuerySet[Any], state: str) -> QuerySet[Any]:
        return rows.filter(pk__in=[pk for pk, each in standings.items() if each.state == state])

    return (
        Filter(
            "titel",
            gettext_lazy("Titel innehåller"),
            lambda rows, words: rows.filter(title__icontains=words),
        ),
        Filter(
            "slag",
            gettext_lazy("Slag"),
            lambda rows, kind: rows.filter(kind=kind),
            tuple(AgreementKind.choices),
        ),
        Filter(
            "laget",
            gettext_lazy("Läget"),
            standing,
            tuple((state.value, STATES[state]) for state in State),
        ),
        Filter(
            "omrade",
            gettext_lazy("Område"),
            lambda rows, area: rows.filter(areas__contains=[area]),
            tuple((area, area) for area in queries.areas_in_use(actor)) or NOTHING,
        ),
        Filter(
            "part",
            gettext_lazy("Part"),
            lambda rows, pk: rows.filter(parties__body=pk),
            tuple((str(pk), name) for pk, name in names.items()) or NOTHING,
        ),
    )


@page(rules.READ_AGREEMENTS)
def agreements(request: Request, municipality: Municipality, /) -> HttpResponse:
    actor = request.actor
    may_add = rules.CREATE_AGREEMENT.name in request.permitted_here
    new = reverse("governance:create-agreement")
    rows = queries.agreements(actor)
    # Each is needed for the filter by how it stands: agreements are counted in hundreds.
    found = list(rows)
    partners = queries.partners(actor, [row.pk for row in found])
    names = queries.parties_by_name(actor)
    standings = queries.standings(actor, found, partners)
    listing = Listing(
        request.GET,
        rows,
        _columns(actor, standings, _told(partners, names)),
        _("Avtal"),
        default_sort="titel",
        filters=_filters(actor, standings, names),
        file_name="avtal",
        empty=Empty(
            _("Här står vad ni har kommit överens om, med vem, hur länge och hur det följs upp."),
            _("Till exempel överenskommelsen mellan nämnderna eller avtalet med polisen."),
            _("Lägg till det första avtalet") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _("Allt som %(place)s har kommit överens om med andra, och hur det är med det i dag.")
    without = Button(
        _("Parter utan avtal"), reverse("governance:without-agreement"), variant="secondary"
    )
    buttons = [*([Button(_("Lägg till avtal"), new)] if may_add else []), without]
    return register_page(
        request, listing, _("Avtal"), lead=lead % {"place": municipality}, buttons=buttons
    )


def _told(partners: queries.Partners, names: Mapping[UUID, str]) -> Parties:
    """The parties of each in Swedish order, in one line."""
    places = {pk: place for place, pk in enumerate(names)}
    return {
        agreement: ", ".join(
            names[each.body] for each in sorted(found, key=lambda each: places[each.body])
        )
        for agreement, found in partners.items()
    }
