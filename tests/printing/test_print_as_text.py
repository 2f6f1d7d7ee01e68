from datetime import date
from typing import Any

from samsyn.printing.api import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Inserted,
    Link,
    Numbered,
    PageBreak,
    Paragraph,
    Quote,
    Removed,
    Signature,
    Signatures,
    Table,
    as_text,
)
from tests.printing.documents import meeting_pack, minutes

_HEAD = "Protokoll\n=========\n\n"


def _printed(*blocks: Block, **given: Any) -> str:
    """Print the blocks, and give what comes after the title."""
    document = Document(title="Protokoll", made_on=date(2025, 10, 24), blocks=blocks, **given)
    return as_text(document).removeprefix(_HEAD)


def test_no_line_is_longer_than_a_letter_has_room_for() -> None:
    for document in (meeting_pack(), minutes(draft="Utkast")):
        assert max(map(len, as_text(document).splitlines())) <= 72


def test_a_word_that_is_longer_is_left_whole() -> None:
    address = "https://example.org/" + "x" * 80

    assert f"\n{address}\n" in "\n" + _printed(Paragraph(f"Se {address} för mer."))


def test_headings_stand_out() -> None:
    printed = _printed(Heading("Närvarande"), Heading("Beslut", 2))

    assert printed == "Närvarande\n----------\n\nBeslut\n"


def test_lists_hang_from_their_signs() -> None:
    printed = _printed(Bullets(("a", "ord " * 30)), Numbered(("b",), 9))

    assert printed.splitlines()[:3] == [
        "- a",
        "- " + ("ord " * 17).strip(),
        "  " + "ord " * 12 + "ord",
    ]
    assert printed.endswith("\n9. b\n")


def test_a_narrow_table_has_columns() -> None:
    table = Table("Närvaro", (Column("Namn"), Column("Möten", is_number=True)), (("Anna", "12"),))

    assert _printed(table) == "Närvaro\nNamn  Möten\n----  -----\nAnna     12\n"


def test_a_wide_table_tells_each_row_by_itself() -> None:
    table = Table("", (Column("Nr"), Column("Vad")), (("1", "ord " * 20), ("2", "")))

    first, second = _printed(table).split("\n\n")
    assert first.startswith("- Nr: 1\n  Vad: ord")
    assert second == "- Nr: 2\n  Vad:\n"


def test_facts_are_told_line_by_line() -> None:
    facts = Facts((Fact("Tid", "13.00"), Fact("Plats", (Link("Rådhuset", "https://a.se"),))))

    assert _printed(facts) == "Tid: 13.00\nPlats: Rådhuset (https://a.se)\n"


def test_an_address_is_not_told_twice() -> None:
    link = Link("a@b.se", "mailto:a@b.se")

    assert _printed(Paragraph((link,))) == "a@b.se\n"


def test_a_correction_is_told_in_words() -> None:
    printed = _printed(Paragraph((Removed("15.30"), Inserted("15.25"))))

    assert printed == "[struket: 15.30][tillagt: 15.25]\n"


def test_what_stands_out_on_paper_stands_out_here() -> None:
    printed = _printed(Callout("Försenat", ("17",)), Quote("Muntligt.", "Granskning"), PageBreak())

    assert printed == "! Försenat\n! 17\n\n> Muntligt.\n> Granskning\n"


def test_there_is_a_place_to_sign() -> None:
    printed = _printed(Signatures((Signature("Anna", "Ordförande", "Justerat i maj"),)))

    assert printed == f"{'_' * 36}\nJusterat i maj\nAnna\nOrdförande\n"


def test_a_draft_says_so_at_the_top() -> None:
    assert _printed(Paragraph("a"), draft="Utkast") == "UTKAST\n\na\n"
