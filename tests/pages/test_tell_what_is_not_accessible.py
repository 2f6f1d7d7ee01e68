from typing import Any

import pytest
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.test import Client

pytestmark = pytest.mark.django_db
ADDRESS = "/tillganglighet/synpunkt/"


@pytest.fixture(autouse=True)
def _accessibility_address(settings: Any) -> None:
    settings.SAMSYN_ACCESSIBILITY_EMAIL = "tillganglighet@alingsas.example"
    cache.clear()


def tell(client: Client, **written: str) -> Any:
    return client.post(ADDRESS, {"message": "Menyn går inte att nå.", **written})


def test_the_statement_is_open_to_everybody(client: Client) -> None:
    page = client.get("/tillganglighet/").content.decode()

    assert "Myndigheten för digital förvaltning" in page
    assert "22 november 2026" in page.replace("\u00a0", " ")


def test_what_somebody_tells_reaches_the_municipality(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    tell(client, name="Åsa", email="asa@example.se")

    [letter] = mailoutbox
    assert letter.to == ["tillganglighet@alingsas.example"]
    assert letter.reply_to == ["asa@example.se"]
    assert letter.body == "Menyn går inte att nå.\n\nNamn: Åsa"


def test_the_municipality_reads_swedish_whatever_the_teller_reads(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    client.post("/sprak/", {"language": "en"})

    tell(client)

    assert mailoutbox[0].subject == "Synpunkt på tillgängligheten"


def test_nobody_has_to_say_who_they_are(client: Client, mailoutbox: list[EmailMessage]) -> None:
    response = tell(client)

    assert (response.status_code, len(mailoutbox)) == (302, 1)


def test_an_empty_message_is_asked_for_again(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    page = tell(client, message=" ").content.decode()

    assert 'href="#id_message"' in page
    assert mailoutbox == []


@pytest.mark.parametrize(
    "written",
    [
        {"email": "a@b.se\nBcc: all@example.se"},
        {"email": "a@b.se\r\nSubject: x"},
        {"email": "a@b.se,c@d.se"},
        {"name": "Åsa\nBcc: all@example.se"},
        {"message": "Hej\nBcc: all@example.se"},
    ],
)
def test_nothing_written_becomes_a_line_of_the_head(
    client: Client, mailoutbox: list[EmailMessage], written: dict[str, str]
) -> None:
    tell(client, **written)

    for letter in mailoutbox:
        assert letter.recipients() == ["tillganglighet@alingsas.example"]
        assert letter.message()["Bcc"] is None


def test_one_sender_is_heard_five_times_an_hour(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    pages = [tell(client) for _ in range(6)]

    assert len(mailoutbox) == 5
    assert "Försök igen om en timme" in pages[-1].content.decode()
    assert "Menyn går inte att nå." in pages[-1].content.decode()
