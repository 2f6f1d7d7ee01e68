"""What is missing in an agreement or a document, and how it was mended.

The panel `governance/_remarks.html` shows them on either's page.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Actor, Edit
from samsyn.governance.actions import remarks as actions
from samsyn.governance.models import Remark
from samsyn.governance.rules.agreements import REMARK_ON_AGREEMENT
from samsyn.governance.rules.documents import MEND_REMARK, REMARK_ON_DOCUMENT
from samsyn.governance.web.document_addresses import address_of, owner_crumbs
from samsyn.intake.api import long_text


class RemarkForm(forms.Form):
    text = long_text(
        _("Vad som saknas eller är oklart"),
        required=True,
        help_text=_("Till exempel: Det står inte vem som följer upp."),
    )


class MendForm(forms.Form):
    how = long_text(_("Hur det är åtgärdat"), required=True)


def _remark(owner: Any, form: RemarkForm, actor: Actor) -> str:
    actions.remark(owner, form.cleaned_data["text"], actor=actor)
    return f"{address_of(owner)}#brister"


def _mend(remark: Remark, form: MendForm, actor: Actor) -> str:
    actions.mend_remark(remark, form.cleaned_data["how"], actor=actor)
    return f"{address_of(remark)}#brister"


def _remarking(action: Action[Any]) -> Edit:
    return Edit(
        action=action,
        title=_("Anteckna en brist"),
        submit=_("Anteckna"),
        form=lambda _actor, _row, data: RemarkForm(data),
        act=_remark,
        crumbs=owner_crumbs,
        done=_("Bristen är antecknad."),
    )


ON_DOCUMENT = _remarking(REMARK_ON_DOCUMENT)
ON_AGREEMENT = _remarking(REMARK_ON_AGREEMENT)
MEND = Edit(
    action=MEND_REMARK,
    title=_("Bristen är åtgärdad"),
    submit=_("Spara"),
    form=lambda _actor, _row, data: MendForm(data),
    act=_mend,
    crumbs=owner_crumbs,
    done=_("Bristen är åtgärdad."),
)
