"""Where the pages of deviations are, and the way to them."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.governance.api import months_on
from samsyn.initiatives.models import Deviation
from samsyn.pages.api import Crumb, page_url

# How far back one looks: the pages of patterns and of the register count from the same day.
MONTHS_BACK = (6, 12, 24, 36)


def first_day(actor: Actor, months: int) -> date:
    return months_on(actor.today, -months)


def deviation_url(deviation: Any) -> str:
    return page_url("initiatives:deviation", deviation.pk)


def deviations_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    del actor, row
    return [Crumb(_("Avvikelser"), reverse("initiatives:deviations"))]


def deviation_crumbs(actor: Actor, deviation: Deviation) -> list[Crumb]:
    here = Crumb(deviation.title, deviation_url(deviation))
    return [*deviations_crumbs(actor, deviation), here]


def routines_crumbs(actor: Actor, row: Any) -> list[Crumb]:
    routines = Crumb(_("Rutiner för avvikelser"), reverse("initiatives:deviation-routines"))
    return [*deviations_crumbs(actor, row), routines]
