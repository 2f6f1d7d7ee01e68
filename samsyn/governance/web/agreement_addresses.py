"""Where the pages of agreements and matters are, and the way to them."""

from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.governance.models import Agreement, Matter, Step
from samsyn.pages.api import Crumb, page_url


def agreement_url(agreement_id: UUID) -> str:
    return page_url("governance:agreement", agreement_id)


def matter_url(matter_id: UUID) -> str:
    return page_url("governance:matter", matter_id)


def edition_url(edition_id: UUID) -> str:
    return page_url("governance:edition", edition_id)


def form_url(name: str, pk: UUID) -> str:
    return page_url(f"governance:{name}", pk)


def body_url(body_id: UUID) -> str:
    return page_url("organisation:body", body_id)


def position_url(position_id: UUID) -> str:
    return page_url("organisation:position", position_id)


def address_of(row: Any) -> str:
    """The page of an agreement, or the one where a part of it stands."""
    return agreement_url(row.pk if isinstance(row, Agreement) else row.agreement_id)


def agreements_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Avtal"), reverse("governance:agreements"))]


def agreement_crumbs(actor: Actor, agreement: Agreement) -> list[Crumb]:
    here = Crumb(agreement.title, agreement_url(agreement.pk))
    return [*agreements_crumbs(actor, agreement), here]


def part_crumbs(actor: Actor, part: Any) -> list[Crumb]:
    return agreement_crumbs(actor, part.agreement)


def matters_crumbs(actor: Actor, row: Model) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Ärenden"), reverse("governance:matters"))]


def matter_crumbs(actor: Actor, matter: Matter) -> list[Crumb]:
    return [*matters_crumbs(actor, matter), Crumb(matter.title, matter_url(matter.pk))]


def step_crumbs(actor: Actor, step: Step) -> list[Crumb]:
    return matter_crumbs(actor, step.matter)
