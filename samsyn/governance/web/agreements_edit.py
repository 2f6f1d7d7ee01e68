"""The forms by which an agreement is added, described part by part, activated and ended."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums.api import Level
from samsyn.forums.api import queries as forums
from samsyn.governance.actions import agreements as actions
from samsyn.governance.models import Agreement, AgreementKind, Renewal
from samsyn.governance.queries import agreements as queries
from samsyn.governance.rules import agreements as rules
from samsyn.governance.web.agreement_addresses import (
    address_of,
    agreement_crumbs,
    agreements_crumbs,
)
from samsyn.intake.api import long_text
from samsyn.pages.api import fields

_LONGEST_LIST = 400
_MOST_MONTHS = 60


def offer_functions(actor: Actor, form: forms.Form, *names: str) -> None:
    """Offer every function that exists today."""
    offered = forums.function_choices(actor)
    fields.offer(form, **dict.fromkeys(names, offered))


class PurposeForm(forms.Form):
    title = fields.one_line(_("Titel"))
    kind = fields.choice(_("Slag"), AgreementKind.choices)
    level = fields.choice(_("Nivå"), Level.choices, empty=_("Inte angiven"))
    registry_number = fields.one_line(
        _("Diarienummer"), required=False, help_text=_("Till exempel 2025.355 BUN.")
    )
    purpose = long_text(_("Syfte"), help_text=_("Vad vill ni uppnå med avtalet, och för vilka?"))
    areas = forms.CharField(
        label=_("Områden"),
        required=False,
        max_length=_LONGEST_LIST,
        help_text=_("Skilj dem åt med komma. Skriv dem likadant som i andra avtal."),
    )
    url = fields.one_line(
        _("Adress till handlingen"), required=False, help_text=_("Börjar med https://.")
    )

    def clean_areas(self) -> list[str]:
        """Each area once, in the order written."""
        said = (area.strip() for area in self.cleaned_data["areas"].split(","))
        return list(dict.fromkeys(area for area in said if area))


class PeriodForm(forms.Form):
    starts_on = fields.day(_("Från och med"), required=False)
    renewal = fields.choice(_("Gäller"), Renewal.choices, empty=_("Inte angivet"))
    ends_on = fields.last_day(
        _("Till och med"),
        help_text=_("Den sista dagen. Lämna tomt om avtalet fortsätter tills någon säger upp det."),
    )
    notice_months = forms.IntegerField(
        label=_("Uppsägningstid i månader"),
        required=False,
        min_value=0,
        max_value=_MOST_MONTHS,
    )
    predecessor = fields.choice(_("Efterträder"), empty=_("Inget avtal"))
    details = fields.choice(
        _("Preciserar"),
        empty=_("Inget avtal"),
        help_text=_("Avtalet på en högre nivå, till exempel länets överenskommelse."),
    )

    def __init__(self, actor: Actor, row: Agreement, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        offered = queries.agreement_choices(actor, row.pk)
        for name in ("predecessor", "details"):
            fields.offer(self, **{name: offered})


class ResponsibilitiesForm(forms.Form):
    owner = fields.choice(_("Ägs av funktionen"), empty=_("Ingen funktion"))
    owner_forum = fields.choice(_("Ägs av gruppen"), empty=_("Ingen grupp"))
    responsibilities = long_text(
        _("Ansvar"), help_text=_("Vem ansvarar för vad? Vad var och en svarar för står vid parten.")
    )

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        offer_functions(actor, self, "owner")
        fields.offer(self, owner_forum=forums.forum_choices(actor))


class FollowUpForm(forms.Form):
    follow_up = long_text(
        _("Så följs avtalet upp"), help_text=_("Till exempel i en gemensam rapport till nämnderna.")
    )
    follow_up_on = fields.day(_("Nästa uppföljning"), required=False)
    follow_up_owner = fields.choice(_("Äger uppföljningen"), empty=_("Ingen funktion"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        offer_functions(actor, self, "follow_up_owner")


class CostForm(forms.Form):
    cost_sharing = long_text(
        _("Så delas kostnaden"), help_text=_("Parternas andelar i procent står vid varje part.")
    )


class CreateForm(forms.Form):
    title = fields.one_line(_("Titel"), help_text=_("Som det står i handlingen."))
    kind = fields.choice(_("Slag"), AgreementKind.choices)
    purpose = long_text(_("Syfte"), help_text=_("Vad vill ni uppnå med avtalet, och för vilka?"))
    starts_on = fields.day(_("Från och med"), required=False)
    renewal = fields.choice(_("Gäller"), Renewal.choices, empty=_("Inte angivet"))
    ends_on = fields.last_day(
        _("Till och med"),
        help_text=_("Den sista dagen. Lämna tomt om avtalet fortsätter tills någon säger upp det."),
    )


class EndForm(forms.Form):
    ends_on = fields.last_day(_("Till och med"), required=True, help_text=_("Den sista dagen."))


_REFERENCES = frozenset({"predecessor", "details", "owner", "owner_forum", "follow_up_owner"})


def _told(name: str, value: Any) -> tuple[str, Any]:
    return (f"{name}_id", value or None) if name in _REFERENCES else (name, value)


def _create(_municipality: Municipality, form: forms.Form, actor: Actor) -> str:
    told = dict(form.cleaned_data)
    title, kind = told.pop("title"), AgreementKind(told.pop("kind"))
    return address_of(actions.create_agreement(title, kind, told, actor=actor))


def _describe(agreement: Agreement, form: forms.Form, actor: Actor) -> str:
    told = dict(_told(name, value) for name, value in form.cleaned_data.items())
    actions.describe_agreement(agreement, told, actor=actor)
    return address_of(agreement)


def _now(agreement: Agreement, form: type[forms.Form]) -> dict[str, Any]:
    """What the agreement says now, as the form asks for it."""
    told = {
        name: getattr(agreement, f"{name}_id") or ""
        if name in _REFERENCES
        else getattr(agreement, name)
        for name in form.base_fields
    }
    if "areas" in told:
        told["areas"] = ", ".join(told["areas"])
    return told


def _end(agreement: Agreement, form: forms.Form, actor: Actor) -> str:
    actions.end_agreement(agreement, ends_on=form.cleaned_data["ends_on"], actor=actor)
    return address_of(agreement)


def _ending(actor: Actor, agreement: Agreement, data: Any) -> EndForm:
    """The day that the notice leads to, when it is given today."""
    day = agreement.ends_on or queries.terms_of(agreement).ends_if_given_notice(actor.today)
    return EndForm(data, initial={"ends_on": day})


def _describing(title: Any, form: Any, lead: Any = "") -> Edit:
    return Edit(
        action=rules.DESCRIBE_AGREEMENT,
        title=title,
        lead=lead,
        submit=_("Spara"),
        form=form,
        act=_describe,
        crumbs=agreement_crumbs,
        done=_("Avtalet är sparat."),
    )


CREATE = Edit(
    action=rules.CREATE_AGREEMENT,
    title=_("Lägg till avtal"),
    lead=_("Börja med det du vet. Avtalets sida visar sedan vad som saknas."),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: CreateForm(data),
    act=_create,
    crumbs=agreements_crumbs,
    done=_("Avtalet är tillagt."),
)
DESCRIBE_PURPOSE = _describing(
    _("Syfte och områden"),
    lambda _actor, row, data: PurposeForm(data, initial=_now(row, PurposeForm)),
)
DESCRIBE_PERIOD = _describing(
    _("Så länge gäller det"),
    lambda actor, row, data: PeriodForm(actor, row, data, _now(row, PeriodForm)),
)
DESCRIBE_RESPONSIBILITIES = _describing(
    _("Ägare och ansvar"),
    lambda actor, row, data: ResponsibilitiesForm(actor, data, _now(row, ResponsibilitiesForm)),
    _("Ansvaret hör till funktioner, så att det finns kvar när en person slutar."),
)
DESCRIBE_FOLLOW_UP = _describing(
    _("Uppföljning"),
    lambda actor, row, data: FollowUpForm(actor, data, _now(row, FollowUpForm)),
    _("Utan uppföljning, dag och ägare kan avtalet inte aktiveras."),
)
DESCRIBE_COST = _describing(
    _("Kostnader"), lambda _actor, row, data: CostForm(data, initial=_now(row, CostForm))
)
END = Edit(
    action=rules.END_AGREEMENT,
    title=_("Avsluta eller säg upp"),
    lead=_("Avtalet, besluten och filerna finns kvar."),
    submit=_("Avsluta"),
    color="danger",
    form=_ending,
    act=_end,
    crumbs=agreement_crumbs,
    done=_("Avtalets sista dag är sparad."),
)
