"""What files are taken: judged by what is in them and not by what they are called."""

import io
import re
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _

from samsyn.intake.domain import reading
from samsyn.kernel.errors import RuleBrokenError

LARGEST = 20_000_000
LARGEST_UNPACKED = 200_000_000
_MOST_PARTS = 5_000
_LONGEST_NAME = 150
_OFFICE = "application/vnd.openxmlformats-officedocument."
PDF, TEXT, CSV = "application/pdf", "text/plain", "text/csv"
SHEET = f"{_OFFICE}spreadsheetml.sheet"
OPEN_SHEET = "application/vnd.oasis.opendocument.spreadsheet"
ENDINGS = {
    PDF: (".pdf",),
    f"{_OFFICE}wordprocessingml.document": (".docx",),
    SHEET: (".xlsx",),
    f"{_OFFICE}presentationml.presentation": (".pptx",),
    TEXT: (".txt", ".md"),
    CSV: (".csv",),
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/gif": (".gif",),
    "image/webp": (".webp",),
}
TEXTS = frozenset({TEXT, CSV})
# What a table can be read from.
TABLES = {
    CSV: (".csv",),
    TEXT: (".txt", ".tsv"),
    SHEET: (".xlsx",),
    OPEN_SHEET: (".ods",),
}
_BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_MAIN_PARTS = {
    "word/document.xml": f"{_OFFICE}wordprocessingml.document",
    "xl/workbook.xml": SHEET,
    "ppt/presentation.xml": f"{_OFFICE}presentationml.presentation",
}
_OPEN_KIND = "mimetype"
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = re.compile(r"vbaproject|vbadata|/macrosheets/|/activex/", re.IGNORECASE)
_MARKUP = re.compile(r"\s*<\s*(!doctype|html|head|body|script|svg|iframe|\?xml)", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


class UnfitFileError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class SentFile:
    name: str
    content: bytes


def judge(sent: SentFile, taken: Mapping[str, tuple[str, ...]] = ENDINGS) -> str:
    """Return the media type of the file; raises UnfitFileError for what is not taken."""
    if not sent.content:
        raise UnfitFileError(_("Filen är tom."))
    if len(sent.content) > LARGEST:
        raise UnfitFileError(_("En fil får vara högst 20 MB."))
    ending = PurePosixPath(sent.name.lower()).suffix
    found = _type_of(sent.content, ending)
    if found not in taken:
        raise UnfitFileError(_told_of(taken))
    if ending not in taken[found]:
        told = _("Filen är något annat än vad namnet säger. Den borde sluta på %(ending)s.")
        raise UnfitFileError(told % {"ending": taken[found][0]})
    return found


def _type_of(content: bytes, ending: str) -> str:
    for beginning, media_type in _BEGINNINGS:
        if content.startswith(beginning):
            return media_type
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    if content.startswith(_OLE):
        raise UnfitFileError(
            _("Äldre Office-filer och filer med lösenord tas inte emot. Spara som .docx eller PDF.")
        )
    return _office(content) if content.startswith(_ZIP) else _text(content, ending)


def _office(content: bytes) -> str:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return _judged(archive)
    except (BadZipFile, RuntimeError, ValueError, zlib.error) as error:
        raise UnfitFileError(_("Filen är trasig. Spara om den och försök igen.")) from error


def _judged(archive: ZipFile) -> str:
    parts = archive.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnfitFileError(_("Filen blir för stor när den packas upp. Spara den som PDF."))
    names = {part.filename for part in parts}
    if any(_MACROS.search(name) for name in names):
        raise UnfitFileError(_("Filen innehåller makron. Spara den utan makron, eller som PDF."))
    found = [media_type for name, media_type in _MAIN_PARTS.items() if name in names]
    if not found and _is_open_sheet(archive, names):
        return OPEN_SHEET
    if not found:
        raise _unknown()
    return found[0]


def _is_open_sheet(archive: ZipFile, names: set[str]) -> bool:
    if _OPEN_KIND not in names:
        return False
    with archive.open(_OPEN_KIND) as part:
        return part.read(len(OPEN_SHEET) + 1) == OPEN_SHEET.encode()


def _text(content: bytes, ending: str) -> str:
    text = decoded(content)
    if text is None or _CONTROL.search(text):
        raise _unknown()
    if _MARKUP.match(text):
        raise UnfitFileError(
            _("Webbsidor tas inte emot. Spara sidan som PDF, eller länka till den.")
        )
    return CSV if ending in ENDINGS[CSV] else TEXT


def decoded(content: bytes) -> str | None:
    """Read as what Swedish programs save; None when it is neither."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _unknown() -> UnfitFileError:
    return UnfitFileError(_told_of(ENDINGS))


def _told_of(taken: Mapping[str, tuple[str, ...]]) -> str:
    if taken is TABLES:
        return _("Filen är ingen tabell. Skicka CSV, Excel (.xlsx) eller OpenDocument (.ods).")
    return _("Filen går inte att ta emot. Skicka PDF, Word, Excel, PowerPoint, text eller en bild.")


def safe_name(name: str) -> str:
    """What the file is called, with no way to somewhere else and no sign that cannot be seen."""
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    stem, dot, ending = " ".join(seen.split()).rpartition(".")
    return f"{stem.strip('. ')[:_LONGEST_NAME] or 'fil'}{dot}{ending}"


def text_of(media_type: str, content: bytes) -> str | None:
    """Return what can be read of a file that has been judged; None when nothing can."""
    if media_type in {TEXT, CSV}:
        return (decoded(content) or "")[: reading.MOST_LETTERS]
    if media_type.startswith("image/"):
        return None
    program = [sys.executable, "-I", str(reading.__file__), media_type]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            program, input=content, capture_output=True, timeout=reading.MOST_SECONDS, check=True
        )
    except subprocess.SubprocessError:
        return None
    return done.stdout.decode().strip() or None
