from datetime import date

import pytest

from samsyn.printing.api import (
    Column,
    Document,
    Heading,
    Link,
    Numbered,
    Paragraph,
    Table,
    paragraphs,
)


def test_a_heading_may_not_skip_a_level() -> None:
    with pytest.raises(ValueError, match="Beslut"):
        Document(
            title="Protokoll",
            made_on=date(2025, 10, 24),
            blocks=(Heading("Närvarande"), Heading("Beslut", 3)),
        )


def test_a_heading_may_go_up_several_levels() -> None:
    blocks = (Heading("a"), Heading("b", 2), Heading("c", 3), Heading("d"))

    assert Document(title="t", made_on=date(2025, 1, 1), blocks=blocks).blocks == blocks


def test_the_rows_of_a_table_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="Närvaro"):
        Table("Närvaro", (Column("Namn"), Column("Funktion")), (("Anna",),))


def test_a_table_has_columns() -> None:
    with pytest.raises(ValueError, match="Närvaro"):
        Table("Närvaro", (), ())


def test_a_list_begins_with_a_number_that_can_be_printed() -> None:
    with pytest.raises(ValueError, match="-1"):
        Numbered(("a",), -1)


def test_widths_given_are_kept() -> None:
    table = Table("", (Column("a", width=3), Column("b", width=1)), (("x" * 100, "y"),))

    assert table.widths == [0.75, 0.25]


def test_a_short_column_has_what_it_wants_beside_long_ones() -> None:
    columns = (Column("Nr"), Column("Vad"), Column("Vem"))
    table = Table("", columns, (("17/2025", "ord " * 25, "ord " * 15),))

    number, what, who = table.widths
    assert 0.09 < number < 0.13
    assert what > who > number
    assert number + what + who == pytest.approx(1)


def test_a_written_text_becomes_paragraphs() -> None:
    text = "Ett.\r\n \r\nTvå,\r\nsom går vidare.\n\n\n\nTre."

    assert paragraphs(text) == (
        Paragraph("Ett."),
        Paragraph("Två,\nsom går vidare."),
        Paragraph("Tre."),
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.se",
        "http://",
        "https://[::1",
        "mailto:",
        "https://a.se/ b",
        "https://a.se/" + "x" * 2_000,
    ],
)
def test_some_addresses_lead_nowhere(url: str) -> None:
    assert Link("här", url).target == ""


@pytest.mark.parametrize("url", ["https://a.se/å?b=c#d", "mailto:a@b.se", "tel:+46701234567"])
def test_others_lead_where_they_say(url: str) -> None:
    assert Link("här", f" {url}\x00").target == url
