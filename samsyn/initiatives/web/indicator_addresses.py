"""Where the pages of indicators are, and the way to them."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.initiatives.models import Indicator
from samsyn.pages.api import Crumb, page_url


def indicator_url(indicator_id: UUID) -> str:
    return page_url("initiatives:indicator", indicator_id)


def indicators_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Indikatorer"), reverse("initiatives:indicators"))]


def indicator_crumbs(actor: Actor, indicator: Indicator) -> list[Crumb]:
    here = Crumb(indicator.name, indicator_url(indicator.pk))
    return [*indicators_crumbs(actor, indicator), here]


def part_crumbs(actor: Actor, part: Any) -> list[Crumb]:
    return indicator_crumbs(actor, part.indicator)
