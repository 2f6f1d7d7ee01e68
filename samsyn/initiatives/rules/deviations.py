"""Who may report, read and take care of deviations, and what a link opens.

One who reports sees her own; others see what they have to do with, and the counts of all.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import (
    Action,
    Actor,
    Municipality,
    Purpose,
    Role,
    Rule,
    has_link,
    has_role,
    within,
)
from samsyn.forums.api import Forum, leads
from samsyn.governance.api import secretaries
from samsyn.initiatives.models import Deviation, DeviationParty, DeviationRoutine
from samsyn.organisation.api import Body, anyone, holds, keepers

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

REPORT_FOR_BODY = Purpose(
    name="initiatives.report_for_body",
    model=Body,
    label=_("rapportera avvikelser för ett organ"),
    url_name="initiatives:report-for-body",
)
REPORT_FOR_FORUM = Purpose(
    name="initiatives.report_for_forum",
    model=Forum,
    label=_("rapportera avvikelser i ett forum"),
    url_name="initiatives:report-for-forum",
)
RECEIPT = Purpose(
    name="initiatives.receipt",
    model=Deviation,
    label=_("följa sin rapporterade avvikelse"),
    url_name="initiatives:receipt",
    lasts=timedelta(days=365),
)


def _coordinates_a_party(actor: Actor) -> Q:
    own = within(DeviationParty, actor).filter(secretaries("body_id").condition(actor))
    return Q(pk__in=own.order_by().values("deviation_id"))


def _has_reported(actor: Actor) -> Q:
    own = Q(account_id=actor.account_key) | holds("reporter_id").condition(actor)
    return own & anyone.condition(actor)


_of_a_party = Rule((Role.COORDINATOR,), _coordinates_a_party, "in the body")
_reporters = Rule((), _has_reported, "has reported it")
_handlers = (
    *(keepers, _of_a_party, holds("handler_id")),
    *(leads("forum_id"), leads("lifted_to_id")),
)

READ_DEVIATIONS = Action(
    name="initiatives.read_deviations",
    model=Municipality,
    label=_("se registret över avvikelser, och räkna alla"),
    permitted=(anyone,),
)
READ_DEVIATION = Action(
    name="initiatives.read_deviation",
    model=Deviation,
    label=_("se avvikelsen"),
    permitted=(*_handlers, has_role(Role.AUDITOR), _reporters),
)
REPORT_DEVIATION = Action(
    name="initiatives.report_deviation",
    model=Municipality,
    label=_("rapportera avvikelser och hinder"),
    permitted=(anyone,),
)


def _by_handlers(name: str, label: "_StrPromise", *more: Rule) -> Action[Any]:
    """What those who see to it that a deviation is answered do with it."""
    return Action(
        name=f"initiatives.{name}",
        model=Deviation,
        label=label,
        permitted=(*_handlers, *more),
        seen_by=READ_DEVIATION,
    )


SORT_DEVIATION = _by_handlers("sort_deviation", _("ordna in avvikelsen"))
NAME_HANDLER = _by_handlers("name_handler", _("ge avvikelsen en handläggare"))
NOTE_ON_DEVIATION = _by_handlers("note_on_deviation", _("anteckna om avvikelsen"), _reporters)
ANSWER_DEVIATION = _by_handlers("answer_deviation", _("svara på avvikelsen"))
LIFT_DEVIATION = _by_handlers("lift_deviation", _("lyfta avvikelsen till gruppen ovanför"))
CLOSE_DEVIATION = _by_handlers("close_deviation", _("avsluta avvikelsen"))
REVOKE_RECEIPT = _by_handlers("revoke_receipt", _("återkalla länken som avvikelsen följs med"))
MASK_DEVIATION = _by_handlers("mask_deviation", _("ta bort ord ur avvikelsen"))
ADD_DEVIATION_ROUTINE = Action(
    name="initiatives.add_deviation_routine",
    model=Municipality,
    label=_("lägga till rutiner för avvikelser"),
    permitted=(keepers,),
    seen_by=READ_DEVIATIONS,
)
CHANGE_DEVIATION_ROUTINE = Action(
    name="initiatives.change_deviation_routine",
    model=DeviationRoutine,
    label=_("ändra rutinen för avvikelser"),
    permitted=(keepers,),
)
KEEP_BODY_LINKS = Action(
    name="initiatives.keep_body_links",
    model=Body,
    label=_("skicka länkar för att rapportera avvikelser för organet"),
    permitted=(keepers, secretaries("pk")),
)
KEEP_FORUM_LINKS = Action(
    name="initiatives.keep_forum_links",
    model=Forum,
    label=_("skicka länkar för att rapportera avvikelser i forumet"),
    permitted=(keepers, leads("pk")),
)

REPORT_BY_BODY_LINK = Action(
    name="initiatives.report_by_body_link",
    model=Body,
    label=_("rapportera med en länk för organet"),
    permitted=(has_link(REPORT_FOR_BODY),),
)
REPORT_BY_FORUM_LINK = Action(
    name="initiatives.report_by_forum_link",
    model=Forum,
    label=_("rapportera med en länk för forumet"),
    permitted=(has_link(REPORT_FOR_FORUM),),
)
FOLLOW_BY_LINK = Action(
    name="initiatives.follow_by_link",
    model=Deviation,
    label=_("följa avvikelsen som man har rapporterat"),
    permitted=(has_link(RECEIPT),),
)
