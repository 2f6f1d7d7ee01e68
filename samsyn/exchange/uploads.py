"""Files that someone has sent: kept until she has seen what they would change and decided."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePosixPath
from time import monotonic

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Municipality
from samsyn.exchange import archives
from samsyn.exchange.actions import carry_out
from samsyn.exchange.files import ENDINGS, File
from samsyn.exchange.models import Import, Upload
from samsyn.exchange.planning import plan
from samsyn.exchange.plans import Plan
from samsyn.exchange.problems import Problem, Report
from samsyn.exchange.reading import read
from samsyn.exchange.records import Part
from samsyn.exchange.sheets.reading import (
    WORKBOOK_ENDING,
    Said,
    Workbook,
    is_workbook,
    open_workbook,
    read_rows,
)
from samsyn.exchange.sheets.remembering import remembered
from samsyn.kernel.errors import NotFoundError, RuleBrokenError

KEPT = timedelta(days=1)
# Those that can be sent by themselves or in an archive.
TAKEN = ENDINGS | {WORKBOOK_ENDING}
_FAST = 1
# A municipality of thirty years is read in a second or two.
_LONGEST_WAIT = 20.0


class TookTooLongError(Exception):
    """Someone is waiting for the page."""


class NothingToReadError(RuleBrokenError):
    pass


class ChangedMeanwhileError(RuleBrokenError):
    pass


@dataclass(frozen=True, slots=True)
class Considered:
    """What the files would change, or what is wrong with them; nothing is changed yet."""

    report: Report
    plan: Plan | None
    # A workbook that has headings which nobody has said what they are.
    asks: Workbook | None = None

    @property
    def is_possible(self) -> bool:
        return self.plan is not None and not self.report.count

    @property
    def digest(self) -> str:
        """Tell this plan from one that would change something else."""
        digest = hashlib.sha256()
        for change in self.plan.changes if self.plan else ():
            told = (change.kind.section, change.key, change.what, *change.differences())
            digest.update(repr(told).encode())
        return digest.hexdigest()


def keep_upload(sent: Iterable[File], *, actor: Actor) -> Upload:
    """Keep what was sent, an archive as the files in it; what lies since a day is thrown away."""
    forget_old(actor=actor)
    files, passed_over = _unpacked(sent)
    if not files:
        told = _(
            "Där finns ingen fil att läsa: skicka filer som slutar på .yaml, .yml, .json eller "
            ".xlsx."
        )
        raise NothingToReadError(told)
    if len(files) > 1 and any(is_workbook(file.name) for file in files):
        raise NothingToReadError(_("Skicka ett kalkylblad i taget, och för sig."))
    upload = Upload(
        municipality_id=actor.municipality_id,
        at=actor.now,
        account_id=actor.account_key,
        file_names=[file.name for file in files],
        passed_over=passed_over,
        content=archives.pack(_numbered(files), _FAST),
    )
    upload.save(force_insert=True)
    return upload


def _numbered(files: Iterable[File]) -> Iterator[tuple[str, bytes]]:
    """What a file is called stands beside the archive: a name may be anything."""
    for number, file in enumerate(files):
        yield f"{number:04}{PurePosixPath(file.name).suffix.lower()}", file.content or b""


def _kept(upload: Upload) -> list[File]:
    files, _none = archives.unpack("", bytes(upload.content), TAKEN)
    return [File(name, file.content) for name, file in zip(upload.file_names, files, strict=True)]


def _unpacked(sent: Iterable[File]) -> tuple[list[File], list[str]]:
    files: dict[str, File] = {}
    passed_over: list[str] = []
    for file in sent:
        within, others = _of(file)
        passed_over += others
        for each in within:
            files[_free_name(each.name, files)] = each
    named = [File(name, file.content) for name, file in files.items()]
    if sum(file.size for file in named) > archives.LARGEST_TOGETHER:
        told = _("Filerna är tillsammans större än 100 MB. Skicka dem i omgångar.")
        raise archives.ArchiveRefusedError(told)
    return named, passed_over


def _of(file: File) -> tuple[list[File], list[str]]:
    name = file.name.lower()
    if name.endswith(archives.ENDING):
        return archives.unpack(file.name, file.content or b"", TAKEN)
    return ([file], []) if name.endswith(tuple(TAKEN)) else ([], [file.name])


def _free_name(name: str, taken: Iterable[str]) -> str:
    """Two files may have the same name, and an error has to say which of them it is in."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{number}/{name}"
    return free


