"""Links to the laws that a text cites, wherever people write texts."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from samsyn.access.api import Actor
from samsyn.governance.domain.citing import Mention, may_cite, mentions
from samsyn.governance.models import Law
from samsyn.governance.queries.laws import citable
from samsyn.governance.web.document_addresses import law_url
from samsyn.governance.web.law_panel import warning
from samsyn.pages.api import Reference


def references(request: HttpRequest) -> dict[str, Any]:
    """Let every template link the laws of the municipality; for nobody, none."""
    actor: Actor | None = getattr(request, "actor", None)
    return {"references": LawReferences(actor) if actor and not actor.link_id else None}


class LawReferences:
    """The laws that the actor may read: asked for once, when a text may cite one."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    def find(self, text: str) -> list[Reference]:
        if not may_cite(text):
            return []
        numbers, names = tuple(self._by_number), tuple(self._by_name)
        return [self._reference(each) for each in mentions(text, numbers, names)]

    def _reference(self, found: Mention) -> Reference:
        law = self._by_number.get(found.said) or self._by_name[self._name(found.said)]
        return Reference(
            found.start, found.end, law_url(law.pk), str(law), self._warning(law, found.said)
        )

    def _warning(self, law: Law, said: str) -> str:
        if said in law.misprints:
            return _("rätt nummer är %(number)s") % {"number": law.number}
        return warning(law, self.actor)

    def _name(self, said: str) -> str:
        """The name as the library has it: it may have a small letter in the text."""
        return said if said in self._by_name else said[0].upper() + said[1:]

    @cached_property
    def _laws(self) -> list[Law]:
        return citable(self.actor)

    @cached_property
    def _by_number(self) -> Mapping[str, Law]:
        told = {wrong: law for law in self._laws for wrong in law.misprints}
        return told | {law.number: law for law in self._laws}

    @cached_property
    def _by_name(self) -> Mapping[str, Law]:
        """A name that several laws have had is that of the one in force, or else of the newest."""
        day = self.actor.today
        last = sorted(self._laws, key=lambda law: day in law.period)
        return {law.short_name: law for law in last if law.short_name != law.number}
