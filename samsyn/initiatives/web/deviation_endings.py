"""The forms by which a report is closed, and by which words are taken out of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Actor, Edit
from samsyn.initiatives.actions import deviation_endings as actions
from samsyn.initiatives.models import Deviation, Ending
from samsyn.initiatives.queries import deviations as queries
from samsyn.initiatives.rules import deviations as rules
from samsyn.initiatives.web.deviation_addresses import deviation_crumbs, deviation_url
from samsyn.intake.api import long_text
from samsyn.pages.api import fields


class CloseForm(forms.Form):
    ending = fields.choice(_("Hur den avslutas"), Ending.choices, empty=_("något ändrades"))
    duplicate_of = fields.choice(
        _("Samma som"), empty=_("Ingen annan rapport"), help_text=_("Om den är samma som en annan.")
    )
    changed = long_text(
        _("Vad ändrades"),
        help_text=_(
            "Vad ni gör annorlunda från och med nu. Ändrades inget kan du skriva varför. "
            "Den som rapporterade läser det."
        ),
    )

    def __init__(self, actor: Actor, row: Deviation, data: Any = None) -> None:
        super().__init__(data)
        fields.offer(self, duplicate_of=queries.originals(actor, row.pk))

    def clean(self) -> dict[str, Any]:
        told = self.cleaned_data
        if not told.get("ending") and not told.get("changed"):
            self.add_error("changed", gettext("Skriv vad som ändrades, innan du avslutar."))
        if told.get("ending") == Ending.DUPLICATE and not told.get("duplicate_of"):
            self.add_error("duplicate_of", gettext("Välj vilken rapport den är samma som."))
        return told


class MaskForm(forms.Form):
    words = long_text(
        _("Vilka ord ska bort"),
        required=True,
        help_text=_("Ett namn eller några ord på varje rad, som de står i rapporten."),
    )
    why = fields.one_line(_("Varför"), help_text=_("Skriv inte orden här."))


def _close(row: Deviation, form: CloseForm, actor: Actor) -> str:
    told = form.cleaned_data
    same = fields.chosen(told["duplicate_of"])
    actions.close_deviation(row, told["changed"], told["ending"], same, actor=actor)
    return deviation_url(row)


def _mask(row: Deviation, form: MaskForm, actor: Actor) -> str:
    told = form.cleaned_data
    actions.mask_deviation(row, told["words"].splitlines(), told["why"], actor=actor)
    return deviation_url(row)


CLOSE = Edit(
    action=rules.CLOSE_DEVIATION,
    title=_("Avsluta i skrift"),
    lead=_("Det går inte att ändra efteråt."),
    submit=_("Avsluta"),
    form=CloseForm,
    act=_close,
    crumbs=deviation_crumbs,
    done=_("Den är avslutad."),
)
MASK = Edit(
    action=rules.MASK_DEVIATION,
    title=_("Ta bort ord ur rapporten"),
    lead=_("Orden byts mot [borttaget] överallt i rapporten. Det går inte att ångra."),
    submit=_("Ta bort orden"),
    color="danger",
    form=lambda _actor, _row, data: MaskForm(data),
    act=_mask,
    crumbs=deviation_crumbs,
    done=_("Orden är borttagna."),
)
