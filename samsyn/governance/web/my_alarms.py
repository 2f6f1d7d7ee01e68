"""What is wrong with what the one who is signed in looks after."""

from samsyn.access.api import Actor, visible
from samsyn.governance.queries.alarms import alarms_of_mine
from samsyn.governance.rules.documents import CREATE_DOCUMENT
from samsyn.governance.web.alarm_words import told
from samsyn.organisation.api import Part, add_part

_MOST = 6


def register() -> None:
    add_part(_part)


def _part(actor: Actor) -> Part:
    found = [told(each) for each in alarms_of_mine(actor)]
    shown = {
        "alarms": found[:_MOST],
        "more": max(len(found) - _MOST, 0),
        # Reckoned over everything they take up to a second: the page asks for them when it is here.
        "keeps_all": visible(actor, CREATE_DOCUMENT).exists(),
    }
    return Part("governance/_my_alarms.html", shown, len(found))
