"""The register of matters: what each board has decided, and what waits."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Button, Municipality, Request, page, register_page
from samsyn.governance.models import Outcome
from samsyn.governance.queries import matters as queries
from samsyn.governance.rules import matters as rules
from samsyn.governance.web.agreement_addresses import matter_url
from samsyn.governance.web.agreements import NOTHING
from samsyn.pages.api import Cell, Column, Empty, Filter, Listing, Tag

_WAITS = "vantar"


def _outcome(row: Any) -> Cell:
    if row.outcome:
        return Cell(Outcome(row.outcome).label)
    return Cell() if row.decided_on else Cell(tags=(Tag(_("väntar"), "warning"),))


MATTER_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "arende",
        gettext_lazy("Ärende"),
        lambda row: Cell(row.title, url=matter_url(row.pk), note=row.category),
        ("title_key",),
        width=60,
    ),
    Column("organ", gettext_lazy("Organ"), lambda row: Cell(row.body_name), width=32),
    Column("beslutat", gettext_lazy("Beslutat"), lambda row: Cell(row.decided_on), ("decided_on",)),
    Column("paragraf", gettext_lazy("Paragraf"), lambda row: Cell(row.paragraph), width=12),
    Column("utfall", gettext_lazy("Utfall"), _outcome, ("outcome",)),
    Column(
        "diarienummer",
        gettext_lazy("Diarienummer"),
        lambda row: Cell(row.step_number or row.registry_number),
        ("registry_number",),
        width=20,
    ),
)


def _filters(actor: Actor) -> tuple[Filter[Any], ...]:
    years = tuple((str(year), str(year)) for year in queries.years_of_decisions(actor))
    return (
        Filter("ord", gettext_lazy("Innehåller orden"), _holding),
        Filter(
            "organ",
            gettext_lazy("Organ"),
            lambda rows, pk: rows.filter(step_body=pk),
            tuple(queries.boards_of_steps(actor)) or NOTHING,
        ),
        Filter(
            "ar",
            gettext_lazy("År"),
            lambda rows, year: rows.filter(decided_on__year=int(year)),
            years or NOTHING,
        ),
        Filter(
            "utfall",
            gettext_lazy("Utfall"),
            lambda rows, outcome: rows.filter(outcome=outcome),
            tuple(Outcome.choices),
        ),
        Filter(
            "visa",
            gettext_lazy("Visa"),
            lambda rows, _answer: rows.filter(decided_on__isnull=True),
            ((_WAITS, gettext_lazy("bara det som väntar")),),
        ),
    )


def _holding(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """Those whose title, category or number holds the words."""
    return rows.filter(
        Q(title__icontains=words)
        | Q(category__icontains=words)
        | Q(registry_number__icontains=words)
    )


@page(rules.READ_MATTERS)
def matters(request: Request, municipality: Municipality, /) -> HttpResponse:
    may_add = rules.CREATE_MATTER.name in request.permitted_here
    new = reverse("governance:create-matter")
    listing = Listing(
        request.GET,
        queries.matters_by_step(request.actor),
        MATTER_COLUMNS,
        _("Ärenden"),
        default_sort="-beslutat",
        filters=_filters(request.actor),
        file_name="arenden",
        empty=Empty(
            _("Här står vad nämnderna har beslutat om samverkan, och vad som väntar på beslut."),
            _("Till exempel överenskommelsen mellan nämnderna, med ett beslut från var och en."),
            _("Lägg till det första ärendet") if may_add else "",
            new if may_add else "",
        ),
    )
    lead = _("Vad nämnderna i %(place)s har beslutat, en rad för varje nämnd.")
    buttons = [Button(_("Lägg till ärende"), new)] if may_add else []
    return register_page(
        request, listing, _("Ärenden"), lead=lead % {"place": municipality}, buttons=buttons
    )
