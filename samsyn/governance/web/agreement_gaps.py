"""What an agreement does not say yet, each with the form that mends it: a list, never a score."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.access.api import Button
from samsyn.governance.domain.renewing import Renews
from samsyn.governance.models import Agreement, AgreementKind
from samsyn.governance.queries.lacking import Lack
from samsyn.governance.web.agreement_addresses import form_url, matter_url, position_url

# The fields of an agreement, what is said when one is empty, and the form that holds it.
_FIELDS = (
    ("purpose", gettext_lazy("Syftet är inte beskrivet"), "describe-agreement"),
    ("areas", gettext_lazy("Det står inte vilka områden avtalet gäller"), "describe-agreement"),
    (
        "responsibilities",
        gettext_lazy("Det står inte vem som ansvarar för vad"),
        "describe-agreement-responsibilities",
    ),
    (
        "follow_up",
        gettext_lazy("Det står inte hur avtalet följs upp"),
        "describe-agreement-follow-up",
    ),
    (
        "follow_up_on",
        gettext_lazy("Dagen för uppföljningen saknas"),
        "describe-agreement-follow-up",
    ),
    (
        "follow_up_owner_id",
        gettext_lazy("Ingen funktion äger uppföljningen"),
        "describe-agreement-follow-up",
    ),
)


def gaps(agreement: Agreement, has: Mapping[str, bool], vacant: Sequence[Any]) -> list[Button]:
    """What is missing; `has` tells of each kind of part whether there is any."""
    return list(_gaps(agreement, has, vacant))


def _gaps(agreement: Agreement, has: Mapping[str, bool], vacant: Sequence[Any]) -> Iterator[Button]:
    for field, told, form in _FIELDS:
        if not getattr(agreement, field):
            yield Button(told, form_url(form, agreement.pk))
    if not agreement.owner_id and not agreement.owner_forum_id:
        yield Button(
            _("Ingen äger avtalet"), form_url("describe-agreement-responsibilities", agreement.pk)
        )
    if told_of := _unsaid_of_time(agreement):
        yield Button(told_of, form_url("describe-agreement-period", agreement.pk))
    if not has["parties"]:
        yield Button(_("Inga parter är angivna"), form_url("add-party", agreement.pk))
    if not has["signed"] and agreement.kind != AgreementKind.INFORMAL:
        told_of = _("Det undertecknade avtalet finns inte här")
        yield Button(told_of, form_url("add-agreement-file", agreement.pk))
    for row in vacant:
        told_of = _("%(title)s är vakant") % {"title": row.title}
        yield Button(told_of, position_url(row.pk))


def _unsaid_of_time(agreement: Agreement) -> str:
    if not agreement.renewal and agreement.ends_on:
        return _("Det står inte om avtalet förlängs")
    if not agreement.renewal:
        return _("Det står inte hur länge avtalet gäller")
    is_endless = agreement.renewal == Renews.FIXED and not agreement.ends_on
    return _("Det står inte när avtalet slutar gälla") if is_endless else ""


def mended(
    lacks: Sequence[Lack], agreement: Agreement, matter_id: UUID | None, may: Container[str]
) -> list[Button]:
    """What is missing to activate it, each with the page where it is mended, for those who may."""
    return [Button(each.told, _where(each, agreement, matter_id, may)) for each in lacks]


def _where(lack: Lack, agreement: Agreement, matter_id: UUID | None, may: Container[str]) -> str:
    is_decision = lack.mended_by == "prepare-decision"
    if is_decision and matter_id is not None:
        return matter_url(matter_id)
    needed = "prepare_decision" if is_decision else "describe_agreement"
    return form_url(lack.mended_by, agreement.pk) if needed in may else ""
