"""Each alarm in one sentence, and the page where it is mended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext

from samsyn.governance.domain.alarms import AlarmKind
from samsyn.governance.queries.alarms import Warned
from samsyn.governance.web.agreement_addresses import agreement_url
from samsyn.governance.web.document_addresses import document_url
from samsyn.pages.api import formats

_A_DAY = timedelta(days=1)

KINDS: Mapping[AlarmKind, tuple[Promise, str]] = {
    AlarmKind.ORPHAN: (gettext_lazy("ägargruppen har upphört"), "danger"),
    AlarmKind.NO_OWNER: (gettext_lazy("ägare saknas"), "danger"),
    AlarmKind.OWNER_ENDED: (gettext_lazy("ägarens funktion har upphört"), "danger"),
    AlarmKind.OWNER_VACANT: (gettext_lazy("ägarens funktion är vakant"), "danger"),
    AlarmKind.MISSING: (gettext_lazy("krävs men finns inte"), "danger"),
    AlarmKind.NOT_PRODUCED: (gettext_lazy("kan inte visas upp"), "danger"),
    AlarmKind.NO_FOLLOW_UP: (gettext_lazy("följs inte upp"), "danger"),
    AlarmKind.FOLLOW_UP_OVERDUE: (gettext_lazy("uppföljningen är försenad"), "warning"),
    AlarmKind.REVIEW_OVERDUE: (gettext_lazy("översynen är försenad"), "warning"),
    AlarmKind.EXPIRED: (gettext_lazy("har gått ut"), "danger"),
    AlarmKind.EXPIRING: (gettext_lazy("går snart ut"), "warning"),
    AlarmKind.UNCHANGED: (gettext_lazy("oförändrad text"), "warning"),
    AlarmKind.LAW_REPLACED: (gettext_lazy("lagen är ersatt"), "warning"),
    AlarmKind.LAW_MISPRINTED: (gettext_lazy("lagens nummer är fel"), "warning"),
}


@dataclass(frozen=True, slots=True)
class ToldAlarm:
    """An alarm as a page shows it."""

    word: str | Promise
    color: str
    sentence: str
    mend: str | Promise
    mend_url: str
    title: str
    url: str
    owner: str
    since: date | None


def told(warned: Warned) -> ToldAlarm:
    alarm = warned.alarm
    word, color = KINDS[alarm.kind]
    mend, address = _MENDED[alarm.kind]
    return ToldAlarm(
        word,
        color,
        sentence(warned),
        mend,
        _mend_url(warned, address),
        warned.title,
        url_of(warned),
        owner(warned),
        since(warned),
    )


def kind(warned: Warned) -> str:
    return pgettext("one", "avtal") if warned.is_agreement else pgettext("one", "styrdokument")


def owner(warned: Warned) -> str:
    return warned.owner or warned.owner_forum


def since(warned: Warned) -> date | None:
    """Since when it has been wrong: what is to come is no time that has gone."""
    return warned.alarm.since if warned.alarm.kind != AlarmKind.EXPIRING else None


def url_of(warned: Warned) -> str:
    return agreement_url(warned.pk) if warned.is_agreement else document_url(warned.pk)


_SENTENCES: Mapping[AlarmKind, Promise] = {
    AlarmKind.ORPHAN: gettext_lazy("Ingen äger det: gruppen %(group)s upphörde %(day)s."),
    AlarmKind.NO_OWNER: gettext_lazy("Ingen funktion och ingen grupp äger det."),
    AlarmKind.OWNER_ENDED: gettext_lazy("Ingen äger det: funktionen %(owner)s upphörde %(day)s."),
    AlarmKind.OWNER_VACANT: gettext_lazy("Ingen håller funktionen %(owner)s sedan %(day)s."),
    AlarmKind.MISSING: gettext_lazy("Det ska finnas, men har varken text eller beslut."),
    AlarmKind.NOT_PRODUCED: gettext_lazy(
        "Avtalet kan inte visas upp: den undertecknade filen finns inte här."
    ),
    AlarmKind.NO_FOLLOW_UP: gettext_lazy("Det står inte hur avtalet följs upp, när och av vem."),
    AlarmKind.FOLLOW_UP_OVERDUE: gettext_lazy("Avtalet skulle ha följts upp %(day)s."),
    AlarmKind.REVIEW_OVERDUE: gettext_lazy("Det skulle ha setts över %(day)s."),
    AlarmKind.EXPIRED: gettext_lazy("Tiden gick ut %(last)s och inget har kommit efter."),
    AlarmKind.EXPIRING: gettext_lazy("Tiden går ut %(last)s och inget är på väg efter."),
    AlarmKind.UNCHANGED: gettext_lazy(
        "%(one)s av %(other)s stycken är ordagrant desamma som förra gången."
    ),
    AlarmKind.LAW_REPLACED: gettext_lazy("Det hänvisar till %(one)s, som är ersatt av %(other)s."),
    AlarmKind.LAW_MISPRINTED: gettext_lazy("I texten står %(one)s. Rätt nummer är %(other)s."),
}
_VACANT = gettext_lazy("Ingen håller funktionen %(owner)s.")


def sentence(warned: Warned) -> str:
    """What is wrong, as one would say it to a colleague."""
    alarm = warned.alarm
    one, other = alarm.about or ("", "")
    is_since_ever = alarm.kind == AlarmKind.OWNER_VACANT and alarm.since is None
    words = _VACANT if is_since_ever else _SENTENCES[alarm.kind]
    return str(words) % {
        "owner": warned.owner,
        "group": warned.owner_forum,
        "day": formats.long_day(alarm.since) if alarm.since else "",
        "last": formats.long_day(alarm.since - _A_DAY) if alarm.since else "",
        "one": one,
        "other": other,
    }


_OWNED = (gettext_lazy("Ge det en ägare"), "describe-document-duties")
_FOLLOWED = (gettext_lazy("Skriv hur det följs upp"), "")

# Where each is mended: the words, and the address of a document's form or a place on its page.
_MENDED: Mapping[AlarmKind, tuple[Promise, str]] = {
    AlarmKind.ORPHAN: _OWNED,
    AlarmKind.NO_OWNER: _OWNED,
    AlarmKind.OWNER_ENDED: _OWNED,
    AlarmKind.OWNER_VACANT: (gettext_lazy("Se funktionen"), "position"),
    AlarmKind.MISSING: (gettext_lazy("Lägg till texten"), "add-document-file"),
    AlarmKind.NOT_PRODUCED: (gettext_lazy("Lägg till filen"), "#filer"),
    AlarmKind.NO_FOLLOW_UP: _FOLLOWED,
    AlarmKind.FOLLOW_UP_OVERDUE: _FOLLOWED,
    AlarmKind.REVIEW_OVERDUE: (gettext_lazy("Se över"), "describe-document-duties"),
    AlarmKind.EXPIRED: (gettext_lazy("Ersätt eller avsluta"), "replace-document"),
    AlarmKind.EXPIRING: (gettext_lazy("Ersätt eller avsluta"), "replace-document"),
    AlarmKind.UNCHANGED: (gettext_lazy("Se vad som är ändrat"), "#filer"),
    AlarmKind.LAW_REPLACED: (gettext_lazy("Se lagarna"), "#lagar"),
    AlarmKind.LAW_MISPRINTED: (gettext_lazy("Lägg till en rättad text"), "#filer"),
}


def _mend_url(warned: Warned, address: str) -> str:
    here = url_of(warned)
    if address.startswith("#"):
        return f"{here}{address}"
    if address == "position" and warned.owner_id:
        return reverse("organisation:position", args=[warned.owner_id])
    if warned.is_agreement or not address:
        return here
    return reverse(f"governance:{address}", args=[warned.pk])
