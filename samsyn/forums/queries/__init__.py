"""Every question about forums, meetings and what is left to do."""

from samsyn.forums.queries.charter import (
    below,
    focus_areas,
    former_names,
    former_seats,
    forum_and_parts,
    forum_choices,
    forums,
    forums_with_signs,
    function_choices,
    lacks,
    leading_functions,
    parts_by_id,
    rhythms,
    seats,
    standing_items,
)

__all__ = [
    "below",
    "focus_areas",
    "former_names",
    "former_seats",
    "forum_and_parts",
    "forum_choices",
    "forums",
    "forums_with_signs",
    "function_choices",
    "lacks",
    "leading_functions",
    "parts_by_id",
    "rhythms",
    "seats",
    "standing_items",
]
