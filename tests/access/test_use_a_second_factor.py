import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse
from pytest_django import Settings as SettingsWrapper

from tests.access.signing_in import PASSWORD, is_in, sign_in, someone

pytestmark = pytest.mark.django_db


def test_a_second_factor_is_enrolled_and_then_asked_for(
    client: Client, settings: SettingsWrapper
) -> None:
    settings.MFA_TOTP_TOLERANCE = 1  # the half minute may end between two lines
    account = someone()
    sign_in(client, account.email)
    secret = enrol(client)

    other = Client()
    answer = sign_in(other, account.email)

    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert not is_in(other)
    other.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert is_in(other)


def enrol(client: Client) -> str:
    page = reverse("mfa_activate_totp")
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(page)
    secret = str(client.session["mfa.totp.secret"])
    client.post(page, {"code": code_of(secret)})
    return secret


def code_of(secret: str) -> str:
    """What the app in the telephone shows."""
    counter = int(time.time()) // 30
    return str(totp.format_hotp_value(totp.hotp_value(secret, counter)))


def test_the_password_is_asked_for_again_before_a_factor_is_enrolled(client: Client) -> None:
    sign_in(client, someone().email)

    answer: Any = client.get(reverse("mfa_activate_totp"))

    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))


def test_a_wrong_code_enrols_nothing(client: Client) -> None:
    account = someone()
    sign_in(client, account.email)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.get(reverse("mfa_activate_totp"))

    client.post(reverse("mfa_activate_totp"), {"code": "000000"})

    assert not Authenticator.objects.filter(user=account).exists()
