"""The sheet that explains the others: each column, what may stand in it, and an example."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from samsyn.exchange.sheets.columns import Column
from samsyn.exchange.sheets.registers import registers


class Row(NamedTuple):
    """An open row runs on to the right, over cells with nothing in them."""

    texts: tuple[str, ...]
    is_title: bool = False
    is_heading: bool = False
    is_open: bool = False


def guide() -> Iterator[Row]:
    yield Row((_("Så fungerar filen"),), is_title=True, is_open=True)
    for text in _general():
        yield Row((text,), is_open=True)
    headings = (_("Kolumn"), _("Vad som står där"), _("Krävs"), _("Värden eller exempel"))
    for register in registers():
        yield Row(())
        about = (str(register.title), str(register.about))
        yield Row(about, is_title=True, is_open=True)
        yield Row(headings, is_heading=True)
        for column in register.own:
            yield Row(_told(column))


def _general() -> tuple[str, ...]:
    return (
        _("Varje blad är ett register och varje rad en post. Rubrikerna står på första raden."),
        _("En kolumn som tas bort ur filen lämnas som den är. En tom cell tömmer uppgiften."),
        _("Det som inte står i filen tas inte bort: en rad som saknas lämnas som den är."),
        _("Andra poster anges med namn, eller med nyckel när flera heter lika."),
        _("Rader som börjar med ”Exempel:” läses inte in."),
        _("Formler, sammanfogade celler och makron läses inte in, och inte heller personnummer."),
        _("Källor, områden och mandatperioder finns inte här, och ändras inte av filen."),
        _("Fel visas med blad och cell, och då ändras ingenting."),
    )


def _told(column: Column) -> tuple[str, ...]:
    example = column.example
    shown = ", ".join(column.choices) or str(example)
    required = _("ja") if column.is_required else ""
    return str(column.heading), str(column.about), required, shown
