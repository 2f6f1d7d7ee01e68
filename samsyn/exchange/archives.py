"""Archives of files: what people send, and how what they sent is kept.

An archive says of itself how large it is, and may lie: what comes out is what is counted.
"""

import io
import stat
import zlib
from collections.abc import Iterable
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from django.utils.translation import gettext as _

from samsyn.exchange.files import ENDINGS, File
from samsyn.kernel.errors import RuleBrokenError

ENDING = ".zip"
LARGEST_FILE = 50_000_000
LARGEST_TOGETHER = 100_000_000
MOST_FILES = 500
_CHUNK = 1 << 20
_LONGEST_NAME = 200
# So that the same files are the same archive, whenever it is made.
_WITHOUT_DATE = (1980, 1, 1, 0, 0, 0)


class ArchiveRefusedError(RuleBrokenError):
    pass


def pack(files: Iterable[tuple[str, bytes]], level: int = 6) -> bytes:
    """Make an archive that is the same bytes for the same files."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in files:
            about = ZipInfo(name, _WITHOUT_DATE)
            about.compress_type = ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            archive.writestr(about, content)
    return target.getvalue()


def unpack(
    name: str, data: bytes, endings: frozenset[str] = ENDINGS
) -> tuple[list[File], list[str]]:
    """Return the files of an archive, in sorted order, and the names of those passed over.

    Raises ArchiveRefusedError for what is broken, or would lead out of it or grow too large.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return _unpacked(archive, name, endings)
    except (BadZipFile, LargeZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise _refused(name, _("går inte att läsa. Packa om filerna och försök igen.")) from error


def _unpacked(archive: ZipFile, name: str, endings: frozenset[str]) -> tuple[list[File], list[str]]:
    entries = [each for each in archive.infolist() if not each.is_dir()]
    if len(entries) > MOST_FILES:
        told = _("innehåller fler än %(most)d filer.") % {"most": MOST_FILES}
        raise _refused(name, told)
    for entry in entries:
        _refuse_unsafe(name, entry)
    files, passed_over, room = [], [], LARGEST_TOGETHER
    for entry in sorted(entries, key=lambda each: each.filename):
        if _is_hidden(entry.filename):
            continue
        if PurePosixPath(entry.filename).suffix.lower() not in endings:
            passed_over.append(entry.filename)
            continue
        content = _content(archive, name, entry, min(room, LARGEST_FILE))
        room -= len(content)
        files.append(File(entry.filename, content))
    return files, passed_over


def _refuse_unsafe(name: str, entry: ZipInfo) -> None:
    path = entry.filename
    parts = path.replace("\\", "/").split("/")
    if path.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or not path.isprintable():
        raise _refused(name, _("innehåller en fil som leder ut ur arkivet."))
    if len(path) > _LONGEST_NAME:
        raise _refused(name, _("innehåller en fil med för långt namn."))
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _refused(name, _("innehåller en länk. Lägg dit själva filen i stället."))
    if entry.flag_bits & 1:
        raise _refused(name, _("är skyddat med lösenord. Packa filerna utan."))


def _is_hidden(path: str) -> bool:
    """Tell what a computer has put there of itself."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.split("/"))


def _content(archive: ZipFile, name: str, entry: ZipInfo, most: int) -> bytes:
    pieces, size = [], 0
    with archive.open(entry) as file:
        while piece := file.read(_CHUNK):
            size += len(piece)
            if size > most:
                raise _refused(
                    name, _("innehåller för mycket: högst 50 MB i en fil och 100 MB i allt.")
                )
            pieces.append(piece)
    return b"".join(pieces)


def _refused(name: str, why: str) -> ArchiveRefusedError:
    return ArchiveRefusedError(
        _("Arkivet %(name)s %(why)s") % {"name": name[:_LONGEST_NAME], "why": why}
    )
