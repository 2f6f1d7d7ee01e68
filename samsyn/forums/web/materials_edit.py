"""The forms by which materials are added, changed, renewed and taken out of use."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit
from samsyn.forums import actions, rules
from samsyn.forums.actions import About
from samsyn.forums.models import Forum, Material, MaterialKind, Reach
from samsyn.forums.web.materials import material_crumbs, material_url, materials_crumbs
from samsyn.intake.api import FileField, long_text
from samsyn.pages.api import fields

_FILE_HELP = _("PDF, Word, Excel, PowerPoint, text eller bild, högst 20 MB.")


class AboutForm(forms.Form):
    title = fields.one_line(_("Titel"))
    description = long_text(
        _("Beskrivning"), help_text=_("Vad är det, och när har ni nytta av det?")
    )
    for_whom = fields.one_line(
        _("För vem"), required=False, help_text=_("Till exempel ny personal i elevhälsan.")
    )
    reach = fields.choice(_("Läses av"), Reach.choices)
    url = fields.one_line(_("Adress"), required=False, help_text=_("Börjar med https://."))

    def about(self, kind: MaterialKind) -> About:
        answers = self.cleaned_data
        return About(
            kind,
            answers["title"],
            answers["description"],
            answers["for_whom"],
            Reach(answers["reach"]),
            answers["url"],
        )


class AddForm(AboutForm):
    kind = fields.choice(_("Slag"), MaterialKind.choices)
    sent = FileField(label=_("Fil"), required=False, help_text=_FILE_HELP)

    field_order = ("kind", "title", "description", "for_whom", "reach", "url", "sent")


class VersionForm(forms.Form):
    sent = FileField(label=_("Fil"), help_text=_FILE_HELP)
    note = fields.one_line(_("Vad är nytt?"), required=False)


class RetireForm(forms.Form):
    retired_on = fields.day(
        _("Från och med"),
        required=False,
        help_text=_("Materialet står kvar, men visas inte bland det som används. Tomt är i bruk."),
    )


def _add(forum: Forum, form: AddForm, actor: Actor) -> str:
    about = form.about(MaterialKind(form.cleaned_data["kind"]))
    return material_url(actions.add_material(forum, about, form.cleaned_data["sent"], actor=actor))


def _change(material: Material, form: AboutForm, actor: Actor) -> str:
    about = form.about(MaterialKind(material.kind))
    actions.describe_material(material, about, actor=actor)
    return material_url(material)


def _described(_actor: Actor, material: Material, data: Any) -> AboutForm:
    names = ("title", "description", "for_whom", "reach", "url")
    return AboutForm(data, initial={name: getattr(material, name) for name in names})


def _renew(material: Material, form: VersionForm, actor: Actor) -> str:
    answers = form.cleaned_data
    actions.add_version(material, answers["sent"], answers["note"], actor=actor)
    return material_url(material)


def _retire(material: Material, form: RetireForm, actor: Actor) -> str:
    actions.retire_material(material, form.cleaned_data["retired_on"], actor=actor)
    return material_url(material)


def _retiring(actor: Actor, material: Material, data: Any) -> RetireForm:
    return RetireForm(data, initial={"retired_on": material.retired_on or actor.today})


ADD = Edit(
    action=rules.ADD_MATERIAL,
    title=_("Lägg till material"),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: AddForm(data, initial={"reach": Reach.PARTICIPANTS}),
    act=_add,
    crumbs=materials_crumbs,
    done=_("Materialet är tillagt."),
)
CHANGE = Edit(
    action=rules.CHANGE_MATERIAL,
    title=_("Ändra materialet"),
    submit=_("Spara"),
    form=_described,
    act=_change,
    crumbs=material_crumbs,
    done=_("Materialet är ändrat."),
)
RENEW = Edit(
    action=rules.CHANGE_MATERIAL,
    title=_("Lägg till en ny version"),
    lead=_("De äldre versionerna finns kvar."),
    submit=_("Lägg till"),
    form=lambda _actor, _row, data: VersionForm(data),
    act=_renew,
    crumbs=material_crumbs,
    done=_("Den nya versionen är tillagd."),
)
RETIRE = Edit(
    action=rules.CHANGE_MATERIAL,
    title=_("Ta ur bruk"),
    submit=_("Spara"),
    form=_retiring,
    act=_retire,
    crumbs=material_crumbs,
    done=_("Det är sparat."),
)
