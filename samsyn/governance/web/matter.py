"""The page of one matter: its memo, each body's step, and what is next for whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from samsyn.access.api import Action, Actor, Request, allowed, page, visible
from samsyn.governance.models import Matter, Outcome, StepKind
from samsyn.governance.queries import matters as queries
from samsyn.governance.queries.agreements import standing_of
from samsyn.governance.rules import matters as rules
from samsyn.governance.rules.agreements import CREATE_AGREEMENT
from samsyn.governance.web import editions
from samsyn.governance.web.agreement_addresses import (
    agreement_url,
    body_url,
    matters_crumbs,
    position_url,
)
from samsyn.pages.api import Crumb, Fact, Tag, formats
from samsyn.sources import api as sources

_COLORS = {
    Outcome.APPROVED: "success",
    Outcome.SUPPORTED: "success",
    Outcome.REJECTED: "danger",
    Outcome.OPPOSED: "danger",
    Outcome.REFERRED_BACK: "warning",
    Outcome.TABLED: "warning",
    Outcome.PARTLY: "warning",
}


@dataclass(frozen=True, slots=True)
class ShownStep:
    """What a body does with the matter, how far it has come, and what may be written now."""

    step: Any
    url: str
    state: Tag
    facts: Sequence[Fact]
    expeditions: Sequence[Any]
    may: frozenset[str]


@page(rules.READ_MATTER)
def matter(request: Request, found: Matter, /) -> HttpResponse:
    actor = request.actor
    steps = list(queries.steps(actor, found.pk))
    attached = list(queries.attachments(actor, found.pk))
    context = {
        "matter": found,
        "lead": " · ".join(part for part in (found.registry_number, found.category) if part),
        "memo": [*_memo(actor, found), *_about(found)],
        "has_files": found.agreement_id is not None or found.document_id is not None,
        "steps": _shown(actor, found, steps),
        "next": list(_next(steps)),
        "warnings": list(_warnings(actor, found, steps)),
        "attachments": _attached(attached),
        "is_decided": any(step.decided_on for step in steps),
        "may": _may(actor, found),
        "sources": _sources(actor, found, steps),
        "may_remove": CREATE_AGREEMENT.name in request.permitted_here,
        "breadcrumbs": [*matters_crumbs(actor, found), Crumb(found.title)],
    }
    return render(request, "governance/matter.html", context)


def _may(actor: Actor, found: Matter) -> frozenset[str]:
    actions = (rules.DESCRIBE_MATTER, rules.ADD_STEP, rules.ATTACH, rules.CITE_MATTER)
    return allowed(actor, found, actions)


def _sources(actor: Actor, found: Matter, steps: Sequence[Any]) -> list[Any]:
    """What the matter rests on, and what is written of each body."""
    about = {step.pk: step.body_name for step in steps}
    ids = [found.pk, *about]
    return sources.sources_of(actor, ids, lambda each: about.get(each.object_id, ""))


def _attached(attached: Sequence[Any]) -> list[tuple[UUID, editions.ShownEdition]]:
    shown = editions.all_shown(each.edition for each in attached)
    return [(each.pk, file) for each, file in zip(attached, shown, strict=True)]


def _memo(actor: Actor, found: Matter) -> list[Fact]:
    written_by = queries.name_of_body(actor, found.written_by_id)
    url = body_url(found.written_by_id) if found.written_by_id else ""
    day = formats.long_day(found.written_on) if found.written_on else ""
    return [Fact(_("Skriven av"), written_by, url), Fact(_("Skriven"), day)]


def _about(found: Matter) -> Iterator[Fact]:
    if found.agreement is not None:
        yield Fact(_("Gäller avtalet"), found.agreement.title, agreement_url(found.agreement.pk))
    if found.document is not None:
        yield Fact(_("Gäller dokumentet"), found.document.title, _document_url(found.document.pk))


def _document_url(pk: UUID) -> str:
    try:
        return reverse("governance:document", args=[pk])
    except NoReverseMatch:
        return ""


# Who may write down the decision may do the rest too, but for these.
_OTHERWISE: Mapping[str, Action[Any]] = {
    "record-signature": rules.RECORD_SIGNATURE,
    "remove-step": rules.REMOVE_STEP,
}


def _shown(actor: Actor, found: Matter, steps: Sequence[Any]) -> list[ShownStep]:
    sent: defaultdict[UUID, list[Any]] = defaultdict(list)
    for each in queries.expeditions(actor, found.pk):
        sent[each.step_id].append(each)
    permitted_on = {
        action: set(visible(actor, action).filter(matter=found).values_list("pk", flat=True))
        for action in (rules.RECORD_DECISION, *_OTHERWISE.values())
    }
    return [
        ShownStep(
            step,
            body_url(step.body_id),
            state_of(step),
            list(_facts(step)),
            sent[step.pk],
            frozenset(
                name
                for name in _writable(step)
                if step.pk in permitted_on[_OTHERWISE.get(name, rules.RECORD_DECISION)]
            ),
        )
        for step in steps
    ]


def state_of(step: Any) -> Tag:
    """How far a body has come."""
    if step.kind == StepKind.SIGNS:
        return Tag(_("undertecknat"), "success") if step.signed_on else _waits_to_sign()
    if not step.decided_on:
        prepared = _("berett, väntar på beslut") if step.prepared_on else _("väntar på beslut")
        return Tag(prepared, "warning")
    if is_to_be_signed(step):
        return _waits_to_sign()
    label = step.get_outcome_display() if step.outcome else _("beslutat")
    return Tag(str(label), _COLORS.get(step.outcome, "neutral"))


def _waits_to_sign() -> Tag:
    return Tag(_("väntar på underskrift"), "warning")


def is_to_be_signed(step: Any) -> bool:
    if step.signed_on:
        return False
    if step.kind == StepKind.SIGNS:
        return True
    return bool(step.is_to_sign and step.outcome == Outcome.APPROVED)


def _facts(step: Any) -> Iterator[Fact]:
    if step.prepared_on:
        yield Fact(_("Berett"), formats.long_day(step.prepared_on))
    if step.decided_on:
        outcome = str(step.get_outcome_display()) if step.outcome else ""
        day = formats.long_day(step.decided_on)
        told = ", ".join(part for part in (day, step.paragraph, outcome) if part)
        yield Fact(_("Beslutat"), told, step.url, step.registry_number)
    if step.text:
        yield Fact(_("Beslutets text"), step.text)
    if step.reservation:
        yield Fact(_("Reservation"), step.reservation)
    if step.to_sign:
        title, url = step.to_sign.title, position_url(step.to_sign.pk)
        yield Fact(_("Har i uppdrag att skriva under"), title, url)
    if step.signed_on:
        yield Fact(_("Undertecknat"), _signed(step))


def _signed(step: Any) -> str:
    """When, by whom, in which function and on whose mandate."""
    function = step.signer.title if step.signer else ""
    who = ", ".join(part for part in (step.signed_by, function) if part)
    told = {"day": formats.long_day(step.signed_on), "who": who, "mandate": step.mandate}
    if step.mandate:
        return _("%(day)s av %(who)s, med stöd av %(mandate)s") % told
    return _("%(day)s av %(who)s") % told if who else str(told["day"])


def _writable(step: Any) -> Iterator[str]:
    if step.kind != StepKind.SIGNS:
        yield "change-decision" if step.decided_on else "record-decision"
    if is_to_be_signed(step):
        yield "record-signature"
    if not step.signed_on and (step.is_to_sign or step.kind in {StepKind.DECIDES, StepKind.SIGNS}):
        yield "name-signer"
    if step.decided_on:
        yield "send-decision"
    elif not step.signed_on:
        yield "remove-step"


def _next(steps: Sequence[Any]) -> Iterator[str]:
    """What is to be done now, and by whom."""
    for step in steps:
        told = {"body": step.body_name}
        if step.kind != StepKind.SIGNS and not step.decided_on:
            yield _("%(body)s ska besluta.") % told
        elif is_to_be_signed(step):
            yield _signs(step)


def _signs(step: Any) -> str:
    told = {"body": step.body_name, "function": step.to_sign.title if step.to_sign else ""}
    if step.to_sign:
        return _("%(body)s ska skriva under, genom %(function)s.") % told
    return _("%(body)s ska skriva under.") % told


def _warnings(actor: Actor, found: Matter, steps: Sequence[Any]) -> Iterator[str]:
    for step in queries.wrongly_named(actor, steps).values():
        told = {"said": step.named_as, "name": step.body_name}
        if step.decided_on:
            day = {"day": formats.long_day(step.day)}
            yield _("Handlingen säger %(said)s, men %(day)s hette organet %(name)s.") % (told | day)
        else:
            yield _("Handlingen säger %(said)s, men organet heter %(name)s i dag.") % told
    if found.agreement is None:
        return
    standing = standing_of(actor, found.agreement)
    starts_on = found.agreement.starts_on
    if standing.days_unsigned and starts_on and standing.last_signed_on:
        dates: Mapping[str, str] = {
            "start": formats.long_day(starts_on),
            "day": formats.long_day(standing.last_signed_on),
        }
        yield _("Avtalet började gälla %(start)s, före den sista underskriften %(day)s.") % dates
    elif starts_on and starts_on <= actor.today and any(map(is_to_be_signed, steps)):
        day = {"start": formats.long_day(starts_on)}
        yield _("Avtalet skulle gälla från %(start)s, och alla har inte skrivit under.") % day
