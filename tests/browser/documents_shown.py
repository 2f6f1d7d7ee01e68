"""Documents and laws with something of everything, for the browser to visit."""

from datetime import date, timedelta
from typing import Any

from samsyn.access.api import Actor
from samsyn.governance.actions import documents as actions
from samsyn.governance.actions.citing_laws import cite_law
from samsyn.governance.actions.dialogues import Spoken, record_dialogue
from samsyn.governance.actions.editions import add_edition
from samsyn.governance.actions.library import bring_library
from samsyn.governance.actions.remarks import mend_remark, remark
from samsyn.governance.models import CitedLaw, Concern, DocumentKind, GoverningDocument, Law
from samsyn.intake.api import SentFile
from samsyn.organisation.models import Position
from tests import factories as make

_OLD = "\n\n".join(f"Skolan gör åtgärd nummer {n} enligt SOSFS 2011:19 varje år." for n in range(8))


def ids_of_documents(held: Position, actor: Actor) -> dict[str, str]:
    """The objects by kind, or by what they show."""
    # The municipalities of the tests are older than the library.
    bring_library(actor=actor)
    old = _old(held, actor)
    told: dict[str, Any] = {"decided_on": date(2026, 2, 17), "registry_number": "2025.355 BUN"}
    new = actions.replace_document(old, "Handlingsplan för skolnärvaro 2026", told, actor=actor)
    changed = _OLD.replace("nummer 3", "nummer tre")
    edition = add_edition(new, SentFile("plan.txt", changed.encode()), "Ny åtgärd", actor=actor)
    open_, mended = (remark(new, text, actor=actor) for text in ("Mål saknas.", "Tid saknas."))
    mend_remark(mended, "Den står i planen.", actor=actor)
    law = Law.objects.get(number="SOSFS 2011:9")
    make.citation(new)
    bare = actions.create_document("Ett dokument utan något", DocumentKind.OTHER, actor=actor)
    return {
        "governance.governingdocument": str(new.pk),
        "governance.remark": str(open_.pk),
        "governance.law": str(law.pk),
        "governance.citedlaw": str(CitedLaw.objects.filter(document=new)[0].pk),
        "governance.concern": str(Concern.objects.filter(document=new)[0].pk),
        "compared edition": str(edition.pk),
        "replaced document": str(old.pk),
        "bare document": str(bare.pk),
        "replaced law": str(Law.objects.get(number="2001:453").pk),
    }


def _old(held: Position, actor: Actor) -> GoverningDocument:
    """The plan of some years ago, by which a routine was taught, and which rests on old law."""
    told = {
        "decided_on": date(2022, 1, 20),
        "deciding_body_id": held.body_id,
        "registry_number": "2022.006 BUN",
        "paragraph": "§ 14",
        "applies_to": "Grundskolan och socialtjänsten",
        "owner_id": held.pk,
        "responsible_id": held.body_id,
        "review_months": 12,
        "focus_areas": ["skolnärvaro", "psykisk hälsa"],
        "distribution": "Rektorer\nEnhetschefer",
        "url": "https://example.se/plan",
    }
    of = actions.create_document(
        "Handlingsplan för skolnärvaro", DocumentKind.ROUTINE, told, actor=actor
    )
    add_edition(of, SentFile("gammal plan.txt", _OLD.encode()), actor=actor)
    cite_law(of, Law.objects.get(number="2001:453").pk, "2 kap. 7 §", actor=actor)
    cite_law(of, Law.objects.get(number="2017:900").pk, "8 §", actor=actor)
    actions.say_what_it_concerns(of, make.forum("Närvaronätet").pk, actor=actor)
    actions.say_what_it_concerns(of, None, held.pk, actor=actor)
    last = actor.today - timedelta(30)
    lesson = actions.Lesson(last, "Elevhälsan", 24, "Genomgång\nmed exempel.", held.pk)
    actions.record_training(of, lesson, actor=actor)
    spoken = Spoken("Vårdnadshavare", last, 40, "De vill veta vem de kan ringa.")
    record_dialogue(of, spoken, actor=actor)
    return of
