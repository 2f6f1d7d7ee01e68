"""The page of one governing document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Request, allowed, page
from samsyn.governance.domain.status import Status
from samsyn.governance.models import DocumentKind, GoverningDocument
from samsyn.governance.queries import documents as queries
from samsyn.governance.queries.alarms import alarms
from samsyn.governance.queries.editions import editions_of
from samsyn.governance.rules import documents as rules
from samsyn.governance.web.agreement_addresses import body_url, position_url
from samsyn.governance.web.alarm_words import told
from samsyn.governance.web.comparing import share
from samsyn.governance.web.document_addresses import (
    document_crumbs,
    document_url,
    forum_url,
)
from samsyn.governance.web.editions import ShownEdition, all_shown
from samsyn.governance.web.law_panel import laws_shown
from samsyn.governance.web.told import owned_by, ownership_tags, status_tag
from samsyn.organisation.api import panels_of
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Crumb, Fact, formats
from samsyn.sources import api as sources

_OVER = (Status.REPLACED, Status.ENDED)


@page(rules.READ_DOCUMENT)
def document(request: Request, found: GoverningDocument, /) -> HttpResponse:
    actor = request.actor
    row = queries.document(actor, found.pk)
    before = queries.document(actor, found.replaces_id) if found.replaces_id else None
    after = queries.replacing(actor, found.pk)
    remarks = list(queries.remarks_on(actor, found.pk))
    trainings = list(queries.trainings(actor, found.pk))
    dialogues = list(queries.dialogues(actor, found.pk))
    may = _may(request, found)
    context = {
        "document": row,
        "status": status_tag(row),
        "lead": _lead(row),
        "is_over": row.status in _OVER,
        "alarms": [told(each) for each in alarms(actor, documents=[found.pk])],
        "about": list(_about(row)),
        "decision": list(_decision(row)),
        "duties": list(_duties(request, row)),
        "ownership": ownership_tags(owned_by(row, actor.today)),
        "editions": _editions(request, found, before),
        "earlier": [_other(before)] if before else [],
        "later": [_other(each) for each in after],
        "concerns": list(queries.concerns(actor, found.pk)),
        "is_procedure": found.kind in _KNOWN_AND_USED,
        "trainings": trainings,
        "is_dialogue": found.kind == DocumentKind.DIALOGUE,
        "dialogues": dialogues,
        "remarks": remarks,
        "laws": laws_shown(actor, found.pk),
        "matters": queries.matters_of(actor, found.pk),
        "sources": _sources(request, found, _named(remarks, trainings, dialogues)),
        "may": may,
        "may_remark": "remark_on_document" in may,
        "may_cite": "cite_document" in may,
        "remark_url": reverse("governance:remark-on-document", args=[found.pk]),
        "law_url": reverse("governance:cite-law-in-document", args=[found.pk]),
        "today": actor.today,
        "breadcrumbs": [*document_crumbs(actor, found)[:-1], Crumb(found.title)],
    }
    context["panels"] = panels_of(request.actor, found)
    return render(request, "governance/document.html", context)


# SOSFS 2011:9: what is to be done is to be known by those who are to do it.
_KNOWN_AND_USED = (DocumentKind.ROUTINE, DocumentKind.PROCESS, DocumentKind.ROLE)


def _may(request: Request, found: GoverningDocument) -> frozenset[str]:
    actions = [
        *(rules.DESCRIBE_DOCUMENT, rules.REPLACE_DOCUMENT, rules.END_DOCUMENT),
        rules.REVIEW_DOCUMENT,
        *(rules.ADD_DOCUMENT_FILE, rules.SAY_WHAT_IT_CONCERNS, rules.RECORD_TRAINING),
        rules.RECORD_DIALOGUE,
        *(rules.REMARK_ON_DOCUMENT, rules.CITE_DOCUMENT),
    ]
    return allowed(request.actor, found, actions)


def _lead(row: Any) -> str:
    parts = [str(DocumentKind(row.kind).label)]
    if row.registry_number:
        parts.append(row.registry_number)
    if row.applies_to:
        parts.append(row.applies_to)
    return " · ".join(parts)


def _other(row: Any) -> tuple[str, str, Any]:
    return row.title, document_url(row.pk), status_tag(row)


def _about(row: Any) -> Iterator[Fact]:
    yield Fact(_("Gäller för"), row.applies_to)
    yield Fact(_("Nivå"), str(row.get_level_display()) if row.level else "")
    yield Fact(_("Fokusområden"), ", ".join(row.focus_areas))
    if row.required_by:
        yield Fact(_("Krävs enligt"), row.required_by)
    yield Fact(_("Publicering"), str(row.get_publication_display()))
    if row.url:
        yield Fact(_("Adress"), row.url, row.url)
    yield Fact(_("Sändlista"), row.distribution)


def _decision(row: Any) -> Iterator[Fact]:
    day = formats.long_day(row.decided) if row.decided else ""
    if row.deciding_forum_id:
        yield Fact(_("Godkänt av"), row.decided_by, forum_url(row.deciding_forum_id))
        yield Fact(_("Godkänt"), day, "", row.paragraph)
    else:
        url = body_url(row.deciding_body_id) if row.deciding_body_id else ""
        yield Fact(_("Beslutat av"), row.decided_by or "", url)
        yield Fact(_("Beslutat"), day, "", row.paragraph)
    yield Fact(_("Diarienummer"), row.registry_number)
    yield Fact(_("Gäller"), formats.period(row) if row.starts_on or row.ends_on else "")


def _duties(request: Request, row: Any) -> Iterator[Fact]:
    found = queries.functions_with_holders(request.actor, [row.owner_id] if row.owner_id else [])
    owner = found.get(row.owner_id)
    if owner is not None:
        yield _function(_("Ägare"), owner)
    if row.owner_forum_id:
        yield Fact(_("Ägande grupp"), row.owner_forum_name, forum_url(row.owner_forum_id))
    if owner is None and not row.owner_forum_id:
        yield Fact(_("Ägare"), "")
    kept = body_url(row.responsible_id) if row.responsible_id else ""
    yield Fact(_("Ansvarig förvaltning"), row.kept_by or "", kept)
    yield Fact(_("Nästa översyn"), formats.long_day(row.review_on) if row.review_on else "")
    if row.review_months:
        often = {"months": row.review_months}
        yield Fact(_("Ses över"), _("var %(months)s:e månad") % often)


def _editions(
    request: Request, found: GoverningDocument, before: Any
) -> list[tuple[ShownEdition, str]]:
    """The files, each with how much of it stood in the one before."""
    shown = all_shown(editions_of(request.actor, found.pk))
    replaced = before.title if before else ""
    return [(each, share(each.edition, replaced)) for each in shown]


def _function(label: str, row: Any) -> Fact:
    holders = ", ".join(
        held.person.name for held in row.held if held.kind in organisation.HOLDS
    ) or _("vakant")
    return Fact(label, f"{row.title}, {row.body_name}", position_url(row.pk), holders)


def _named(
    remarks: Sequence[Any], trainings: Sequence[Any], dialogues: Sequence[Any]
) -> Mapping[UUID, str]:
    """What each part of the document is called among the sources."""
    return {
        **{each.pk: _("Brist: %(text)s") % {"text": each.text} for each in remarks},
        **{each.pk: _("Utbildning: %(whom)s") % {"whom": each.to_whom} for each in trainings},
        **{each.pk: _("Dialog: %(whom)s") % {"whom": each.with_whom} for each in dialogues},
    }


def _sources(request: Request, found: GoverningDocument, about: Mapping[UUID, str]) -> list[Any]:
    ids = queries.document_and_parts(request.actor, found.pk)
    return sources.sources_of(request.actor, ids, lambda each: about.get(each.object_id, ""))
