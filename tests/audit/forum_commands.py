"""What is told in the form of each command of the forums, and what is expected of it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model

from samsyn.access.api import links_to
from tests import factories as make
from tests.forums import making
from tests.forums.making import TODAY
from tests.forums.sending import posted

LATER = (TODAY + timedelta(days=365)).isoformat()
EMAIL = "ny@example.se"

# Where the administrator may not, but only the one whose part it is.
GROUNDS: Mapping[str, str] = {
    "forums.approve_minutes": "holds the function",
    "forums.accept_hand_over": "holds the function",
    "forums.answer_survey": "takes part in the forum",
}
# An address that is shown this once, and a draft that is kept while one goes on writing.
SHOWN = frozenset({"kalender/ny/", "platser/<uuid:pk>/lankar/skicka/", "kallade/<uuid:pk>/utkast/"})

ASKED = {"opens_on": TODAY.isoformat(), "closes_on": LATER, "scale": "Syftet är klart."}
PLANNED = {"meets_on": LATER, "mode": "room"}
SEATED = {"count": "1", "kind": "required"}

# What is told is the same at each address of an action; a form leaves what it does not ask for.
WRITTEN: Mapping[str, Mapping[str, Any]] = {
    "forums.create_forum": {"level": "strategic", "kind": "network"},
    "forums.describe_forum": {"level": "strategic", "kind": "network", "reach": "everyone"},
    "forums.end_forum": {"ends_on": LATER},
    "forums.add_rhythm": {"per": "term", "times": "2", "every": "1"},
    "forums.note_lack": {"kind": "mandate", "text": "Mandat saknas."},
    "forums.mend_lack": {"how": "Det är beslutat."},
    "forums.keep_school_terms": {"ends_on": LATER},
    "forums.change_school_term": {"ends_on": LATER},
    "forums.keep_links": {"email": EMAIL},
    "forums.plan_meeting": PLANNED,
    "forums.change_meeting": PLANNED,
    "forums.cancel_meeting": {"why": "För få kan komma."},
    "forums.ask_someone": {"wording": "Ungdomsmottagningen"},
    "forums.decide": {"text": "Vi fortsätter.", "number": "1"},
    "forums.dispatch": {"own": EMAIL},
    "forums.correct_minutes": {"why": "Fel antal.", "notes-1": "Tolv kom."},
    "forums.write_notes": {"notes": "Nio kom.", "version": "0"},
    "forums.answer": {"answer": "yes", "text": "Vi ser mer frånvaro.", "version": "0"},
    "forums.note_attendance": {"status": "present"},
    "forums.close_follow_up": {"closed_as": "done", "result": "Rutinen finns."},
    "forums.give_new_day": {"due_on": LATER, "why": "Skolan har lov."},
    "forums.make_survey": ASKED,
    "forums.change_survey": ASKED,
    "forums.answer_survey": {"fraga-1": "4"},
    "forums.add_material": {"kind": "method", "reach": "everyone"},
    "forums.write_hand_over": {"notes": "Ring skolan."},
}
CHOSEN: Mapping[str, Callable[[Any], Mapping[str, Any]]] = {
    "forums.look_at_tracks": lambda _row: {
        "one": making.forum("Nätet").pk,
        "other": making.forum("Ringen").pk,
        "why": "De möter olika åldrar.",
    },
    "forums.add_seat": lambda _row: (
        SEATED | {"body": make.body("Väktarna").pk, "rows": "Väktarna; Kim Ek"}
    ),
    "forums.change_seat": lambda seat: SEATED | {"body": seat.body_id},
    "forums.keep_links": lambda seat: {"link": links_to(make.operator(), [seat.pk])[0].pk},
    "forums.follow_up": lambda _row: task(),
    "forums.follow_up_in_forum": lambda _row: task(),
    "forums.give_new_owner": lambda _row: {"owner": make.position().pk},
    "forums.make_minutes": lambda meeting: {"approvers": [meeting.forum.chair_id]},
    "forums.move_item": lambda _row: {"forum": making.forum("Ringen").pk},
    # A file is read once, so that each gets its own.
    "forums.change_material": lambda _row: {
        "reach": "everyone",
        "sent": posted("ny.txt", b"Det nya."),
    },
}


def task() -> Mapping[str, Any]:
    return {"what": "Ta fram en rutin", "owner": make.position().pk, "due_on": LATER}


def told(action: str, row: Model) -> dict[str, Any]:
    """What is answered in the form, or chosen, beside what most forms have in common."""
    chosen = CHOSEN.get(action, lambda _row: {})
    return {**WRITTEN.get(action, {}), **chosen(row)}
