"""The library of laws, and the page of one."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Button, Municipality, Request, page, permitted, register_page
from samsyn.governance.models import Law, LawKind
from samsyn.governance.queries import laws as queries
from samsyn.governance.rules import laws as rules
from samsyn.governance.web.document_addresses import address_of, law_crumbs, law_url
from samsyn.governance.web.told import LAW_STATES, law_tag
from samsyn.pages.api import Cell, Column, Crumb, Empty, Fact, Filter, Listing, Tag, formats

_CHECKED, _UNCHECKED = "ja", "nej"


def _verified(row: Any) -> Cell:
    if row.verified_on:
        return Cell(row.verified_on)
    return Cell(tags=(Tag(gettext_lazy("inte kontrollerad"), "warning"),))


def _state(row: Any) -> Cell:
    after = row.after_number or row.after_name
    note = _("av %(number)s") % {"number": after} if after else ""
    return Cell(tags=(law_tag(row.state),), note=note)


LAW_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "lag",
        gettext_lazy("Lag"),
        lambda row: Cell(row.title, url=law_url(row.pk)),
        ("title_key", "number"),
        width=60,
    ),
    Column("kort", gettext_lazy("Kortnamn"), lambda row: Cell(row.short_name), ("short_name",)),
    Column("nummer", gettext_lazy("Nummer"), lambda row: Cell(row.number), ("number",)),
    Column("status", gettext_lazy("Status"), _state, ("state",)),
    Column("kontrollerad", gettext_lazy("Kontrollerad"), _verified, ("verified_on",)),
    Column(
        "hanvisningar",
        gettext_lazy("Hänvisningar"),
        lambda row: Cell(row.cited_now),
        ("cited_now",),
        is_number=True,
    ),
    Column("slag", gettext_lazy("Slag"), lambda row: Cell(LawKind(row.kind).label), ("kind",)),
)


def _filters() -> tuple[Filter[Any], ...]:
    states = tuple((state.value, word) for state, (word, _color) in LAW_STATES.items())
    return (
        Filter("ord", gettext_lazy("Innehåller orden"), queries.holding),
        Filter(
            "status", gettext_lazy("Status"), lambda rows, said: rows.filter(state=said), states
        ),
        Filter(
            "kontrollerad",
            gettext_lazy("Kontrollerad"),
            lambda rows, said: rows.filter(verified_on__isnull=said == _UNCHECKED),
            ((_CHECKED, gettext_lazy("kontrollerad")), (_UNCHECKED, gettext_lazy("inte än"))),
        ),
    )


@page(rules.READ_LAWS)
def laws(request: Request, municipality: Municipality, /) -> HttpResponse:
    del municipality
    may_add = rules.KEEP_LAWS.name in request.permitted_here
    library = reverse("governance:law-library")
    listing = Listing(
        request.GET,
        queries.laws(request.actor),
        LAW_COLUMNS,
        _("Lagar"),
        default_sort="lag",
        filters=_filters(),
        file_name="lagar",
        empty=Empty(
            _("Här står de lagar och föreskrifter som era avtal och dokument vilar på."),
            _("Till exempel socialtjänstlagen (2025:400), med paragrafen om SIP."),
            _("Hämta Samsyns lagbibliotek") if may_add else "",
            library if may_add else "",
        ),
    )
    lead = _(
        "Var det står, från när det gäller och när någon senast läste efter. Ingen juridisk "
        "rådgivning: läs alltid i källan."
    )
    buttons = [
        Button(_("Lägg till lag"), reverse("governance:add-law")),
        Button(_("Samsyns lagbibliotek"), library, variant="secondary"),
    ]
    return register_page(
        request, listing, _("Lagar"), lead=lead, buttons=buttons if may_add else []
    )


@page(rules.READ_LAW)
def law(request: Request, found: Law, /) -> HttpResponse:
    actor = request.actor
    row = queries.laws(actor).select_related("replaced_by").get(pk=found.pk)
    context = {
        "law": row,
        "state": law_tag(row.state),
        "facts": list(_facts(row)),
        "earlier": [(str(each), law_url(each.pk)) for each in queries.before(actor, found.pk)],
        "provisions": list(queries.provisions(actor, found.pk)),
        "cited": [_cited(each) for each in queries.citing(actor, found.pk)],
        "mentioned": [_mentioned(each, found) for each in queries.mentioning(actor, found)],
        "may_change": bool(permitted(actor, found, [rules.CHANGE_LAW])),
        "breadcrumbs": [*law_crumbs(actor, found)[:-1], Crumb(found.short_name)],
    }
    return render(request, "governance/law.html", context)


def _facts(row: Any) -> Iterator[Fact]:
    after = row.replaced_by
    yield Fact(_("Kortnamn"), row.short_name)
    yield Fact(_("Nummer"), row.number)
    yield Fact(_("Slag"), str(row.get_kind_display()))
    yield Fact(_("I kraft"), formats.period(row) if row.starts_on or row.ends_on else "")
    if after:
        yield Fact(_("Ersatt av"), str(after), law_url(after.pk))
    yield Fact(_("Källa"), row.url, row.url)
    verified = formats.long_day(row.verified_on) if row.verified_on else _("inte kontrollerad")
    yield Fact(_("Senast kontrollerad"), verified)
    if row.misprints:
        yield Fact(_("Kända felskrivningar"), ", ".join(row.misprints))


def _cited(each: Any) -> tuple[str, str, str]:
    owner = each.document or each.agreement
    return owner.title, address_of(owner), each.place


def _mentioned(each: Any, law: Law) -> tuple[str, str, str]:
    """The file that mentions the law, and the wrong number if it has one."""
    owner = each.document or each.agreement
    wrong = [number for number in law.misprints if number in each.numbers]
    return owner.title, address_of(owner), ", ".join(wrong)
