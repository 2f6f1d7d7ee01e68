"""From what was read to what it would change, or to what is wrong with it."""

from samsyn.access.api import Actor
from samsyn.exchange.checking import check
from samsyn.exchange.plans import Plan, plan_of
from samsyn.exchange.problems import Report
from samsyn.exchange.queries import stored
from samsyn.exchange.records import Part
from samsyn.exchange.state import Wait, lay_over


def plan(part: Part, report: Report, *, actor: Actor, wait: Wait = lambda: None) -> Plan:
    """Lay the part over what the municipality has, and tell what does not go together.

    A plan with problems in the report must not be carried out. After a file that could not be
    read to its end, what it refers to is not looked for: it may stand in the rest. `wait` is
    called now and then, and may raise when it has taken too long.
    """
    had = stored(actor)
    part.meet(had, report, actor.today)
    state = lay_over(had, part, report, is_operator=actor.account_id is None, wait=wait)
    if not report.has_broken_off:
        check(state)
    return plan_of(part.place, state)
