"""The whole open record to take away, and the description of its format."""

import json as notation
from math import inf

from django.http import HttpResponse

from samsyn.access.api import Municipality, Request, page
from samsyn.exchange import rules
from samsyn.exchange.archives import pack
from samsyn.exchange.as_json import as_json
from samsyn.exchange.schema import schema as described
from samsyn.exchange.sheets.writing import write_template, write_workbook
from samsyn.exchange.writing import write

_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(rules.EXPORT_FILE)
def archive(request: Request, municipality: Municipality, /) -> HttpResponse:
    """The files of `samsyn export`, packed."""
    files = write(request.actor, municipality)
    content = pack((name, "".join(pieces).encode()) for name, pieces in files)
    return _file(content, "application/zip", f"{municipality.key}.zip")


@page(rules.EXPORT_FILE)
def json(request: Request, municipality: Municipality, /) -> HttpResponse:
    content = "".join(as_json(write(request.actor, municipality, largest=inf)))
    return _file(content.encode(), "application/json", f"{municipality.key}.json")


@page(rules.EXPORT_FILE)
def workbook(request: Request, municipality: Municipality, /) -> HttpResponse:
    """The registers, to work with in a spreadsheet."""
    content = write_workbook(request.actor, municipality)
    return _file(content, _WORKBOOK, f"{municipality.key}.xlsx")


@page(rules.READ_IMPORTS)
def template(_request: Request, _municipality: Municipality, /) -> HttpResponse:
    return _file(write_template(), _WORKBOOK, "mall.xlsx")


@page(rules.READ_IMPORTS)
def schema(_request: Request, _municipality: Municipality, /) -> HttpResponse:
    content = notation.dumps(described(), ensure_ascii=False, indent=2)
    return _file(content.encode(), "application/schema+json", "samverkansfil.schema.json")


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    """The key of a municipality is a name of a file as it stands."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=disposition)
