"""From files that are sent, by way of what they would change, to what they have changed."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from samsyn.access.api import Actor, Municipality, Request, command, page, permitted
from samsyn.exchange import rules, uploads
from samsyn.exchange.doubles import doubles
from samsyn.exchange.files import File
from samsyn.exchange.kinds import Kind, Name, kinds
from samsyn.exchange.models import Deed, Upload
from samsyn.exchange.plans import Change, Plan
from samsyn.exchange.problems import Problem
from samsyn.exchange.uploads import Considered
from samsyn.exchange.web import naming, words
from samsyn.exchange.web.overview import COLORS, UploadForm, crumbs, named, show
from samsyn.kernel.errors import RuleBrokenError
from samsyn.pages.api import Crumb, Tag

_MOST_SHOWN = 30
_MOST_PROBLEMS = 200
# What is changed or ended is looked at before what is only added.
_ORDER = (Deed.ENDED, Deed.CHANGED, Deed.CREATED)
_BECOMES = {
    Deed.CREATED: gettext_lazy("skapas"),
    Deed.CHANGED: gettext_lazy("ändras"),
    Deed.ENDED: gettext_lazy("avslutas"),
}


@command(rules.UPLOAD_FILE)
def upload(request: Request, _municipality: Municipality, /) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    kept = _kept(form, request.actor) if form.is_valid() else None
    if kept:
        return redirect("exchange:preview", kept.pk)
    response = show(request, form)
    response.status_code = 422
    # The trail is not to say that something was sent.
    transaction.set_rollback(True)
    return response


def _kept(form: UploadForm, actor: Actor) -> Upload | None:
    sent = [File(file.name, file.read()) for file in form.cleaned_data["sent"]]
    try:
        return uploads.keep_upload(sent, actor=actor)
    except RuleBrokenError as refusal:
        form.add_error("sent", str(refusal))
        return None


@dataclass(frozen=True, slots=True)
class Shown:
    """One record that would be changed, as the page shows it."""

    title: str
    key: str
    url: str
    tag: Tag
    told: list[words.Told]


@dataclass(frozen=True, slots=True)
class Section:
    label: str
    counts: list[Tag]
    shown: list[Shown]
    rest: int


@page(rules.READ_UPLOAD)
def preview(request: Request, found: Upload, /) -> HttpResponse:
    considered = uploads.consider(found, request.municipality, actor=request.actor)
    if considered.asks:
        return redirect("exchange:headings", found.pk)
    report = considered.report
    sections = _sections(request.actor, considered)
    title, lead = _heading(considered, found)
    context: dict[str, Any] = {
        "title": title,
        "lead": lead,
        "upload": found,
        "passed_over": ", ".join(found.passed_over[:_MOST_SHOWN]),
        "problems": sorted(report.problems, key=_place)[:_MOST_PROBLEMS],
        "problems_not_shown": max(0, report.count - _MOST_PROBLEMS),
        "doubles": _doubles(considered.plan),
        "sections": sections,
        "may_carry_out": bool(sections) and _may_carry_out(request.actor, found),
        "decided": {"digest": considered.digest},
        "breadcrumbs": [*crumbs(), Crumb(_("Läs in"))],
    }
    return render(request, "exchange/preview.html", context)


def _doubles(plan: Plan | None) -> list[Problem]:
    return list(islice(doubles(plan), _MOST_SHOWN)) if plan else []


def _place(problem: Problem) -> tuple[str, int]:
    """As one goes through the files: what does not go together is found after all the rest."""
    return problem.file, problem.line


def _heading(considered: Considered, found: Upload) -> tuple[str, str]:
    files = {"files": named(found.file_names)}
    if count := considered.report.count:
        told = ngettext(
            "Ett fel i %(files)s. Inget är ändrat: rätta det och ladda upp igen.",
            "%(count)d fel i %(files)s. Inget är ändrat: rätta dem och ladda upp igen.",
            count,
        )
        return _("Det går inte att läsa in"), told % (files | {"count": count})
    if not considered.plan or not considered.plan.changes:
        return _("Inget skiljer sig"), _("Allt som står i %(files)s är redan så i Samsyn.") % files
    lead = _("Så här skulle %(files)s ändra det som står i Samsyn. Inget är ändrat än.")
    return _("Det här skulle ändras"), lead % files


def _may_carry_out(actor: Actor, found: Upload) -> bool:
    return bool(permitted(actor, found, [rules.CARRY_OUT_UPLOAD]))


def _sections(actor: Actor, considered: Considered) -> list[Section]:
    if considered.plan is None or not considered.is_possible:
        return []
    return [
        _section(actor, considered.plan, kind, changes)
        for kind in kinds()
        if (changes := [c for c in considered.plan.changes if c.kind is kind])
    ]


def _section(actor: Actor, plan: Plan, kind: Kind, changes: list[Change]) -> Section:
    first = sorted(changes, key=lambda change: _ORDER.index(change.what))[:_MOST_SHOWN]
    there = [change.entry.pk for change in first if not change.entry.is_new]
    things = naming.things_of(actor, kind, there) if there else {}
    name = naming.names_in(plan.state)
    shown = [
        Shown(
            naming.called(kind, change.key, name),
            change.key,
            things[change.entry.pk].url if change.entry.pk in things else "",
            Tag(_BECOMES[change.what], COLORS[change.what]),
            _told(change, name),
        )
        for change in first
    ]
    return Section(
        capfirst(str(kind.label)), _counts(changes), shown, max(0, len(changes) - _MOST_SHOWN)
    )


def _told(change: Change, name: Name) -> list[words.Told]:
    pairs = (words.understood(change.kind, each) for each in change.differences())
    return list(words.tell(change.what, (pair for pair in pairs if pair), name))


def _counts(changes: list[Change]) -> list[Tag]:
    counts = Counter(change.what for change in changes)
    return [Tag(f"{counts[what]} {_BECOMES[what]}", COLORS[what]) for what in Deed if counts[what]]


@command(rules.CARRY_OUT_UPLOAD)
def carry_out(request: Request, found: Upload, /) -> HttpResponse:
    digest = request.POST.get("digest", "")
    try:
        done = uploads.carry_out_upload(found, request.municipality, digest, actor=request.actor)
    except uploads.ChangedMeanwhileError as refusal:
        transaction.set_rollback(True)
        messages.warning(request, str(refusal))
        return redirect("exchange:preview", found.pk)
    if done is None:
        messages.info(request, _("Inget skilde sig, så inget är ändrat."))
        return redirect("exchange:overview")
    messages.success(request, _("Filerna är inlästa."))
    return redirect("exchange:import", done.pk)


@command(rules.FORGET_UPLOAD)
def forget(request: Request, found: Upload, /) -> HttpResponse:
    uploads.forget_upload(found, actor=request.actor)
    messages.success(request, _("Det uppladdade är kastat. Inget är ändrat."))
    return redirect("exchange:overview")
