"""The form by which each context lets its own rows be cited."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Actor, Edit
from samsyn.pages.api import Crumb, fields
from samsyn.sources.actions import Cited, add_citation
from samsyn.sources.queries import document_choices


class CiteForm(forms.Form):
    document = fields.choice(
        _("Handling"), help_text=_("Saknas handlingen? Lägg till den under Källor först.")
    )
    place = fields.one_line(
        _("Ställe"), required=False, help_text=_("Till exempel s. 1 eller § 14.")
    )
    quote = fields.text(
        _("Citat"),
        help_text=_("Ordagrant som det står i handlingen, utan citattecken."),
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        chosen = [("", _("Välj handling")), *document_choices(actor)]
        self.fields["document"].choices = chosen  # type: ignore[attr-defined]

    def cited(self) -> Cited:
        answers = self.cleaned_data
        return Cited(UUID(answers["document"]), answers["place"], answers["quote"])


def citing(
    action: Action[Any],
    *,
    crumbs: Callable[[Actor, Any], list[Crumb]],
    address_of: Callable[[Any], str],
) -> Edit:
    """Let those who may take the action say on which record a row rests."""

    def act(row: Model, form: CiteForm, actor: Actor) -> str:
        add_citation(row, form.cited(), actor=actor)
        return address_of(row)

    return Edit(
        action=action,
        title=_("Lägg till källa"),
        submit=_("Lägg till"),
        form=lambda actor, _row, data: CiteForm(actor, data),
        act=act,
        crumbs=crumbs,
        done=_("Källan är tillagd."),
    )
