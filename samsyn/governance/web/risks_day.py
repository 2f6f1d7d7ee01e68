"""What of risks, recommendations and rounds waits for the one who is signed in."""

from samsyn.access.api import Actor
from samsyn.governance.queries import consultations, recommendations, risks
from samsyn.governance.web.recommendations import name_of, tags_of
from samsyn.governance.web.risks import state_tag
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    owned = list(risks.my_open_risks(actor))
    recommended = list(recommendations.my_open_recommendations(actor))
    awaited = list(consultations.awaited_of_me(actor))
    shown = {
        "risks": [(row, state_tag(row, actor)) for row in owned[:_MOST]],
        "recommendations": [
            (row, name_of(row), tags_of(row, actor)) for row in recommended[:_MOST]
        ],
        "statements": awaited[:_MOST],
    }
    waits = len(owned) + len(recommended) + len(awaited)
    return Part("governance/_risks_day.html", shown, waits)
