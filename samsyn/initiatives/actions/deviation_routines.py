"""Every change to the routines by which deviations are taken care of, and to the links."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from samsyn.access.api import (
    Actor,
    MadeLink,
    Municipality,
    PersonalLink,
    Purpose,
    Receiver,
    free_key,
    links_to,
    make_link,
    one_change,
    revoke_link,
)
from samsyn.forums.api import Forum
from samsyn.governance.api import kept
from samsyn.initiatives.models import Deviation, DeviationRoutine
from samsyn.initiatives.rules.deviations import RECEIPT, REPORT_FOR_BODY, REPORT_FOR_FORUM
from samsyn.pages.api import formats
from samsyn.post import api as post

_TEXTS = frozenset({"how"})
_LINES = frozenset({"title", "limit"})


def add_deviation_routine(told: Mapping[str, Any], *, actor: Actor) -> DeviationRoutine:
    with one_change():
        return DeviationRoutine.objects.create(
            municipality_id=actor.municipality_id,
            key=free_key(DeviationRoutine, actor.municipality_id, told["title"]),
            **kept(told, _TEXTS, _LINES),
        )


def change_deviation_routine(
    routine: DeviationRoutine, told: Mapping[str, Any], *, actor: Actor
) -> None:
    """Change it for what comes; the days of what has been reported stay."""
    del actor
    for field, value in kept(told, _TEXTS, _LINES).items():
        setattr(routine, field, value)
    with one_change():
        routine.save(update_fields=list(told))


def send_report_link(row: Model, whose: str, receiver: Receiver, *, actor: Actor) -> MadeLink:
    """Let someone without an account report for the body or in the forum, and write to her."""
    purpose: Purpose = REPORT_FOR_FORUM if isinstance(row, Forum) else REPORT_FOR_BODY
    with one_change():
        made = make_link(purpose, row, receiver, actor=actor)
        subject = f"Din länk för att rapportera avvikelser: {whose}"
        post.write(_letter(made, subject, _REPORT, whose, actor), actor=actor)
    return made


def make_receipt(row: Deviation, receiver: Receiver, *, actor: Actor) -> MadeLink:
    """Let the one who reported by a link follow what becomes of it; by letter, if she has told."""
    with one_change():
        made = make_link(RECEIPT, row, receiver, actor=actor)
        if row.contact_email:
            letter = _letter(made, "Tack för din rapport", _RECEIPT, "", actor)
            post.write(letter, actor=actor)
    return made


def revoke_receipts(row: Deviation, *, actor: Actor) -> None:
    """Close what the one who reported by a link follows it by: the letter went astray."""
    with one_change():
        for link in open_receipts(row, actor):
            revoke_link(link, actor=actor)


def open_receipts(row: Deviation, actor: Actor) -> list[PersonalLink]:
    found = links_to(actor, [row.pk])
    return [each for each in found if each.purpose == RECEIPT.name and each.is_open(actor.now)]


# Like every letter in the language of the municipality: who receives it has said no other.
_REPORT = """Hej!

Med den här länken rapporterar du avvikelser och hinder i samverkan för
%(whose)s, %(place)s, utan konto:

%(address)s

Länken är bara din och gäller till och med %(day)s. Skicka den inte vidare.
Det handlar aldrig om rätt och fel, utan om vad som kan bli bättre.

Skriv inget om enskilda barn.
"""
_RECEIPT = """Hej!

Tack för att du har rapporterat till %(place)s. Här ser du vad som händer med
rapporten, och svaret när det kommer:

%(address)s

Länken är bara din och gäller till och med %(day)s. Skicka den inte vidare.
"""


def _letter(made: MadeLink, subject: str, text: str, whose: str, actor: Actor) -> post.Draft:
    told = {
        "whose": whose,
        "place": Municipality.objects.get(pk=actor.municipality_id).name,
        "address": made.address,
        "day": formats.long_day(formats.local_moment(made.link.expires_at).date()),
    }
    return post.Draft(made.link.email, subject, text % told)
