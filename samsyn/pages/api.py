"""What other contexts use to show pages."""

from samsyn.pages import fields, formats
from samsyn.pages.addresses import address
from samsyn.pages.cells import Cell, Tag, Value
from samsyn.pages.columns import Column, Empty, Filter
from samsyn.pages.forms import Choices
from samsyn.pages.items import Crumb, Fact, Happening, Tab
from samsyn.pages.listing import Listing
from samsyn.pages.open import open_page
from samsyn.pages.render import list_page, page_or_part

__all__ = [
    "Cell",
    "Choices",
    "Column",
    "Crumb",
    "Empty",
    "Fact",
    "Filter",
    "Happening",
    "Listing",
    "Tab",
    "Tag",
    "Value",
    "address",
    "fields",
    "formats",
    "list_page",
    "open_page",
    "page_or_part",
]
