"""The kinds of things that can be found; each context registers its own at start."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samsyn.access.api import Action

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True, slots=True)
class Kind:
    """What is found, under which heading, by whom, and at which address."""

    name: str
    label: "_StrPromise | str"
    action: Action[Any]
    url_name: str
    has_personal_names: bool = False
    is_prose: bool = False


_KINDS: dict[str, Kind] = {}


def register(
    kind: str,
    label: "_StrPromise | str",
    action: Action[Any],
    url_name: str,
    *,
    has_personal_names: bool = False,
    is_prose: bool = False,
) -> None:
    """Make a kind searchable for those who may take `action`; its page takes the object's id.

    Titles that are personal names are not split: no one looks for Karlsson by his parts. Prose is
    looked for by its words alone, and not by what is inside them or much like them: there are tens
    of thousands of sentences, and most would be.
    """
    _KINDS[kind] = Kind(kind, label, action, url_name, has_personal_names, is_prose)


def registered() -> tuple[Kind, ...]:
    """Every kind, in the order of registration, which is that of the page."""
    return tuple(_KINDS.values())


def has_personal_names(kind: str) -> bool:
    return kind in _KINDS and _KINDS[kind].has_personal_names


def is_prose(kind: str) -> bool:
    return kind in _KINDS and _KINDS[kind].is_prose