def consider(upload: Upload, municipality: Municipality, *, actor: Actor) -> Considered:
    """Read the files and work out what they would change; raises NotFoundError when too old."""
    if upload.at < actor.now - KEPT:
        raise NotFoundError
    report = Report()
    files = _kept(upload)
    of = _of_workbook if is_workbook(files[0].name) else _of_files
    try:
        return of(files, municipality, report, actor)
    except TookTooLongError:
        wrong = _("Det tog för lång tid att läsa filerna.")
        report.tell(Problem("", 0, "", wrong, _("dela dem och läs in dem i omgångar")))
        return Considered(report, None)


def _of_files(
    files: list[File], municipality: Municipality, report: Report, actor: Actor
) -> Considered:
    wait = _at_most(_LONGEST_WAIT)
    outcome = read(files, report=report, wait=wait)
    plans = [
        plan(part, report, actor=actor, wait=wait)
        for part in outcome.parts.values()
        if _is_of(part, municipality, report)
    ]
    return Considered(report, plans[0] if plans else None)


def _of_workbook(
    files: list[File], municipality: Municipality, report: Report, actor: Actor
) -> Considered:
    """A workbook does not say whose it is: it is read as this municipality's."""
    wait = _at_most(_LONGEST_WAIT)
    book = open_workbook(files[0], Said(remembered=remembered(actor)), report)
    if book is None or report.count:
        return Considered(report, None)
    if book.unknown:
        return Considered(report, None, asks=book)
    outcome = read_rows(book, municipality.key, report, wait=wait)
    part = outcome.parts[municipality.key]
    return Considered(report, plan(part, report, actor=actor, wait=wait))


def _at_most(seconds: float) -> Callable[[], None]:
    begun = monotonic()

    def wait() -> None:
        if monotonic() - begun > seconds:
            raise TookTooLongError

    return wait


def _is_of(part: Part, municipality: Municipality, report: Report) -> bool:
    """Refuse another municipality's file without telling whether there is such a one here."""
    place = part.place
    if not place.key:
        return False
    said = {"key": municipality.key, "name": municipality.name, "code": municipality.code}
    if place.key != municipality.key:
        wrong, right = _("Filen gäller en annan kommun."), _("här läses bara %(key)s in") % said
    elif place.name and (place.name, place.code) != (municipality.name, municipality.code):
        wrong = _("Kommunen heter %(name)s och har koden %(code)s här.") % said
        right = '{{key: {key}, name: {name}, code: "{code}"}}'.format(**said)
    else:
        return True
    report.tell(Problem(place.file, place.line, "municipality", wrong, right))
    return False


def carry_out_upload(
    upload: Upload, municipality: Municipality, digest: str, *, actor: Actor
) -> Import | None:
    """Do what was shown, if that is still what would be done, and forget what was sent."""
    considered = consider(upload, municipality, actor=actor)
    if not considered.is_possible or considered.digest != digest or not considered.plan:
        raise ChangedMeanwhileError(
            _("Någon har ändrat något sedan du såg det här. Se efter igen innan du läser in.")
        )
    done = carry_out(considered.plan, upload.file_names, actor=actor)
    forget_upload(upload, actor=actor)
    return done


def forget_upload(upload: Upload, *, actor: Actor) -> None:
    Upload.objects.filter(pk=upload.pk, municipality_id=actor.municipality_id).delete()


def forget_old(*, actor: Actor) -> None:
    old = Upload.objects.filter(at__lt=actor.now - KEPT, municipality_id=actor.municipality_id)
    old.delete()
