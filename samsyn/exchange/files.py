"""Which files are read, and what keeps one from being read at all."""

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from samsyn.exchange.problems import Report

ENDINGS = frozenset({".yaml", ".yml", ".json"})
_LARGEST = 50_000_000
_CHUNK = 1 << 20
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]")
_BOM = codecs.BOM_UTF8
_FOREIGN_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class File:
    """A file by its name, with its content or the path to it."""

    name: str
    content: bytes | None = None
    path: Path | None = None

    @property
    def is_json(self) -> bool:
        return self.name.lower().endswith(".json")

    @property
    def size(self) -> int:
        if self.content is not None:
            return len(self.content)
        return self.path.stat().st_size if self.path and self.path.exists() else 0


@dataclass(frozen=True, slots=True)
class Found:
    files: list[File]
    passed_over: list[str]


def find(paths: Iterable[Path], report: Report) -> Found:
    """Find the files of each path, a folder's in sorted order; others in it are passed over."""
    found = Found([], [])
    for path in dict.fromkeys(paths):
        if path.is_dir():
            _look_into(path, found, report)
        elif path.exists():
            _take(path, found, report)
        else:
            _refuse(report, path, _("Filen finns inte."))
    return found


def _look_into(folder: Path, found: Found, report: Report) -> None:
    before, root = len(found.files), folder.resolve()
    for path in _within(folder, report):
        if path.resolve() != root and root not in path.resolve().parents:
            _refuse(report, path, _("Länken leder ut ur mappen."), _("lägg själva filen i mappen"))
        elif path.suffix.lower() in ENDINGS:
            _take(path, found, report)
        else:
            found.passed_over.append(str(path))
    if len(found.files) == before and not report.count:
        _refuse(
            report,
            folder,
            _("Mappen innehåller ingen samverkansfil."),
            _("lägg dit en fil som slutar på .yaml, .yml eller .json"),
        )


def _take(path: Path, found: Found, report: Report) -> None:
    """Nobody waits for a pipe or a device."""
    if path.exists() and not path.is_file():
        _refuse(report, path, _("Filen är ingen vanlig fil."))
    else:
        found.files.append(File(str(path), path=path))


def _within(folder: Path, report: Report) -> Iterator[Path]:
    """Yield every file; hidden ones are passed over, and links to folders are not followed."""

    def tell(error: OSError) -> None:
        _refuse(report, Path(error.filename), _("Mappen går inte att läsa."))

    for place, folders, names in os.walk(folder, onerror=tell):
        linked = [name for name in folders if Path(place, name).is_symlink()]
        folders[:] = sorted(n for n in folders if not n.startswith(".") and n not in linked)
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                yield Path(place, name)


def _refuse(report: Report, path: Path, wrong: str, right: str = "") -> None:
    report.file, report.path = str(path), []
    report.wrong(0, wrong, right)


def content(file: File, report: Report) -> bytes | None:
    """Return what stands in the file as UTF-8, or None with what is wrong told."""
    report.file, report.path = file.name, []
    try:
        if file.size > _LARGEST:
            wrong = _("Filen är %(size)d MB.") % {"size": file.size // 1_000_000}
            report.wrong(0, wrong, _("dela den i filer på högst 50 MB"))
            return None
        data = file.content if file.content is not None else _from_disk(file)
    except OSError as error:
        report.wrong(0, _("Filen går inte att läsa (%(why)s).") % {"why": error.strerror})
        return None
    return _checked(data.removeprefix(_BOM), report)


def _from_disk(file: File) -> bytes:
    return file.path.read_bytes() if file.path else b""


def _checked(data: bytes, report: Report) -> bytes | None:
    right = _("spara den som UTF-8")
    if data.startswith(_FOREIGN_BOMS):
        report.wrong(1, _("Filen är sparad som UTF-16."), right)
    elif (wrong_at := _first_not_utf8(data)) is not None:
        report.wrong(_line_of(data, wrong_at), _("Filen är inte sparad som UTF-8."), right)
    elif found := _CONTROL.search(data):
        wrong = _("Här står ett styrtecken (%(code)s).") % {"code": found[0].hex()}
        report.wrong(_line_of(data, found.start()), wrong, _("ta bort det"))
    else:
        return data
    return None


def _first_not_utf8(data: bytes) -> int | None:
    """Decode piece by piece, so that a large file needs no room twice."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _CHUNK):
        kept = len(decoder.getstate()[0])
        piece = data[start : start + _CHUNK]
        try:
            decoder.decode(piece, final=start + _CHUNK >= len(data))
        except UnicodeDecodeError as error:
            return start - kept + error.start
    return None


def _line_of(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
