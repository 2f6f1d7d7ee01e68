"""The list of parties outside the municipality with which no agreement is in force."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from samsyn.access.api import Municipality, Request, page, register_page
from samsyn.governance.domain.agreeing import Have
from samsyn.governance.queries.unagreed import Unagreed, unagreed
from samsyn.governance.rules import agreements as rules
from samsyn.governance.web.agreement_addresses import agreement_url, agreements_crumbs, body_url
from samsyn.governance.web.agreement_words import last_day
from samsyn.organisation.api import OWN_KINDS, BodyKind
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, Tag

_HAVE: Mapping[Have, tuple[Promise, str]] = {
    Have.NOTHING: (pgettext_lazy("avtal", "inget avtal"), "danger"),
    Have.ENDED: (pgettext_lazy("avtal", "har slutat gälla"), "danger"),
    Have.INFORMAL: (pgettext_lazy("avtal", "bara informellt"), "warning"),
    Have.PREPARED: (pgettext_lazy("avtal", "förbereds"), "info"),
    Have.ABOVE: (pgettext_lazy("avtal", "organet ovanför har avtal"), "neutral"),
}


def _columns(parties: Unagreed) -> tuple[Column[Any], ...]:
    def have(row: Any) -> Cell:
        word, color = _HAVE[parties.of(row.pk).have]
        return Cell(tags=(Tag(word, color),))

    def there_is(row: Any) -> Cell:
        found = parties.of(row.pk).agreements
        told = ", ".join(each.title for each in found)
        return Cell(told, url=agreement_url(found[0].pk) if len(found) == 1 else "")

    def until(row: Any) -> Cell:
        ends = [day for each in parties.of(row.pk).agreements if (day := last_day(each))]
        return Cell(max(ends, default=None))

    return (
        Column(
            "namn",
            gettext_lazy("Namn"),
            lambda row: Cell(row.name, url=body_url(row.pk)),
            ("name_key",),
            width=44,
        ),
        Column("slag", gettext_lazy("Slag"), lambda row: Cell(BodyKind(row.kind).label), ("kind",)),
        Column("laget", gettext_lazy("Läget"), have),
        Column("avtal", gettext_lazy("Det som finns"), there_is, width=50),
        Column("till", gettext_lazy("Till och med"), until),
    )


def _filters(parties: Unagreed) -> tuple[Filter[Any], ...]:
    def holding(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
        return rows.filter(name__icontains=words)

    def of_kind(rows: QuerySet[Any], kind: str) -> QuerySet[Any]:
        return rows.filter(kind=kind)

    def having(rows: QuerySet[Any], have: str) -> QuerySet[Any]:
        return rows.filter(parties.having(Have(have)))

    kinds = tuple((value, label) for value, label in BodyKind.choices if value not in OWN_KINDS)
    return (
        Filter("namn", gettext_lazy("Namn innehåller"), holding),
        Filter("slag", gettext_lazy("Slag"), of_kind, kinds),
        Filter(
            "laget",
            gettext_lazy("Läget"),
            having,
            tuple((have.value, word) for have, (word, _color) in _HAVE.items()),
        ),
    )


@page(rules.READ_AGREEMENTS)
def without_agreement(request: Request, municipality: Municipality, /) -> HttpResponse:
    parties = unagreed(request.actor)
    listing = Listing(
        request.GET,
        parties.rows,
        _columns(parties),
        _("Parter utan avtal"),
        default_sort="namn",
        filters=_filters(parties),
        file_name="parter-utan-avtal",
        empty=Empty(
            _("Här står föreningar, regionen, polisen och andra som inget avtal gäller med."),
            _("Till exempel en förening som ni arbetar med varje vecka utan att ha skrivit något."),
        ),
    )
    lead = _(
        "De utanför kommunen som inget avtal gäller med i dag, och det som finns i stället. Alla "
        "behöver inte avtal: listan visar vilka som saknar det."
    )
    above = agreements_crumbs(request.actor, municipality)
    return register_page(request, listing, _("Parter utan avtal"), lead=lead, above=above)
