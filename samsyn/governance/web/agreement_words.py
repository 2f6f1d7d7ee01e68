"""What is said of an agreement in plain sentences: how it stands, how it goes on, what it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from samsyn.governance.domain.renewing import Renews, Terms
from samsyn.governance.domain.standing import Standing, State
from samsyn.governance.models import Agreement, Limit, LimitUnit, Renewal
from samsyn.governance.queries.lacking import Lack
from samsyn.pages.api import Tag, formats

STATES = {
    State.DRAFT: gettext_lazy("utkast"),
    State.DECIDING: gettext_lazy("beslutas"),
    State.DECIDED: gettext_lazy("beslutat, inte aktiverat"),
    State.COMING: gettext_lazy("börjar gälla senare"),
    State.IN_FORCE: pgettext_lazy("agreement", "gäller"),
    State.EXPIRED: pgettext_lazy("agreement", "har slutat gälla"),
    State.RUN_OUT: gettext_lazy("tiden har gått ut"),
    State.INFORMAL: gettext_lazy("informellt"),
}
_COLORS = {
    State.DECIDING: "warning",
    State.DECIDED: "warning",
    State.COMING: "info",
    State.IN_FORCE: "success",
    State.RUN_OUT: "warning",
    State.INFORMAL: "warning",
}
_NOBODY = {
    State.DRAFT: gettext_lazy("Utkast: ingen part har beslutat eller skrivit under."),
    State.INFORMAL: gettext_lazy(
        "Informell samverkan: ingen har beslutat eller skrivit under något."
    ),
}

_OVER = {
    State.EXPIRED: gettext_lazy("Slutade gälla efter %(day)s."),
    State.RUN_OUT: gettext_lazy("Tiden gick ut %(day)s. Det står inte om avtalet förlängs."),
}
_HOW = {
    Renews.ONE_YEAR: gettext_lazy("Gäller ett kalenderår i taget."),
    Renews.TWO_YEARS: gettext_lazy("Gäller två år i taget."),
    Renews.UNTIL_TERMINATED: gettext_lazy("Gäller tills vidare."),
    Renews.FIXED: gettext_lazy("Det står inte när avtalet slutar gälla."),
    None: gettext_lazy("Det står inte hur länge avtalet gäller."),
}


def state_tag(standing: Standing[UUID]) -> Tag:
    return Tag(STATES[standing.state], _COLORS.get(standing.state, "neutral"))


def last_day(agreement: Any) -> date | None:
    return agreement.ends_on - timedelta(days=1) if agreement.ends_on else None


def sentence(
    agreement: Agreement, standing: Standing[UUID], names: Mapping[UUID, str], lacks: Sequence[Lack]
) -> str:
    """How the agreement stands today."""
    match standing.state:
        case State.DRAFT | State.INFORMAL:
            return str(_NOBODY[standing.state])
        case State.DECIDING:
            return _waits(standing, names)
        case State.DECIDED:
            return _not_active(lacks)
        case State.COMING:
            begins = max(filter(None, (agreement.starts_on, agreement.activated_on)))
            return _("Börjar gälla %(day)s.") % {"day": formats.long_day(begins)}
        case State.EXPIRED | State.RUN_OUT:
            return str(_OVER[standing.state]) % {"day": _last_day(agreement)}
        case _:
            return _applies(agreement)


def _waits(standing: Standing[UUID], names: Mapping[UUID, str]) -> str:
    if standing.undecided:
        told = {"bodies": _list(names, standing.undecided)}
        return _("Gäller inte än. Beslut saknas från %(bodies)s.") % told
    told = {"bodies": _list(names, standing.unsigned)}
    return _("Gäller inte än. Underskrift saknas från %(bodies)s.") % told


def _list(names: Mapping[UUID, str], ids: Sequence[UUID]) -> str:
    told = sorted(names.get(pk, "") for pk in ids)
    if len(told) == 1:
        return told[0]
    return _("%(first)s och %(last)s") % {"first": ", ".join(told[:-1]), "last": told[-1]}


def _not_active(lacks: Sequence[Lack]) -> str:
    if lacks:
        return _("Beslutat men inte aktiverat: skriv hur det följs upp.")
    return _("Beslutat och undertecknat av alla, men inte aktiverat.")


def _applies(agreement: Agreement) -> str:
    if agreement.ends_on is not None:
        return _("Gäller till och med %(day)s.") % {"day": _last_day(agreement)}
    if agreement.renewal in {"", Renewal.FIXED}:
        return _("Gäller, men det står inte hur länge.")
    return _("Gäller tills det sägs upp.")


def _last_day(agreement: Agreement) -> str:
    day = last_day(agreement)
    return formats.long_day(day) if day else ""


def renewal(agreement: Agreement, terms: Terms, standing: Standing[UUID], today: date) -> list[str]:
    """How it goes on, the day when it does next, and by when notice has to be given."""
    return list(_renewal(agreement, terms, standing, today))


def _renewal(
    agreement: Agreement, terms: Terms, standing: Standing[UUID], today: date
) -> Iterator[str]:
    yield _how(agreement, terms)
    if standing.renews_on is not None:
        day = formats.long_day(standing.renews_on)
        yield _("Det förlängs nästa gång %(day)s.") % {"day": day}
    if standing.notice_by is not None:
        day = formats.long_day(standing.notice_by)
        yield _("Den som vill säga upp det gör det senast %(day)s.") % {"day": day}
    elif terms.renews == Renews.UNTIL_TERMINATED and terms.notice_months is not None:
        yield _until(terms, today)


def _how(agreement: Agreement, terms: Terms) -> str:
    if agreement.ends_on is None:
        return str(_HOW[terms.renews])
    day = {"day": _last_day(agreement)}
    if terms.renews is None:
        return _("Tiden är till och med %(day)s. Det står inte om avtalet förlängs.") % day
    return _("Gäller till och med %(day)s och förlängs inte.") % day


def _until(terms: Terms, today: date) -> str:
    months = terms.notice_months or 0
    told = ngettext(
        "Uppsägningstiden är %(months)d månad.", "Uppsägningstiden är %(months)d månader.", months
    )
    ends = terms.ends_if_given_notice(today)
    day = formats.long_day(ends) if ends else ""
    after = _("Sägs det upp i dag slutar det gälla %(day)s.") % {"day": day}
    return f"{told % {'months': months}} {after}"


def warnings(
    agreement: Agreement, standing: Standing[UUID], names: Mapping[UUID, str]
) -> list[str]:
    return list(_warnings(agreement, standing, names))


def _warnings(
    agreement: Agreement, standing: Standing[UUID], names: Mapping[UUID, str]
) -> Iterator[str]:
    if standing.days_unsigned and agreement.starts_on and standing.last_signed_on:
        told = ngettext(
            "Avtalet skulle gälla från %(start)s men var undertecknat av alla först %(day)s: "
            "%(days)s dag utan att alla hade skrivit under.",
            "Avtalet skulle gälla från %(start)s men var undertecknat av alla först %(day)s: "
            "%(days)s dagar utan att alla hade skrivit under.",
            standing.days_unsigned,
        )
        yield (
            told
            % {
                "start": formats.long_day(agreement.starts_on),
                "day": formats.long_day(standing.last_signed_on),
                "days": formats.number(standing.days_unsigned),
            }
        )
    for pk in standing.undone:
        told = _("%(body)s hade bifallit avtalet, och har sedan återremitterat det.")
        yield told % {"body": names.get(pk, "")}


def limit_in_words(limit: Limit) -> str:
    """A number of the agreement as people say it: within 3 weeks, or at the latest 1 March."""
    if limit.amount is not None:
        return _within(limit.amount, LimitUnit(limit.unit))
    day = date(2000, limit.by_month or 1, 1)
    told = {"day": limit.by_day, "month": formats.long_day(day).split()[1]}
    return _("senast %(day)s %(month)s varje år") % told


def _within(amount: int, unit: LimitUnit) -> str:
    told = {
        LimitUnit.DAYS: ngettext("inom %(n)d dag", "inom %(n)d dagar", amount),
        LimitUnit.WEEKS: ngettext("inom %(n)d vecka", "inom %(n)d veckor", amount),
        LimitUnit.MONTHS: ngettext("inom %(n)d månad", "inom %(n)d månader", amount),
    }
    return told[unit] % {"n": amount}
