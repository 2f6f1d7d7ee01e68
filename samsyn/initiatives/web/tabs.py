"""The ways to look at the portfolio."""

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.pages.api import Tab


def tabs(current: str) -> list[Tab]:
    ways = (
        ("initiatives", _("Lista")),
        ("board", _("Tavla")),
        ("timeline", _("Tidslinje")),
        ("area-map", _("Karta")),
        ("resources", _("Pengar och tjänster")),
        ("commissions", _("Beställningar")),
        ("needs", _("Behov")),
    )
    return [Tab(label, reverse(f"initiatives:{name}"), name == current) for name, label in ways]
