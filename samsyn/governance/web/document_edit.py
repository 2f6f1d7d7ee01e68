"""The forms by which a document is added, described, replaced, looked over and ended."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import Level
from samsyn.forums.api import queries as forum_queries
from samsyn.governance.actions import documents as actions
from samsyn.governance.models import DocumentKind, GoverningDocument, Publication
from samsyn.governance.queries import documents as queries
from samsyn.governance.rules import documents as rules
from samsyn.governance.web.document_addresses import (
    document_crumbs,
    document_url,
    documents_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.pages.api import fields

_LONGEST_LIST = 400
_REFERENCES = frozenset(
    {"deciding_body", "deciding_forum", "owner", "owner_forum", "responsible", "replaces"}
)


def _registry_number() -> forms.CharField:
    return fields.one_line(
        _("Diarienummer"), required=False, help_text=_("Till exempel 2025.355 BUN.")
    )


def _months() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Månader mellan översynerna"),
        required=False,
        min_value=1,
        max_value=120,
        help_text=_("Till exempel 12 för varje år."),
    )


class _Offering(forms.Form):
    """A form whose choices are what there is today."""

    def __init__(self, actor: Actor, row: Any, data: Any = None) -> None:
        initial = _now(row, type(self)) if isinstance(row, GoverningDocument) else {}
        super().__init__(data, initial=initial)
        fields.offer(self, **self._offered(actor, row))

    def _offered(self, actor: Actor, row: Any) -> Mapping[str, list[tuple[str, str]]]:
        del actor, row
        return {}

    def told(self) -> dict[str, Any]:
        """What was answered, as the actions take it."""
        return dict(_told(name, value) for name, value in self.cleaned_data.items())


class AboutForm(_Offering):
    title = fields.one_line(_("Titel"))
    kind = fields.choice(_("Slag"), DocumentKind.choices)
    applies_to = fields.one_line(
        _("Gäller för"), required=False, help_text=_("Till exempel grundskolan och socialtjänsten.")
    )
    level = fields.choice(_("Nivå"), Level.choices, empty=_("Inte angivet"))
    focus_areas = forms.CharField(
        label=_("Fokusområden"),
        required=False,
        max_length=_LONGEST_LIST,
        help_text=_("Skilj dem åt med komma. Skriv dem likadant som forumen gör."),
    )
    required_by = fields.one_line(
        _("Krävs enligt"),
        required=False,
        help_text=_("Lagen eller beslutet som säger att dokumentet ska finnas. Annars tomt."),
    )
    publication = fields.choice(_("Publicering"), Publication.choices)
    url = fields.one_line(_("Adress"), required=False, help_text=_("Börjar med https://."))
    distribution = long_text(_("Sändlista"), help_text=_("Vilka som ska få dokumentet."))

    def clean_focus_areas(self) -> list[str]:
        """Each area once, in the order written."""
        said = (area.strip() for area in self.cleaned_data["focus_areas"].split(","))
        return list(dict.fromkeys(area for area in said if area))


class DecisionForm(_Offering):
    deciding_body = fields.choice(_("Beslutat av"), empty=_("Inte angivet"))
    deciding_forum = fields.choice(
        _("Eller godkänt av forumet"),
        empty=_("Inget forum"),
        help_text=_(
            "Till exempel länets forum. En grupps godkännande är inte en nämnds beslut: i kommunen "
            "får en grupp bara föreslå mål och inriktning (6 kap. 38 § KL)."
        ),
    )
    decided_on = fields.day(_("Beslutsdag"), required=False)
    paragraph = fields.one_line(_("Paragraf"), required=False, help_text=_("Till exempel § 13."))
    registry_number = _registry_number()
    starts_on = fields.day(_("Gäller från och med"), required=False)
    ends_on = fields.last_day(_("Gäller till och med"))
    replaces = fields.choice(_("Ersätter"), empty=_("Inget dokument"))

    def _offered(self, actor: Actor, row: Any) -> Mapping[str, list[tuple[str, str]]]:
        return {
            "deciding_body": queries.body_choices(actor),
            "deciding_forum": forum_queries.forum_choices(actor),
            "replaces": queries.document_choices(actor, row.pk),
        }


class DutiesForm(_Offering):
    owner = fields.choice(
        _("Ägare"),
        empty=_("Ingen funktion"),
        help_text=_("Funktionen som ser till att dokumentet hålls levande."),
    )
    owner_forum = fields.choice(
        _("Ägande grupp"), empty=_("Ingen grupp"), help_text=_("Om det är ett forum som äger.")
    )
    responsible = fields.choice(_("Ansvarig förvaltning"), empty=_("Inte angivet"))
    review_months = _months()
    review_on = fields.day(_("Nästa översyn"), required=False)

    def _offered(self, actor: Actor, row: Any) -> Mapping[str, list[tuple[str, str]]]:
        del row
        return {
            "owner": forum_queries.function_choices(actor),
            "owner_forum": forum_queries.forum_choices(actor),
            "responsible": queries.body_choices(actor),
        }


class CreateForm(_Offering):
    title = fields.one_line(_("Titel"), help_text=_("Som den står på dokumentet."))
    kind = fields.choice(_("Slag"), DocumentKind.choices)
    applies_to = fields.one_line(_("Gäller för"), required=False)
    owner = fields.choice(_("Ägare"), empty=_("Ingen funktion"))
    deciding_body = fields.choice(_("Beslutat av"), empty=_("Inte angivet"))
    decided_on = fields.day(_("Beslutsdag"), required=False)
    registry_number = _registry_number()
    starts_on = fields.day(_("Gäller från och med"), required=False)
    review_months = _months()
    required_by = fields.one_line(
        _("Krävs enligt"),
        required=False,
        help_text=_("Finns det inte än: skriv vad som säger att det ska finnas."),
    )

    def _offered(self, actor: Actor, row: Any) -> Mapping[str, list[tuple[str, str]]]:
        del row
        return {
            "owner": forum_queries.function_choices(actor),
            "deciding_body": queries.body_choices(actor),
        }


class ReplaceForm(forms.Form):
    title = fields.one_line(_("Titel på det nya"))
    decided_on = fields.day(_("Beslutsdag"), required=False)
    paragraph = fields.one_line(_("Paragraf"), required=False)
    registry_number = _registry_number()
    starts_on = fields.day(_("Gäller från och med"), required=False)
    ends_on = fields.last_day(_("Gäller till och med"))


class EndForm(forms.Form):
    ends_on = fields.last_day(_("Till och med"), required=True, help_text=_("Den sista dagen."))


def _told(name: str, value: Any) -> tuple[str, Any]:
    return (f"{name}_id", fields.chosen(value)) if name in _REFERENCES else (name, value)


def _now(row: GoverningDocument, form: type[forms.Form]) -> dict[str, Any]:
    """What is said of the document now, as the form asks for it."""
    told = {
        name: getattr(row, f"{name}_id") or "" if name in _REFERENCES else getattr(row, name)
        for name in form.base_fields
    }
    if "focus_areas" in told:
        told["focus_areas"] = ", ".join(told["focus_areas"])
    return told


def _create(_municipality: Municipality, form: CreateForm, actor: Actor) -> str:
    told = form.told()
    title, kind = told.pop("title"), DocumentKind(told.pop("kind"))
    return document_url(actions.create_document(title, kind, told, actor=actor).pk)


def _describe(document: GoverningDocument, form: _Offering, actor: Actor) -> str:
    actions.describe_document(document, form.told(), actor=actor)
    return document_url(document.pk)


def _replace(document: GoverningDocument, form: ReplaceForm, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    new = actions.replace_document(document, told.pop("title"), told, actor=actor)
    return document_url(new.pk)


def _end(document: GoverningDocument, form: EndForm, actor: Actor) -> str:
    actions.end_document(document, ends_on=form.cleaned_data["ends_on"], actor=actor)
    return document_url(document.pk)


def _describing(form: type[_Offering], title: Any, lead: Any = "") -> Edit:
    return Edit(
        action=rules.DESCRIBE_DOCUMENT,
        title=title,
        lead=lead,
        submit=_("Spara"),
        form=form,
        act=_describe,
        crumbs=document_crumbs,
        done=_("Det är sparat."),
    )


CREATE = Edit(
    action=rules.CREATE_DOCUMENT,
    title=_("Lägg till styrdokument"),
    lead=_("Börja med det du vet. Dokumentets sida visar sedan vad som saknas."),
    submit=_("Lägg till"),
    form=CreateForm,
    act=_create,
    crumbs=documents_crumbs,
    done=_("Dokumentet är tillagt."),
)
ABOUT = _describing(AboutForm, _("Om dokumentet"))
DECISION = _describing(
    DecisionForm,
    _("Beslut och giltighet"),
    _("Av beslutet och dagarna följer om dokumentet gäller."),
)
DUTIES = _describing(
    DutiesForm,
    _("Ägare och översyn"),
    _("Ägaren är en funktion eller en grupp, så att ansvaret finns kvar när en person slutar."),
)
REPLACE = Edit(
    action=rules.REPLACE_DOCUMENT,
    title=_("Ersätt med ett nytt"),
    lead=_(
        "Det nya tar över ägare, slag, fokusområden, forum, roller och lagar. "
        "Det gamla gäller tills det nya gör det."
    ),
    submit=_("Lägg till det nya"),
    form=lambda _actor, row, data: ReplaceForm(data, initial={"title": row.title}),
    act=_replace,
    crumbs=document_crumbs,
    done=_("Det nya dokumentet är tillagt. Lägg till dess fil."),
)
END = Edit(
    action=rules.END_DOCUMENT,
    title=_("Låt det sluta gälla"),
    lead=_("Dokumentet står kvar, och ingen frågar vad som kommer efter."),
    submit=_("Låt det sluta gälla"),
    color="danger",
    form=lambda _actor, _row, data: EndForm(data),
    act=_end,
    crumbs=document_crumbs,
    done=_("Dokumentet har fått en sista dag."),
)
