"""Who may do what with risks, obstacles and proposals, and with what audits recommend."""

from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Action, Municipality
from samsyn.governance.models import Recommendation, Risk
from samsyn.organisation.api import anyone, holds, keepers

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

READ_RISKS = Action(
    name="governance.read_risks",
    model=Municipality,
    label=_("se risker och hinder"),
    permitted=(anyone,),
)
READ_RISK = Action(
    name="governance.read_risk", model=Risk, label=_("se risken eller hindret"), permitted=(anyone,)
)
ADD_RISK = Action(
    name="governance.add_risk",
    model=Municipality,
    label=_("lägga till risker och hinder"),
    permitted=(keepers,),
    seen_by=READ_RISKS,
)
READ_RECOMMENDATIONS = Action(
    name="governance.read_recommendations",
    model=Municipality,
    label=_("se rekommendationer från granskningar"),
    permitted=(anyone,),
)
READ_RECOMMENDATION = Action(
    name="governance.read_recommendation",
    model=Recommendation,
    label=_("se rekommendationen"),
    permitted=(anyone,),
)
ADD_RECOMMENDATION = Action(
    name="governance.add_recommendation",
    model=Municipality,
    label=_("lägga till rekommendationer"),
    permitted=(keepers,),
    seen_by=READ_RECOMMENDATIONS,
)


def _by_owner(
    model: type[Model], name: str, label: "_StrPromise", seen_by: Action[Any]
) -> Action[Any]:
    """What the keepers do with a row, and who holds the function that owns it."""
    return Action(
        name=f"governance.{name}",
        model=model,
        label=label,
        permitted=(keepers, holds("owner_id")),
        seen_by=seen_by,
    )


CHANGE_RISK = _by_owner(Risk, "change_risk", _("ändra risken eller hindret"), READ_RISK)
JUDGE_RISK = _by_owner(Risk, "judge_risk", _("bedöma risken"), READ_RISK)
CLOSE_RISK = _by_owner(Risk, "close_risk", _("avsluta risken eller hindret"), READ_RISK)
CITE_RISK = _by_owner(Risk, "cite_risk", _("ange källor för risken"), READ_RISK)

CHANGE_RECOMMENDATION = _by_owner(
    Recommendation, "change_recommendation", _("ändra rekommendationen"), READ_RECOMMENDATION
)
ANSWER_RECOMMENDATION = _by_owner(
    Recommendation,
    "answer_recommendation",
    _("skriva in svaret på rekommendationen"),
    READ_RECOMMENDATION,
)
ACT_ON_RECOMMENDATION = _by_owner(
    Recommendation,
    "act_on_recommendation",
    _("skriva vad som görs med rekommendationen"),
    READ_RECOMMENDATION,
)
CLOSE_RECOMMENDATION = _by_owner(
    Recommendation, "close_recommendation", _("avsluta rekommendationen"), READ_RECOMMENDATION
)
CITE_RECOMMENDATION = _by_owner(
    Recommendation,
    "cite_recommendation",
    _("ange källor för rekommendationen"),
    READ_RECOMMENDATION,
)
