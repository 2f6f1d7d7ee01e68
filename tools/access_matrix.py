"""Writes docs/access-matrix.md: who may do what, in Swedish, from the rules that decide it.

tests/access/test_matrix.py executes the written table cell by cell. `--check` only compares.
"""

import os
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")

import django

django.setup()

from django.urls import get_resolver  # noqa: E402
from django.utils import translation  # noqa: E402

from samsyn.access.api import ACTIONS, Action, Role  # noqa: E402
from samsyn.access.rules import PURPOSES, by_link  # noqa: E402
from samsyn.config.checks import addresses  # noqa: E402

TARGET = Path(__file__).parent.parent / "docs" / "access-matrix.md"

ANYWHERE, IN_BODY, BELOW, NO = "ja", "i organet", "i organet och under det", "nej"
EVERYWHERE = "i hela kommunen"
LINK = "Personlig länk"
# How a rule's reach is said in a cell; the first that holds is written.
REACH = {
    "anywhere": ANYWHERE,
    "in the body and below it": BELOW,
    "in the body": IN_BODY,
    "everywhere": EVERYWHERE,
}
# What a function that one holds opens, whatever the role; said beside what the role opens.
BY_FUNCTION = {
    "leads the forum": "leder forumet",
    "takes part in the forum": "är med i forumet",
    "is to read the notes": "läser anteckningarna",
    "is meant to use it": "får materialet",
    "holds the function": "har funktionen",
    "holds some function": "har en funktion",
    "holds a function in the body": "har en funktion i organet",
    "works in the initiative": "arbetar i insatsen",
    "is asked for a body": "tillfrågas för sitt organ",
    "the round is of no group": "alla om remissen inte är inom ett forum",
    "is the person": "är personen själv",
    "has reported it": "har rapporterat den",
}
NEVER = {
    "in a body that spans several": "organ som spänner över flera kommuner",
    "another's feed": "någon annans kalenderadress",
    "another's upload": "det som någon annan har laddat upp",
}

_CONTEXTS = {
    "calendars": "Kalendrar",
    "exchange": "Samverkansfilen",
    "forums": "Forum",
    "governance": "Styrning",
    "initiatives": "Insatser",
    "organisation": "Organisation",
    "post": "Brev",
    "search": "Sökning",
    "sources": "Källor",
}
_INTRODUCTION = """\
# Vem får göra vad

Tabellen är gjord ur reglerna i koden (`tools/access_matrix.py`) och varje ruta prövas av testerna,
mot databasen. Ändra den inte för hand.

* **ja** – den som har rollen i dag, i hela kommunen eller i något organ.
* **i organet och under det** – den som har rollen i det organ som saken gäller, i ett organ som
  ligger över det i dag, eller i hela kommunen.
* **i organet** – den som har rollen i det organ som saken gäller, eller i hela kommunen.
* **i hela kommunen** – bara den som har rollen i hela kommunen.
* **leder forumet** – den som i dag har en funktion som är sammankallande, ordförande eller
  sekreterare i forumet, och en roll i kommunen.
* **är med i forumet** – den som leder forumet eller har en funktion med plats där.
* **läser anteckningarna** – den som är med i forumet och alla som forumet säger att anteckningarna
  är för.
* **tillfrågas för sitt organ** – den som i dag har en funktion i ett organ som remissen gått till.
* **får materialet** – den som är med i forumet och alla som materialet är för.
* **har funktionen** – den som i dag har den funktion som saken hör till, och en roll i kommunen.
* **har en funktion** – den som i dag har någon funktion, och en roll i kommunen.
* **har en funktion i organet** – den som i dag har någon funktion i organet som frågas, och en
  roll i kommunen.
* **har rapporterat den** – den som har rapporterat avvikelsen, eller i dag har funktionen som
  gjorde det, och en roll i kommunen.
* **arbetar i insatsen** – den som i dag har någon funktion i ett organ som ansvarar för insatsen
  eller deltar i den, och en roll i kommunen.
* **är personen själv** – den som saken handlar om, med en roll i kommunen.
* **nej** – får inte.
* **Personlig länk** – vad den som inte har något konto får göra med den sak som länken gäller, så
  länge länken gäller. Länken öppnar ingenting annat.
* **Aldrig** – där ingen får, oavsett roll.

En roll som har upphört, eller inte har börjat, öppnar ingenting. Ingen roll öppnar något i en
annan kommun. Den som inte får se en sak kan inte skilja den från en sak som inte finns.
"""


def table() -> str:
    """The whole file."""
    with translation.override("sv"):
        used = _addresses_by_action()
        parts = [_INTRODUCTION]
        for context, actions in groupby(sorted(ACTIONS.values(), key=_context), key=_context):
            parts.append(f"\n## {_CONTEXTS[context]}\n\n{_head()}")
            parts.extend(_row(action, used.get(action.name, [])) for action in actions)
    return "".join(parts)


def cell(action: Action[Any], role: Role) -> str:
    """What the rules of the action say of a role."""
    by_role = {rule.reach for rule in action.permitted if role in rule.roles}
    links = {by_link(purpose) for purpose in PURPOSES.values()}
    by_function = {rule.reach for rule in action.permitted if not rule.roles} - links
    unknown = by_role - set(REACH) | by_function - set(BY_FUNCTION)
    if unknown:
        raise ValueError(f"{action.name} has a rule whose reach has no words: {unknown}")
    first = [text for reach, text in REACH.items() if reach in by_role][:1]
    more = [text for reach, text in BY_FUNCTION.items() if reach in by_function]
    if first == [ANYWHERE]:
        return ANYWHERE
    return " eller ".join([*first, *more]) or NO


def _context(action: Action[Any]) -> str:
    return action.name.partition(".")[0]


def _head() -> str:
    names = ["Handling", *(str(role.label) for role in Role), LINK, "Aldrig", "Adress"]
    return _line(names) + _line(["---"] * len(names))


def _row(action: Action[Any], used: list[str]) -> str:
    never = ", ".join(NEVER[rule.reach] for rule in action.never)
    cells = [cell(action, role) for role in Role]
    what = f"{action.label}<br>`{action.name}`"
    return _line([what, *cells, _links(action), never or "–", "<br>".join(used) or "–"])


def _links(action: Action[Any]) -> str:
    """The purposes whose links open the action."""
    reaches = {rule.reach for rule in action.permitted}
    return "<br>".join(str(p.label) for p in PURPOSES.values() if by_link(p) in reaches) or "–"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _addresses_by_action() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, used in _addresses():
        found.setdefault(name, []).append(used)
    return found


def _addresses() -> Iterator[tuple[str, str]]:
    for address, pattern in addresses(get_resolver().url_patterns):
        name = getattr(pattern.callback, "action", None)
        if name in ACTIONS:
            yield name, f"`{pattern.callback.method} /{address}`"  # type: ignore[attr-defined]


def main() -> int:
    if "--check" not in sys.argv:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(table(), encoding="utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == table():
        return 0
    print("docs/access-matrix.md is not what the rules say: run tools/access_matrix.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())
