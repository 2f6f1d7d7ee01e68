"""When something recurs, as people say it."""

from django.utils.translation import gettext as _
from django.utils.translation import npgettext

from samsyn.governance.library.duties import KnownDuty
from samsyn.governance.models import Duty, Recurs
from samsyn.pages.api import formats


def in_words(duty: Duty | KnownDuty) -> str:
    """When it recurs, as people say it."""
    every = duty.every
    if duty.recurs == Recurs.MONTHS:
        told = npgettext(
            "årshjul", "varje månad", "var %(every)d:e månad efter förra gången", every
        )
        return told % {"every": every}
    often = _("varje år") if every == 1 else _("vart %(every)d:e år") % {"every": every}
    if duty.recurs == Recurs.WEEK:
        return _("%(often)s, vecka %(week)d") % {"often": often, "week": duty.week}
    day = {"day": duty.by_day, "month": formats.month_name(duty.by_month or 1)}
    return _("%(often)s, senast den %(day)d %(month)s") % {"often": often, **day}
