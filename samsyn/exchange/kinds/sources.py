"""What the file holds of the records that are cited."""

from django.utils.translation import gettext_lazy as _

from samsyn.exchange.fields import Day, Reference, SecureAddress, Sources, Text
from samsyn.exchange.kinds import Kind, declare
from samsyn.sources import api as sources

_LONGEST_QUOTE = 2_000

SOURCE = Sources(
    "source",
    _("källa: en handling, ett ställe i den och vad som står där"),
    fields=(
        Reference("document", _("handlingens nyckel"), section="documents", is_required=True),
        Text("place", _("ställe i handlingen, som s. 12")),
        Text("quote", _("ordagrant citat"), lines=True, longest=_LONGEST_QUOTE),
    ),
)
DOCUMENTS = Kind(
    section="documents",
    show=sources.show_many,
    model=sources.SourceDocument,
    label=_("handlingar som är källor"),
    fields=(
        Text("title", _("titel"), is_required=True),
        Text("number", _("diarienummer")),
        Text("publisher", _("vem som har gett ut den")),
        Day("dated_on", _("dagen som den är daterad")),
        SecureAddress("url", _("adress på webben")),
    ),
    called=lambda values: filter(None, values[:2]),
    title=lambda said, _name: str(said["title"]),
)

declare(DOCUMENTS)
