"""Files are judged by what is in them, and refused with a sentence."""

import time

import pytest

from samsyn.forums.models import Material
from samsyn.intake.api import PDF, UnfitFileError, judge, safe_name, text_of
from samsyn.intake.domain import reading
from tests import factories as make
from tests.forums import making, sending
from tests.forums.making import World

_MACROS = sending.word("Hej", word__vbaProject="\0")
_BOMB = sending.word("Hej", word__media="0" * 201_000_000)
_DEEP = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(9)
)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.pdf", b"<!doctype html><script>alert(1)</script>", "Webbsidor tas inte emot"),
        ("a.txt", b"\n <html><body>Hej", "Webbsidor tas inte emot"),
        ("a.svg", b"<svg onload='x()'>", "Webbsidor tas inte emot"),
        ("a.pdf", sending.word("Hej"), "Den borde sluta på .docx"),
        ("a.docx", sending.pdf("Hej"), "Den borde sluta på .pdf"),
        ("a.pdf", _BOMB, "för stor när den packas upp"),
        ("a.docx", _BOMB, "för stor när den packas upp"),
        ("a.docx", _MACROS, "makron"),
        ("a.xlsx", sending.zipped(xl__workbook_xml="", xl__macrosheets__s1="x"), "makron"),
        ("a.zip", sending.zipped(hemligt="x"), "går inte att ta emot"),
        ("a.docx", b"PK\x03\x04trasig", "trasig"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "Äldre Office-filer"),
        ("a.exe", b"MZ\x90\0\x03", "går inte att ta emot"),
        ("a.txt", b"", "tom"),
        ("a.txt", b"a" * 20_000_001, "högst 20 MB"),
        ("namnlös", b"Hej", "Den borde sluta på .txt"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_a_bad_file_is_refused_with_a_sentence(name: str, content: bytes, told: str) -> None:
    with pytest.raises(UnfitFileError, match=told):
        judge(sending.sent(name, content))


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("A.PDF", sending.pdf("Hej"), PDF),
        ("a.md", "# Våldspyramiden".encode(), "text/plain"),
        ("a.csv", b"a;b", "text/csv"),
        ("a.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
    ],
)
def test_a_good_file_is_known_by_its_content(name: str, content: bytes, media_type: str) -> None:
    assert judge(sending.sent(name, content)) == media_type


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\hemligt\\rutin.docx", "rutin.docx"),
        ("faktura\u202efdp.exe", "fakturafdp.exe"),
        ("a\r\nSet-Cookie: x.txt", "aSet-Cookie: x.txt"),
        ("...txt", "fil.txt"),
        (f"{'a' * 300}.pdf", f"{'a' * 150}.pdf"),
    ],
)
def test_a_name_leads_nowhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_file_that_takes_too_long_to_read_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """The billion laughs: each entity is twenty of the one before."""
    document = f"{_DEEP}]><w><p><t>&j;</t></p></w>"
    monkeypatch.setattr(reading, "MOST_SECONDS", 3)
    begun = time.monotonic()

    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert text_of(word, sending.zipped(word__document_xml=document)) is None
    assert time.monotonic() - begun < 10


@pytest.mark.django_db
def test_a_refused_file_leaves_nothing_behind(world: World) -> None:
    sent = making.post(
        world.leader,
        "add-material-save",
        world.forum.pk,
        kind="document",
        title="Rutin",
        reach="participants",
        sent=sending.posted("rutin.pdf", b"<html>"),
    )

    assert sent.status_code == 422
    assert "Webbsidor tas inte emot" in making.told(sent)
    make.operator()
    assert not Material.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "told"),
    [(b"a" * 20_500_000, "Filen är 21 MB."), (b"Om 811218-9876", "personnummer")],
)
def test_what_is_too_large_or_names_a_person_is_told_of(
    world: World, content: bytes, told: str
) -> None:
    sent = making.post(
        world.leader,
        "add-material-save",
        world.forum.pk,
        kind="document",
        title="Rutin",
        reach="participants",
        sent=sending.posted("rutin.txt", content),
    )

    assert sent.status_code == 422
    assert told in making.told(sent)
