"""Whether a forum meets, and what its charter does not say yet: a list and never a score."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.access.api import Button
from samsyn.forums.models import Documentation, Forum
from samsyn.pages.api import formats

# The fields of a charter, what is said when one is empty, and the form that holds it.
_FIELDS: tuple[tuple[str, Promise, str], ...] = (
    ("purpose", _("Syftet är inte beskrivet"), "describe-purpose"),
    ("goals", _("Mål saknas"), "describe-purpose"),
    ("target_group", _("Målgruppen är inte beskriven"), "describe-purpose"),
    ("decides", _("Det står inte vad forumet får besluta själv"), "describe-mandate"),
    ("basis", _("Det står inte vad forumet vilar på"), "describe-mandate"),
    ("convener_id", _("Ingen funktion är sammankallande"), "describe-duties"),
    ("documentation", _("Det står inte hur mötena dokumenteras"), "describe-duties"),
    ("follow_up", _("Formen för uppföljning saknas"), "describe-duties"),
    ("follow_up_on", _("Dagen för nästa uppföljning saknas"), "describe-duties"),
    ("follow_up_owner_id", _("Ingen funktion äger uppföljningen"), "describe-duties"),
)


def alive(signs: Any) -> str:
    """When the forum met last and meets next; `signs` is a forum of the register."""
    met, coming = signs.met_on, signs.meets_next_on
    before = _("Forumet möttes senast %(day)s.") if met else _("Inget hållet möte är antecknat.")
    after = _("Nästa möte är %(day)s.") if coming else _("Inget möte är planerat.")
    told = ((before, met), (after, coming))
    return " ".join(
        str(words) % {"day": formats.long_day(day) if day else ""} for words, day in told
    )


def gaps(forum: Forum, parts: dict[str, bool], vacant: list[Any]) -> list[Button]:
    """What is missing; `parts` tells of each kind of part whether there is any."""
    return list(_gaps(forum, parts, vacant))


def _gaps(forum: Forum, parts: dict[str, bool], vacant: list[Any]) -> Iterator[Button]:
    for field, told, form in _FIELDS:
        if not getattr(forum, field):
            yield Button(told, reverse(f"forums:{form}", args=[forum.pk]))
    if forum.documentation == Documentation.NONE:
        there = reverse("forums:describe-duties", args=[forum.pk])
        yield Button(_("Mötena dokumenteras inte"), there)
    for part, told, form in _PARTS:
        if not parts[part]:
            yield Button(told, reverse(f"forums:{form}", args=[forum.pk]))
    for position in vacant:
        told_of = _("%(title)s är vakant") % {"title": position.title}
        yield Button(told_of, reverse("organisation:position", args=[position.pk]))


_PARTS: tuple[tuple[str, Promise, str], ...] = (
    ("seats", _("Inga platser är angivna"), "add-seat"),
    ("rhythms", _("Det står inte hur ofta forumet möts"), "add-rhythm"),
    ("standing_items", _("Ingen stående dagordning"), "add-standing-item"),
)
