"""Brings collaboration files in and takes them out, from the command line."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.access import api as access
from samsyn.config import founding, operator
from samsyn.config.garbage import seldom_looking_for_garbage
from samsyn.config.problems import ProblemError
from samsyn.exchange import api as exchange
from samsyn.organisation import api as organisation

_MOST_SHOWN = 200
_MOST_NOTICES = 20
# What takes so long, in bytes to read or changes to write, that one wants to see it go on.
_LARGE, _MANY = 2_000_000, 5_000


def bring_in(
    paths: Sequence[Path], *, only: str | None, language: str | None, is_trial: bool
) -> int:
    """Carry out what the files say, in one transaction; returns the exit code."""

    def read(report: exchange.Report) -> exchange.Outcome:
        found = exchange.find(paths, report)
        with _bar(sum(file.size for file in found.files), _LARGE, _("Läser")) as advance:
            outcome = exchange.read(found.files, report=report, advance=advance)
        outcome.passed_over[:0] = found.passed_over
        return outcome

    return carry_through(read, only=only, language=language, is_trial=is_trial)


def carry_through(
    read: Callable[[exchange.Report], exchange.Outcome | None],
    *,
    only: str | None,
    language: str | None,
    is_trial: bool,
) -> int:
    """Read, plan and write in one transaction, or tell what is wrong; returns the exit code."""
    with translation.override(language or _language()), seldom_looking_for_garbage():
        report = exchange.Report()
        with transaction.atomic():
            outcome = read(report)
            for path in outcome.passed_over if outcome else []:
                click.echo(_("Hoppar över %(path)s.") % {"path": path}, err=True)
            told = _carry_out(outcome, report, only, is_trial=is_trial) if outcome else []
            if report.count or is_trial:
                transaction.set_rollback(True)
        if report.count:
            _tell(report)
            return 1
        for line in told:
            click.echo(line)
        return 0


def _carry_out(
    outcome: exchange.Outcome, report: exchange.Report, only: str | None, *, is_trial: bool
) -> list[str]:
    """Carry out one municipality after the other: a later one may share what an earlier brings."""
    told = []
    for part in outcome.parts.values():
        if only and part.place.key != only:
            wrong = _("Filen gäller en annan kommun.")
            _refuse(report, part, wrong, _("bara %(key)s läses in") % {"key": only})
        elif (place := _place(part, report)) is not None:
            with access.acting_in(place.pk) as actor:
                told += _carry_out_part(part, report, actor, is_trial=is_trial)
    return told


def _carry_out_part(
    part: exchange.Part, report: exchange.Report, actor: access.Actor, *, is_trial: bool
) -> list[str]:
    taken = organisation.actions.take_part(_shared(part), actor=actor)
    told = [_("%(key)s: deltar nu i %(body)s.") % {"key": part.place.key, "body": b} for b in taken]
    plan = exchange.plan(part, report, actor=actor)
    if not report.count:
        told += _summary(plan, is_trial=is_trial)
        with _bar(len(plan.changes), _MANY, _("Skriver")) as advance:
            exchange.carry_out(plan, _files_of(part), actor=actor, advance=advance)
    return told


def _shared(part: exchange.Part) -> list[str]:
    said = part.records.get("bodies", ())
    return [each.key for each in said if each.says("shared") and each.said("shared")]


def _files_of(part: exchange.Part) -> list[str]:
    """The files that tell of the municipality, as those who use the site may know them."""
    told = {part.place.file} | {each.file for of in part.records.values() for each in of}
    return sorted({Path(name).name for name in told})


def _place(part: exchange.Part, report: exchange.Report) -> access.Municipality | None:
    """Find the municipality, or found it when a file says who it is."""
    place = part.place
    found = access.Municipality.objects.filter(key=place.key).first()
    if found is None and not place.name:
        keys = access.Municipality.objects.order_by("key").values_list("key", flat=True)
        wrong = _("Det finns ingen kommun med nyckeln %(key)s.") % {"key": place.key[:60]}
        right = _("skriv {key: …, name: …, code: …} i en av filerna, eller en av %(keys)s")
        _refuse(report, part, wrong, right % {"keys": ", ".join(keys) or "–"})
        return None
    if found is None:
        return founding.found(place.key, place.name, place.code)
    if place.name and (place.name, place.code) != (found.name, found.code):
        known = {"name": found.name, "code": found.code}
        wrong = _("Kommunen heter %(name)s och har koden %(code)s här.") % known
        _refuse(
            report, part, wrong, f'{{key: {found.key}, name: {found.name}, code: "{found.code}"}}'
        )
        return None
    return found


def _refuse(report: exchange.Report, part: exchange.Part, wrong: str, right: str) -> None:
    report.tell(exchange.Problem(part.place.file, part.place.line, "municipality", wrong, right))


def _summary(plan: exchange.Plan, *, is_trial: bool) -> Iterator[str]:
    counts = plan.counts()
    if not counts:
        yield _("%(key)s: inget skiljer sig.") % {"key": plan.place.key}
    for kind in dict.fromkeys(change.kind for change in plan.changes):
        done = (
            f"{exchange.Deed(what).label} {count}"
            for (of, what), count in sorted(counts.items())
            if of == kind.section
        )
        yield f"{plan.place.key}: {kind.label}: {', '.join(done)}"
    yield from _notices(list(exchange.doubles(plan)))
    if is_trial:
        for change in plan.changes:
            yield from _change(change)
        yield _("Inget är sparat: det här var en provkörning.")


def _notices(doubles: Sequence[exchange.Problem]) -> Iterator[str]:
    """What may be a mistake and may be right: nobody is stopped by it."""
    for double in doubles[:_MOST_NOTICES]:
        yield _("Obs: %(notice)s") % {"notice": double}
    if len(doubles) > _MOST_NOTICES:
        yield _("… och %(count)d till") % {"count": len(doubles) - _MOST_NOTICES}


def _change(change: exchange.Change) -> Iterator[str]:
    yield f"{change.kind.section}.{change.key}: {exchange.Deed(change.what).label}"
    for field, before, after in change.differences():
        yield f"    {field}: {before} → {after}" if before else f"    {field}: {after}"


def _tell(report: exchange.Report) -> None:
    for problem in report.problems[:_MOST_SHOWN]:
        click.echo(str(problem), err=True)
    rest = report.count - _MOST_SHOWN
    if rest > 0:
        click.echo(_("… och %(count)d till") % {"count": rest}, err=True)
    told = ngettext(
        "%(count)d fel. Inget är ändrat.", "%(count)d fel. Inget är ändrat.", report.count
    )
    click.echo(told % {"count": report.count}, err=True)


def take_out(folder: Path, key: str) -> str:
    """Write every file of the municipality into the folder; returns what to tell."""
    place = operator.municipality(key)
    written: set[str] = set()
    with access.acting_in(place.pk) as actor:
        files = exchange.export(actor, place)
        _prepare(folder)
        for name, pieces in files:
            with (folder / name).open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(pieces)
            written.add(name)
        _forget_others(folder, written)
        access.trace(actor, exchange.EXPORT_FILE.name)
    return f"{len(written)} filer skrivna i {folder}."


def _prepare(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted(path.name for path in folder.iterdir())
    foreign = [name for name in names if not exchange.is_file_of_an_export(name)]
    if foreign:
        raise ProblemError(f"Mappen {folder} har andra filer ({foreign[0]}): välj en tom mapp.")


def _forget_others(folder: Path, written: Collection[str]) -> None:
    """What an earlier export wrote, when there was more, would otherwise be read back."""
    for path in folder.iterdir():
        if path.name not in written:
            path.unlink()


def _language() -> str:
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return "en" if said.startswith("en") else "sv"


@contextmanager
def _bar(length: int, shown_from: int, label: str) -> Iterator[exchange.Advance]:
    with click.progressbar(length=length, label=label, hidden=length < shown_from) as bar:
        yield bar.update
