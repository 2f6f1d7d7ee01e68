"""Tells in words what changed when."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from samsyn.organisation.domain import Change, Turn
from samsyn.pages.api import Happening

_ADDRESS = {
    Turn.PLACED: "organisation:body",
    Turn.TOOK_UP: "organisation:person",
    Turn.LEFT: "organisation:person",
}
_SENTENCES: dict[Turn, tuple[Any, Any]] = {
    Turn.FOUNDED: (_("Organet inrättas"), ""),
    Turn.ENDED: (_("Organet upphör"), ""),
    Turn.RENAMED: (_("Byter namn till %(what)s"), _("Hette %(before)s")),
    Turn.PLACED: (_("Lyder under %(what)s"), ""),
    Turn.POSITION_MADE: (_("Funktionen %(what)s inrättas"), ""),
    Turn.POSITION_ENDED: (_("Funktionen %(what)s upphör"), ""),
    Turn.TOOK_UP: (_("%(who)s tillträder"), "%(what)s"),
    Turn.LEFT: (_("%(who)s lämnar"), "%(what)s"),
}


def happenings(changes: Iterable[Change]) -> list[Happening]:
    return [_happening(change) for change in changes]


def _happening(change: Change) -> Happening:
    words = {"what": change.what, "who": change.who, "before": change.before}
    title, text = (sentence % words for sentence in _SENTENCES[change.turn])
    name = _ADDRESS.get(change.turn)
    url = reverse(name, args=[change.url_of]) if name and change.url_of else ""
    return Happening(change.on, title, text, url)
