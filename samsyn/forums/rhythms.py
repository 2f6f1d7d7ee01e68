"""Rows of rhythms as values, and in words why one of them would never occur."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.forums.domain import rhythm as domain
from samsyn.forums.domain.cadence import refuse_what_never_occurs
from samsyn.forums.domain.rhythm import Never, NeverOccursError
from samsyn.forums.models import Rhythm

_WORDS: Mapping[Never, Promise] = {
    Never.NO_TIMES: _("Antalet möten ska vara minst ett."),
    Never.NO_UNITS: _("Mötena ska återkomma: skriv minst 1, som i var vecka."),
    Never.TOO_MANY: _("Så många möten ryms inte: det blir mer än ett om dagen."),
    Never.TOO_SELDOM: _("Så sällan kan möten inte planeras: det får gå högst tio år emellan."),
    Never.NOT_A_WORKING_DAY: _("Välj en veckodag från måndag till fredag."),
    Never.NO_DAY: _("Under den tiden finns ingen dag att mötas på, bara helg, lov och semester."),
}


def rhythm_of(row: Rhythm) -> domain.Rhythm:
    """The rhythm as a value; raises NeverOccursError for one by which no meeting is held."""
    return domain.Rhythm(
        domain.Unit(row.per),
        times=row.times,
        every=row.every,
        weekday=None if row.weekday is None else row.weekday - 1,
        audience=row.audience,
        period=row.period,
    )


def why_never(row: Rhythm) -> str:
    """Why no meeting would ever be held by the rhythm, or nothing."""
    try:
        refuse_what_never_occurs(rhythm_of(row))
    except NeverOccursError as refusal:
        return str(_WORDS[refusal.why])
    return ""
