"""How often a forum meets, as people say it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from samsyn.forums.models import Rhythm, Unit

_WEEKDAYS: Mapping[int, Promise] = {
    1: gettext_lazy("måndagar"),
    2: gettext_lazy("tisdagar"),
    3: gettext_lazy("onsdagar"),
    4: gettext_lazy("torsdagar"),
    5: gettext_lazy("fredagar"),
}
_TIMES: Mapping[str, Promise] = {
    Unit.WEEK: ngettext_lazy("varje vecka", "%(number)d gånger i veckan", "number"),
    Unit.MONTH: ngettext_lazy("varje månad", "%(number)d gånger i månaden", "number"),
    Unit.TERM: ngettext_lazy("en gång per termin", "%(number)d gånger per termin", "number"),
    Unit.YEAR: ngettext_lazy("en gång om året", "%(number)d gånger om året", "number"),
    Unit.SPRING: ngettext_lazy("en gång på våren", "%(number)d gånger på våren", "number"),
    Unit.AUTUMN: ngettext_lazy("en gång på hösten", "%(number)d gånger på hösten", "number"),
    Unit.NEED: ngettext_lazy("vid behov", "vid behov", "number"),
}
_EVERY: Mapping[str, Promise] = {
    Unit.WEEK: gettext_lazy("var %(number)d:e vecka"),
    Unit.MONTH: gettext_lazy("var %(number)d:e månad"),
    Unit.TERM: gettext_lazy("var %(number)d:e termin"),
    Unit.YEAR: gettext_lazy("vart %(number)d:e år"),
    Unit.SPRING: gettext_lazy("var %(number)d:e vår"),
    Unit.AUTUMN: gettext_lazy("var %(number)d:e höst"),
}


def rhythm_in_words(rhythm: Rhythm) -> str:
    """How often; in the words of the source when there are any."""
    if rhythm.words:
        return rhythm.words
    said = _how_often(rhythm)
    if rhythm.weekday:
        said = _("%(often)s på %(days)s") % {"often": said, "days": _WEEKDAYS[rhythm.weekday]}
    return f"{said} ({rhythm.audience})" if rhythm.audience else said


def _how_often(rhythm: Rhythm) -> str:
    if rhythm.every > 1 and rhythm.per in _EVERY:
        return str(_EVERY[rhythm.per]) % {"number": rhythm.every}
    return str(_TIMES[rhythm.per] % {"number": rhythm.times})
