"""Lines of text that the database keeps to, each refusal with its sentence."""

from typing import TYPE_CHECKING

from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_ADDRESS = r"^(?=.{3,254}$)[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"


def one_line_of_text(name: str, field: str) -> CheckConstraint:
    return matching(name, field, r"^\S([^\n\r]{0,198}\S)?$", _("Skriv en rad med 1–200 tecken."))


def one_line_or_nothing(name: str, field: str) -> CheckConstraint:
    return matching(
        name, field, r"^(\S([^\n\r]{0,198}\S)?)?$", _("Skriv en rad med högst 200 tecken.")
    )


def email_address(name: str, field: str) -> CheckConstraint:
    """One address and nothing beside it: no name, no second one, no line that ends."""
    return matching(
        name,
        field,
        _ADDRESS,
        _("Skriv en e-postadress, till exempel namn@kommunen.se."),
    )


def matching(name: str, field: str, pattern: str, told: "_StrPromise") -> CheckConstraint:
    return CheckConstraint(
        name=name, condition=Q(**{f"{field}__regex": pattern}), violation_error_message=told
    )
