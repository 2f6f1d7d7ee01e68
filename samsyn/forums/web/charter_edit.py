"""The forms by which a forum is added, described, renamed and ended."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit, Municipality
from samsyn.forums import actions, queries, rules
from samsyn.forums.models import (
    Basis,
    Documentation,
    Forum,
    ForumKind,
    Level,
    Reach,
    SchoolForm,
)
from samsyn.forums.models.forums import OLDEST
from samsyn.forums.web.addresses import address_of, forum_crumbs, forums_crumbs
from samsyn.intake.api import LONGEST_TEXT
from samsyn.pages.api import fields

_LONGEST_LIST = 400


def text(label: Any, help_text: Any = "") -> forms.CharField:
    return fields.text(label, help_text=help_text, longest=LONGEST_TEXT)


def functions(actor: Actor, form: forms.Form, *names: str) -> None:
    """Offer every function that exists today."""
    offered = queries.function_choices(actor)
    fields.offer(form, **dict.fromkeys(names, offered))


class PurposeForm(forms.Form):
    level = fields.choice(_("Nivå"), Level.choices)
    kind = fields.choice(_("Slag"), ForumKind.choices)
    short_name = fields.one_line(_("Kortnamn"), required=False)
    purpose = text(_("Syfte"), _("Varför möts ni? Skriv så att en ny deltagare förstår."))
    goals = text(_("Mål"), _("Vad ska vara annorlunda, för vem och när?"))
    target_group = text(_("Målgrupp"))
    age_from = forms.IntegerField(
        label=_("Från ålder"), required=False, min_value=0, max_value=OLDEST
    )
    age_to = forms.IntegerField(
        label=_("Till och med ålder"), required=False, min_value=0, max_value=OLDEST
    )
    school_forms = forms.MultipleChoiceField(
        label=_("Skolformer"),
        choices=SchoolForm.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    focus_areas = forms.CharField(
        label=_("Fokusområden"),
        required=False,
        max_length=_LONGEST_LIST,
        help_text=_("Skilj dem åt med komma. Skriv dem likadant som andra forum gör."),
    )

    def clean_focus_areas(self) -> list[str]:
        """Each area once, in the order written."""
        said = (area.strip() for area in self.cleaned_data["focus_areas"].split(","))
        return list(dict.fromkeys(area for area in said if area))


class MandateForm(forms.Form):
    basis = fields.choice(_("Vilar på"), Basis.choices, empty=_("Inte angivet"))
    basis_text = text(_("Vilket avtal, beslut eller vilken lag"))
    decides = text(_("Får besluta själv"))
    refers = text(_("För vidare"), _("Vad måste någon annan besluta, och vem?"))
    not_discussed = text(_("Tas inte upp här"), _("Till exempel enskilda barn."))
    above = fields.choice(
        _("Svarar till"),
        empty=_("Inget forum"),
        help_text=_("Dit förs det som blir försenat två gånger."),
    )
    reach = fields.choice(_("Anteckningarna är för"), Reach.choices)
    shows_contributions = forms.BooleanField(
        label=_("Den som bidrar med en länk får läsa de andras bidrag"), required=False
    )

    def __init__(self, actor: Actor, forum: Forum, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        fields.offer(self, above=queries.forum_choices(actor, forum.pk))


class DutiesForm(forms.Form):
    convener = fields.choice(_("Sammankallande"), empty=_("Ingen funktion"))
    chair = fields.choice(_("Ordförande"), empty=_("Ingen funktion"))
    secretary = fields.choice(_("Sekreterare"), empty=_("Ingen funktion"))
    documentation = fields.choice(
        _("Mötena dokumenteras i"), Documentation.choices, empty=_("Inte angivet")
    )
    follow_up = text(_("Så följs forumet upp"), _("Till exempel i verksamhetsberättelsen."))
    follow_up_on = fields.day(_("Nästa uppföljning"), required=False)
    follow_up_owner = fields.choice(_("Äger uppföljningen"), empty=_("Ingen funktion"))

    def __init__(self, actor: Actor, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        functions(actor, self, "convener", "chair", "secretary", "follow_up_owner")


class CreateForm(forms.Form):
    name = fields.one_line(_("Namn"), help_text=_("Som det står i beslutet eller kallelsen."))
    level = fields.choice(_("Nivå"), Level.choices)
    kind = fields.choice(_("Slag"), ForumKind.choices)
    purpose = text(_("Syfte"), _("Varför möts ni? Skriv så att en ny deltagare förstår."))
    convener = fields.choice(_("Sammankallande"), empty=_("Ingen funktion"))
    starts_on = fields.day(
        _("Från och med"), required=False, help_text=_("Lämna tomt om dagen är okänd.")
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        functions(actor, self, "convener")


class RenameForm(forms.Form):
    name = fields.one_line(_("Nytt namn"))
    starts_on = fields.day(_("Från och med"))


class EndForm(forms.Form):
    ends_on = fields.last_day(_("Till och med"), required=True, help_text=_("Den sista dagen."))
    successor = fields.choice(_("Efterträds av"), empty=_("Inget forum"))

    def __init__(self, actor: Actor, forum: Forum, data: Any = None) -> None:
        super().__init__(data)
        fields.offer(self, successor=queries.forum_choices(actor, forum.pk))


def _create(_municipality: Municipality, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    forum = actions.create_forum(
        answers["name"],
        Level(answers["level"]),
        ForumKind(answers["kind"]),
        {"purpose": answers["purpose"], "convener_id": answers["convener"] or None},
        starts_on=answers["starts_on"],
        actor=actor,
    )
    return address_of(forum)


_REFERENCES = frozenset({"above", "convener", "chair", "secretary", "follow_up_owner"})


def _told(name: str, value: Any) -> tuple[str, Any]:
    return (f"{name}_id", value or None) if name in _REFERENCES else (name, value)


def _describe(forum: Forum, form: forms.Form, actor: Actor) -> str:
    told = dict(_told(name, value) for name, value in form.cleaned_data.items())
    actions.describe_forum(forum, told, actor=actor)
    return address_of(forum)


def _now(forum: Forum, form: type[forms.Form]) -> dict[str, Any]:
    """What the charter says now, as the form asks for it."""
    told = {
        name: getattr(forum, f"{name}_id") or "" if name in _REFERENCES else getattr(forum, name)
        for name in form.base_fields
    }
    if "focus_areas" in told:
        told["focus_areas"] = ", ".join(told["focus_areas"])
    return told


def _rename(forum: Forum, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.rename_forum(forum, answers["name"], starts_on=answers["starts_on"], actor=actor)
    return address_of(forum)


def _end(forum: Forum, form: forms.Form, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.end_forum(
        forum,
        ends_on=answers["ends_on"],
        successor_id=answers["successor"] or None,
        actor=actor,
    )
    return address_of(forum)


CREATE = Edit(
    action=rules.CREATE_FORUM,
    title=_("Lägg till forum"),
    lead=_("Börja med det du vet. Forumets sida visar sedan vad som saknas."),
    submit=_("Lägg till"),
    form=lambda actor, _row, data: CreateForm(actor, data),
    act=_create,
    crumbs=forums_crumbs,
    done=_("Forumet är tillagt."),
)
DESCRIBE_PURPOSE = Edit(
    action=rules.DESCRIBE_FORUM,
    title=_("Syfte och målgrupp"),
    submit=_("Spara"),
    form=lambda _actor, row, data: PurposeForm(data, initial=_now(row, PurposeForm)),
    act=_describe,
    crumbs=forum_crumbs,
    done=_("Uppdraget är sparat."),
)
DESCRIBE_MANDATE = Edit(
    action=rules.DESCRIBE_FORUM,
    title=_("Mandat"),
    submit=_("Spara"),
    form=lambda actor, row, data: MandateForm(actor, row, data, _now(row, MandateForm)),
    act=_describe,
    crumbs=forum_crumbs,
    done=_("Uppdraget är sparat."),
)
DESCRIBE_DUTIES = Edit(
    action=rules.DESCRIBE_FORUM,
    title=_("Ansvar och uppföljning"),
    lead=_("Ansvaret hör till funktioner, så att det finns kvar när en person slutar."),
    submit=_("Spara"),
    form=lambda actor, row, data: DutiesForm(actor, data, _now(row, DutiesForm)),
    act=_describe,
    crumbs=forum_crumbs,
    done=_("Uppdraget är sparat."),
)
RENAME = Edit(
    action=rules.RENAME_FORUM,
    title=_("Byt namn"),
    lead=_("Möten före bytet behåller det gamla namnet."),
    submit=_("Byt namn"),
    form=lambda _actor, _row, data: RenameForm(data),
    act=_rename,
    crumbs=forum_crumbs,
    done=_("Forumet har fått ett nytt namn."),
)
END = Edit(
    action=rules.END_FORUM,
    title=_("Avsluta forumet"),
    lead=_("Möten och anteckningar finns kvar. Det som inte är uppföljt står kvar som öppet."),
    submit=_("Avsluta"),
    color="danger",
    form=EndForm,
    act=_end,
    crumbs=forum_crumbs,
    done=_("Forumet är avslutat."),
)
