"""Tables as people have them: workbooks, files of text, and what a page kept of them."""

import io
import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any
from zipfile import ZipFile

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.access.api import Account
from samsyn.initiatives.models import Activity
from tests import factories as make
from tests.governance.visiting import send, told

Lines = Sequence[Sequence[Any]]
_OPEN_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def workbook(sheets: Mapping[str, Lines], name: str = "logg.xlsx") -> SimpleUploadedFile:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"default_date_format": "yyyy-mm-dd"}) as book:
        for title, lines in sheets.items():
            sheet = book.add_worksheet(title)
            for at, line in enumerate(lines):
                sheet.write_row(at, 0, line)
    return SimpleUploadedFile(name, content.getvalue())


def open_document(title: str, lines: Lines, name: str = "logg.ods") -> SimpleUploadedFile:
    """As LibreOffice saves it: with rows that are said to be there a million times."""
    rows = "".join(
        f"<table:table-row>{''.join(map(_cell, line))}</table:table-row>" for line in lines
    )
    empty = (
        '<table:table-row table:number-rows-repeated="1048500">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    document = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES}>'
        f'<office:body><office:spreadsheet><table:table table:name="{title}">{rows}{empty}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    content = io.BytesIO()
    with ZipFile(content, "w") as pack:
        pack.writestr("mimetype", _OPEN_KIND)
        pack.writestr("content.xml", document)
        pack.writestr("META-INF/manifest.xml", "<manifest/>")
    return SimpleUploadedFile(name, content.getvalue())


def _cell(value: Any) -> str:
    text = f"<text:p>{value}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def as_text(lines: Lines, sign: str = "\t") -> str:
    return "\n".join(sign.join(map(str, line)) for line in lines)


def answers_of(page: Any) -> dict[str, str]:
    """What the form of the page says as it stands, to be sent again."""
    text = page.content.decode().partition("<main")[2]
    said = dict(re.findall(r'<input[^>]* name="([^"]+)" value="([^"]*)"', text))
    for name, options in re.findall(
        r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', text, re.DOTALL
    ):
        found = re.findall(r'<option value="([^"]*)"( selected)?', options)
        said[name] = next((value for value, is_chosen in found if is_chosen), found[0][0])
    said.pop("csrfmiddlewaretoken", None)
    return {name: unescape(value) for name, value in said.items()}


def sent(by: Account, lines: Lines = (), *of: Any, **answers: Any) -> Any:
    """Send a table, of one initiative or of all."""
    name = "initiatives:import-activities-of" if of else "initiatives:import-activities"
    place = of or ()
    table = {"table": as_text(lines)} if lines else {}
    return send(by, name, *place, **table, **answers)


def read_in(by: Account, lines: Lines, *of: Any, **answers: Any) -> Any:
    """Send a table, and read it in with its columns as they are guessed."""
    asked = sent(by, lines, *of)
    assert "Vad är kolumnerna?" in told(asked), told(asked)
    return sent(by, (), *of, **(answers_of(asked) | answers))


def stored() -> list[Activity]:
    make.operator()
    return list(Activity.objects.order_by("held_on", "what", "place"))
