"""The page of one agreement: how it stands, who answers for what, and what is missing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Actor, Button, Request, allowed, page, visible
from samsyn.governance.domain.standing import State
from samsyn.governance.models import Agreement, AgreementKind, Block, Outcome, StepKind
from samsyn.governance.queries import agreements as queries
from samsyn.governance.queries import lacking, matters
from samsyn.governance.queries.documents import remarks_on
from samsyn.governance.queries.editions import editions_of
from samsyn.governance.queries.evidence import meetings_told
from samsyn.governance.rules import agreements as rules
from samsyn.governance.rules.matters import PREPARE_DECISION
from samsyn.governance.web import agreement_cost, agreement_gaps, editions
from samsyn.governance.web import agreement_words as words
from samsyn.governance.web.agreement_addresses import (
    agreement_url,
    agreements_crumbs,
    body_url,
    matter_url,
    position_url,
)
from samsyn.governance.web.law_panel import laws_shown
from samsyn.organisation.api import panels_of
from samsyn.organisation.api import queries as organisation
from samsyn.pages.api import Crumb, Fact, formats
from samsyn.sources import api as sources

# The kinds for which the county agreement of Stockholm asks for the six blocks.
_WITH_BLOCKS = frozenset({AgreementKind.LOCAL, AgreementKind.BOARDS})

_ACTIONS = (
    *(rules.DESCRIBE_AGREEMENT, rules.ACTIVATE_AGREEMENT, rules.END_AGREEMENT, rules.ADD_PARTY),
    *(rules.ADD_CLAUSE, rules.ADD_LIMIT, rules.SETTLE, rules.ADD_AGREEMENT_FILE),
    *(rules.CITE_AGREEMENT, rules.REMARK_ON_AGREEMENT, PREPARE_DECISION),
)


@dataclass(frozen=True, slots=True)
class ShownParty:
    """A party with what it has said, each in a sentence with the matter where it stands."""

    party: Any
    url: str
    share: str
    said: Sequence[Crumb]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of the content, and the clauses that are in it."""

    label: str
    value: str
    clauses: Sequence[Any]


@page(rules.READ_AGREEMENT)
def agreement(request: Request, found: Agreement, /) -> HttpResponse:
    context = {**_head(request.actor, found), **_parts(request.actor, found)}
    context["breadcrumbs"] = [*agreements_crumbs(request.actor, found), Crumb(found.title)]
    context["panels"] = panels_of(request.actor, found)
    return render(request, "governance/agreement.html", context)


def _head(actor: Actor, found: Agreement) -> dict[str, Any]:
    """How it stands, what is missing and what may be done."""
    standing = queries.standing_of(actor, found)
    parties = list(queries.parties(actor, [found.pk]))
    files = editions.all_shown(editions_of(actor, found.pk))
    prepared = list(matters.matters_of_agreement(actor, found.pk))
    functions = queries.functions(actor, [found.owner_id, found.follow_up_owner_id])
    names = {party.body_id: party.body_name for party in parties}
    lacks = lacking.lacking_to_activate(actor, found, standing)
    terms = queries.terms_of(found)
    has = {"parties": bool(parties), "signed": any(file.edition.is_signed for file in files)}
    vacant = [row for row in functions.values() if _is_vacant(row)]
    may = _may(actor, found)
    is_over = standing.state in {State.EXPIRED, State.RUN_OUT}
    may_activate = found.activated_on is None and not is_over
    newest = prepared[0].pk if prepared else None
    before = agreement_gaps.mended(lacks, found, newest, may) if may_activate else []
    gaps = agreement_gaps.gaps(found, has, vacant)
    return {
        "agreement": found,
        "lead": _lead(found),
        "state": words.state_tag(standing),
        "sentence": words.sentence(found, standing, names, lacks),
        "warnings": words.warnings(found, standing, names),
        "gaps": [] if standing.state == State.EXPIRED else _but(gaps, before),
        "lacks": before,
        "may_activate": may_activate,
        "has_ended": is_over,
        "renewal": words.renewal(found, terms, standing, actor.today),
        "parties": _shown_parties(actor, found, parties),
        "matters": [(row, matter_url(row.pk)) for row in prepared],
        "files": files,
        "signed": next((file for file in files if file.edition.is_signed), None),
        "has_shares": any(each.share_percent is not None for each in parties),
        "shares_told": agreement_cost.shares(parties),
        "duties": list(_duties(found, functions)),
        "may": may,
        "may_add_file": "add_agreement_file" in may,
        **_found_wanting(actor, found, may),
    }


def _but(gaps: Sequence[Button], told: Sequence[Button]) -> list[Button]:
    """Those that are not told of already."""
    labels = {each.label for each in told}
    return [gap for gap in gaps if gap.label not in labels]


def _parts(actor: Actor, found: Agreement) -> dict[str, Any]:
    clauses: list[Any] = list(queries.clauses(actor, found.pk))
    meetings = meetings_told(actor, [row.evidence_meeting_id for row in clauses])
    reviewable = visible(actor, rules.REVIEW_CLAUSE).filter(agreement=found.pk)
    mine = set(reviewable.values_list("pk", flat=True))
    for row in clauses:
        row.may_review = row.pk in mine
        # One who may not read the meeting learns that there is one, and not which.
        row.meeting = meetings.get(row.evidence_meeting_id)
    limits = list(queries.limits(actor, found.pk))
    about = {row.pk: _("Åtagande: %(text)s") % {"text": row.text} for row in clauses}
    about |= {row.pk: _("Gräns: %(text)s") % {"text": row.what} for row in limits}
    ids = queries.agreement_and_parts(actor, found.pk)
    return {
        "purpose": _purpose(found),
        "relatives": list(_relatives(actor, found)),
        "blocks": _blocks(found, clauses),
        "has_blocks": found.kind in _WITH_BLOCKS,
        "limits": [(row, words.limit_in_words(row)) for row in limits],
        "years": [agreement_cost.shown_year(year) for year in queries.settlements(actor, found.pk)],
        "sources": sources.sources_of(actor, ids, lambda each: about.get(each.object_id, "")),
        "today": actor.today,
    }


