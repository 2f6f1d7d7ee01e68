import re
from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import translation

pytestmark = pytest.mark.django_db


def words(client: Client, name: str, **arguments: str) -> str:
    return client.get(reverse(name, kwargs=arguments)).content.decode()


def test_one_signs_in_with_an_address_and_a_password_or_a_passkey(client: Client) -> None:
    page = words(client, "account_login")

    assert re.search(r'name="login"[^>]*autocomplete="email"', page)
    assert re.search(r'name="password"[^>]*autocomplete="current-password"', page)
    assert 'id="passkey_login"' in page


def test_nobody_can_make_an_account(client: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")

    assert "Du får ett konto av administratören" in words(client, "account_login")


def test_the_sign_in_page_speaks_english(client: Client) -> None:
    client.post("/sprak/", {"language": "en"})

    page = words(client, "account_login")

    assert "Sign in with a passkey" in page
    assert "Logga in" not in page


def test_a_link_that_has_been_used_says_how_to_get_a_new_one(client: Client) -> None:
    page = words(client, "account_reset_password_from_key", uidb36="1", key="abc")

    assert "Länken gäller inte längre" in page
    assert "Skicka en ny länk" in page


@pytest.mark.parametrize(
    "name", ["account_login", "account_reset_password", "account_reset_password_done"]
)
def test_a_signed_out_page_shows_no_way_into_the_site(client: Client, name: str) -> None:
    page = words(client, name)

    assert "<h1" in page
    assert 'role="search"' not in page
    assert "Logga ut" not in page


@pytest.mark.parametrize(
    ("language", "greeting"), [("sv", "Hej,\n\nnågon har bett"), ("en", "Hello,\n\nsomebody has")]
)
def test_the_letter_about_a_new_password_holds_the_link_unharmed(
    language: str, greeting: str, mailoutbox: list[EmailMessage], rf: Any
) -> None:
    link = "https://samsyn.example/konto/password/reset/key/a-b/?x=1&y=2"

    with translation.override(language):
        letter = get_adapter().render_mail(
            "account/email/password_reset_key",
            "asa@example.se",
            {"password_reset_url": link, "current_site": rf.get("/").get_host()},
        )

    assert letter.body.startswith(greeting)
    assert link in letter.body
