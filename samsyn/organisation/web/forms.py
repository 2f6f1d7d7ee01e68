"""Forms that several pages of the organisation share."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.organisation.models import ContactKind
from samsyn.pages.api import fields


class EndForm(forms.Form):
    ends_on = fields.last_day(_("Till och med"), required=True, help_text=_("Den sista dagen."))


class ContactForm(forms.Form):
    kind = fields.choice(_("Slag"), ContactKind.choices)
    value = fields.one_line(
        _("Uppgift"), help_text=_("Till exempel 0322-61 60 00 eller en e-postadress.")
    )
    label = fields.one_line(_("Benämning"), required=False, help_text=_("Till exempel Växel."))
