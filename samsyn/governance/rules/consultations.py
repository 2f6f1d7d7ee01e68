"""Who may do what with a consultation round, and who makes a statement for a body."""

from functools import cache
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality, Rule, prepared, within
from samsyn.forums.api import Forum, leads, readers
from samsyn.governance.models import Consultation, Statement
from samsyn.organisation.api import among, anyone, functions_held, holds, keepers

if TYPE_CHECKING:
    from django.db.models import QuerySet


@cache
def holds_in_body(path: str) -> Rule:
    """Permit those who today hold some function in the body at `path`."""
    rows = among(path, "bodies of functions", lambda: functions_held().values("body_id"))
    return Rule((), rows, "holds a function in the body")


def _asked() -> "QuerySet[Any]":
    bodies = functions_held().values("body_id")
    rows = within(Statement, prepared.SOMEONE).filter(body__in=bodies)
    return rows.values("consultation_id")


_is_asked = Rule((), among("pk", "rounds that bodies are asked in", _asked), "is asked for a body")
_is_of_no_group = Rule(
    (),
    lambda actor: Q(forum__isnull=True) & anyone.condition(actor),
    "the round is of no group",
)


def _senders(path: str = "") -> tuple[Rule, ...]:
    """Permit the keepers, who leads the forum that asks and who owns the document."""
    return (keepers, leads(f"{path}forum_id"), holds(f"{path}document__owner_id"))


READ_CONSULTATIONS = Action(
    name="governance.read_consultations",
    model=Municipality,
    label=_("se remisserna"),
    permitted=(anyone,),
)
READ_CONSULTATION = Action(
    name="governance.read_consultation",
    model=Consultation,
    label=_("se remissen"),
    permitted=(*readers("forum"), _is_of_no_group, _is_asked, holds("document__owner_id")),
)
SEND_CONSULTATION = Action(
    name="governance.send_consultation",
    model=Municipality,
    label=_("skicka remisser"),
    permitted=(keepers,),
    seen_by=READ_CONSULTATIONS,
)
SEND_FROM_FORUM = Action(
    name="governance.send_from_forum",
    model=Forum,
    label=_("skicka remisser från forumet"),
    permitted=(keepers, leads("pk")),
)
CHANGE_CONSULTATION = Action(
    name="governance.change_consultation",
    model=Consultation,
    label=_("ändra remissen"),
    permitted=_senders(),
    seen_by=READ_CONSULTATION,
)
COMPILE_CONSULTATION = Action(
    name="governance.compile_consultation",
    model=Consultation,
    label=_("sammanställa remissen"),
    permitted=_senders(),
    seen_by=READ_CONSULTATION,
)
CITE_CONSULTATION = Action(
    name="governance.cite_consultation",
    model=Consultation,
    label=_("ange källor för remissen"),
    permitted=_senders(),
    seen_by=READ_CONSULTATION,
)
MAKE_STATEMENT = Action(
    name="governance.make_statement",
    model=Statement,
    label=_("skriva organets yttrande"),
    permitted=(keepers, holds_in_body("body_id")),
)
MEET_STATEMENT = Action(
    name="governance.meet_statement",
    model=Statement,
    label=_("skriva hur yttrandet har tillgodosetts"),
    permitted=_senders("consultation__"),
)
