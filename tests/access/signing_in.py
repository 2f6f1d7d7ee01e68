"""Someone with a password, and the page where she signs in."""

from typing import Any

from django.test import Client
from django.urls import reverse

from samsyn.access.api import Account, Role
from tests import factories as make

PASSWORD = "ett långt lösenord som ingen gissar"
SIGN_IN = "account_login"


def someone(*roles: Role) -> Account:
    account = make.account_with(*roles or (Role.PARTICIPANT,))
    account.set_password(PASSWORD)
    account.save(update_fields=["password"])
    return account


def sign_in(client: Client, email: str, password: str = PASSWORD) -> Any:
    return client.post(reverse(SIGN_IN), {"login": email, "password": password})


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session
