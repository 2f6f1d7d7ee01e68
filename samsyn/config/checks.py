"""Refuses to start when an address has no permission declared for it."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

# Pages of the sign-in library, which guards them itself. A name missing here stops the start,
# so that a new release cannot open a door unseen.
_SIGN_IN_PAGES = frozenset(
    """
    account_login account_logout account_inactive account_reauthenticate
    account_change_password account_set_password
    account_reset_password account_reset_password_done
    account_reset_password_from_key account_reset_password_from_key_done
    mfa_index mfa_authenticate mfa_reauthenticate
    mfa_activate_totp mfa_deactivate_totp
    mfa_view_recovery_codes mfa_generate_recovery_codes mfa_download_recovery_codes
    mfa_list_webauthn mfa_add_webauthn mfa_edit_webauthn mfa_remove_webauthn
    mfa_login_webauthn mfa_reauthenticate_webauthn
    """.split()
)


@register
def every_address_declares_an_action(**_: Any) -> list[CheckMessage]:
    return [
        Error(
            f"The address /{address} declares no action.",
            hint="Decorate its view with @page, @command, @link_page, @link_command or @open_page.",
            id="samsyn.E001",
        )
        for address, pattern in addresses(get_resolver().url_patterns)
        if not hasattr(pattern.callback, "action") and pattern.name not in _SIGN_IN_PAGES
    ]


def addresses(
    patterns: list[URLPattern | URLResolver], prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Yield every address of the site with its view, however deep it is included."""
    for pattern in patterns:
        address = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLPattern):
            yield address, pattern
        else:
            yield from addresses(pattern.url_patterns, address)
