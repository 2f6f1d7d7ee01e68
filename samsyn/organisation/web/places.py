"""Areas and terms of office: their registers, pages and forms."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Actor,
    Button,
    Edit,
    Municipality,
    Request,
    page,
    permitted,
    register_page,
)
from samsyn.organisation import actions, queries, rules
from samsyn.organisation.models import Area, AreaKind
from samsyn.organisation.web.addresses import (
    address_of,
    area_crumbs,
    areas_crumbs,
    here,
    terms_crumbs,
)
from samsyn.organisation.web.sourced import source_in_words, sources_of
from samsyn.pages.api import Cell, Column, Empty, Fact, Filter, Listing, fields
from samsyn.sources.api import Citation, citations_of

AREA_COLUMNS: tuple[Column[Any], ...] = (
    Column(
        "namn",
        gettext_lazy("Namn"),
        lambda area: Cell(area.name, url=address_of(area)),
        ("name_key",),
        width=36,
    ),
    Column("slag", gettext_lazy("Slag"), lambda area: Cell(AreaKind(area.kind).label), ("kind",)),
    Column("kod", gettext_lazy("Kod"), lambda area: Cell(area.code), ("code",)),
    Column(
        "ligger_i",
        gettext_lazy("Ligger i"),
        lambda area: Cell(area.parent.name if area.parent else None),
        ("parent__name",),
    ),
)
TERM_COLUMNS: tuple[Column[Any], ...] = (
    Column("namn", gettext_lazy("Namn"), lambda term: Cell(term.name), ("name",)),
    Column("fran", gettext_lazy("Från och med"), lambda term: Cell(term.starts_on), ("starts_on",)),
    Column("till", gettext_lazy("Till och med"), lambda term: Cell(term.last_day), ("ends_on",)),
)


@page(rules.READ_ORGANISATION)
def areas(request: Request, _municipality: Municipality, /) -> HttpResponse:
    buttons = _button(request, rules.CREATE_AREA.name, _("Lägg till område"), "create-area")
    listing = Listing(
        request.GET,
        queries.areas(request.actor),
        AREA_COLUMNS,
        _("Områden"),
        default_sort="namn",
        filters=(
            Filter(
                "slag",
                gettext_lazy("Slag"),
                lambda rows, kind: rows.filter(kind=kind),
                tuple(AreaKind.choices),
            ),
        ),
        file_name="omraden",
        empty=Empty(
            _("Här står kommunens delar, med SCB:s koder eller som folk säger."),
            _("Till exempel Norra kommundelen, som är Sollebrunn och trakten norr om."),
        ),
    )
    return register_page(request, listing, _("Områden"), buttons=buttons)


@page(rules.READ_AREA)
def area(request: Request, found: Area, /) -> HttpResponse:
    context = {
        "area": found,
        "facts": [
            Fact(_("Slag"), str(found.get_kind_display())),
            Fact(_("Kod"), found.code),
            Fact(
                _("Ligger i"),
                found.parent.name if found.parent else "",
                address_of(found.parent) if found.parent else "",
            ),
        ],
        "parts": queries.areas(request.actor).filter(parent=found),
        "bodies": [
            (row.name, address_of(row)) for row in queries.bodies(request.actor).filter(area=found)
        ],
        "sources": sources_of(request.actor, [found.pk], {}),
        "may": permitted(request.actor, found, [rules.DESCRIBE_AREA, rules.CITE_AREA]),
        "breadcrumbs": here(area_crumbs(request.actor, found)),
    }
    return render(request, "organisation/area.html", context)


@page(rules.READ_ORGANISATION)
def terms(request: Request, _municipality: Municipality, /) -> HttpResponse:
    buttons = _button(request, rules.KEEP_TERMS.name, _("Lägg till mandatperiod"), "create-term")
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
    return register_page(request, listing, _("Mandatperioder"), buttons=buttons)


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


def _button(request: Request, action_name: str, label: str, url_name: str) -> list[Button]:
    if action_name not in request.permitted_here:
        return []
    return [Button(label, reverse(f"organisation:{url_name}"))]


class AreaForm(forms.Form):
    name = fields.one_line(gettext_lazy("Namn"))
    kind = fields.choice(gettext_lazy("Slag"), AreaKind.choices)
    code = fields.one_line(
        gettext_lazy("Kod"), required=False, help_text=gettext_lazy("SCB:s kod, om det finns en.")
    )
    parent = fields.choice(gettext_lazy("Ligger i"), empty=gettext_lazy("Inget område"))
    description = fields.text(gettext_lazy("Vad som menas"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        parent = self.fields["parent"]
        parent.choices = [*parent.choices, *queries.area_choices(actor)]  # type: ignore[attr-defined]

    def description_of_area(self) -> actions.AreaDescription:
        answers = self.cleaned_data
        return actions.AreaDescription(
            answers["name"],
            AreaKind(answers["kind"]),
            answers["code"],
            answers["description"],
            answers["parent"] or None,
        )


class TermForm(forms.Form):
    name = fields.one_line(gettext_lazy("Namn"), help_text=gettext_lazy("Till exempel 2023–2026."))
    starts_on = fields.day(gettext_lazy("Från och med"))
    ends_on = fields.last_day(gettext_lazy("Till och med"), required=True)


def _create_area(_municipality: Municipality, form: AreaForm, actor: Actor) -> str:
    return address_of(actions.create_area(form.description_of_area(), actor=actor))


def _describe_area(found: Area, form: AreaForm, actor: Actor) -> str:
    actions.describe_area(found, form.description_of_area(), actor=actor)
    return address_of(found)


def _described_area(actor: Actor, found: Area, data: Any) -> AreaForm:
    initial = {name: getattr(found, name) for name in ("name", "kind", "code", "description")}
    return AreaForm(actor, data, initial | {"parent": found.parent_id or ""})


def _create_term(_municipality: Municipality, form: TermForm, actor: Actor) -> str:
    actions.create_term(**form.cleaned_data, actor=actor)
    return reverse("organisation:terms")


CREATE_AREA = Edit(
    action=rules.CREATE_AREA,
    title=gettext_lazy("Lägg till område"),
    submit=gettext_lazy("Lägg till"),
    form=lambda actor, _row, data: AreaForm(actor, data),
    act=_create_area,
    crumbs=areas_crumbs,
    done=gettext_lazy("Området är tillagt."),
)
DESCRIBE_AREA = Edit(
    action=rules.DESCRIBE_AREA,
    title=gettext_lazy("Ändra området"),
    submit=gettext_lazy("Spara"),
    form=_described_area,
    act=_describe_area,
    crumbs=area_crumbs,
    done=gettext_lazy("Området är ändrat."),
)
CREATE_TERM = Edit(
    action=rules.KEEP_TERMS,
    title=gettext_lazy("Lägg till mandatperiod"),
    submit=gettext_lazy("Lägg till"),
    form=lambda _actor, _row, data: TermForm(data),
    act=_create_term,
    crumbs=terms_crumbs,
    done=gettext_lazy("Mandatperioden är tillagd."),
)
