"""The smallest valid documents and laws, made by the real actions."""

from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from django.db.models import Model

from samsyn.governance.actions import documents as actions
from samsyn.governance.actions import laws as law_actions
from samsyn.governance.actions.citing_laws import cite_law
from samsyn.governance.actions.dialogues import Spoken, record_dialogue
from samsyn.governance.actions.editions import add_edition
from samsyn.governance.actions.remarks import remark
from samsyn.governance.models import (
    DocumentKind,
    Edition,
    GoverningDocument,
    Law,
    LawKind,
)
from samsyn.intake.api import SentFile
from samsyn.organisation.models import Position
from tests.people import TODAY, operator
from tests.surroundings import ALINGSAS

_numbers = count(1)

# Paragraphs as a plan has them: long enough to be compared.
TEXT = "\n\n".join(
    f"Skolan och socialtjänsten gör åtgärd nummer {n} tillsammans." for n in range(10)
)


def document(
    title: str = "Handlingsplan för skolnärvaro",
    kind: DocumentKind = DocumentKind.PLAN,
    *,
    municipality_id: UUID = ALINGSAS,
    **told: Any,
) -> GoverningDocument:
    return actions.create_document(title, kind, told, actor=operator(municipality_id))


def decided(title: str = "Handlingsplan för skolnärvaro", **told: Any) -> GoverningDocument:
    """One that applies."""
    return document(title, **{"decided_on": date(2024, 1, 10), **told})


def edition(of: Any, text: str = TEXT, *, name: str = "plan.txt", **more: Any) -> Edition:
    sent = SentFile(name, text.encode())
    actor = more.pop("actor", None) or operator(of.municipality_id)
    return add_edition(of, sent, actor=actor, **more)


def law(
    number: str = "",
    short_name: str = "SoL",
    *,
    municipality_id: UUID = ALINGSAS,
    **told: Any,
) -> Law:
    about = law_actions.About(
        LawKind.ACT, short_name, "Socialtjänstlag", number or f"1990:{next(_numbers)}", **told
    )
    return law_actions.add_law(about, actor=operator(municipality_id))


def replaced_law() -> tuple[Law, Law]:
    """The social services act, and the one that it came instead of."""
    new = law("2025:400", starts_on=date(2025, 7, 1))
    old = law("2001:453", ends_on=date(2025, 7, 1), replaced_by_id=new.pk)
    return old, new


def whole_document(held: Position, of_forum: Any = None) -> list[Model]:
    """A document that the function owns with a row of everything on it, and a law to rest on."""
    assert held.municipality_id is not None
    giver = operator(held.municipality_id)
    owners = {"owner_id": held.pk, "owner_forum_id": of_forum.pk if of_forum else None}
    own: dict[str, Any] = {**owners, "municipality_id": held.municipality_id}
    of = document("Rutin för orosanmälan", DocumentKind.ROUTINE, **own)
    of_law = law(municipality_id=held.municipality_id)
    return [
        of,
        actions.say_what_it_concerns(of, None, held.pk, actor=giver),
        edition(of, "Så här gör vi när vi är oroliga för ett barn i skolan."),
        remark(of, "Det står inte vem som följer upp.", actor=giver),
        actions.record_training(
            of, actions.Lesson(TODAY, "Elevhälsan", 12, position_id=held.pk), actor=giver
        ),
        record_dialogue(of, Spoken("Vårdnadshavare", TODAY, 40, "Mer ljus."), actor=giver),
        of_law,
        law_actions.add_provision(of_law, "10 kap. 8 §", "SIP", actor=giver),
        cite_law(of, of_law.pk, "10 kap. 8 §", actor=giver),
    ]
