"""Whatever somebody has written or pasted, it is printed, and stays what it is."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.printing.api import (
    Bullets,
    Callout,
    Column,
    Document,
    Emphasis,
    Fact,
    Facts,
    Heading,
    Inserted,
    Link,
    Numbered,
    Paragraph,
    Quote,
    Removed,
    Signature,
    Signatures,
    Strong,
    Table,
    as_html,
    as_pdf,
    as_text,
    as_word,
)
from samsyn.printing.characters import clean
from tests.printing.reading import failures, pdf_text, without_blanks, word_text

_ANY = st.text(st.characters(exclude_categories=()), max_size=80)
# Letters that stand alone, in the alphabets of the fonts: what is read from a PDF is its glyphs.
_LATIN = st.text(st.sampled_from("abcdeåäöÅÄÖéüß 0123 #$\\*_`<>@&%{}[]()/\"'~^|=+-–”’…§\n"))
_PASTED = "\r\n \uf0b7\tPunkt ett\x0b”citat” – \u00a0…\u2028\x07\x00\ufeff"


def everywhere(text: str) -> Document:
    """Put a text in every place there is for one."""
    return Document(
        title=text,
        made_on=date(2025, 10, 24),
        sender=text,
        lead=text,
        facts=(Fact(text, text),),
        draft=text,
        footer=text,
        has_contents=True,
        blocks=(
            Heading(text),
            Paragraph((text, Strong(text), Emphasis(text), Inserted(text), Removed(text))),
            Paragraph((Link(text, f"https://a.se/{text}"), Link(text, text))),
            Bullets((text,)),
            Numbered((text,)),
            Facts((Fact(text, text),)),
            Table(text, (Column(text), Column(text, is_number=True)), ((text, text),)),
            Quote(text, text),
            Callout(text, (text,)),
            Signatures((Signature(text, text, text),)),
        ),
    )


def _one(text: str) -> Document:
    return Document(title="Titel", made_on=date(2025, 10, 24), blocks=(Paragraph(text),))


@given(_ANY)
@settings(max_examples=40, deadline=None)
def test_is_printed_as_pdf_that_can_be_read_aloud(text: str) -> None:
    assert failures(as_pdf(everywhere(text))) == []


@given(_ANY)
@settings(max_examples=60, deadline=None)
def test_comes_out_of_word_again(text: str) -> None:
    printed = as_word(everywhere(text))

    assert without_blanks(clean(text)) in without_blanks(word_text(printed))


@given(_LATIN)
@settings(max_examples=40, deadline=None)
def test_comes_out_of_pdf_again(text: str) -> None:
    printed = pdf_text(as_pdf(_one(text)))

    assert without_blanks(text) in without_blanks(printed)


@given(_ANY)
@settings(deadline=None)
def test_comes_out_of_text_again(text: str) -> None:
    assert without_blanks(clean(text)) in without_blanks(as_text(_one(text)))
    as_text(everywhere(text)).encode()


@given(_ANY)
@settings(deadline=None)
def test_is_printed_as_html(text: str) -> None:
    as_html(everywhere(text)).encode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200b",
        "a" * 10_000,
        "Ord och mellanslag. " * 500,
        "rad\n" * 2_000,
        "😀👍🏽👨‍👩‍👧🇸🇪",
        "مرحبا שלום \u202eomvänt\u202c \u2067isolerat",
        "#$\\`*_<>@&%{}[]",
        "\x00\x01\x1b\x7f\x85\ud800\ufdd0\uffff",
        "e\u0301\u0302\u0303\u0304" * 20,
        _PASTED,
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_breaks_no_printer(text: str) -> None:
    document = everywhere(text)

    assert failures(as_pdf(document)) == []
    assert word_text(as_word(document))
    assert as_text(document)
    assert as_html(document)


def test_the_bullets_of_word_become_bullets() -> None:
    assert "• Punkt ett\n”citat”" in as_text(_one(_PASTED))
