"""What the mail server is given, read by Python's own parser of e-mail."""

from email.message import EmailMessage
from typing import Any

import pytest
from pytest_django import Settings as SettingsWrapper

from samsyn.post.api import Enclosed, go_round
from tests import factories as make
from tests.post.conftest import Office

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("the_clock", "no_duties")]

ICS = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Möte\r\nEND:VCALENDAR\r\n".encode()


def sent(office: Office, **more: Any) -> EmailMessage:
    make.letter(**more)
    assert go_round().sent == 1
    return office.letters[0]


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_it_says_from_whom_it_is_and_to_whom(office: Office, settings: SettingsWrapper) -> None:
    settings.DEFAULT_FROM_EMAIL = "samsyn@kommunen.se"

    letter = sent(office, subject="Kallelse – möte i Åmål", reply_to="eva@kommunen.se")

    assert letter["Subject"] == "Kallelse – möte i Åmål"
    assert letter["To"] == "kim.ek@example.org"
    assert letter["Reply-To"] == "eva@kommunen.se"
    assert letter["From"].addresses[0].display_name == "Samsyn Alingsås kommun"
    assert letter["From"].addresses[0].addr_spec == "samsyn@kommunen.se"
    assert letter["Date"]


def test_no_machine_is_to_answer_it_and_a_filter_knows_it(
    office: Office, settings: SettingsWrapper
) -> None:
    settings.SAMSYN_ADDRESS = "https://samsyn.kommunen.se"

    letter = sent(office)

    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["X-Auto-Response-Suppress"] == "All"
    assert letter["List-Id"] == "<samsyn.alingsas.samsyn.kommunen.se>"
    assert letter["Message-ID"].endswith("@samsyn.kommunen.se>")


def test_the_text_is_in_utf_8(office: Office) -> None:
    letter = sent(office, text="Välkommen till Åmål – vi ses.\n")

    body = letter.get_body(("plain",))
    assert body is not None
    assert body.get_content_charset() == "utf-8"
    assert text_of(letter) == "Välkommen till Åmål – vi ses.\n"


def test_it_may_be_richer_than_text(office: Office) -> None:
    letter = sent(office, html="<p>Välkommen</p>")

    assert [part.get_content_type() for part in letter.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_what_is_enclosed_comes_as_it_was(office: Office) -> None:
    content = bytes(range(256))

    letter = sent(office, enclosed=[Enclosed("protokoll åäö.pdf", "application/pdf", content)])

    (part,) = letter.iter_attachments()
    assert part.get_filename() == "protokoll åäö.pdf"
    assert part.get_content_type() == "application/pdf"
    assert part.get_content() == content


def test_an_invitation_is_a_form_of_the_letter_and_a_file(office: Office) -> None:
    """As the mail programs know it: the last alternative, with the method that the file says."""
    invitation = Enclosed("inbjudan.ics", "text/calendar; method=REQUEST", ICS)

    letter = sent(office, enclosed=[invitation])

    assert [part.get_content_type() for part in letter.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/calendar",
        "application/ics",
    ]
    form = next(part for part in letter.walk() if part.get_content_type() == "text/calendar")
    assert form.get_param("method") == "REQUEST"
    assert form.get_content_charset() == "utf-8"
    assert form.get_payload(decode=True) == ICS
    (file,) = letter.iter_attachments()
    assert (file.get_filename(), file.get_content()) == ("inbjudan.ics", ICS)


def test_a_line_of_the_text_cannot_end_the_letter(office: Office) -> None:
    letter = sent(office, text="Före\n.\nEfter\nBcc: eva@example.se\n")

    assert text_of(letter) == "Före\n.\nEfter\nBcc: eva@example.se\n"
    assert letter["Bcc"] is None
    assert office.recipients == ["kim.ek@example.org"]
