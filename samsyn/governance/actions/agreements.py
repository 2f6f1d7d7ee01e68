"""Every change to an agreement and what it says."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change
from samsyn.governance import searchable
from samsyn.governance.actions.owners import refuse_ended_owner
from samsyn.governance.actions.saying import kept, refuse_to_come
from samsyn.governance.models import Agreement, AgreementKind, Renewal
from samsyn.governance.queries.agreements import standing_of
from samsyn.governance.queries.lacking import lacking_to_activate
from samsyn.kernel.errors import RuleBrokenError

_TEXTS = frozenset({"purpose", "responsibilities", "cost_sharing", "follow_up"})
_LINES = frozenset({"title", "registry_number", "areas", "url"})


class NotReadyError(RuleBrokenError):
    """Something is missing before the agreement can be activated."""


class AgreementEndedError(RuleBrokenError):
    pass


def create_agreement(
    title: str,
    kind: AgreementKind,
    told: Mapping[str, Any] | None = None,
    *,
    actor: Actor,
) -> Agreement:
    """Add an agreement; what it does not say yet is shown as missing."""
    about = kept({"title": title, "kind": kind, **(told or {})}, _TEXTS, _LINES)
    refuse_ended_owner(about, actor)
    with one_change():
        agreement = Agreement.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(Agreement, actor.municipality_id, about["title"]),
            **about,
        )
        searchable.show(agreement)
    return agreement


def describe_agreement(agreement: Agreement, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Write what the agreement says, field by field; the others stay as they are."""
    changed = {name: value for name, value in told.items() if getattr(agreement, name) != value}
    refuse_ended_owner(changed, actor)
    said = kept(changed, _TEXTS, _LINES)
    with one_change():
        for field, value in said.items():
            setattr(agreement, field, value)
        agreement.save(update_fields=list(said))
        searchable.show_agreements([agreement.pk], actor=actor)


def activate_agreement(agreement: Agreement, on: date, *, actor: Actor) -> None:
    """Say that the parties now work by it; refused until nothing is missing for that."""
    if agreement.activated_on is not None:
        raise NotReadyError(_("Avtalet är redan aktiverat."))
    standing = standing_of(actor, agreement)
    lacking = lacking_to_activate(actor, agreement, standing)
    if lacking:
        told = "; ".join(each.told for each in lacking)
        raise NotReadyError(_("Avtalet kan inte aktiveras än. %(lacking)s.") % {"lacking": told})
    refuse_to_come(on, actor)
    if standing.last_signed_on is not None and on < standing.last_signed_on:
        raise NotReadyError(_("Avtalet kan inte aktiveras innan alla har skrivit under."))
    refuse_ended_owner({"follow_up_owner_id": agreement.follow_up_owner_id}, actor)
    with one_change():
        agreement.activated_on = on
        agreement.save(update_fields=["activated_on"])


def end_agreement(agreement: Agreement, *, ends_on: date, actor: Actor) -> None:
    """Let the agreement end, as agreed or because someone has given notice."""
    if agreement.ends_on is not None and agreement.ends_on <= min(ends_on, actor.today):
        raise AgreementEndedError(_("Avtalet har redan slutat gälla."))
    with one_change():
        agreement.ends_on = ends_on
        # Whoever ends it knows that it does not go on.
        agreement.renewal = agreement.renewal or Renewal.FIXED
        agreement.save(update_fields=["ends_on", "renewal"])
