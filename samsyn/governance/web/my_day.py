"""What of governance waits for the one who is signed in."""

from typing import Any

from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.governance.queries import agreements, matters
from samsyn.governance.web.agreement_words import last_day
from samsyn.organisation.api import Part, add_part
from samsyn.pages.api import formats

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    """Agreements to follow up and matters to sign by my functions, and what my boards are to do.

    What has run out waits for whoever owns it to say whether it goes on.
    """
    follow_ups = list(agreements.mine_to_follow_up(actor)[:_MOST])
    ran_out = list(agreements.mine_that_ran_out(actor)[:_MOST])
    signatures = list(matters.mine_to_sign(actor)[:_MOST])
    told = {each.pk for each in signatures}
    steps = list(matters.awaiting_me(actor).exclude(pk__in=told)[:_MOST])
    shown = {
        "follow_ups": follow_ups,
        "ran_out": [(each, last_day(each)) for each in ran_out],
        "signatures": [(each, mandate_of(each)) for each in signatures],
        "steps": steps,
    }
    waits = sum(map(len, shown.values()))
    return Part("governance/_my_day.html", shown, waits)


def mandate_of(step: Any) -> str:
    """On whose decision it is to be signed, as far as it is known."""
    if step.mandate or step.decided_on is None:
        return str(step.mandate)
    day = formats.long_day(step.decided_on)
    if not step.paragraph:
        return _("enligt beslutet %(day)s") % {"day": day}
    told = {"paragraph": step.paragraph, "day": day}
    return _("enligt beslutet %(day)s, %(paragraph)s") % told
