"""Terms of office: their register with what it rests on, and the form."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Actor, Button, Edit, Municipality, Request, page, register_page
from samsyn.organisation import actions, queries, rules
from samsyn.organisation.web.addresses import terms_crumbs
from samsyn.organisation.web.sourced import source_in_words
from samsyn.pages.api import Cell, Column, Empty, Listing, fields
from samsyn.sources.api import Citation, citations_of

TERM_COLUMNS: tuple[Column[Any], ...] = (
    Column("namn", gettext_lazy("Namn"), lambda term: Cell(term.name), ("name",)),
    Column("fran", gettext_lazy("Från och med"), lambda term: Cell(term.starts_on), ("starts_on",)),
    Column("till", gettext_lazy("Till och med"), lambda term: Cell(term.last_day), ("ends_on",)),
)


@page(rules.READ_ORGANISATION)
def terms(request: Request, _municipality: Municipality, /) -> HttpResponse:
    may_add = rules.KEEP_TERMS.name in request.permitted_here
    new = Button(_("Lägg till mandatperiod"), reverse("organisation:create-term"))
    listing = Listing(
        request.GET,
        queries.terms(request.actor),
        (*TERM_COLUMNS, _source_column(request.actor)),
        _("Mandatperioder"),
        default_sort="-fran",
        file_name="mandatperioder",
        empty=Empty(
            _("Här står de perioder som de förtroendevalda är valda för."),
            _("Till exempel 2023–2026."),
        ),
    )
    return register_page(request, listing, _("Mandatperioder"), buttons=[new] if may_add else [])


def _source_column(actor: Actor) -> Column[Any]:
    cited = citations_of(actor, queries.terms(actor).order_by().values("pk"))
    return Column(
        "kalla", gettext_lazy("Källa"), lambda term: _source(cited.get(term.pk, [])), width=50
    )


def _source(citations: list[Citation]) -> Cell:
    """Lead to the record, if there is one alone."""
    told = "; ".join(source_in_words(each) for each in citations)
    alone = citations[0].document_id if len(citations) == 1 else None
    return Cell(told, url=reverse("sources:document", args=[alone]) if alone else "")


class TermForm(forms.Form):
    name = fields.one_line(gettext_lazy("Namn"), help_text=gettext_lazy("Till exempel 2023–2026."))
    starts_on = fields.day(gettext_lazy("Från och med"))
    ends_on = fields.last_day(gettext_lazy("Till och med"), required=True)


def _create_term(_municipality: Municipality, form: TermForm, actor: Actor) -> str:
    actions.create_term(**form.cleaned_data, actor=actor)
    return reverse("organisation:terms")


CREATE_TERM = Edit(
    action=rules.KEEP_TERMS,
    title=gettext_lazy("Lägg till mandatperiod"),
    submit=gettext_lazy("Lägg till"),
    form=lambda _actor, _row, data: TermForm(data),
    act=_create_term,
    crumbs=terms_crumbs,
    done=gettext_lazy("Mandatperioden är tillagd."),
)
