"""Opens a workbook only as far as is safe: what it unpacks to is known before it is unpacked.

The reader of cells is given a copy with nothing in it but what has been weighed here.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from lzma import LZMAError
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

_LARGEST_PACKED = 20_000_000
_LARGEST = 60_000_000
_MOST_MEMBERS = 2_000
_MOST_MARKED = 300_000
_CHUNK = 1 << 16
# What the standard library may say of a pack, of what is packed, and of XML.
_FAULTS = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, LZMAError, ET.ParseError),
    *(OSError, EOFError, LookupError, ValueError, NotImplementedError, RuntimeError),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(workbook|styles|sharedStrings)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_FAR = re.compile(rb"""\br\s*=\s*["'](?:[A-Z]{3}|[B-Z][A-Z]|[A-Z]*(?:[2-9]\d{5}|\d{7}))""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_FAULT = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\bt\s*=\s*["']e["'][^>]*>""")
_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']([A-Z]+)(\d+):""")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]+\d+)["']""")


class NotAWorkbookError(ValueError):
    """Says why the file is not opened, and what would be right."""

    def __init__(self, wrong: str, right: str = "") -> None:
        super().__init__(wrong)
        self.wrong, self.right = wrong, right


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet has that its values do not tell, by the names of the cells."""

    formulas: frozenset[str] = field(default_factory=frozenset)
    faults: frozenset[str] = field(default_factory=frozenset)
    merged: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    content: bytes
    marks: dict[str, Marks]


def open_safely(name: str, data: bytes) -> Opened:
    """Open the workbook, or raise NotAWorkbookError."""
    _refuse_others(name, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            _weigh(pack)
            members = {name: _unpacked(pack, name) for name in _needed(pack)}
        _look_through(members)
        return Opened(_repacked(members), dict(_marks(members)))
    except NotAWorkbookError:
        raise
    except _FAULTS as error:
        raise _broken() from error


def _broken() -> NotAWorkbookError:
    return NotAWorkbookError(
        _("Kalkylbladet är trasigt och går inte att öppna."),
        _("öppna det i kalkylprogrammet och spara det på nytt som .xlsx"),
    )


def _refuse_others(name: str, data: bytes) -> None:
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    save = _("spara det som .xlsx")
    if ending in {".xlsm", ".xltm", ".xlsb"}:
        raise NotAWorkbookError(_("Kalkylbladet kan innehålla makron."), save)
    if ending != ".xlsx":
        raise NotAWorkbookError(_("Kalkylblad läses bara som .xlsx."), save)
    if data.startswith(_OLE):
        raise NotAWorkbookError(
            _("Kalkylbladet är skyddat med lösenord, eller sparat i ett äldre format."),
            _("ta bort lösenordet och spara det som .xlsx"),
        )
    if len(data) > _LARGEST_PACKED:
        wrong = _("Filen är %(size)d MB.") % {"size": len(data) // 1_000_000}
        raise NotAWorkbookError(wrong, _("dela den i filer på högst 20 MB"))


def _weigh(pack: zipfile.ZipFile) -> None:
    members = pack.infolist()
    size = sum(member.file_size for member in members)
    if size > _LARGEST or len(members) > _MOST_MEMBERS:
        wrong = _("Filen blir %(size)d MB när den packas upp.") % {"size": size // 1_000_000}
        raise NotAWorkbookError(wrong, _("dela den, högst 60 MB läses"))
    if any(member.flag_bits & 1 for member in members):
        raise NotAWorkbookError(_("Filen är skyddad med lösenord."), _("ta bort lösenordet"))
    names = [member.filename for member in members]
    if any("vbaproject" in name.lower() for name in names):
        raise NotAWorkbookError(_("Kalkylbladet innehåller makron."), _("spara det som .xlsx"))
    if len(set(names)) != len(names) or "xl/workbook.xml" not in names:
        raise _broken()


def _needed(pack: zipfile.ZipFile) -> list[str]:
    return [name for name in pack.namelist() if _NEEDED.fullmatch(name)]


def _unpacked(pack: zipfile.ZipFile, name: str) -> bytes:
    """Piece by piece: all at once would unpack beyond what the directory says."""
    with pack.open(name) as member:
        return b"".join(iter(lambda: member.read(_CHUNK), b""))


def _look_through(members: dict[str, bytes]) -> None:
    """Refuse what makes a small text large: declared entities, and cells far away."""
    for name, data in members.items():
        # In another encoding than UTF-8 the marks below would not be seen.
        if _DECLARED.search(data) or data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\x00" in data[:9]:
            raise _broken()
        if name.startswith("xl/worksheets/") and _FAR.search(data):
            raise NotAWorkbookError(
                _("Bladet har celler längre bort än AZ199999."),
                _("ta bort det som står där, eller dela filen"),
            )


def _repacked(members: dict[str, bytes]) -> bytes:
    """What has been weighed, and nothing else: a directory may say less than there is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as pack:
        for name, data in members.items():
            pack.writestr(name, data)
    return packed.getvalue()


def _marks(members: dict[str, bytes]) -> Iterator[tuple[str, Marks]]:
    files = {
        relation.get("Id"): relation.get("Target", "")
        for relation in ET.fromstring(members["xl/_rels/workbook.xml.rels"])  # noqa: S314
    }
    for sheet in ET.fromstring(members["xl/workbook.xml"]).iter():  # noqa: S314
        if sheet.tag.endswith("}sheet"):
            relation = (value for name, value in sheet.items() if name.endswith("}id"))
            target = files.get(next(relation, ""), "")
            data = members.get(f"xl/{target.removeprefix('/xl/')}", b"")
            yield sheet.get("name", ""), _marks_of(data)


def _marks_of(data: bytes) -> Marks:
    return Marks(
        frozenset(_cell_before(data, found.start()) for found in _some(_FORMULA, data)),
        frozenset(_name_in(found[0]) for found in _some(_FAULT, data)),
        tuple((found[1].decode(), int(found[2])) for found in _some(_MERGED, data)),
    )


def _some(pattern: re.Pattern[bytes], data: bytes) -> Iterator[re.Match[bytes]]:
    for count, found in enumerate(pattern.finditer(data)):
        if count == _MOST_MARKED:
            raise _broken()
        yield found


def _cell_before(data: bytes, at: int) -> str:
    start = max(data.rfind(b"<c ", 0, at), data.rfind(b":c ", 0, at))
    return _name_in(data[start : data.find(b">", start)])


def _name_in(tag: bytes) -> str:
    found = _REFERENCE.search(tag)
    return found[1].decode() if found else ""
