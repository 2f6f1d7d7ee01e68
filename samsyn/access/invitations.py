"""The letter, and the link in it, by which someone who was given an account gets in."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from samsyn.access.models import Account, Municipality

_TEMPLATE = "account/email/invitation"


def first_sign_in_link(account: Account) -> str:
    """An address by which the holder chooses a password, once and for a day."""
    key = default_token_generator.make_token(account)
    path = reverse(
        "account_reset_password_from_key",
        kwargs={"uidb36": user_pk_to_url_str(account), "key": key},
    )
    return f"{settings.SAMSYN_ADDRESS}{path}"


def invite(account: Account, municipality: Municipality) -> None:
    """Write to the holder when the change is committed; the letter holds no secret but the link."""
    letter = {
        "municipality": municipality,
        "is_new": not account.has_usable_password(),
        "url": first_sign_in_link(account),
        "address": settings.SAMSYN_ADDRESS,
    }
    send = get_adapter().send_mail
    transaction.on_commit(lambda: send(_TEMPLATE, account.email, letter))
