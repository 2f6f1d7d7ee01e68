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


_KINDS: dict[str, Kind] = {}


def register(
    kind: str,
    label: "_StrPromise | str",
    action: Action[Any],
    url_name: str,
    *,
    has_personal_names: bool = False,
) -> None:
    """Make a kind searchable for those who may take `action`; its page takes the object's id.

    Titles that are personal names are not split: no one looks for Karlsson by his parts.
    """
    _KINDS[kind] = Kind(kind, label, action, url_name, has_personal_names)


def registered() -> tuple[Kind, ...]:
    """Every kind, in the order of registration, which is that of the page."""
    return tuple(_KINDS.values())


def has_personal_names(kind: str) -> bool:
    return kind in _KINDS and _KINDS[kind].has_personal_names
