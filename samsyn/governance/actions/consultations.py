"""Every change to consultation rounds."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.access.api import Actor, free_key, one_change, within
from samsyn.governance import searchable_risks as searchable
from samsyn.governance.actions.saying import kept, refuse_to_come
from samsyn.governance.letters import announce
from samsyn.governance.models import Consultation, Edition, Regard, Statement
from samsyn.intake.api import guarded
from samsyn.kernel.errors import RuleBrokenError
from samsyn.organisation.api import Position

_TEXTS = frozenset({"question", "text"})
_LINES = frozenset({"title"})


class SentToNobodyError(RuleBrokenError):
    pass


class TooEarlyError(RuleBrokenError):
    pass


class IsCompiledError(RuleBrokenError):
    pass


class NotMetYetError(RuleBrokenError):
    pass


class NotStatedError(RuleBrokenError):
    pass


def send_consultation(
    told: Mapping[str, Any], bodies: Collection[UUID], *, actor: Actor
) -> Consultation:
    """Ask the bodies, and write to them; the document is kept in the edition that it has today."""
    if not bodies:
        raise SentToNobodyError(_("Välj vilka organ som ska få remissen."))
    row = Consultation(
        municipality_id=actor.municipality_id, sent_on=actor.today, **kept(told, _TEXTS, _LINES)
    )
    _refuse_past(row, actor)
    row.edition = _newest(row, actor)
    with one_change():
        row.key = free_key(Consultation, actor.municipality_id, row.title)
        row.save(force_insert=True)
        Statement.objects.bulk_create(
            Statement(municipality_id=actor.municipality_id, consultation=row, body_id=body)
            for body in dict.fromkeys(bodies)
        )
        searchable.show_consultations([row.pk], actor=actor)
    announce(row, actor)
    return row


def change_consultation(row: Consultation, told: Mapping[str, Any], *, actor: Actor) -> None:
    """Ask in other words, or give more time; who has made a statement keeps it."""
    _refuse_compiled(row)
    for field, value in kept(told, _TEXTS, _LINES).items():
        setattr(row, field, value)
    _refuse_past(row, actor)
    with one_change():
        row.save(update_fields=list(told))
        searchable.show_consultations([row.pk], actor=actor)


def make_statement(
    statement: Statement, text: str, on: date, *, by: Position | None, actor: Actor
) -> None:
    """Say what the body says; may be written anew until the round is compiled."""
    refuse_to_come(on, actor)
    if on < _open_round(statement, actor).sent_on:
        raise TooEarlyError(_("Remissen var inte skickad än den dagen."))
    # An answer to other words would be one to nothing.
    statement.regard = statement.because = statement.changed = ""
    statement.text, statement.stated_on, statement.stated_by = guarded(text), on, by
    with one_change():
        statement.save(
            update_fields=["text", "stated_on", "stated_by", "regard", "because", "changed"]
        )


def meet_statement(
    statement: Statement, regard: Regard, because: str, changed: str, *, actor: Actor
) -> None:
    """Say whether it is met, why, and what was changed because of it."""
    _open_round(statement, actor)
    if statement.stated_on is None:
        raise NotStatedError(_("Organet har inte yttrat sig."))
    statement.regard = regard
    statement.because, statement.changed = guarded(because), guarded(changed)
    with one_change():
        statement.save(update_fields=["regard", "because", "changed"])


def compile_consultation(row: Consultation, summary: str, *, actor: Actor) -> None:
    """End the round; every statement has had its answer, and those still awaited their time."""
    _refuse_compiled(row)
    made = within(Statement, actor).filter(consultation=row)
    if row.answer_by >= actor.today and made.filter(stated_on__isnull=True).exists():
        raise TooEarlyError(_("Sista dagen har inte varit än, och alla har inte yttrat sig."))
    if made.filter(stated_on__isnull=False, regard="").exists():
        raise NotMetYetError(_("Skriv först hur varje yttrande har tillgodosetts."))
    row.compiled_on, row.summary = actor.today, guarded(summary)
    with one_change():
        row.save(update_fields=["compiled_on", "summary"])
        searchable.show_consultations([row.pk], actor=actor)


def _newest(row: Consultation, actor: Actor) -> Edition | None:
    if row.document_id is None:
        return None
    editions = within(Edition, actor).filter(document=row.document_id).order_by("-number")
    return editions.defer("content", "text").first()


def _open_round(statement: Statement, actor: Actor) -> Consultation:
    """Wait for whoever compiles it at the same moment, and refuse what comes after."""
    rows = within(Consultation, actor).select_for_update(no_key=True)
    row: Consultation = rows.get(pk=statement.consultation_id)
    _refuse_compiled(row)
    return row


def _refuse_past(row: Consultation, actor: Actor) -> None:
    if row.answer_by < actor.today:
        raise TooEarlyError(_("Sista dagen har redan varit. Ge organen tid att svara."))


def _refuse_compiled(row: Consultation) -> None:
    if row.compiled_on is not None:
        raise IsCompiledError(_("Remissen är sammanställd och ändras inte mer."))
