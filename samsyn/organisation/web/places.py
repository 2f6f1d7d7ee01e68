"""Areas: their register, pages and forms."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import (
    Action,
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
)
from samsyn.organisation.web.sourced import sources_of
from samsyn.pages.api import Cell, Column, Empty, Fact, Filter, Listing, fields, formats

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


@page(rules.READ_ORGANISATION)
def areas(request: Request, _municipality: Municipality, /) -> HttpResponse:
    buttons = [
        *_button(request, rules.CREATE_AREA, _("Lägg till område"), "create-area"),
        *_button(
            request, rules.SEND_BOUNDARIES, _("Läs in gränser"), "send-boundaries", "secondary"
        ),
    ]
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
            Fact(_("Gräns"), _where(request.actor, found)),
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


def _button(
    request: Request, action: Action[Any], label: str, url_name: str, variant: str = "primary"
) -> list[Button]:
    if action.name not in request.permitted_here:
        return []
    return [Button(label, reverse(f"organisation:{url_name}"), variant)]


def _where(actor: Actor, found: Area) -> str:
    """Who has drawn its boundary, and of which day that is."""
    drawn = queries.boundaries(actor).filter(area=found).defer("geometry").first()
    if drawn is None:
        return _("ingen gräns är inläst")
    day = formats.long_day(drawn.stated_on) if drawn.stated_on else ""
    return ", ".join(word for word in (drawn.origin, day) if word)


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


def _create_area(_municipality: Municipality, form: AreaForm, actor: Actor) -> str:
    return address_of(actions.create_area(form.description_of_area(), actor=actor))


def _describe_area(found: Area, form: AreaForm, actor: Actor) -> str:
    actions.describe_area(found, form.description_of_area(), actor=actor)
    return address_of(found)


def _described_area(actor: Actor, found: Area, data: Any) -> AreaForm:
    initial = {name: getattr(found, name) for name in ("name", "kind", "code", "description")}
    return AreaForm(actor, data, initial | {"parent": found.parent_id or ""})


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
