"""What is said of boundaries, and of files with them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from samsyn.geography.reading import MOST_FEATURES, Fault
from samsyn.geography.shapes import Note
from samsyn.organisation.models import BoundaryFile
from samsyn.organisation.proposals import State
from samsyn.pages.api import Tag


def fault(found: Fault) -> str:
    """Why nothing of the file can be read, and what to do."""
    words = {
        Fault.NOT_JSON: _("Filen är inte GeoJSON. Spara om den som GeoJSON i kartprogrammet."),
        Fault.TOPOJSON: _("Filen är TopoJSON. Spara om den som GeoJSON i kartprogrammet."),
        Fault.NOT_GEOJSON: _("Filen är JSON men inte GeoJSON: där finns ingen samling av ytor."),
        Fault.TOO_MANY: _(
            "Filen har fler än %(most)d ytor. Spara bara kommunens egna och försök igen."
        ),
        Fault.NO_SURFACES: _(
            "Filen har inga ytor som går att läsa. En punkt eller en linje räcker inte."
        ),
        Fault.OUTSIDE: _("Ytorna ligger utanför Sverige."),
        Fault.UNKNOWN_SYSTEM: _(
            "Koordinaterna är meter i ett system som filen inte säger namnet på. Spara om "
            "filen i WGS 84 (EPSG:4326) eller SWEREF 99 TM (EPSG:3006)."
        ),
    }
    return words[found] % {"most": MOST_FEATURES}


def of_file(file: BoundaryFile) -> list[str]:
    """What was done to the whole file for it to be read."""
    told = []
    if file.system:
        sentence = _("Koordinaterna var i %(system)s och är omräknade till WGS 84.")
        told.append(sentence % {"system": file.system})
    if file.is_swapped:
        told.append(_("Koordinaterna stod i omvänd ordning och är vända."))
    return told


def notes(found: Iterable[Note]) -> str:
    words = {
        Note.MENDED: _("gränsen korsade sig själv och är lagad"),
        Note.CLOSED: _("gränsen var öppen och är sluten"),
        Note.FLATTENED: _("höjder är utelämnade"),
        Note.SIMPLIFIED: _("fina detaljer är utelämnade"),
        Note.JOINED: _("flera ytor är hopslagna"),
        Note.EMPTY: _("raden har ingen yta"),
        Note.NO_SURFACE: _("raden är en punkt eller linje"),
        Note.BROKEN: _("ytan går inte att läsa"),
        Note.OUTSIDE: _("ytan ligger utanför Sverige"),
    }
    return ", ".join(words[note] for note in Note if note in set(found))


def state(found: State) -> Tag:
    match found:
        case State.NEW:
            return Tag(_("får gräns"), "success")
        case State.REPLACES:
            return Tag(_("gränsen ersätts"), "warning")
        case State.SAME:
            return Tag(_("är redan så"))
        case State.UNKNOWN:
            return Tag(_("finns inte här"), "info")
        case State.NAMELESS:
            return Tag(_("har varken kod eller namn"))
        case State.NOTHING:
            return Tag(_("läses inte"), "danger")