def _found_wanting(actor: Actor, found: Agreement, may: frozenset[str]) -> dict[str, Any]:
    """What someone has remarked on, and the laws that it rests on."""
    return {
        "remarks": list(remarks_on(actor, found.pk)),
        "may_remark": "remark_on_agreement" in may,
        "remark_url": reverse("governance:remark-on-agreement", args=[found.pk]),
        "laws": laws_shown(actor, found.pk),
        "may_cite": "cite_agreement" in may,
        "law_url": reverse("governance:cite-law-in-agreement", args=[found.pk]),
    }


def _lead(found: Agreement) -> str:
    said = [str(found.get_kind_display()), str(found.get_level_display() if found.level else "")]
    return " · ".join(part for part in (*said, found.registry_number) if part)


def _may(actor: Actor, found: Agreement) -> frozenset[str]:
    return allowed(actor, found, _ACTIONS)


def _purpose(found: Agreement) -> list[Fact]:
    return [
        Fact(_("Syfte"), found.purpose),
        Fact(_("Områden"), ", ".join(found.areas)),
        Fact(_("Gäller"), formats.period(found)),
        *([Fact(_("Handlingen finns på"), found.url, found.url)] if found.url else []),
    ]


def _relatives(actor: Actor, found: Agreement) -> Iterator[Fact]:
    """What it came after, what came after it, and what it lies under."""
    for label, row in (
        (_("Efterträder"), found.predecessor),
        (_("Preciserar"), found.details),
    ):
        if row is not None:
            yield Fact(label, row.title, agreement_url(row.pk))
    for row in queries.successors(actor, found.pk):
        yield Fact(_("Efterträds av"), row.title, agreement_url(row.pk))
    for row in queries.detailed_by(actor, found.pk):
        yield Fact(_("Preciseras av"), row.title, agreement_url(row.pk))


def _duties(found: Agreement, functions: Mapping[UUID, Any]) -> Iterator[Fact]:
    forum = found.owner_forum
    if forum is not None:
        yield Fact(_("Ägs av gruppen"), forum.name, reverse("forums:forum", args=[forum.pk]))
    if found.owner_id or forum is None:
        yield _function(_("Ägs av"), functions.get(found.owner_id))  # type: ignore[arg-type]
    yield Fact(_("Följs upp"), found.follow_up)
    day = formats.long_day(found.follow_up_on) if found.follow_up_on else ""
    yield Fact(_("Nästa uppföljning"), day)
    owner = functions.get(found.follow_up_owner_id)  # type: ignore[arg-type]
    yield _function(_("Äger uppföljningen"), owner)


def _function(label: str, row: Any) -> Fact:
    if row is None:
        return Fact(label, "")
    holders = ", ".join(held.person.name for held in row.held) or _("vakant")
    return Fact(label, f"{row.title}, {row.body_name}", position_url(row.pk), holders)


def _is_vacant(row: Any) -> bool:
    return not any(held.kind in organisation.HOLDS for held in row.held)


def _shown_parties(actor: Actor, found: Agreement, parties: Sequence[Any]) -> list[ShownParty]:
    said: defaultdict[UUID, list[Crumb]] = defaultdict(list)
    for step in queries.steps_of_agreement(actor, found.pk):
        said[step.body_id].append(Crumb(said_of(step), matter_url(step.matter_id)))
    return [
        ShownParty(
            each,
            body_url(each.body_id),
            agreement_cost.percent_or_dash(each.share_percent),
            said[each.body_id],
        )
        for each in parties
    ]


def said_of(step: Any) -> str:
    """What a body has decided and signed, in one line."""
    parts = [_decided(step)] if step.kind == StepKind.DECIDES else []
    if step.signed_on:
        told = {"day": formats.short_day(step.signed_on)}
        parts.append(_("undertecknat %(day)s") % told)
    elif step.is_to_sign and step.outcome in {"", Outcome.APPROVED}:
        parts.append(_("inte undertecknat"))
    return ", ".join(part for part in parts if part) or _("inget antecknat")


def _decided(step: Any) -> str:
    if not step.decided_on:
        return _("inte beslutat")
    told = {
        "outcome": str(step.get_outcome_display()) if step.outcome else _("beslutat"),
        "day": formats.short_day(step.decided_on),
        "paragraph": step.paragraph,
    }
    return (
        _("%(outcome)s %(day)s, %(paragraph)s") if step.paragraph else "%(outcome)s %(day)s"
    ) % (told)


def _blocks(found: Agreement, clauses: Sequence[Any]) -> list[ShownBlock]:
    """The six blocks where they belong; elsewhere only those that say something."""
    by_block: defaultdict[str, list[Any]] = defaultdict(list)
    for clause in clauses:
        by_block[clause.block].append(clause)
    wanted = set(Block.values) - {Block.OTHER} if found.kind in _WITH_BLOCKS else set()
    return [
        ShownBlock(str(block.label), block.value, by_block[block.value])
        for block in Block
        if block.value in wanted or by_block[block.value]
    ]
